"""Dealing images into train, val and test."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import InputRefused
from tas_desktop.projects.dataset_splits import (
    DealWish,
    _whole_numbers,
    deal_splits,
    parse_shares,
    plan_deal,
)
from tas_desktop.storage.project import ProjectStore

SHARES = (("train", 8), ("val", 1), ("test", 1))


@pytest.fixture
def store(tmp_path):
    with ProjectStore.create(tmp_path / "p") as store:
        store.add_images([store.folder / f"{n}.jpg" for n in range(20)], annotator="ann")
        yield store


def splits(store):
    return [row.split for row in store.list_images()]


def deal(store, shares=SHARES, **options):
    return deal_splits(store, DealWish(shares, **options), annotator="ann")


def test_the_same_seed_deals_the_same_way_and_another_does_not(store):
    assert deal(store, seed=1) == {"train": 16, "val": 2, "test": 2}
    first = splits(store)
    assert Counter(first) == {"train": 16, "val": 2, "test": 2}
    assert deal(store, seed=2) == Counter(first)
    assert splits(store) == first  # nothing was without a split
    deal(store, seed=2, again=True)
    assert splits(store) != first
    deal(store, seed=1, again=True)
    assert splits(store) == first


def test_new_images_fill_up_what_is_behind(store):
    store.set_splits(dict.fromkeys(range(1, 11), "train"), annotator="ann")
    store.set_splits({11: "extra"}, annotator="ann")
    dealt = deal(store, (("train", 1), ("test", 1)))
    assert dealt == {"train": 10, "test": 9, "extra": 1}
    assert splits(store)[:11] == ["train"] * 10 + ["extra"]


def test_a_plan_says_what_dealing_then_does(store):
    store.set_splits({1: "train", 2: "old"}, annotator="ann")
    for wish in (DealWish(SHARES), DealWish(SHARES, seed=3, again=True)):
        planned = plan_deal(store.list_images(), wish)
        before = splits(store)
        deal_splits(store, wish, annotator="ann")
        after = splits(store)
        assert planned.before == Counter(before)
        assert planned.after == Counter(after)
        assert planned.moved == sum(a != b for a, b in zip(before, after, strict=True))
    store.undo_newest("ann")
    store.undo_newest("ann")
    assert splits(store) == ["train", "old"] + [""] * 18


@given(st.integers(0, 500), st.dictionaries(st.sampled_from("abcd"), st.floats(0.01, 5), min_size=1))
def test_no_image_is_lost_in_rounding(total, shares):
    parts = _whole_numbers(total, shares)
    assert sum(parts.values()) == total
    for name, share in shares.items():
        assert abs(parts[name] - total * share / sum(shares.values())) < 1 + 1e-6


@pytest.mark.parametrize(
    "texts", [["train"], ["train=x"], ["train=-1"], ["=1"], ["a=1", "a=2"], ["a=0"], ["a b=1"], ["a=nan"], []]
)
def test_shares_that_are_none(texts):
    with pytest.raises(InputRefused) as caught:
        parse_shares(texts)
    assert caught.value.next_step


def test_shares():
    assert parse_shares(["train=0.8", "val=.2"]) == (("train", 0.8), ("val", 0.2))
