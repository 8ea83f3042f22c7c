"""The translations that ship: complete, with their placeholders, compiled, and shown by Qt."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from tas_desktop.config.resources import resource_path
from tas_desktop.ui.language.retranslation import EVERYWHERE
from tests.support.patience import PATIENCE_S

PACKAGE = Path(__file__).resolve().parent.parent / "tas_desktop"
SOURCES = sorted(resource_path("i18n").glob("*.ts"))
PLACEHOLDER = re.compile(r"\{\w*\}|\(\*\.\w+\)")


def messages(source: Path) -> list[tuple[str, str, str, bool]]:
    """Context, text, translation and whether a translator has finished it."""
    found = []
    for context in ET.parse(source).iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation.get("type") is None
            found.append((name, message.findtext("source"), translation.text or "", finished))
    return found


def test_there_is_a_translation():
    assert SOURCES


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_translation_is_finished_and_keeps_placeholders(source):
    for context, text, translation, finished in messages(source):
        assert finished, f"{context}: {text}"
        assert translation
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translation)), text


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_menu_keys_are_unique_in_a_translation(source):
    keys = [
        re.search(r"&(\w)", translation)[1].lower()
        for context, text, translation, _ in messages(source)
        if context == "Actions" and "&" in text
    ]
    assert keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_compiled_file_is_what_the_source_compiles_to(source, tmp_path):
    compiler = Path(sys.executable).with_name("pyside6-lrelease")
    compiled = tmp_path / "compiled.qm"
    subprocess.run([compiler, "-silent", source, "-qm", compiled], check=True, timeout=PATIENCE_S)
    assert source.with_suffix(".qm").read_bytes() == compiled.read_bytes()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_menu_key_takes_the_bare_picture_away(source):
    titles = [translation for context, text, translation, _ in messages(source) if "&" in text]
    assert not [title for title in titles if "&h" in title.lower()], "Alt+H is held for the bare picture"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_class_says_two_things_in_the_same_words(source):
    """An open window that changes its language finds each text again by how it reads."""
    said: dict[tuple[str, str], set[str]] = {}
    for context, text, translation, finished in messages(source):
        if finished:
            place = "tables" if context in EVERYWHERE else context
            said.setdefault((place, translation), set()).add(text)
    assert not {place: texts for place, texts in said.items() if len(texts) > 1}


def test_every_text_can_be_found_by_the_gatherer():
    """``lupdate`` reads literals only, and none inside an f-string."""
    lost = []
    for module in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        inside = {
            id(part)
            for whole in ast.walk(tree)
            if isinstance(whole, ast.JoinedStr)
            for part in ast.walk(whole)
        }
        for node in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            is_literal = bool(node.args) and isinstance(node.args[-1], ast.Constant)
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                is_lost = id(node) in inside or not is_literal
            else:  # looks up what a table has marked; a literal of its own nobody has marked
                is_lost = getattr(node.func, "id", "") == "translated" and is_literal
            if is_lost:
                lost.append(f"{module.name} line {node.lineno}")
    assert not lost


def test_the_translators_files_have_every_text_of_the_source(tmp_path):
    """A text that nobody has gathered would stay English without a word."""
    for source in SOURCES:
        (tmp_path / source.name).write_bytes(source.read_bytes())
    gatherer = Path(sys.executable).with_name("pyside6-lupdate")
    arguments = ["-extensions", "py", "-locations", "none", "-no-obsolete", str(PACKAGE), "-ts"]
    files = [str(tmp_path / source.name) for source in SOURCES]
    subprocess.run([gatherer, *arguments, *files], check=True, capture_output=True, timeout=PATIENCE_S)
    for source in SOURCES:
        gathered = {(context, text) for context, text, _, _ in messages(tmp_path / source.name)}
        assert gathered == {(context, text) for context, text, _, _ in messages(source)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_is_called_the_same_is_translated_the_same_in_menus_and_messages(source):
    """The words of the trade, one for each concept."""
    words = {"de": ("Maske", "Ausdr"), "zh_CN": ("掩码", "表达")}
    mask, expression = next(found for code, found in words.items() if source.stem.endswith(code))
    for _, marked, translation, _ in messages(source):
        # A command's key stands in the one; the other is how a file writes it.
        text = re.sub("‹[^›]*›|image<tab>expression", "", marked)
        if re.search(r"\bmasks?\b", text) and "mask " not in text:
            assert mask.lower() in translation.lower(), text
        if re.search(r"(?<!,)\bexpressions?\b", text):
            assert expression in translation, text


def test_qt_finds_and_shows_it(qapp):
    translator = QTranslator()
    german = QLocale(QLocale.Language.German, QLocale.Country.Austria)
    assert translator.load(german, "tas-desktop", "_", str(resource_path("i18n")))
    assert QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Actions", "Quit") == "Beenden"
    finally:
        QCoreApplication.removeTranslator(translator)
