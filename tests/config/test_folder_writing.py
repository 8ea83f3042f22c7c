"""Folders that are replaced in one step, or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from tas_desktop.config import folder_writing
from tas_desktop.config.folder_writing import CONTENTS_NAME, folder_written_aside
from tas_desktop.domain.errors import TargetNotWritable
from tests.support.patience import ended_after


def write(target, **files):
    with folder_written_aside(target) as aside:
        for name, content in files.items():
            place = aside / name.replace("__", "/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content)


def content_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != CONTENTS_NAME
    }


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_former_folder_is_replaced_with_all_that_is_in_it(tmp_path, monkeypatch, can_exchange):
    if not can_exchange:
        monkeypatch.setattr(folder_writing, "exchange", lambda first, second: False)
    target = tmp_path / "deep" / "out"
    write(target, a="1", sub__b="2")
    write(target, a="3", ünï="4")
    assert content_of(target) == {"a": "3", "ünï": "4"}
    assert json.loads((target / CONTENTS_NAME).read_text()) == ["a", "ünï"]
    assert [path.name for path in target.parent.iterdir()] == ["out"]


def test_an_error_leaves_what_was_there(tmp_path):
    write(tmp_path / "out", a="1")
    with pytest.raises(ZeroDivisionError), folder_written_aside(tmp_path / "out"):
        raise ZeroDivisionError
    with pytest.raises(TargetNotWritable, match="No space"), folder_written_aside(tmp_path / "out"):
        raise OSError(28, "No space left on device")
    assert content_of(tmp_path / "out") == {"a": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_link_leads_to_is_replaced(tmp_path):
    write(tmp_path / "real", a="1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", a="2")
    assert (tmp_path / "link").is_symlink()
    assert content_of(tmp_path / "real") == {"a": "2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


@pytest.mark.parametrize("name", ["mine", "sub/mine"])
@pytest.mark.parametrize("kind", ["file", "link", "broken link"])
def test_a_folder_with_anything_else_in_it_is_refused(tmp_path, name, kind):
    target = tmp_path / "out"
    write(target, a="1", sub__b="2")
    stranger = target / name
    if kind == "file":
        stranger.write_text("mine")
    else:
        stranger.symlink_to(tmp_path if kind == "link" else tmp_path / "nowhere")
    with pytest.raises(TargetNotWritable, match="mine, which was not exported there"):
        write(target, a="2")
    assert os.path.lexists(stranger)
    assert (target / "a").read_text() == "1"


@pytest.mark.parametrize("listing", ["", "{}", "[" * 100_000, "[1, null]", '["other"]', None])
def test_a_folder_without_a_good_list_is_somebody_else_s(tmp_path, listing):
    target = tmp_path / "out"
    target.mkdir()
    (target / "photo.jpg").write_text("mine")
    if listing is not None:
        (target / CONTENTS_NAME).write_text(listing)
    with pytest.raises(TargetNotWritable):
        write(target, a="1")
    assert (target / "photo.jpg").read_text() == "mine"


def test_what_comes_into_the_folder_meanwhile_is_not_lost(tmp_path):
    target = tmp_path / "out"
    write(target, a="1")
    with pytest.raises(TargetNotWritable), folder_written_aside(target):
        (target / "notes.txt").write_text("mine")
    assert content_of(target) == {"a": "1", "notes.txt": "mine"}


def test_half_an_exchange_is_undone_by_the_next_one(tmp_path):
    target = tmp_path / "out"
    write(target, a="1")
    target.rename(tmp_path / ".out.former")  # killed between the two renames
    with pytest.raises(ZeroDivisionError), folder_written_aside(target):
        raise ZeroDivisionError
    assert content_of(target) == {"a": "1"}
    write(tmp_path / ".out.former", old="0")  # killed before the former one was removed
    write(target, a="2")
    assert content_of(target) == {"a": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


WRITER = """
import sys
from pathlib import Path
from tas_desktop.config.folder_writing import folder_written_aside
number = 0
print("ready", flush=True)
while True:
    number += 1
    with folder_written_aside(Path(sys.argv[1])) as aside:
        for name in range(20):
            (aside / f"{name}").write_text(f"{number}")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.slow
def test_a_kill_leaves_one_whole_folder(tmp_path):
    target = tmp_path / "out"
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, str(target)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        with ended_after(writer):
            assert writer.stdout.readline() == "ready\n"
            before = content_of(target) if target.is_dir() else None
            while not is_busy(tmp_path):
                assert writer.poll() is None, "the writer has ended by itself"
                os.sched_yield()
            writer.send_signal(signal.SIGKILL)
        if target.is_dir():
            content = content_of(target)
            assert len(content) == 20
            assert len(set(content.values())) == 1
        else:
            assert before is None


def is_busy(folder):
    """Whether something is being written aside at this moment."""
    try:
        return any(any(path.iterdir()) for path in folder.glob(".out.*.part"))
    except FileNotFoundError:  # renamed meanwhile
        return False
