from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.language import oddities
from tas_desktop.language.parser import SpacyParser


@pytest.mark.parametrize(
    ("text", "target", "head"),
    [
        ("the striped red mug on the left", "the striped red mug", "mug"),
        ("left black shirt", "black shirt", "shirt"),
        ("top right mug", "mug", "mug"),
        ("the leftmost red mug", "red mug", "mug"),
        ("second mug from the right", "mug", "mug"),
        ("guy 2nd from right", "guy", "guy"),
        ("the one on the left", "the one", "one"),
        ("the other one", "the other one", "one"),
        ("man in red", "man", "man"),
        ("girl white sweater", "girl", "girl"),
        ("WOMAN IN BLUE DRESS", "WOMAN", "woman"),
        ("this is a square donut with nuts", "a square donut", "donut"),
        ("table the cake is on", "table", "table"),
        ("🙂 mug", "mug", "mug"),
        ("wman on right", "wman", "wman"),
    ],
)
def test_target_and_head(parser, text, target, head):
    understood = parser.understand(text)
    assert (understood.target, understood.head) == (target, head)
    assert oddities.NO_TARGET not in understood.notices


@pytest.mark.parametrize(
    "text", ["far left", "left", "upper right corner", "", "   ", "12", "second from left", "red"]
)
def test_nothing_named_takes_the_whole_text_with_a_notice(parser, text):
    understood = parser.understand(text)
    assert understood.head == ""
    assert understood.target == " ".join(text.split())
    assert oddities.NO_TARGET in understood.notices


@pytest.mark.parametrize(
    "text",
    [
        "die rote Tasse auf dem Tisch links",
        "la taza roja a la izquierda",
        "la tasse rouge à gauche",
        "左の赤いカップ",
        "красная кружка слева",
    ],
)
def test_other_languages_are_told(parser, text):
    assert oddities.OTHER_LANGUAGE in parser.understand(text).notices


@pytest.mark.parametrize(
    "text", ["the red mug on the table", "la lakers player", "a man en route", "wht mug", "no 12"]
)
def test_english_is_not_called_foreign(parser, text):
    assert oddities.OTHER_LANGUAGE not in parser.understand(text).notices


def test_symbols_are_told(parser):
    assert oddities.SYMBOLS in parser.understand("the mug ⬅️").notices


def test_every_notice_code_has_a_text(parser):
    codes = {oddities.NO_TARGET, oddities.OTHER_LANGUAGE, oddities.SYMBOLS, oddities.NO_PHRASES}
    assert set(oddities.TEXTS) == codes


@given(text=st.text(alphabet=st.characters(), max_size=80))
def test_any_text_is_answered(parser, text):
    understood = parser.understand(text)
    assert understood.text == text
    assert all(0 <= token.head < len(understood.tokens) for token in understood.tokens)
    assert bool(understood.head) or oddities.NO_TARGET in understood.notices


def test_long_text_is_answered(parser):
    understood = parser.understand("the red mug left of " * 100)
    assert understood.head == "mug"


def test_tokens_keep_the_case_as_typed_but_not_the_parse(parser):
    typed = parser.understand("The Red MUG on the LEFT")
    lower = parser.understand("the red mug on the left")
    assert [token.text for token in typed.tokens] == ["The", "Red", "MUG", "on", "the", "LEFT"]
    assert [token.head for token in typed.tokens] == [token.head for token in lower.tokens]
    assert typed.target == "The Red MUG"


def test_lemmas_are_there_without_a_lemmatiser(parser):
    lemmas = [token.lemma for token in parser.parse("two men near the boxes").tokens]
    assert lemmas[1] == "man"
    assert lemmas[-1] == "box"


def test_noun_phrases_come_in_order_and_once(parser):
    caption = "a red mug, a blue car and a red mug on the table"
    assert parser.noun_phrases(caption) == ["a red mug", "a blue car", "the table"]
    assert parser.noun_phrases(caption, repeats=True) == ["a red mug", "a blue car", "a red mug", "the table"]
    assert parser.noun_phrases("") == []


def test_component_changes_with_the_files(tmp_path):
    (tmp_path / "a").write_text("1")
    before = SpacyParser(tmp_path).component
    (tmp_path / "a").write_text("2")
    after = SpacyParser(tmp_path).component
    assert before.role == "parser"
    assert before.name == after.name
    assert before.revision != after.revision


def test_a_damaged_pipeline_is_a_known_error(tmp_path):
    (tmp_path / "meta.json").write_text("{")
    with pytest.raises(WeightsDamaged, match="cannot be loaded"):
        SpacyParser(tmp_path).understand("a mug")
    with pytest.raises(WeightsDamaged, match="neither a folder nor an installed package"):
        _ = SpacyParser(tmp_path / "absent").component
