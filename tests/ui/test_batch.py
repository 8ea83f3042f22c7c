"""Proposing for all pictures, from the window."""

from __future__ import annotations

import os
import socket

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from tas_desktop.batch.claim import claim_batch
from tas_desktop.batch.unfinished import UnfinishedBatches
from tas_desktop.session.notices import Severity
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ImageStatus
from tas_desktop.ui.batch.report_dialog import BatchReportDialog
from tests.ui.driving import WAIT_MS, type_and_wait, wait_ready, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def texts(opened):
    """Expressions of all three pictures, as an import brings them."""
    store = opened.workspace.project.store
    ids = {row.path: row.image_id for row in store.list_images()}
    store.add_expressions(
        [(ids["one.png"], "blue block"), (ids["two.png"], "green block"), (ids["three.png"], "purple block")],
        annotator="import",
    )
    return ids


def run_batch(qtbot, window, action="propose-all"):
    with qtbot.waitSignal(window.workspace.batch.done, timeout=WAIT_MS) as done:
        window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: not window.workspace.batch.is_running, timeout=WAIT_MS)
    return done.args[0]


def statuses(window):
    images = window.workspace.project.images
    return [images.image_at(row).status for row in range(images.rowCount())]


def strip(window):
    return window.findChild(QLabel, "batch-label")


def test_all_pictures_are_proposed_for_by_one_key(qtbot, opened, texts):
    with qtbot.waitSignal(opened.workspace.batch.done, timeout=WAIT_MS) as done:
        qtbot.keyClick(opened.box, Qt.Key.Key_B, CONTROL)
    report = done.args[0]
    assert (report.proposed, report.expressions, report.failures) == (3, 3, ())
    assert statuses(opened) == [ImageStatus.PROPOSED] * 3
    store = opened.workspace.project.store
    (row,) = store.predictions.of_image(texts["three.png"])
    assert row.prediction.mask.box_xywh == (60, 40, 90, 70)
    assert row.setup.params == opened.workspace.source.loaded.params
    assert any("Proposed for 3 pictures" in message.text for message in opened.notices.messages)


def test_a_person_s_decision_stays_and_can_still_be_undone(qtbot, opened, texts):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    report = run_batch(qtbot, opened, "propose-all-again")
    assert report.expressions == 3
    assert opened.workspace.project.counts.decided == 1
    opened.actions_by_name["undo"].trigger()
    wait_saved(qtbot, opened, decided=0)


def test_the_strip_tells_how_far_it_is_and_cancels(qtbot, opened, texts, caption_gate):
    label, cancel = strip(opened), opened.findChild(QToolButton, "batch-cancel")
    assert not label.isVisible()
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    qtbot.waitUntil(lambda: "/ 3" in label.text(), timeout=WAIT_MS)
    assert label.isVisible()
    assert not opened.actions_by_name["propose-all"].isEnabled()
    with qtbot.waitSignal(opened.workspace.batch.done, timeout=WAIT_MS) as done:
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
        assert label.text() == "Stopping …"
        caption_gate.set()
    assert done.args[0].cancelled
    qtbot.waitUntil(lambda: not label.isVisible(), timeout=WAIT_MS)
    assert any("Stopped with" in message.text for message in opened.notices.messages)
    assert opened.actions_by_name["propose-all"].isEnabled()


def test_a_picture_that_is_opened_meanwhile_goes_first(qtbot, opened, texts, caption_gate, no_work_ahead):
    """The batch waits inside a picture; the annotator's own is analysed and painted all the same."""
    batch, analyses = opened.workspace.batch, opened.workspace.analyses
    analyses.forget_all()
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    qtbot.waitUntil(lambda: batch.progress is not None, timeout=WAIT_MS)
    opened.workspace.session.go_to_image(texts["two.png"])
    caption_gate.set()
    wait_ready(qtbot, opened)
    qtbot.waitUntil(lambda: not batch.is_running, timeout=WAIT_MS)
    assert (batch.report.proposed, batch.report.failures) == (3, ())


def test_what_was_passed_over_is_listed_and_leads_to_its_picture(qtbot, opened, texts, folder):
    (folder / "two.png").write_bytes(b"no picture")
    report = run_batch(qtbot, opened)
    assert [failure.path for failure in report.failures] == ["two.png"]
    (message,) = [message for message in opened.notices.messages if message.key == "batch"]
    assert (message.severity, message.action) == (Severity.WARNING, "batch-report")
    button = next(b for b in opened.notices.findChildren(QPushButton) if b.text().startswith("The last"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(BatchReportDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    rows = dialog.failures.model()
    shown = [rows.data(rows.index(0, column)) for column in range(3)]
    assert shown[0] == "two.png"
    assert all(shown)
    assert dialog.tabs.tabText(0) == "Passed over (1)"
    dialog.failures.clicked.emit(rows.index(0, 1))
    assert opened.workspace.session.image.image_id == texts["two.png"]
    dialog.close()


def test_another_run_tells_which_first_masks_changed(qtbot, opened, texts):
    store = opened.workspace.project.store
    store.add_expression(texts["three.png"], text="orange block", annotator="import")
    run_batch(qtbot, opened)
    for term in ("use_v", "use_p", "use_n"):
        opened.workspace.method.set_param(term, False)
    report = run_batch(qtbot, opened)
    assert report.changed
    opened.actions_by_name["batch-report"].trigger()
    dialog = opened.findChild(BatchReportDialog)
    rows = dialog.changes.model()
    assert rows.rowCount() == len(report.changed)
    assert dialog.tabs.currentWidget() is dialog.changes
    dialog.changes.clicked.emit(rows.index(0, 0))
    first = report.changed[0]
    assert opened.workspace.session.image.image_id == first.image_id
    qtbot.waitUntil(lambda: opened.box.text() == first.text, timeout=WAIT_MS)
    dialog.close()


def test_a_batch_that_was_cut_short_is_offered_at_the_next_start(qtbot, window, folder):
    project = folder / f"{folder.name}.tas"
    notes = UnfinishedBatches(window.workspace.batch._notes)
    notes.note(project)
    with qtbot.waitSignal(window.workspace.batch.offered, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    wait_ready(qtbot, window)
    (message,) = [message for message in window.notices.messages if message.key == "batch"]
    assert message.action == "propose-all"
    button = next(b for b in window.notices.findChildren(QPushButton) if b.text().startswith("Propose"))
    with qtbot.waitSignal(window.workspace.batch.done, timeout=WAIT_MS):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not notes.wants_more(project), timeout=WAIT_MS)


def test_closing_the_window_stops_it_and_leaves_the_note(qtbot, opened, texts, caption_gate):
    batch, project = opened.workspace.batch, opened.workspace.project.store.file
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    qtbot.waitUntil(lambda: batch.progress is not None, timeout=WAIT_MS)
    opened.closing.connect(caption_gate.set)  # the networks go on, and meet the flag at their next step
    opened.close()
    assert opened.workspace.close()
    assert UnfinishedBatches(batch._notes).wants_more(project)


def test_cancelling_leaves_no_note(qtbot, opened, texts, caption_gate):
    batch, project = opened.workspace.batch, opened.workspace.project.store.file
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    qtbot.waitUntil(lambda: batch.progress is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(batch.done, timeout=WAIT_MS):
        opened.actions_by_name["cancel-batch"].trigger()
        caption_gate.set()
    qtbot.waitUntil(lambda: not UnfinishedBatches(batch._notes).wants_more(project), timeout=WAIT_MS)


def test_a_read_only_project_cannot_be_proposed_for(qtbot, opened):
    opened.workspace.project.store.read_only_reason = "the disk is a CD"
    opened.commands.refresh()
    assert not opened.actions_by_name["propose-all"].isEnabled()


def test_without_the_cache_the_project_s_own_analysis_spares_masks_and_captions(
    qtbot, opened, texts, monkeypatch
):
    """As on another machine that was handed the project."""
    run_batch(qtbot, opened)
    monkeypatch.setattr("tests.support.colour_pipeline.ConnectedColours.propose", pytest.fail)
    opened.workspace.analyses.forget_all()
    opened.workspace.session.go_to_image(texts["three.png"])
    wait_ready(qtbot, opened)
    analysis = opened.workspace.desk.analysis
    assert analysis.complete
    assert [name for name, _ in analysis.seconds] == ["encode"]
    type_and_wait(qtbot, opened, "orange block")
    assert opened.workspace.ranking.selected.proposal.mask.box_xywh == (170, 20, 40, 40)


def test_a_batch_beside_another_one_is_refused_with_who_is_at_work(qtbot, opened, texts):
    workspace = opened.workspace
    with ProjectStore.open(workspace.project.store.file) as other, claim_batch(other):
        with qtbot.waitSignal(workspace.batch.failed, timeout=WAIT_MS):
            opened.actions_by_name["propose-all"].trigger()
        message = opened.notices.messages[-1]
        assert f"process {os.getpid()} on {socket.gethostname()}" in message.text
        assert (message.action, bool(message.next_step)) == ("propose-all", True)
        qtbot.waitUntil(lambda: workspace.batch.can_start, timeout=WAIT_MS)
    assert run_batch(qtbot, opened).proposed == 3
