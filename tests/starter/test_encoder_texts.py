"""Training texts: true of what they are drawn for, and free of everything held out."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.backends.encoders.tokens import PrunedTokenizer, pieces_of, split_words
from tas_desktop.starter.clip.meanings import Meaning, match
from tas_desktop.starter.clip.texts import UNKNOWN_WORD, TextSampler
from tas_desktop.starter.clip.words import known_words
from tas_desktop.starter.regions.labels import (
    CATEGORY_NAMES,
    COLOUR_NAMES,
    PATTERN_NAMES,
    RegionKind,
    RegionLabel,
)
from tas_desktop.starter.scenes.grammar import TEMPLATES
from tas_desktop.starter.scenes.lexicon import HELD_OUT_PAIRS, HELD_OUT_SYNONYMS

PAIRS = [(c, k) for c, colour in enumerate(COLOUR_NAMES) for k, name in enumerate(CATEGORY_NAMES)
         if (colour, name) not in HELD_OUT_PAIRS]  # fmt: skip


@pytest.fixture(scope="module")
def drawn():
    rng = np.random.default_rng(8)
    sampler = TextSampler(5)
    labels = [RegionLabel(RegionKind.OBJECT, *PAIRS[rng.integers(len(PAIRS))], int(rng.integers(4)))
              for _ in range(6000)]  # fmt: skip
    return [(label, *sampler.expression(label)) for label in labels]


def test_texts_are_true_of_their_region(drawn):
    labels = np.array([label.as_row() for label, _, _ in drawn], np.int8)
    meanings = [meaning for _, _, meaning in drawn]
    for start in range(0, len(drawn), 500):
        rows = slice(start, start + 500)
        assert match(labels[rows], meanings[rows]).diagonal().all()


def test_texts_tell_regions_apart(drawn):
    labels = np.array([label.as_row() for label, _, _ in drawn[:500]], np.int8)
    share = match(labels, [meaning for _, _, meaning in drawn[:500]]).mean()
    assert 0.002 < share < 0.2


def test_nothing_held_out_is_said(drawn):
    for _, text, _ in drawn:
        words = split_words(text)
        assert HELD_OUT_SYNONYMS.isdisjoint(words)
        assert not set(pairwise(words)) & HELD_OUT_PAIRS
    seen = " | ".join(template.text for template in TEMPLATES if not template.held_out)
    chunks = [chunk.strip() for template in TEMPLATES if template.held_out
              for chunk in re.split(r"\{\w+\}", template.text)]  # fmt: skip
    kept_back = [chunk for chunk in chunks if len(chunk.strip(",")) > 2 and chunk not in seen]
    assert len(kept_back) > 8
    hits = [text for _, text, _ in drawn for chunk in kept_back if f" {chunk} " in f" {text} "]
    assert not hits


def test_every_word_has_its_rows(drawn):
    tokenizer = PrunedTokenizer(pieces_of(known_words()), context_length=32)
    unknown = {w for _, text, _ in drawn for w in split_words(text) if not tokenizer.knows(w)}
    assert unknown <= {UNKNOWN_WORD}
    assert max(len(tokenizer.encode(text)) for _, text, _ in drawn) < 32


def test_denials_exclude(drawn):
    red = COLOUR_NAMES.index("red")
    denied = [m for _, text, m in drawn if re.search(r"(not|isn't) red$", text)]
    assert denied
    assert all(red not in meaning.colours for meaning in denied)


def test_meanings_of_captions():
    pair = RegionLabel(RegionKind.MERGED, 0, 0, 1, 4, 3, 0)
    assert Meaning.of(pair).covers(pair)
    assert not Meaning.of(pair).covers(RegionLabel(RegionKind.MERGED, 0, 0, 1, 4, 3, 1))
    ground = RegionLabel(RegionKind.BACKGROUND)
    assert Meaning.of(ground).covers(ground)
    assert not Meaning.of(ground).covers(RegionLabel(RegionKind.FOREIGN))


@given(st.sampled_from(PAIRS), st.integers(0, len(PATTERN_NAMES) - 1), st.sampled_from([0, 1]))
def test_an_object_is_no_part(pair, pattern, kind):
    label = RegionLabel(RegionKind(kind), *pair, pattern)
    assert Meaning.of(label).covers(label)
    other = RegionLabel(RegionKind(1 - kind), *pair, pattern)
    assert not Meaning.of(label).covers(other)


def test_colourless_texts_hold_for_every_colour():
    sampler = TextSampler(3)
    for colour, category in PAIRS[::3]:
        text, meaning = sampler.colourless(RegionLabel(RegionKind.OBJECT, colour, category, 1))
        repainted = [RegionLabel(RegionKind.OBJECT, other, category, 1) for other in range(len(COLOUR_NAMES))]
        assert all(meaning.covers(label) for label in repainted), text
