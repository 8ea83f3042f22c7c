"""The project's own category table: edits, their undo, and the names that referents bear."""

from __future__ import annotations

import pytest

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.storage.categories import CategoryRefused
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask, stored_images


@pytest.fixture
def cup(store):
    """A referent of the category ``cup``; gives its id."""
    (expression,) = store.add_expressions([(1, "the mug")], annotator="ann")
    return store.record_decision(accept(expression, box_mask(10))).referent_ids[0]


def names(store):
    return {category.name for category in store.categories.table().categories}


def category_of_referent(store):
    (referent,) = store.list_referents(1)
    return referent.category


def last_seq(store):
    return store.last_event_seq()


def test_a_new_project_has_the_shipped_table(store):
    assert store.categories.table() == load_coco_categories()


def test_an_added_category_is_found_by_its_words_and_has_an_id_of_its_own(store):
    added = store.categories.add(
        "  Rubber  Duck ", annotator="ann", supercategory="Toy", synonyms=["Ducky", "ducky"]
    )
    assert (added.name, added.supercategory, added.synonyms) == ("rubber duck", "toy", ("ducky",))
    with ProjectStore.open(store.file) as again:
        table = again.categories.table()
    assert table.find("duckies") == added
    assert added.id == max(c.id for c in load_coco_categories().categories) + 1
    store.categories.remove("rubber duck", annotator="ann")
    assert store.categories.add("buoy", annotator="ann").id == added.id + 1


def test_referents_follow_a_rename_and_its_undo(store, cup):
    store.categories.rename("cup", to="beaker", annotator="ann")
    first = last_seq(store)
    assert category_of_referent(store) == "beaker"
    store.categories.rename("beaker", to="tumbler", annotator="ann")
    second = last_seq(store)
    assert category_of_referent(store) == "tumbler"
    store.undo(second, annotator="ann")
    assert category_of_referent(store) == "beaker"
    store.undo(first, annotator="ann")
    assert category_of_referent(store) == "cup"
    assert store.categories.table() == load_coco_categories()
    store.redo(first, annotator="ann")
    assert stored_images(store)[0].objects[0].category == "beaker"


def test_referents_of_a_removed_category_are_objects_until_it_is_back(store, cup):
    removed = store.categories.remove("cup", annotator="ann")
    assert "cup" not in names(store)
    assert category_of_referent(store) == "object"
    store.undo(removed, annotator="ann")
    assert category_of_referent(store) == "cup"


def test_a_name_in_use_again_belongs_to_its_present_owner(store, cup):
    store.categories.rename("cup", to="beaker", annotator="ann")
    store.categories.add("cup", annotator="ann")
    assert category_of_referent(store) == "cup"


def test_two_standing_edits_that_claim_one_name_leave_it_to_the_first(store):
    store.categories.rename("cup", to="beaker", annotator="ann")
    renamed = last_seq(store)
    store.undo(renamed, annotator="ann")
    store.categories.rename("bowl", to="beaker", annotator="bob")
    store.redo(renamed, annotator="ann")
    table = store.categories.table()
    assert [c.name for c in table.categories].count("beaker") == 1
    assert "bowl" in names(store)


def test_synonyms_are_replaced(store):
    store.categories.set_synonyms("cup", synonyms=["beaker"], annotator="ann")
    assert store.categories.table().find("beaker").name == "cup"


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda c: c.add("cup", annotator="ann"), "already leads"),
        (lambda c: c.add("x", synonyms=["cup"], annotator="ann"), "already leads"),
        (lambda c: c.add("  ", annotator="ann"), "1 to 100"),
        (lambda c: c.add("x" * 101, annotator="ann"), "1 to 100"),
        (lambda c: c.rename("cup", to="bowl", annotator="ann"), "already leads"),
        (lambda c: c.rename("object", to="thing", annotator="ann"), "stays"),
        (lambda c: c.remove("object", annotator="ann"), "stays"),
        (lambda c: c.remove("unheard of", annotator="ann"), "no category"),
    ],
)
def test_what_the_table_refuses_and_stays_as_it_was(store, edit, reason):
    before = last_seq(store)
    with pytest.raises(CategoryRefused, match=reason) as caught:
        edit(store.categories)
    assert caught.value.next_step
    assert last_seq(store) == before
    assert store.categories.table() == load_coco_categories()


def test_edits_are_steps_of_their_author_only(store):
    store.categories.add("buoy", annotator="ann")
    store.categories.add("kite string", annotator="bob")
    assert [event.seq for event in store.undo_history("bob").done] == [last_seq(store)]
