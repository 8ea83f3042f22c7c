"""Searching texts by their words finds what searching the texts themselves finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.session.review.text_column import TextColumn, Vocabulary

TEXTS = st.lists(st.text(alphabet="ab c-\t", max_size=12), max_size=8)
WANTED = st.text(alphabet="ab c-", max_size=5)


def column(texts, words=None):
    return TextColumn.build(texts, words or Vocabulary())


@given(TEXTS, WANTED)
def test_it_finds_what_a_plain_search_finds(texts, wanted):
    assert column(texts).contain(wanted).tolist() == [wanted in text for text in texts]


@given(TEXTS, TEXTS, WANTED)
def test_a_joined_column_answers_as_its_parts(first, second, wanted):
    words = Vocabulary()
    both = TextColumn.join([column(first, words), column(second, words)])
    assert list(both.texts) == [*first, *second]
    assert both.contain(wanted).tolist() == [wanted in text for text in (*first, *second)]


@given(TEXTS, st.data(), WANTED)
def test_a_slice_answers_for_its_texts(texts, data, wanted):
    start = data.draw(st.integers(0, len(texts)))
    stop = data.draw(st.integers(start, len(texts)))
    part = column(texts)[start:stop]
    assert len(part) == stop - start
    assert part.firsts[0] == 0
    assert part.contain(wanted).tolist() == [wanted in text for text in texts[start:stop]]


def test_each_word_is_kept_once():
    words = Vocabulary()
    made = column(["red mug", "red dog", ""], words)
    assert words.words == ["", "red", "mug", "dog"]
    assert made.words.tolist() == [1, 2, 1, 3, 0]
    assert made.firsts.tolist() == [0, 2, 4, 5]
    assert made.words.dtype == np.int32
