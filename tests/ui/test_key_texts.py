"""Texts that name keys name the keys of the day, and none is written down twice."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from tas_desktop.config.resources import resource_path
from tas_desktop.session.session_messages import SessionMessages
from tas_desktop.ui.actions import ACTIONS, KeyTexts
from tests.ui.driving import type_and_wait

SAYING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
MARK = re.compile(r"‹([^›]*)›")
KEY = re.compile(r"\b(?:Ctrl|Alt|Shift|Meta)\+|\bF\d{1,2}\b|\bPage ?(?:Up|Down)\b")
FIXED = {
    "ui/actions/key_hints.py": "keys that are no commands'",
    "ui/actions/shortcuts.py": "keys that no command may have",
    "ui/categories/dialog.py": "F2 is the table's own, on every system",
    "ui/expression/panel.py": "Alt+1 to Alt+9 pick by place",
}


def said_texts():
    """File and text of everything that is said in the window."""
    package = Path(__file__).parents[2] / "tas_desktop"
    for file in (*package.glob("ui/**/*.py"), *package.glob("session/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in SAYING:
                for part in node.args:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield file.relative_to(package).as_posix(), part.value


def test_marks_name_commands():
    names = {row.name for row in ACTIONS}
    marked = [name for _, text in said_texts() for name in MARK.findall(text)]
    assert len(marked) > 10
    assert set(marked) <= names


@pytest.mark.parametrize("language", ["de", "zh_CN"])
def test_translations_name_the_same_commands(language):
    file = resource_path("i18n", f"tas-desktop_{language}.ts")
    for message in ET.parse(file).iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        if translation:
            assert sorted(MARK.findall(translation)) == sorted(MARK.findall(source)), translation


def test_no_text_has_a_key_in_it_that_can_be_changed():
    found = [(file, text) for file, text in said_texts() if KEY.search(text) and file not in FIXED]
    assert found == []


@pytest.fixture
def keys(window):
    return KeyTexts(window.shortcuts)


def test_a_mark_becomes_the_first_key_or_the_commands_name(window, keys):
    assert keys.fill("‹next-image› goes on, ‹skip› too") == "PgDown goes on, Ctrl+Shift+K too"
    window.shortcuts.assign("next-image", [QKeySequence("F8")])
    assert keys.fill("‹next-image› goes on") == "F8 goes on"
    window.shortcuts.assign("next-image", [])
    assert keys.fill("‹next-image› goes on") == "“Next picture” goes on"
    assert keys.fill("‹no-such-command› and [skip] stay") == "‹no-such-command› and [skip] stay"


def test_a_command_without_a_key_needs_no_brackets(window, keys):
    assert keys.beside("Category", "change-category") == f"Category ({keys.key_of('change-category')})"
    window.shortcuts.assign("change-category", [])
    assert keys.beside("Category", "change-category") == "Category"


def labels(widget):
    shown = " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def test_what_stands_in_the_window_follows_an_edited_key(qtbot, opened):
    assert "Ctrl+K commands   F1 keys" in labels(opened.expression)
    assert "Ctrl+G, or a click" in labels(opened.candidates)
    SessionMessages(opened.workspace.notices).tell_nothing_to_accept()
    assert "Ctrl+Shift+N" in labels(opened.notices)
    for name, key in (
        ("command-palette", "F6"),
        ("suggest", "F7"),
        ("no-target", "F8"),
        ("choose-method", "F9"),
        ("change-category", "F10"),
    ):
        opened.shortcuts.assign(name, [QKeySequence(key)])
    assert "F6 commands   F1 keys" in labels(opened.expression)
    assert "F7, or a click" in labels(opened.candidates)
    assert "with F8, or skip" in labels(opened.notices)
    assert "(F9)" in opened.candidates.method_button.toolTip()
    assert "(F10)" in opened.expression.category.toolTip()


def test_the_key_that_mends_is_on_its_button(qtbot, opened):
    type_and_wait(qtbot, opened, "the bleu block")
    checks = opened.workspace.session.help.checks
    qtbot.waitUntil(lambda: checks.mendable is not None, timeout=15_000)

    def fixes():
        return " ".join(button.text() for button in opened.expression.hints.findChildren(QPushButton))

    assert "Ctrl+." in fixes()
    opened.shortcuts.assign("apply-hint", [QKeySequence("F8")])
    assert "F8" in fixes()
