"""COCO's categories and the words that lead to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.category import Category, CategoryTable


def test_the_table_is_cocos():
    table = load_coco_categories()
    coco = [category for category in table.categories if category.name != "object"]
    assert len(coco) == 80
    assert (min(c.id for c in coco), max(c.id for c in coco)) == (1, 90)
    gaps = set(range(1, 91)) - {category.id for category in coco}
    assert gaps == {12, 26, 29, 30, 45, 66, 68, 69, 71, 83}
    assert len({category.supercategory for category in coco}) == 12
    assert table.named("object").id == 91
    assert table.named("mug") is None


def test_no_word_leads_to_two_categories():
    words = [word for category in load_coco_categories().categories for word in category.synonyms]
    names = [category.name for category in load_coco_categories().categories]
    assert len(set(words)) == len(words)
    assert not set(words) & set(names)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("cup", "cup"),
        ("mug", "cup"),
        ("Mugs", "cup"),
        ("automobile", "car"),
        ("women", "person"),
        ("knives", "knife"),
        ("buses", "bus"),
        ("puppies", "dog"),
        ("traffic light", "traffic light"),
        ("  Teddy   Bears ", "teddy bear"),
        ("striped red mug", "cup"),
        ("scissors", "scissors"),
        ("glass", "cup"),
        ("wine glasses", "wine glass"),
        ("lighthouse", "object"),
        ("", "object"),
        ("猫", "object"),
    ],
)
def test_head_nouns_lead_to_their_category(head, name):
    assert load_coco_categories().find(head).name == name


@given(st.text())
def test_any_text_has_a_category(head):
    assert load_coco_categories().find(head) in load_coco_categories().categories


@pytest.mark.parametrize(
    "categories",
    [
        (),
        (Category(1, "cup", "kitchen"),),
        (Category(1, "object", "object"), Category(1, "cup", "kitchen")),
        (Category(0, "object", "object"),),
        (Category(1, "object", "object"), Category(2, "object", "kitchen")),
    ],
)
def test_a_table_that_no_export_could_use_is_refused(categories):
    with pytest.raises(ValueError, match=r"lacks|unique"):
        CategoryTable(categories)
