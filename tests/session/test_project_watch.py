"""The window's project and another writer: what that one wrote appears, what the annotator does stays."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.session.project_session import ProjectSession
from tas_desktop.session.thumbnails import Thumbnails
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ImageStatus

WAIT_MS = 10000


@pytest.fixture
def project(qtbot, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(3):
        Image.new("RGB", (20, 10), (number, 0, 0)).save(folder / f"p{number}.png")
    session = ProjectSession(
        thumbnails=Thumbnails(lambda path: np.zeros((2, 2, 3), dtype=np.uint8)),
        annotator="ann",
        fallback_folder=tmp_path / "elsewhere",
    )
    with qtbot.waitSignal(session.opened, timeout=WAIT_MS):
        session.open_folder(folder)
    yield session
    assert session.close()


@pytest.fixture
def other(project):
    """The same project opened a second time, as another process would."""
    with ProjectStore.open(project.store.file) as store:
        yield store


def look(qtbot, project):
    with qtbot.waitSignal(project.watch.changed, timeout=WAIT_MS) as told:
        project.watch.look()
    return told.args[0]


def test_expressions_decisions_and_predictions_of_another_process_appear(qtbot, project, other):
    with qtbot.waitSignal(project.expressions_loaded, timeout=WAIT_MS):
        project.load_expressions(2)
    mug, cup = other.add_expressions([(2, "the mug"), (3, "a cup")], annotator="bob")
    with qtbot.waitSignal(project.expressions_loaded, timeout=WAIT_MS) as loaded:
        changes = look(qtbot, project)
    assert (changes.image_ids, changes.annotators) == ({2, 3}, {"bob"})
    assert loaded.args[0] == 2
    assert [row.text for row in loaded.args[1]] == ["the mug"]
    assert project.counts.expressions == 2
    other.record_decision(Decision(mug, DecisionAction.SKIP, "the mug", "bob"))
    other.predictions.write(Setup("tas", "starter"), [Prediction(cup, "r", "a cup", None, (), 0.0)])
    look(qtbot, project)
    statuses = [project.images.image(number).status for number in (1, 2, 3)]
    assert statuses == [ImageStatus.UNTOUCHED, ImageStatus.DONE, ImageStatus.PROPOSED]
    assert project.counts.decided == 1
    assert project.history.done == ()  # what bob did is not ann's to undo


def test_new_images_are_appended_without_a_reset(qtbot, project, other):
    reset = []
    project.images.modelReset.connect(lambda: reset.append(1))
    other.add_images([other.folder / "p11.png", other.folder / "q.png"], annotator="bob")
    assert look(qtbot, project).images_added
    assert [project.images.image_at(row).path for row in (3, 4)] == ["p11.png", "q.png"]
    assert (project.images.rowCount(), reset) == (5, [])


def test_what_this_process_wrote_is_no_news(qtbot, project, other):
    with qtbot.waitSignal(project.decided, timeout=WAIT_MS):
        project.decide(1, Decision(0, DecisionAction.SKIP, "mine", "ann"))
    assert project.store.changes_of_others() is None
    theirs = other.add_expression(1, text="theirs", annotator="bob")
    with qtbot.waitSignal(project.decided, timeout=WAIT_MS):
        project.decide(2, Decision(0, DecisionAction.SKIP, "mine too", "ann"))
    changes = project.store.changes_of_others()
    assert (changes.image_ids, changes.annotators) == ({1}, {"bob"})
    assert project.store.changes_of_others() is None
    assert other.list_expressions(1)[1].expression_id == theirs


def test_a_failed_look_leaves_the_next_one_free(qtbot, project, other, monkeypatch):
    def fail():
        raise OSError("gone")

    failed = []
    project.write_failed.connect(failed.append)
    with monkeypatch.context() as patch:
        patch.setattr(project.store, "changes_of_others", fail)
        with qtbot.waitSignal(project._lane.failed, timeout=WAIT_MS):
            project.watch.look()
    assert failed == []
    other.add_expression(1, text="theirs", annotator="bob")
    assert look(qtbot, project).image_ids == {1}


def test_a_category_edit_is_told(qtbot, project, other):
    other.categories.add("buoy", annotator="bob")
    changes = look(qtbot, project)
    assert changes.categories_changed
    assert not changes.image_ids
