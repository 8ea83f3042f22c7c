"""Splits for one export: by shares, people apart, equal pictures together."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.projects.dataset_splits import DealWish, deal_splits
from tas_desktop.projects.split_building import SplitRule, build_splits, deal_project
from tas_desktop.storage.project import ProjectStore


@pytest.fixture
def store(tmp_path):
    with ProjectStore.create(tmp_path / "p") as store:
        store.add_images([store.folder / f"{n}.jpg" for n in range(40)], annotator="ann")
        yield store


def built(store, rule):
    with store.begin_dataset() as stored:
        return build_splits(stored, rule, place_of=store.image_path)


def accept(store, image_id, *categories):
    for number, category in enumerate(categories):
        mask_hw = np.zeros((9, 9), bool)
        mask_hw[number] = True
        text = f"{category} {number}"
        expression = store.add_expression(image_id, text=text, annotator="ann")
        masks = (ChosenMask(Mask.from_array(mask_hw)),)
        store.record_decision(Decision(expression, DecisionAction.DRAW, text, "ann", masks, category))


def wish(**shares):
    return DealWish(tuple(shares.items()), seed=3, again=True)


def test_pictures_with_the_same_content_go_to_one_split(store):
    for image_id in range(1, 41):
        store.note_image(image_id, content_hash=f"hash {image_id % 13}", width=9, height=9)
    splits = built(store, SplitRule(wish(train=0.5, val=0.25, test=0.25)))
    assert len(splits) == 40
    assert set(splits.values()) == {"train", "val", "test"}
    by_content = {}
    for image_id, name in splits.items():
        by_content.setdefault(image_id % 13, set()).add(name)
    assert all(len(names) == 1 for names in by_content.values())


def test_dealing_into_a_project_keeps_equal_pictures_together_too(store):
    for image_id in range(1, 41):
        store.note_image(image_id, content_hash=f"hash {image_id % 7}", width=9, height=9)
    store.set_splits({1: "val"}, annotator="ann")
    deal_splits(store, DealWish((("train", 1.0), ("test", 1.0))), annotator="ann")
    splits = {row.image_id: row.split for row in store.list_images()}
    assert splits[1] == splits[8] == splits[36] == "val"
    assert all(splits[image_id] == splits[image_id - 7] for image_id in range(9, 41))


def test_test_pictures_are_parted_by_who_is_referred_to(store):
    accept(store, 1, "person", "person", "dog")
    accept(store, 2, "person", "dog")
    accept(store, 3, "dog")
    accept(store, 4, "person")
    rule = SplitRule(wish(test=1.0), people=True)
    splits = built(store, rule)
    assert [splits[image_id] for image_id in (1, 2, 3, 4, 5)] == ["testA", "testB", "testB", "testA", "testB"]
    assert set(splits.values()) == {"testA", "testB"}


def test_people_are_what_the_project_puts_under_them(store):
    store.categories.add("astronaut", supercategory="person", annotator="ann")
    accept(store, 1, "astronaut")
    store.set_splits({1: "test", 2: "test", 3: "val"}, annotator="ann")
    splits = built(store, SplitRule(people=True))
    assert (splits[1], splits[2], splits[3], splits[4]) == ("testA", "testB", "val", "")


def test_an_export_s_own_splits_do_not_depend_on_those_of_the_project(store):
    first = built(store, SplitRule(wish(train=0.8, test=0.2)))
    store.set_splits(dict.fromkeys(range(1, 41), "val"), annotator="ann")
    assert built(store, SplitRule(wish(train=0.8, test=0.2))) == first
    assert list(first.values()).count("train") == 32


def test_a_project_is_dealt_for_good_and_parted_later(store):
    accept(store, 1, "person")
    deal_project(store, SplitRule(wish(test=1.0)), annotator="ann")
    counts = deal_project(store, SplitRule(people=True), annotator="ann")
    assert counts == {"testA": 1, "testB": 39}
    assert [row.split for row in store.list_images()[:2]] == ["testA", "testB"]


def test_copies_of_a_file_that_nobody_opened_go_to_one_split_too(store):
    for image_id in range(1, 41):
        (store.folder / f"{image_id - 1}.jpg").write_bytes(bytes([image_id % 3, image_id % 3]))
    store.note_image(3, content_hash=hashlib.sha256(bytes([0, 0])).hexdigest(), width=9, height=9)
    splits = built(store, SplitRule(wish(train=1, val=1, test=1)))
    assert [len({splits[n] for n in range(1, 41) if n % 3 == rest}) for rest in range(3)] == [1, 1, 1]
    assert len(set(splits.values())) == 3
