"""What rooms without Qt say is recognised by its template and said in the language of the window."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTranslator

from tas_desktop.ui.language.known import in_window_language
from tas_desktop.ui.language.known_texts import KNOWN_TEXTS
from tas_desktop.ui.language.template import Template, fill, has_gaps
from tests.support.patience import PATIENCE_S

GERMAN = {
    "{0} cannot be read: {1}": "{0} kann nicht gelesen werden: {1}",
    "{0} is empty": "{0} ist leer",
    "The expression is empty": "Der Ausdruck ist leer",
}


class FewWords(QTranslator):
    """Stands in for a compiled file with three sentences."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return GERMAN.get(source, source) if context == "Known" else source


@pytest.fixture
def german(qapp):
    translator = FewWords()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_whole_sentence_is_translated(german):
    assert in_window_language("The expression is empty") == "Der Ausdruck ist leer"


def test_gaps_are_carried_over_and_causes_inside_causes_translated(german):
    said = in_window_language("/pictures/{0}.jpg cannot be read: /other <b>.jpg is empty")
    assert said == "/pictures/{0}.jpg kann nicht gelesen werden: /other <b>.jpg ist leer"


def test_what_nobody_has_translated_stays(german):
    assert in_window_language("Something quite different") == "Something quite different"
    assert in_window_language("") == ""


def test_the_texts_are_those_of_the_source(checkout):
    program = [sys.executable, str(checkout / "tools" / "known_texts.py"), "--check"]
    verdict = subprocess.run(program, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    assert verdict.returncode == 0, verdict.stderr


def test_all_kinds_of_calls_are_gathered():
    assert "{0} cannot be decoded: {1}" in KNOWN_TEXTS, "an f-string in a raise"
    assert "No captions were made: the ranking uses V alone." in KNOWN_TEXTS, "a table of notices"
    assert "{0} in {1} is not usable ({2}); the default is used" in KNOWN_TEXTS, "through a function"


@given(st.sampled_from([text for text in KNOWN_TEXTS if has_gaps(text)]), st.data())
def test_what_is_filled_in_is_found_again(text, data):
    template = Template.of(text)
    gaps = template.pattern.groupindex
    words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
    values = {gap[1:]: data.draw(words) for gap in gaps}
    filled = fill(text, values)
    read = template.read(filled)
    assert read is not None
    assert fill(text, read) == filled


@pytest.mark.parametrize("value", ["{1}", "a {0} b", "\\g<0>", "100 %", "line\nbreak"])
def test_a_value_that_looks_like_a_gap_stays_as_it_is(value):
    assert fill("{0} and {1}", {"0": value, "1": "x"}) == f"{value} and x"
