"""Files are replaced in one step, or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from tas_desktop.config import writing
from tas_desktop.config.writing import aside_of, check_writable, remove_asides, replace_file, written_aside
from tas_desktop.domain.errors import TargetNotWritable


def test_a_new_file_in_a_new_folder_has_the_usual_permissions(tmp_path):
    replace_file(tmp_path / "a" / "b" / "x.toml", b"content")
    (tmp_path / "usual").touch()
    modes = {
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "a" / "b" / "x.toml", tmp_path / "usual")
    }
    assert len(modes) == 1
    assert (tmp_path / "a" / "b" / "x.toml").read_bytes() == b"content"


def test_a_full_disk_leaves_the_former_file(tmp_path, monkeypatch):
    target = tmp_path / "x.toml"
    replace_file(target, b"old")

    def fail(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_sync", fail)
    with pytest.raises(TargetNotWritable, match="No space left") as caught:
        replace_file(target, b"new")
    assert caught.value.next_step
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_bug_while_writing_leaves_nothing_and_stays_a_bug(tmp_path):
    def write_half():
        with written_aside(tmp_path / "x") as aside:
            aside.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["folder", "file/x", "folder/../file/x"])
def test_places_that_cannot_be_written(tmp_path, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(TargetNotWritable):
        replace_file(tmp_path / place, b"content")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_place_is_tried_without_a_trace(tmp_path):
    check_writable(tmp_path / "a" / "b" / "x.png")
    (tmp_path / "x.png").write_bytes(b"old")
    check_writable(tmp_path / "x.png")
    assert [path.name for path in tmp_path.iterdir()] == ["x.png"]
    assert (tmp_path / "x.png").read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_refused_before_the_work(tmp_path):
    (tmp_path / "file").touch()
    for target in (tmp_path, tmp_path / "file" / "x.png", tmp_path / "file" / "deep" / "x.png"):
        with pytest.raises(TargetNotWritable, match="cannot be written"):
            check_writable(target)


def test_what_a_kill_left_is_swept_by_the_next_who_writes(tmp_path):
    target = tmp_path / "file[1].json"
    old, young = (target.with_name(f".{target.name}.1f-{digits}.part") for digits in ("0123abcd", "4567cdef"))
    foreign = target.with_name(f".{target.name}.mine.part")
    for file in (old, young, foreign):
        file.write_bytes(b"half")
    for file in (old, foreign):
        os.utime(file, (1.0, 1.0))
    replace_file(target, b"whole")
    assert not old.exists()
    assert young.exists(), "somebody may be writing it now"
    assert foreign.exists(), "not a name of ours"
    assert target.read_bytes() == b"whole"


def test_what_a_killed_child_left_is_removed_at_once_and_nothing_else(tmp_path):
    target = tmp_path / "dataset"
    own = target.with_name(".dataset.1f-0123abcd.part")
    own.mkdir()
    (own / "images").mkdir()
    (own / "images" / "a.jpg").write_bytes(b"half")
    kept = [target.with_name(name) for name in (".dataset.1e-0123abcd.part", ".dataset.1f-mine.part")]
    for file in kept:
        file.write_bytes(b"of somebody else")
    remove_asides(target, pid=0x1F)
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_names_of_files_written_aside_tell_the_process(tmp_path):
    aside = aside_of(tmp_path / "x.json")
    aside.touch()
    remove_asides(tmp_path / "x.json", pid=os.getpid())
    assert not aside.exists()
