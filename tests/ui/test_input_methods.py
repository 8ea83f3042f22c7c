"""While an input method composes, Enter, digits, arrows and shortcuts belong to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tas_desktop.ui.expression.category_picker import CategoryPicker
from tas_desktop.ui.palette_dialog import PaletteDialog
from tests.ui.driving import decisions, type_and_wait, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def compose(widget, text):
    """Type something that is not there yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit(widget, text):
    """Take the composed word over."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Enter, NONE),
        (Qt.Key.Key_1, NONE),
        (Qt.Key.Key_1, ALT),
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_PageDown, NONE),
        (Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_J, CONTROL),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_Space, CONTROL),
    ],
)
def test_no_key_of_the_loop_gets_through_a_composition(qtbot, opened, key, modifier):
    type_and_wait(qtbot, opened, "red block")
    session = opened.workspace.session
    before = (session.image.image_id, session.ranking.selected.proposal_index)
    compose(opened.box, "hong2")
    assert opened.box.is_composing
    qtbot.keyClick(opened.box, key, modifier)
    assert decisions(opened) == []
    assert (session.image.image_id, session.ranking.selected.proposal_index) == before
    assert opened.findChild(PaletteDialog) is None
    assert opened.box.hasFocus()


def test_what_was_composed_is_typed_and_then_enter_is_the_windows_again(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    compose(opened.box, "hong2")
    commit(opened.box, "红")
    assert not opened.box.is_composing
    assert opened.box.text() == "red block红"
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)


def test_what_is_only_composed_is_not_ranked(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    compose(opened.box, "hong2")
    assert opened.workspace.ranking.text == "red block"
    assert opened.workspace.ranking.is_current


def test_a_composition_ends_with_the_focus(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    compose(opened.box, "hong2")
    opened.canvas.view.setFocus()
    assert not opened.box.is_composing


def test_the_filter_keeps_its_composition(qtbot, opened):
    box = opened.images.filter_box
    box.setFocus()
    compose(box, "tu2")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.hasFocus()
    commit(box, "图")
    assert box.text() == "图"


def test_the_palette_runs_nothing_while_its_search_is_composed(qtbot, opened):
    opened.actions_by_name["command-palette"].trigger()
    palette = opened.findChild(PaletteDialog)
    compose(palette.search, "xia4")
    row = palette.list.currentRow()
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.list.currentRow() == row
    palette.close()


def test_the_category_is_not_chosen_while_its_search_is_composed(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    opened.actions_by_name["change-category"].trigger()
    picker = opened.findChild(CategoryPicker)
    compose(picker.search, "bei1")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.isVisible()
    picker.close()


def test_every_line_that_acts_on_keys_knows_compositions(window):
    from PySide6.QtWidgets import QLineEdit

    from tas_desktop.ui.composing_line import ComposingLine

    for line in window.findChildren(QLineEdit):
        acts = type(line).keyPressEvent is not QLineEdit.keyPressEvent
        assert isinstance(line, ComposingLine) or not acts, line.objectName()
