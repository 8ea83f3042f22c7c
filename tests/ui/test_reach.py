"""Everything that can be used has a name for those who do not see it, and is reached without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QKeySequenceEdit,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from tests.ui.dialogs import OPENERS, POPUPS, open_dialog
from tests.ui.driving import type_and_wait

INTERACTIVE = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QKeySequenceEdit, QTabBar),
)


def is_part_of_another(widget: QWidget) -> bool:
    """Scroll bars, the line of a spin box, the head of a table, the clear button of a line."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar) and isinstance(parent, QAbstractScrollArea | QWidget):
        return True
    inside_of = (QAbstractSpinBox, QComboBox, QAbstractItemView, QLineEdit, QKeySequenceEdit, QTabBar)
    while parent is not None and not parent.isWindow():
        if isinstance(parent, inside_of):
            return True
        parent = parent.parentWidget()
    return False


def interactive(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisible()
        and widget.window() is root
        and not is_part_of_another(widget)
    ]


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).strip()


def tab_ring(root: QWidget) -> set[QWidget]:
    """What Tab leads to, once round, as Qt does it."""
    reached, widget = set(), root
    while True:
        widget = widget.nextInFocusChain()
        if widget in reached or widget is root:
            return reached
        reached.add(widget)


def without_name(root: QWidget) -> list[str]:
    return [describe(widget) for widget in interactive(root) if not name_of(widget)]


def out_of_reach(root: QWidget) -> list[str]:
    """What neither Tab nor a key of its own reaches."""
    ring = tab_ring(root)
    keys = {text for action in root.actions() for text in [action.text()] if not action.shortcut().isEmpty()}
    palette = {action.text() for action in root.actions()}
    lost = []
    for widget in interactive(root):
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget in ring
        in_palette = isinstance(widget, QAbstractButton) and widget.text() in keys | palette
        by_arrows = isinstance(widget.parentWidget(), QDialogButtonBox)
        if widget.isEnabled() and not (by_tab or in_palette or by_arrows):
            lost.append(describe(widget))
    return lost


def test_everything_on_the_first_page_has_a_name_and_is_reached(window):
    assert interactive(window)
    assert without_name(window) == []
    assert out_of_reach(window) == []


def test_everything_in_the_open_window_has_a_name_and_is_reached(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    assert len(interactive(opened)) > 10
    assert without_name(opened) == []
    assert out_of_reach(opened) == []


@pytest.mark.parametrize("name", OPENERS)
def test_everything_in_a_dialog_has_a_name_and_is_reached(qtbot, opened, name):
    type_and_wait(qtbot, opened, "red block")
    with open_dialog(qtbot, opened, name) as dialog:
        assert without_name(dialog) == []
        assert dialog.windowTitle() or name in POPUPS
        walked = [widget for widget in out_of_reach(dialog) if "QListWidget" not in widget]
        assert walked == []


@pytest.mark.parametrize("name", [name for name in OPENERS if name not in POPUPS])
def test_escape_closes_a_dialog_and_the_box_has_the_focus_again(qtbot, opened, name):
    opened.box.setFocus()
    with open_dialog(qtbot, opened, name) as dialog:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    assert opened.focusWidget() is opened.box


def test_settings_are_walked_line_by_line(qtbot, opened):
    with open_dialog(qtbot, opened, "settings") as dialog:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.search.setFocus()
        fields = [line.editor.field for line in dialog.settings_page.lines]
        seen = []
        for _ in range(60):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
        places = [seen.index(field) for field in fields]
        assert places == sorted(places)
