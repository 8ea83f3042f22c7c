"""The language of the filter."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.session.review.filter_terms import (
    FIELDS,
    FilterFault,
    FilterRefused,
    NumberTerm,
    QueueFilter,
    TextTerm,
    WordTerm,
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("Cat dog", (TextTerm("cat"), TextTerm("dog"))),
        ('"Red Mug" -dog', (TextTerm("red mug"), TextTerm("dog", negated=True))),
        ("a-b", (TextTerm("a-b"),)),
        ("10:30", (TextTerm("10:30"),)),
        ('"http://x"', (TextTerm("http://x"),)),
        ("status:done", (WordTerm("status", ("done",)),)),
        ("status:done,flagged", (WordTerm("status", ("done", "flagged")),)),
        ("status:done x status:flagged", (WordTerm("status", ("done", "flagged")), TextTerm("x"))),
        ("-status:done -status:flagged", tuple(WordTerm("status", (w,), True) for w in ("done", "flagged"))),
        ("split!=val", (WordTerm("split", ("val",), negated=True),)),
        ("split:none", (WordTerm("split", ("",)),)),
        ('category:"traffic light"', (WordTerm("category", ("traffic light",)),)),
        ("name:none", (WordTerm("name", ("none",)),)),
        ("margin<0.05", (NumberTerm("margin", "<", 0.05),)),
        ("margin<.05", (NumberTerm("margin", "<", 0.05),)),
        ("rivals>1", (NumberTerm("rivals", ">", 1.0),)),
        ("-rivals>=2", (NumberTerm("rivals", ">=", 2.0, negated=True),)),
        ("expressions:0", (NumberTerm("expressions", "=", 0.0),)),
    ],
)
def test_what_a_filter_says(text, terms):
    assert QueueFilter.parse(text).terms == terms


@pytest.mark.parametrize("text", ["status:", "margin<", "margin<-", "margin>=.", "split:,", "-", 'name:""'])
def test_a_term_still_being_typed_asks_for_nothing(text):
    assert QueueFilter.parse(text).is_empty


def test_half_a_word_stands_for_all_it_begins():
    assert QueueFilter.parse("status:to").terms == (WordTerm("status", ("todo",)),)
    assert QueueFilter.parse("status:un").terms == (WordTerm("status", ("untouched", "undecided")),)


@pytest.mark.parametrize(
    ("text", "fault", "term", "hint"),
    [
        ("margn<3", FilterFault.FIELD, "margn", "margin"),
        ("zzzz:3", FilterFault.FIELD, "zzzz", ", ".join(FIELDS)),
        ("margin<small", FilterFault.NUMBER, "margin<small", "margin<0.05"),
        ("margin<inf", FilterFault.NUMBER, "margin<inf", "margin<0.05"),
        ("rivals>1 rivals:many", FilterFault.NUMBER, "rivals:many", "rivals>1"),
        ("source:dog", FilterFault.VALUE, "source:dog", "person, import, model"),
        ("status<done", FilterFault.COMPARISON, "status<done", "status:done"),
        ('red "mug', FilterFault.QUOTE, '"mug', ""),
    ],
)
def test_a_filter_that_cannot_be_read_says_why(text, fault, term, hint):
    with pytest.raises(FilterRefused) as caught:
        QueueFilter.parse(text)
    error = caught.value
    assert (error.fault, error.term, error.hint) == (fault, term, hint)
    assert term in error.message
    assert hint in error.next_step


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_whatever_is_typed_is_read_or_refused(text):
    with contextlib.suppress(FilterRefused):
        parsed = QueueFilter.parse(text)
        assert all(isinstance(term, NumberTerm | WordTerm | TextTerm) for term in parsed.terms)


@given(st.lists(st.text(alphabet="abcxyz", min_size=1, max_size=6), max_size=5))
def test_plain_words_come_back_in_order(words):
    assert [term.text for term in QueueFilter.parse("  ".join(words)).terms] == words
