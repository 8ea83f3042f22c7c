"""The translations that ship: complete, with their placeholders, compiled, and shown by Qt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from tas_desktop.config.resources import resource_path

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
    subprocess.run([compiler, "-silent", source, "-qm", compiled], check=True)
    assert source.with_suffix(".qm").read_bytes() == compiled.read_bytes()


def test_qt_finds_and_shows_it(qapp):
    translator = QTranslator()
    german = QLocale(QLocale.Language.German, QLocale.Country.Austria)
    assert translator.load(german, "tas-desktop", "_", str(resource_path("i18n")))
    assert QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Actions", "Quit") == "Beenden"
    finally:
        QCoreApplication.removeTranslator(translator)
