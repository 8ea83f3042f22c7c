"""The project behind its lane: opening, deciding, undoing, failing."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.session.project_session import NEW_EXPRESSION, ProjectSession
from tas_desktop.session.thumbnails import Thumbnails
from tas_desktop.storage.project import ProjectStore

WAIT_MS = 10000


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "pictures"
    place.mkdir()
    for number in (1, 2, 10):
        Image.new("RGB", (20, 10), (number, 0, 0)).save(place / f"p{number}.png")
    return place


@pytest.fixture
def project(qtbot, tmp_path):
    session = ProjectSession(
        thumbnails=Thumbnails(lambda path: np.zeros((2, 2, 3), dtype=np.uint8)),
        annotator="ann",
        fallback_folder=tmp_path / "elsewhere",
    )
    yield session
    assert session.close()


def open_folder(qtbot, project, folder):
    with qtbot.waitSignal(project.opened, timeout=WAIT_MS):
        project.open_folder(folder)


def accept(text, *, expression_id=NEW_EXPRESSION, x=0):
    mask_hw = np.zeros((10, 20), dtype=bool)
    mask_hw[:, x : x + 5] = True
    return Decision(
        expression_id, DecisionAction.ACCEPT, text, "ann", masks=(ChosenMask(Mask.from_array(mask_hw)),)
    )


def test_a_folder_becomes_a_project_with_its_images_in_natural_order(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    assert [project.images.image_at(row).path for row in range(3)] == ["p1.png", "p2.png", "p10.png"]
    assert (folder / "pictures.tas").exists()


def test_new_images_are_added_when_the_folder_is_opened_again(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    Image.new("RGB", (5, 5)).save(folder / "p3.png")
    open_folder(qtbot, project, folder)
    assert project.images.total == 4
    assert project.project.added.added == 1


def test_a_decision_on_a_typed_text_adds_the_expression_and_commits_both(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    image = project.images.image_at(0)
    with qtbot.waitSignal(project.decided, timeout=WAIT_MS):
        project.decide(image.image_id, accept("the red one"))
    (row,) = project.store.list_expressions(image.image_id)
    assert (row.text, row.status.value) == ("the red one", "accepted")
    assert project.images.image(image.image_id).decided_count == 1
    assert project.counts.decided == 1


def test_undo_and_redo_go_through_the_log_and_reach_over_a_restart(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    image = project.images.image_at(0)
    with qtbot.waitSignal(project.decided, timeout=WAIT_MS):
        project.decide(image.image_id, accept("the red one"))
    open_folder(qtbot, project, folder)
    with qtbot.waitSignal(project.reverted, timeout=WAIT_MS) as undone:
        project.undo()
    assert undone.args[0].value == "the red one"
    assert project.counts.decided == 0
    with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
        project.redo()
    assert project.counts.decided == 1


def test_undo_with_nothing_to_undo_does_nothing(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    reverted = []
    project.reverted.connect(reverted.append)
    with qtbot.waitSignal(project.saving_changed, timeout=WAIT_MS, check_params_cb=lambda saving: not saving):
        project.undo()
    assert reverted == []


def test_quick_decisions_are_all_kept_when_the_project_is_closed_at_once(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    image = project.images.image_at(0)
    for number in range(30):
        project.decide(image.image_id, accept(f"thing {number}"))
    file = project.project.store.file
    assert project.close()
    with ProjectStore.open(file) as store:
        assert store.counts().decided == 30


def test_a_folder_that_cannot_be_written_has_its_project_elsewhere(
    qtbot, project, folder, tmp_path, monkeypatch
):
    create = ProjectStore.create

    def refuse_in_folder(place, **options):  # chmod would not stop root
        if place == folder:
            raise TargetNotWritable(f"{place} is read-only")
        return create(place, **options)

    monkeypatch.setattr(ProjectStore, "create", refuse_in_folder)
    open_folder(qtbot, project, folder)
    assert project.project.apart
    assert tmp_path / "elsewhere" in project.project.store.file.parents
    assert project.images.path_of(project.images.image_at(0)) == folder / "p1.png"


def test_a_folder_without_pictures_or_a_damaged_project_is_refused(qtbot, project, tmp_path):
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(project.open_failed, timeout=WAIT_MS) as failed:
        project.open_folder(tmp_path / "empty")
    assert "no pictures" in failed.args[0].message
    (tmp_path / "bad.tas").write_bytes(b"not a project")
    with qtbot.waitSignal(project.open_failed, timeout=WAIT_MS) as failed:
        project.open_project(tmp_path / "bad.tas")
    assert failed.args[0].next_step


def test_totals_follow_each_write_as_if_they_were_counted_anew(qtbot, project, folder):
    open_folder(qtbot, project, folder)
    for text, image_id, x in (("one", 1, 0), ("two", 1, 0), ("three", 1, 12), ("four", 2, 0)):
        with qtbot.waitSignal(project.decided, timeout=WAIT_MS):
            project.decide(image_id, accept(text, x=x))
        assert project.counts == project.store.counts()
    assert (project.counts.referents, project.counts.accepted, project.counts.images_done) == (3, 4, 2)
    for step in (project.undo, project.undo, project.redo):
        with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
            step()
        assert project.counts == project.store.counts()
    with qtbot.waitSignal(project.counts_changed, timeout=WAIT_MS):
        project.remove_expression(1, 1)
    assert project.counts == project.store.counts()
    assert project.store.counts(image_id=2).expressions == 1
