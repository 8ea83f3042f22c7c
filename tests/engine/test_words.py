"""Words taken apart before anything is compared: exclusions, core words, unknown words, colours."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.engine.colours import COLOUR_WORDS, basic_colour, colour_map
from tas_desktop.engine.exclusions import find_exclusions
from tas_desktop.engine.fallback import COLOUR_WEIGHT, USUAL_SHARE, colour_match, named_colours, usual_size
from tas_desktop.engine.query import core_words
from tas_desktop.engine.vocabulary import bridge
from tas_desktop.language.synonyms import LexiconSynonyms
from tests.engine.conftest import ColourEncoder, WordParser


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("the block that is not red", ["red block"]),
        ("the block which isn't red", ["red block"]),
        ("the block other than the red one", ["red block"]),
        ("block without stripes", ["block with stripes"]),
        ("block with no stripes", ["block with stripes"]),
        ("not a red bar, the other block", ["red bar"]),
        ("the red block", []),
        ("the block not on the left", [""]),
    ],
)
def test_exclusions(text, phrases):
    assert [e.phrase for e in find_exclusions(WordParser().understand(text))] == phrases


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("the red block", "the red block"),
        ("The Red Block on the left", "the red block"),
        ("second red block from the left", "red block"),
        ("the red block left of the blue bar", "the red block"),
        ("the block that is not red", "the block"),
        ("the one on the left", ""),
        ("left", ""),
    ],
)
def test_core_words_leave_out_what_other_terms_handle(text, core):
    understood = WordParser().understand(text)
    assert core_words(understood, find_exclusions(understood)) == core


class SmallVocabulary(ColourEncoder):
    def knows(self, word):
        return word in {"the", "red", "car", "bar", "on"}


def test_unknown_words_are_replaced_by_known_ones_of_the_same_meaning():
    understood = WordParser().understand("the red automobile zebra")
    text, notices = bridge(
        "the red automobile zebra",
        understood=understood,
        encoder=SmallVocabulary(),
        synonyms=LexiconSynonyms(),
    )
    assert text == "the red car zebra"
    assert [n.code for n in notices] == ["word-replaced", "word-unknown"]


def test_an_open_vocabulary_is_left_alone():
    understood = WordParser().understand("the automobile")
    assert bridge(
        "the automobile", understood=understood, encoder=ColourEncoder(), synonyms=LexiconSynonyms()
    ) == ("the automobile", ())


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((128, 128, 128), "grey"),
        ((205, 35, 35), "red"),
        ((240, 135, 25), "orange"),
        ((240, 215, 45), "yellow"),
        ((45, 155, 60), "green"),
        ((40, 85, 210), "blue"),
        ((125, 50, 170), "purple"),
        ((245, 150, 190), "pink"),
        ((125, 78, 42), "brown"),
    ],
)
def test_basic_colours_are_named(rgb, name):
    names = colour_map(np.full((3, 4, 3), rgb, dtype=np.uint8))
    assert names.shape == (3, 4)
    assert {COLOUR_WORDS[i] for i in names.ravel()} == {name}


def test_colours_of_large_pictures_keep_their_place():
    pixels = np.zeros((1500, 900, 3), dtype=np.uint8)
    pixels[:750] = (220, 30, 30)
    names = colour_map(pixels)
    assert names.shape == (1500, 900)
    assert COLOUR_WORDS[names[100, 100]] == "red"
    assert COLOUR_WORDS[names[1400, 800]] == "black"


def test_colour_words_and_shades():
    assert basic_colour("navy") == "blue"
    assert basic_colour("striped") is None
    assert named_colours(["a", "gray", "and", "grey", "and", "red", "one"]) == ("grey", "red")


def test_colour_match_rewards_the_wanted_and_punishes_the_excluded():
    shares = np.zeros((3, len(COLOUR_WORDS)), dtype=np.float32)
    for row, name in enumerate(("red", "blue", "green")):
        shares[row, COLOUR_WORDS.index(name)] = 1.0
    match = colour_match(shares, wanted=["red"], excluded=["blue"])
    assert match.tolist() == [COLOUR_WEIGHT, -COLOUR_WEIGHT, 0.0]
    assert colour_match(shares, wanted=[]).tolist() == [0.0, 0.0, 0.0]


def test_specks_and_backgrounds_lose_against_things_of_a_usual_size():
    loss = usual_size(np.array([0.001, USUAL_SHARE / 3, USUAL_SHARE, USUAL_SHARE * 3, 0.95]))
    assert loss[2] == 0.0
    assert loss[0] < loss[1] < 0
    assert loss[4] < loss[3] < 0
    assert loss.min() >= -0.25
