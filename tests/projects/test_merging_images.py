"""What parts did to images comes back: splits and replaced pictures; looks and cancels write nothing."""

from __future__ import annotations

import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.projects.bringing_back import bring_back_work
from tas_desktop.projects.splitting import COPYING, WRITING, hand_out, split_project
from tas_desktop.storage.errors import ProjectReadOnly
from tas_desktop.storage.merging.merge import merge_project
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask

OLD = PictureIdentity("a" * 64, 100, 60, 1)
LARGER = PictureIdentity("b" * 64, 200, 120, 1)


@pytest.fixture
def project(tmp_path):
    """Four images with an expression each; the first was read, and is decided."""
    with ProjectStore.create(tmp_path / "whole" / "p", name="p") as store:
        store.add_images([tmp_path / "pictures" / f"{n}.jpg" for n in range(4)], annotator="ann")
        store.add_expressions([(n, f"thing {n}") for n in range(1, 5)], annotator="ann")
        store.note_image(1, content_hash=OLD.content_hash, width=100, height=60, orientation=1)
        store.record_decision(accept(1, box_mask(5), text="thing 1"))
        yield store


@pytest.fixture
def part(project, tmp_path):
    """A part with all images."""
    written = split_project(project, 2, out=tmp_path / "out", shared=1)
    with ProjectStore.open(written[0].file) as store:
        yield store


def splits(store):
    return [row.split for row in store.list_images()]


def test_splits_come_back_where_ours_has_none_and_undo_in_the_part_too(project, part):
    project.set_splits({1: "val"}, annotator="ann")
    seq = part.set_splits(dict.fromkeys(range(1, 5), "train"), annotator="bob")
    merge_project(project, part, annotator="chief")
    assert splits(project) == ["val", "train", "train", "train"]
    assert project.undo_history("bob").done == ()
    part.undo(seq, annotator="bob")
    merge_project(project, part, annotator="chief")
    assert splits(project) == ["val", "", "", ""]
    before = project.last_event_seq()
    merge_project(project, part, annotator="chief")
    assert project.last_event_seq() == before


def test_a_part_made_after_moves_does_not_undo_them_into_the_wrong_folder(project, tmp_path):
    project.relocate_images({1: tmp_path / "elsewhere" / "0.jpg"}, annotator="ann")
    undone = project.relocate_images({2: tmp_path / "elsewhere" / "1.jpg"}, annotator="ann")
    project.undo(undone, annotator="ann")
    written = split_project(project, 2, out=tmp_path / "out", shared=1)
    with ProjectStore.open(written[0].file) as store:
        assert store.undo_newest("ann").kind.value == "decided"
        assert store.image_path(store.list_images()[0].path) == tmp_path / "elsewhere" / "0.jpg"
        assert store.image_path(store.list_images()[1].path) == tmp_path / "pictures" / "1.jpg"
        merge_project(project, store, annotator="chief")
    assert project.list_images()[0].path == "../../elsewhere/0.jpg"


def test_a_picture_that_a_part_took_is_taken_here_with_what_was_decided_on_it(project, part):
    part.take_pictures({1: LARGER}, annotator="bob")
    merge_project(project, part, annotator="chief")
    image = project.list_images()[0]
    assert (image.content_hash, image.width, image.decided_count) == (LARGER.content_hash, 200, 0)
    before = project.last_event_seq()
    merge_project(project, part, annotator="chief")
    assert project.last_event_seq() == before
    merge_project(part, project, annotator="bob")
    assert part.list_images()[0].content_hash == LARGER.content_hash


def test_a_picture_that_both_replaced_stays_as_it_is_here(project, part):
    mine = PictureIdentity("c" * 64, 100, 60, 1)
    project.take_pictures({1: mine}, annotator="ann")
    part.take_pictures({1: LARGER}, annotator="bob")
    merge_project(project, part, annotator="chief")
    assert project.list_images()[0].content_hash == mine.content_hash


def test_a_foreign_picture_that_was_replaced_comes_with_what_stands_on_it(project, tmp_path):
    with ProjectStore.create(tmp_path / "foreign") as store:
        store.add_images([store.folder / "x.jpg"], annotator="eve")
        store.add_expressions([(1, "before"), (1, "after")], annotator="eve")
        store.note_image(1, content_hash="d" * 64, width=100, height=60)
        store.record_decision(accept(1, box_mask(5), text="before", annotator="eve"))
        seq = store.take_pictures({1: LARGER}, annotator="eve")
        store.record_decision(accept(2, box_mask(9), text="after", annotator="eve"))
        merge_project(project, store, annotator="chief")
        (image,) = [row for row in project.list_images() if row.content_hash == LARGER.content_hash]
        statuses = [row.status.value for row in project.list_expressions(image.image_id)]
        assert statuses == [row.status.value for row in store.list_expressions(1)]
        assert statuses[0] == "undecided"
        store.undo(seq, annotator="eve")
        merge_project(project, store, annotator="chief")
        (image,) = project.read_images([image.image_id])
        assert (image.content_hash, image.decided_count) == ("d" * 64, 2)


def test_a_rehearsal_says_what_a_merge_then_does_and_writes_nothing(project, part):
    part.record_decision(accept(2, box_mask(30), text="thing 2", annotator="bob"))
    part.record_decision(accept(1, box_mask(60), text="thing 1", annotator="bob"))
    project.record_decision(accept(1, box_mask(7), text="thing 1"))
    seq = project.last_event_seq()
    names = {"project": project.file, "other": part.file, "annotator": "chief"}
    foreseen = bring_back_work(WorkControl(), **names, rehearse=True)
    assert project.last_event_seq() == seq
    done = bring_back_work(WorkControl(), **names)
    assert foreseen == done
    assert (len(done.report.conflicts), done.agreement.compared) == (1, 1)
    assert done.paths == {1: project.list_images()[0].path}


def test_what_is_read_only_cannot_even_be_rehearsed(project, part):
    project._transactions._read_only_reason = "it is on a disc"
    with pytest.raises(ProjectReadOnly, match="on a disc"):
        merge_project(project, part, annotator="chief", rehearse=True)


def cancelling(step, done=0):
    """A control that is cancelled when it is told of this step."""
    token = CancelToken()

    def report(progress):
        if progress.step == step and progress.done == done:
            token.cancel()

    return WorkControl(token, report)


def test_a_cancelled_merge_writes_nothing(project, part):
    part.add_expressions([(1, f"new {n}") for n in range(250)], annotator="bob")
    seq = project.last_event_seq()
    with pytest.raises(Cancelled):
        merge_project(project, part, annotator="chief", control=cancelling("tell", 100))
    assert project.last_event_seq() == seq
    assert merge_project(project, part, annotator="chief").expressions == 250


@pytest.mark.parametrize(("step", "done"), [(COPYING, 1), (WRITING, 1)])
def test_cancelled_parts_leave_nothing_but_what_was_there(project, tmp_path, step, done):
    (tmp_path / "pictures").mkdir()
    for n in range(4):
        (tmp_path / "pictures" / f"{n}.jpg").write_bytes(b"any")
    kept = tmp_path / "out" / "p-1" / "notes.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("was here before")
    with pytest.raises(Cancelled):
        hand_out(
            cancelling(step, done),
            project=project.file,
            count=2,
            out=tmp_path / "out",
            shared=0.0,
            with_pictures=True,
        )
    assert not (tmp_path / "out" / "p-2").exists()
    assert kept.read_text() == "was here before"
    assert [path.name for path in kept.parent.iterdir()] == ["notes.txt"]
