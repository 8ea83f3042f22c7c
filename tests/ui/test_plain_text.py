"""No widget may show data as rich text: a label or a tool tip renders an imported `<img src=…>`.

Qt guesses: QLabel, QMessageBox and tool tips take what looks like HTML for HTML. So every label is told that
its text is plain, tool tips go through `as_plain_tool_tip` unless they are our own words, and what always
renders HTML is not used at all. Checked in the source, where a widget is made, and on every live widget.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import Qt  # it is this one that has mightBeRichText()
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.dialogs import OPENERS, open_dialog
from tests.ui.driving import type_and_wait

UI = Path(__file__).resolve().parent.parent.parent / "tas_desktop" / "ui"
MODULES = sorted(UI.rglob("*.py"))
RENDER_HTML = {
    *("QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QProgressDialog", "QGraphicsTextItem"),
    *("QWhatsThis", "QInputDialog", "QTextDocument", "QWebEngineView"),
}
HTML_CALLS = {"setHtml", "insertHtml", "appendHtml", "setWhatsThis", "fromHtml"}
MADE_PLAIN = {"as_plain_tool_tip"}
TOOL_TIPS = {"setToolTip": -1, "showText": 1}  # which argument the text is
LABELS = {"QLabel", "QElidingLabel"}


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_own_words(node: ast.expr, function: ast.AST | None = None) -> bool:
    """A literal, a literal through tr(), or a text that was made plain; of two, both."""
    if isinstance(node, ast.Name) and function is not None:
        given = [
            other.value
            for other in ast.walk(function)
            if isinstance(other, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == node.id for target in other.targets)
        ]
        return bool(given) and all(is_own_words(value) for value in given)
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return is_own_words(node.body) and is_own_words(node.orelse)
    if isinstance(node, ast.Call):
        if called(node) in MADE_PLAIN:
            return True
        return called(node) in {"tr", "translate", "translated"} and all(
            isinstance(argument, ast.Constant | ast.Attribute | ast.Name) for argument in node.args
        )
    return False


def is_text(node: ast.expr) -> bool:
    """Whether this is a text and not a widget."""
    return isinstance(node, ast.Constant | ast.JoinedStr | ast.Subscript) or (
        isinstance(node, ast.Call) and called(node) in {"tr", "translate", "translated", "format"}
    )


def functions(tree: ast.Module):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(UI)))
def test_the_source_makes_nothing_that_renders_data(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    faults = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in RENDER_HTML:
            faults.append(f"line {node.lineno}: {node.id} renders HTML")
        if isinstance(node, ast.Call) and called(node) in HTML_CALLS:
            faults.append(f"line {node.lineno}: {called(node)} renders HTML")
        if isinstance(node, ast.Call) and called(node) == "addRow" and is_text(node.args[0]):
            faults.append(f"line {node.lineno}: a form makes a label that guesses")
    for function in functions(tree):
        for node in ast.walk(function):
            place = TOOL_TIPS.get(called(node)) if isinstance(node, ast.Call) else None
            if place is not None and not is_own_words(node.args[place], function):
                faults.append(f"line {node.lineno}: a tool tip of data without as_plain_tool_tip")
    assert not faults


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(UI)))
def test_every_label_is_told_that_its_text_is_plain(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    faults = []
    for function in functions(tree):
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        made = [node for node in calls if called(node) in LABELS]
        told = [node for node in calls if called(node) in {"setTextFormat", "setPixmap"}]
        in_a_loop = any(isinstance(node, ast.For) for node in ast.walk(function))
        if made and (not told or (len(told) < len(made) and not in_a_loop)):
            faults.append(f"line {function.lineno}: {function.name} makes labels that guess")
    assert not faults


def live_faults(root: QWidget) -> list[str]:
    faults = []
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            inside_of_qt = type(widget.parent()).__module__.startswith("PySide6")
            if widget.pixmap().isNull() and not inside_of_qt:
                faults.append(f"label {widget.objectName()!r} of {type(widget.parent()).__name__}")
        tip = widget.toolTip()
        if renders(tip):
            faults.append(f"tool tip {tip!r}")
    tips = (action.toolTip() for action in root.actions())
    return faults + [f"tool tip {tip!r} of an action" for tip in tips if renders(tip)]


def renders(tip: str) -> bool:
    """Whether Qt would take it for more than one paragraph of lines."""
    return Qt.mightBeRichText(tip) and not re.fullmatch(r"<p>([^<]|<br>)*</p>", tip)


def test_no_live_widget_of_the_window_guesses(qtbot, opened):
    type_and_wait(qtbot, opened, "<img src=x> & <b>red</b> block")
    assert live_faults(opened) == []


@pytest.mark.parametrize("name", OPENERS)
def test_no_live_widget_of_a_dialog_guesses(qtbot, opened, name):
    type_and_wait(qtbot, opened, "red block")
    with open_dialog(qtbot, opened, name) as dialog:
        assert live_faults(dialog) == []
