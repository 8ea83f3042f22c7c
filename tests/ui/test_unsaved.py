"""A disk that is full or a project that is held up: what was decided is kept, told, and saved afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage.project import ProjectStore
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_saved

pytestmark = pytest.mark.gui


def accept(qtbot, window, text):
    type_and_wait(qtbot, window, text)
    qtbot.keyClick(window.box, Qt.Key.Key_Return)


@pytest.fixture
def full_disk(monkeypatch):
    """Decisions cannot be written until the returned function is called."""
    real = ProjectStore.record_decision

    def refuse(_self, _decision):
        raise TargetNotWritable("blocks.tas could not be written: disk is full", next_step="Free some space")

    monkeypatch.setattr(ProjectStore, "record_decision", refuse)
    return lambda: monkeypatch.setattr(ProjectStore, "record_decision", real)


def status(window):
    return window.statusBar().findChild(object, "status-saved").text()


def test_what_could_not_be_written_is_kept_and_saved_on_a_click(qtbot, opened, full_disk):
    project, save_again = opened.workspace.project, opened.actions_by_name["save-again"]
    assert not save_again.isEnabled()
    for number, text in enumerate(("the red one", "the blue one"), start=1):
        accept(qtbot, opened, text)
        qtbot.waitUntil(lambda number=number: project.unsaved.count == number, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "⚠ not saved: 2" in status(opened), timeout=WAIT_MS)
    (message,) = [message for message in opened.notices.messages if message.key == "project"]
    assert message.action == "save-again"
    assert "2" in message.next_step
    assert decisions(opened) == []
    save_again.trigger()
    qtbot.waitUntil(lambda: project.unsaved.count == 2 and not project.is_saving, timeout=WAIT_MS)
    full_disk()
    save_again.trigger()
    wait_saved(qtbot, opened, decided=2)
    assert {decision.text for decision in decisions(opened)} == {"the red one", "the blue one"}
    assert "✓ saved" in status(opened)
    assert not save_again.isEnabled()
    assert "project" not in {message.key for message in opened.notices.messages}


def test_closing_the_window_tries_once_more(qtbot, opened, full_disk):
    project = opened.workspace.project
    file = project.store.file
    accept(qtbot, opened, "the red one")
    qtbot.waitUntil(lambda: project.unsaved.count == 1, timeout=WAIT_MS)
    full_disk()
    assert opened.workspace.close()
    with ProjectStore.open(file) as store:
        assert store.counts().decided == 1
