"""An image's list of expressions: kept, changed, ordered, removed, each undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus
from tests.ui.driving import WAIT_MS, type_text
from tests.ui.expressing import ALT, CONTROL, SHIFT, keep, listed, stored


def test_texts_are_kept_undecided_by_control_enter(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    assert stored(opened) == ["red block", "blue block"]
    rows = opened.workspace.session.expressions.rows
    assert {row.status for row in rows} == {ExpressionStatus.UNDECIDED}
    assert {row.source for row in rows} == {ExpressionSource.PERSON}
    assert opened.workspace.project.counts.decided == 0


def test_keeping_is_undone_and_redone(qtbot, opened):
    keep(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: listed(opened) == [], timeout=WAIT_MS)
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: listed(opened) == ["red block"], timeout=WAIT_MS)


def test_control_up_and_down_walk_the_expressions_from_inside_the_box(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    assert opened.box.text() == "blue block"
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    assert opened.box.text() == "red block"
    qtbot.keyClick(opened.box, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Down, CONTROL)
    assert opened.box.text() == "", "after the last comes a new one"


def test_another_text_for_an_expression_without_deciding(qtbot, opened):
    keep(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    type_text(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stored(opened) == ["red block on the left"], timeout=WAIT_MS)
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: stored(opened) == ["red block"], timeout=WAIT_MS)


def test_f2_edits_in_the_list(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_F2)
    editor = opened.expression.list.findChild(QLineEdit, "in-place")
    assert editor.text() == "blue block"
    qtbot.keyClicks(editor, "the blue block on the right")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(opened) == ["red block", "the blue block on the right"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: opened.box.text() == "the blue block on the right", timeout=WAIT_MS)


def test_an_empty_text_is_refused_in_the_list(qtbot, opened):
    keep(qtbot, opened, "red block")
    posted = []
    opened.workspace.notices.posted.connect(posted.append)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_F2)
    editor = opened.expression.list.findChild(QLineEdit, "in-place")
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(posted), timeout=WAIT_MS)
    assert "empty" in posted[-1].text
    assert stored(opened) == ["red block"]


def test_removing_goes_on_to_the_neighbour(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Delete, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: stored(opened) == ["red block"], timeout=WAIT_MS)
    assert opened.box.text() == "red block"
    opened.expression.list.setFocus()
    qtbot.keyClick(opened.expression.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(opened) == [], timeout=WAIT_MS)


def test_alt_up_and_down_order_the_list_and_undo_takes_it_back(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block", "the left block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, ALT)
    assert listed(opened) == ["red block", "the left block", "blue block"], "at once"
    qtbot.waitUntil(lambda: stored(opened) == ["red block", "the left block", "blue block"], timeout=WAIT_MS)
    assert opened.box.text() == "the left block"
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: listed(opened) == ["red block", "blue block", "the left block"], timeout=WAIT_MS)


def test_a_row_is_dragged_to_another_place(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block", "the left block")
    view, model = opened.expression.list, opened.workspace.session.expressions
    view.setCurrentIndex(model.index(0))
    place = QPointF(view.visualRect(model.index(2)).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, QMimeData(), buttons, keys))
    qtbot.waitUntil(lambda: stored(opened) == ["blue block", "the left block", "red block"], timeout=WAIT_MS)


@pytest.mark.parametrize("name", ["move-expression-up", "rename-expression", "remove-expression"])
def test_actions_on_an_expression_wait_for_one(opened, name):
    assert not opened.actions_by_name[name].isEnabled()
