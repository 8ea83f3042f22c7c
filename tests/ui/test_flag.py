"""Flagging with a note, without a box that stops the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.ui.expression.note_popup import NotePopup
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier


def ask(qtbot, window) -> NotePopup:
    type_and_wait(qtbot, window, "red block")
    qtbot.keyClick(window.box, Qt.Key.Key_J, CONTROL)
    popup = window.findChild(NotePopup)
    assert popup.isVisible()
    return popup


def test_a_note_is_typed_below_the_box_and_stored_with_the_flag(qtbot, opened):
    popup = ask(qtbot, opened)
    qtbot.keyClicks(popup.line, "two <b>mugs</b>?")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.action is DecisionAction.FLAG
    assert decision.note == "two <b>mugs</b>?"
    qtbot.waitUntil(lambda: opened.findChild(NotePopup) is None, timeout=WAIT_MS)


def test_a_flag_needs_no_note(qtbot, opened):
    popup = ask(qtbot, opened)
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].action is DecisionAction.FLAG


def test_escape_leaves_things_as_they_are(qtbot, opened):
    popup = ask(qtbot, opened)
    qtbot.keyClicks(popup.line, "no")
    qtbot.keyClick(popup.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.findChild(NotePopup) is None, timeout=WAIT_MS)
    assert decisions(opened) == []
    assert opened.box.text() == "red block"


def test_enter_that_takes_a_composed_word_over_does_not_flag(qtbot, opened):
    popup = ask(qtbot, opened)
    QApplication.sendEvent(popup.line, QInputMethodEvent("kan4", []))
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert decisions(opened) == []
    popup.close()
