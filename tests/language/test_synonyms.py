from __future__ import annotations

import pytest

from tas_desktop.language.lemmas import lemma_of, noun_lemma
from tas_desktop.language.synonyms import LexiconSynonyms, head_noun
from tas_desktop.starter.scenes.lexicon import CATEGORIES

LEXICON = LexiconSynonyms()


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("mugs", "mug"),
        ("boxes", "box"),
        ("berries", "berry"),
        ("glasses", "glasses"),
        ("men", "man"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("buses", "bus"),
        ("knives", "knife"),
        ("Shoes", "shoe"),
        ("dress", "dress"),
        ("tennis", "tennis"),
    ],
)
def test_noun_lemmas(plural, singular):
    assert noun_lemma(plural) == singular


def test_verbs_lose_their_endings():
    assert lemma_of("sitting", "VBG") == "sit"
    assert lemma_of("wearing", "VBG") == "wear"
    assert lemma_of("parked", "VBN") == "park"


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the two red mugs on a table", "mug"),
        ("a glass of wine", "glass"),
        ("", ""),
        ("on", "on"),
        ("Sofa!", "sofa"),
    ],
)
def test_head_nouns(phrase, noun):
    assert head_noun(phrase) == noun


@pytest.mark.parametrize("rule", ["code", "any"])
def test_equal_lemmas_are_near_under_every_rule(rule):
    assert LEXICON.are_near("two red mugs", "the mug", rule=rule)
    assert not LEXICON.are_near("a table", "the mug", rule=rule)
    assert not LEXICON.are_near("", "the mug", rule=rule)


def test_different_words_are_near_only_under_any():
    assert LEXICON.are_near("a cup", "the red mug", rule="any")
    assert not LEXICON.are_near("a cup", "the red mug", rule="code")


def test_groups_do_not_chain():
    # "pot" stands with "jar" and with "vase", which are not near each other.
    assert LEXICON.are_near("a pot", "the jar", rule="any")
    assert LEXICON.are_near("a pot", "the vase", rule="any")
    assert not LEXICON.are_near("a jar", "the vase", rule="any")


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="sometimes"):
        LEXICON.are_near("a cup", "the mug", rule="sometimes")


def test_the_lexicon_knows_the_words_of_the_drawn_scenes():
    pairs = [(word, name) for name, others in CATEGORIES.items() for word in others]
    assert [pair for pair in pairs if not LEXICON.are_near(*pair, rule="any")] == []


def test_component_names_the_lexicon():
    assert (LEXICON.component.role, LEXICON.component.name) == ("synonyms", "lexicon")
    assert LEXICON.component == LexiconSynonyms().component
