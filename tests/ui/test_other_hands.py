"""What happens behind the window's back: pictures that move or change, another process that writes."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.projects.splitting import split_project
from tas_desktop.storage.merging.merge import merge_project
from tas_desktop.storage.project import ProjectStore
from tests.support.colour_pipeline import block_picture
from tests.support.patience import PATIENCE_S, ended_after
from tests.ui.driving import (
    WAIT_MS,
    decisions,
    type_and_wait,
    type_text,
    wait_painted,
    wait_ready,
    wait_saved,
)

pytestmark = pytest.mark.gui


def keys(window):
    return {message.key for message in window.notices.messages}


def open_path(qtbot, window, path):
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(path)


def test_a_renamed_picture_keeps_its_decisions_when_the_folder_is_opened_again(qtbot, opened, folder):
    type_and_wait(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    image = opened.workspace.session.image
    (folder / "later").mkdir()
    (folder / image.path).rename(folder / "later" / "renamed.png")
    open_path(qtbot, opened, folder)
    project = opened.workspace.project
    assert project.images.image(image.image_id).path == "later/renamed.png"
    assert project.images.total == 3
    assert "moved" in keys(opened)
    assert project.counts.decided == 1


def test_a_missing_picture_is_found_in_the_folder_that_is_named(qtbot, opened, folder, tmp_path, monkeypatch):
    image, store = opened.workspace.session.image, opened.workspace.project.store
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    qtbot.waitUntil(lambda: store.read_images([image.image_id])[0].content_hash is not None, timeout=WAIT_MS)
    shutil.move(folder / image.path, elsewhere / "found.png")
    open_path(qtbot, opened, folder / "blocks.tas")
    opened.workspace.session.go_to_image(image.image_id)
    qtbot.waitUntil(lambda: opened.workspace.desk.phase.name == "UNREADABLE", timeout=WAIT_MS)
    (message,) = [message for message in opened.notices.messages if message.key == "picture"]
    assert message.action == "find-pictures"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    opened.actions_by_name["find-pictures"].trigger()
    wait_ready(qtbot, opened)
    assert opened.workspace.session.image.path == "../elsewhere/found.png"
    assert "picture" not in keys(opened)


def test_a_replaced_picture_is_told(qtbot, opened, folder):
    image, store = opened.workspace.session.image, opened.workspace.project.store
    qtbot.waitUntil(lambda: store.read_images([image.image_id])[0].content_hash is not None, timeout=WAIT_MS)
    Image.fromarray(block_picture([("blue", 20, 30, 50, 40)])).save(folder / image.path)
    open_path(qtbot, opened, folder)
    opened.workspace.session.go_to_image(image.image_id)
    qtbot.waitUntil(lambda: "replaced" in keys(opened), timeout=WAIT_MS)


def test_another_process_writes_and_the_box_stays(qtbot, opened):
    project = opened.workspace.project
    image = opened.workspace.session.image
    type_text(qtbot, opened, "the red")
    wait_painted(qtbot, opened, "the red")
    selected = opened.workspace.ranking.selected
    with ProjectStore.open(project.store.file) as other:
        other.add_expression(image.image_id, text="written elsewhere", annotator="batch")
        with qtbot.waitSignal(project.watch.changed, timeout=WAIT_MS):
            project.watch.look()
    assert [row.text for row in opened.workspace.session.expressions.rows] == ["written elsewhere"]
    assert opened.box.text() == "the red"
    assert opened.workspace.ranking.selected == selected
    qtbot.keyClicks(opened.box, " one")
    wait_painted(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert (decision.text, decision.annotator) == ("the red one", "tester")


def test_an_expression_in_the_box_that_another_process_removes_is_not_lost(qtbot, opened):
    project, session = opened.workspace.project, opened.workspace.session
    expression = project.store.add_expression(session.image.image_id, text="the red one", annotator="ann")
    project.load_expressions(session.image.image_id)
    qtbot.waitUntil(lambda: session.expressions.find(expression) is not None, timeout=WAIT_MS)
    session.go_to_expression(expression)
    wait_painted(qtbot, opened, "the red one")
    with ProjectStore.open(project.store.file) as other:
        other.remove_expression(expression, annotator="bob")
        with qtbot.waitSignal(project.watch.changed, timeout=WAIT_MS):
            project.watch.look()
    assert opened.box.text() == "the red one"
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.text == "the red one"


WRITER = """
import sys
from pathlib import Path
from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.storage.project import ProjectStore

with ProjectStore.open(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for number in range(40):
        expression = store.add_expression(3, text=f"other {number}", annotator="batch")
        store.record_decision(Decision(expression, DecisionAction.SKIP, f"other {number}", "batch"))
"""


def test_a_process_that_writes_all_the_time_loses_no_key_of_the_annotators(qtbot, opened, checkout):
    project = opened.workspace.project
    command = [sys.executable, "-c", WRITER, str(project.store.file)]
    writer = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True)
    with ended_after(writer):
        assert writer.stdout.readline() == "open\n"
        texts = ["the red one", "the blue one", "the small red one"]
        for text in texts:
            type_and_wait(qtbot, opened, text)
            qtbot.keyClick(opened.box, Qt.Key.Key_Return)
        writer.communicate(timeout=PATIENCE_S)
    assert writer.returncode == 0
    qtbot.waitUntil(lambda: not project.is_saving, timeout=WAIT_MS)
    assert [decision.text for decision in decisions(opened)] == texts
    project.watch.look()
    qtbot.waitUntil(lambda: project.counts.decided == 43, timeout=WAIT_MS)
    assert project.images.image(3).decided_count == 40
    assert {event.annotator for event in project.history.done} == {"tester"}


def test_a_merged_conflict_says_who_decided_what(qtbot, opened, tmp_path):
    project, session = opened.workspace.project, opened.workspace.session
    type_and_wait(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    image, store = session.image, project.store
    (row,) = store.list_expressions(image.image_id)
    part = split_project(store, 2, out=tmp_path / "parts", shared=1)[0]
    with ProjectStore.open(part.file) as other:
        for decider, annotator in ((other, "bob"), (store, "tester")):
            action = DecisionAction.NO_TARGET if annotator == "bob" else DecisionAction.SKIP
            decider.record_decision(Decision(row.expression_id, action, "the red one", annotator))
        with ProjectStore.open(store.file) as elsewhere:
            merge_project(elsewhere, other, annotator="chief")
    with qtbot.waitSignal(project.watch.changed, timeout=WAIT_MS):
        project.watch.look()
    session.go_to_expression(row.expression_id)
    qtbot.waitUntil(lambda: "flag-note" in keys(opened), timeout=WAIT_MS)
    (message,) = [message for message in opened.notices.messages if message.key == "flag-note"]
    assert message.text.startswith("Flagged by chief: merge, other decision: tester: skipped")
    assert "bob: no target" in message.text
    wait_painted(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "flag-note" not in keys(opened), timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: store.list_expressions(image.image_id)[0].status.value == "accepted", timeout=WAIT_MS
    )
