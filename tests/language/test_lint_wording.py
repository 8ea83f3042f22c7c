from __future__ import annotations

import pytest

from tas_desktop.domain.lint import LintCode
from tas_desktop.domain.understanding import Understanding
from tas_desktop.language.lint.likeness import find_duplicates, plain_form, say_the_same
from tas_desktop.language.lint.wording import find_position_words, find_repeats, is_only_pronoun
from tas_desktop.language.rewording import as_definite, with_adjective, with_phrase


@pytest.mark.parametrize("text", ["he", "that one", "the one on the left", "her", "him on the right", "it"])
def test_only_a_pronoun(parser, text):
    assert is_only_pronoun(parser.understand(text))


@pytest.mark.parametrize(
    "text", ["the man", "the red one behind the mug", "left", "man next to her", "her dog", "second mug"]
)
def test_something_is_named(parser, text):
    assert not is_only_pronoun(parser.understand(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the mug on the left", ["left"]),
        ("leftmost zebra", ["leftmost"]),
        ("second mug from the right", ["second mug from the right"]),
        ("slice at 3 o'clock", ["3 o'clock"]),
    ],
)
def test_position_words_are_pointed_at(parser, text, words):
    found = find_position_words(parser.understand(text))
    assert [f.code for f in found] == [LintCode.POSITION_WORD] * len(words)
    for finding, word in zip(found, words, strict=True):
        assert word in text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text", ["the striped mug", "mug next to the lamp", "the largest dog", "cup in left hand"]
)
def test_relations_and_sizes_are_no_position_words(parser, text):
    assert find_position_words(parser.understand(text)) == ()


def test_a_word_said_twice():
    (finding,) = find_repeats("the the red mug")
    assert (finding.start, finding.end, finding.better) == (0, 7, ("the",))
    assert find_repeats("the very very left mug") == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the red mug", "red mug"),
        ("mug on the left", "left mug"),
        ("red mugs", "the red mug"),
        ("stripped mug", "striped mug"),
    ],
)
def test_texts_that_say_the_same(first, second):
    assert say_the_same(first, second)
    assert say_the_same(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("mug on the left", "mug on the right"),
        ("red mug", "red jug"),
        ("the", "a"),
        ("mug", "red mug"),
        ("man in black", "man in back"),
    ],
)
def test_texts_that_differ(first, second):
    assert not say_the_same(first, second)


def test_equal_beats_nearly_equal():
    others = ["mug, red", "The RED  mug."]
    assert find_duplicates("the red mug", others)[0].code is LintCode.DUPLICATE
    assert find_duplicates("the red mug", others[:1])[0].code is LintCode.NEAR_DUPLICATE
    assert find_duplicates("", ["", "…"]) == ()
    assert plain_form("The red  mug!") == "the red mug"


@pytest.mark.parametrize(
    ("text", "target", "word", "whole"),
    [
        ("the mug on a shelf", "the mug", "red", "the red mug on a shelf"),
        ("mug", "mug", "leftmost", "leftmost mug"),
        ("a mug", "a mug", "orange", "an orange mug"),
        ("on left the striped mug", "the striped mug", "red", "on left the red striped mug"),
    ],
)
def test_an_adjective_goes_before_the_target(text, target, word, whole):
    assert with_adjective(Understanding(text, target, "mug"), word) == whole


def test_nothing_is_added_where_no_target_is_named():
    assert with_adjective(Understanding("left", "left", ""), "red") is None


def test_phrases_and_captions():
    assert with_phrase("the mug.", "on the left") == "the mug on the left"
    assert as_definite("a red mug.") == "the red mug"
    assert as_definite("red mugs") == "the red mugs"
