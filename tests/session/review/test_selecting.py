"""What passes a filter, and in what order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.category import Category, CategoryTable
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.session.review.category_guess import CategoryGuess
from tas_desktop.session.review.columns import QueueColumns
from tas_desktop.session.review.filter_terms import QueueFilter
from tas_desktop.session.review.orders import QueueOrder, shuffled
from tas_desktop.session.review.selecting import has_open, rank_on_image, select
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus, ImageStatus
from tests.session.review.rows import expression, picture

PICTURES = [
    picture(1, path="beach/Dog.jpg", status=ImageStatus.PARTLY_DONE, split="train"),
    picture(3, path="beach/cat.jpg", status=ImageStatus.DONE, split="val"),
    picture(4, path="town/empty.png"),
    picture(7, path="town/street.png", status=ImageStatus.PROPOSED, split="val"),
]
DONE = {"status": ExpressionStatus.ACCEPTED, "decision_id": 5, "decided_at": 0.0}
EXPRESSIONS = [
    expression(11, 1, "The RED mug", margin=0.4, rivals=2, disagreement=0.1, kind="plain"),
    expression(12, 1, "two dogs", category="dog", margin=0.01, rivals=0, disagreement=0.9, check=2, **DONE),
    expression(13, 3, "dogged cat", margin=0.02, rivals=1, source=ExpressionSource.MODEL, check=1, **DONE),
    expression(14, 7, "the dog on the left", margin=0.03, rivals=5, disagreement=0.5, kind="direction"),
    expression(15, 7, "a man", source=ExpressionSource.PERSON),
]
TABLE = CategoryTable(
    (
        Category(1, "object", ""),
        Category(2, "dog", "animal", ("puppy",)),
        Category(3, "traffic light", "outdoor"),
        Category(4, "light", "indoor"),
        Category(5, "person", "person", ("man",)),
    )
)


@pytest.fixture(scope="module")
def columns():
    return QueueColumns.build(PICTURES, EXPRESSIONS, guess=CategoryGuess(TABLE))


def shown(columns, text, order=QueueOrder.DATASET, **options):
    selection = select(columns, QueueFilter.parse(text), order=order, **options)
    return columns.images.ids[selection.places].tolist()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [1, 3, 4, 7]),
        ("dog", [1, 3, 7]),
        ("BEACH", [1, 3]),
        ("beach cat", [3]),
        ("red dogs", []),
        ("name:dog", [1]),
        ("text:dog", [1, 3, 7]),
        ("-text:dog", [1, 4, 7]),
        ("status:todo", [1, 4, 7]),
        ("status:done", [3]),
        ("status:accepted", [1, 3]),
        ("status:undecided", [1, 7]),
        ("status:untouched,done", [3, 4]),
        ("-status:todo", [3]),
        ("split:val", [3, 7]),
        ("split:none", [4]),
        ("split:elsewhere", []),
        ("margin<0.05", [1, 3, 7]),
        ("margin<0.05 status:undecided", [7]),
        ("margin>=0.4", [1]),
        ("margin:0.02", [3]),
        ("margin!=0.02", [1, 7]),
        ("rivals>1", [1, 7]),
        ("disagreement>0.8", [1]),
        ("expressions=0", [4]),
        ("expressions>=2", [1, 7]),
        ("source:model", [3]),
        ("source:person", [7]),
        ("category:dog", [1, 7]),
        ("category:none", [1, 3]),
        ("kind:direction", [7]),
        ("check:other", [1]),
        ("check:same,other", [1, 3]),
        ("check:none", []),
    ],
)
def test_what_passes(columns, text, ids):
    assert shown(columns, text) == ids


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("the dog left of the man", "dog"),
        ("the man with the dog", "person"),
        ("two puppies", "dog"),
        ("dogged persistence", ""),
        ("the traffic light by the dog", "traffic light"),
        ("a traffic jam and a dog", "dog"),
        ("the light", "light"),
        ("traffic", ""),
        ("", ""),
    ],
)
def test_a_category_is_guessed_from_the_first_word_that_leads_to_one(text, category):
    assert CategoryGuess(TABLE)(text) == category


def test_a_category_is_looked_for_as_a_whole_word(columns):
    assert 3 not in shown(columns, "category:dog"), "a dogged cat is no dog"


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (QueueOrder.DATASET, [1, 3, 4, 7]),
        (QueueOrder.MARGIN, [7, 1, 3, 4]),
        (QueueOrder.DISAGREEMENT, [7, 1, 3, 4]),
    ],
)
def test_the_most_doubtful_open_expression_places_its_picture(columns, order, ids):
    assert shown(columns, "", order) == ids


def test_only_expressions_that_pass_place_their_picture(columns):
    assert shown(columns, "text:the", QueueOrder.MARGIN) == [7, 1], "by 0.03 and 0.4; 0.01 is hidden"
    assert shown(columns, "status:undecided -text:dog", QueueOrder.MARGIN) == [1, 7]


def test_random_order_is_stable_and_depends_on_the_seed():
    pictures = [picture(n) for n in range(1, 101)]
    all_of_them = QueueColumns.build(pictures, [])
    fewer = QueueColumns.build(pictures[:60], [])
    first = shown(all_of_them, "", QueueOrder.RANDOM, seed=1)
    assert sorted(first) == list(range(1, 101))
    assert first != list(range(1, 101))
    assert first != shown(all_of_them, "", QueueOrder.RANDOM, seed=2)
    assert [n for n in first if n <= 60] == shown(fewer, "", QueueOrder.RANDOM, seed=1)


def test_random_numbers_spread_evenly():
    numbers = shuffled(np.arange(1, 10_001), seed=3)
    counts, _ = np.histogram(numbers, bins=10, range=(0, 1))
    assert counts.min() > 850
    assert counts.max() < 1150


def test_open_expressions_that_pass_are_counted(columns):
    assert select(columns, QueueFilter(), order=QueueOrder.DATASET).open_count == 3
    narrow = select(columns, QueueFilter.parse("text:dog"), order=QueueOrder.DATASET)
    assert narrow.open_count == 1


def test_expressions_of_a_picture_come_in_the_queues_order(columns):
    by_margin = select(columns, QueueFilter(), order=QueueOrder.MARGIN)
    assert rank_on_image(by_margin, columns, 1) == (12, 11)
    assert rank_on_image(by_margin, columns, 4) == ()
    assert rank_on_image(by_margin, columns, 99) == ()
    only_red = select(columns, QueueFilter.parse("red"), order=QueueOrder.MARGIN)
    assert rank_on_image(only_red, columns, 1) == (11,)
    plain = select(columns, QueueFilter(), order=QueueOrder.RANDOM, seed=9)
    assert rank_on_image(plain, columns, 7) == (14, 15)


def test_what_is_left_to_decide_depends_on_the_filter(columns):
    everything = select(columns, QueueFilter(), order=QueueOrder.DATASET)
    assert everything.open_places.tolist() == [True, False, True, True], "no expressions yet is open too"
    only_dogs = select(columns, QueueFilter.parse("text:dog"), order=QueueOrder.DATASET)
    assert only_dogs.open_places.tolist() == [False, False, False, True]
    assert [has_open(only_dogs, columns, number) for number in (1, 3, 4, 7, 99)] == [False] * 3 + [
        True,
        False,
    ]


def test_expressions_younger_than_the_selection_pass(columns):
    only_red = select(columns, QueueFilter.parse("red"), order=QueueOrder.DATASET)
    changed = columns.with_image(PICTURES[1], [EXPRESSIONS[2], expression(99, 3, "new")])
    assert rank_on_image(only_red, changed, 3) == (99,)
    assert has_open(only_red, changed, 3)


def test_a_search_can_be_cancelled(columns):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        select(columns, QueueFilter.parse("dog"), order=QueueOrder.DATASET, token=token)


def test_a_project_without_pictures_shows_none():
    nothing = QueueColumns.build([], [])
    for order in QueueOrder:
        assert shown(nothing, "", order) == []


COUNTS = st.lists(st.integers(0, 3), min_size=1, max_size=8)


def rows_for(counts, *, text="x"):
    numbers = iter(range(1, 100))
    return [expression(next(numbers), place + 1, text) for place, n in enumerate(counts) for _ in range(n)]


@given(COUNTS, st.data())
def test_a_picture_read_anew_equals_columns_built_anew(counts, data):
    pictures = [picture(place + 1) for place in range(len(counts))]
    rows = rows_for(counts)
    chosen = data.draw(st.integers(1, len(counts)))
    fresh = [expression(200 + n, chosen, "new", margin=0.5) for n in range(data.draw(st.integers(0, 3)))]
    done = picture(chosen, status=ImageStatus.DONE, split="val")
    changed = QueueColumns.build(pictures, rows).with_image(done, fresh)
    expected = QueueColumns.build(
        [done if p.image_id == chosen else p for p in pictures],
        sorted([*(r for r in rows if r.image_id != chosen), *fresh], key=lambda row: row.image_id),
    )
    np.testing.assert_array_equal(changed.firsts, expected.firsts)
    np.testing.assert_array_equal(changed.images.statuses, expected.images.statuses)
    np.testing.assert_array_equal(changed.counts, expected.counts)
    assert list(changed.expressions.texts.texts) == list(expected.expressions.texts.texts)
    for wanted in ("x", "new"):
        np.testing.assert_array_equal(
            changed.expressions.texts.contain(wanted), expected.expressions.texts.contain(wanted)
        )
    np.testing.assert_array_equal(changed.expressions.expression_ids, expected.expressions.expression_ids)
    np.testing.assert_array_equal(changed.expressions.margins, expected.expressions.margins)
    assert shown(changed, "split:val") == [chosen]


@given(COUNTS)
def test_every_picture_has_a_row(counts):
    columns = QueueColumns.build([picture(n + 1) for n in range(len(counts))], rows_for(counts))
    assert columns.counts.tolist() == counts
    assert np.diff(columns.firsts).tolist() == [max(n, 1) for n in counts]
    assert np.bincount(columns.image_of, minlength=len(counts)).tolist() == [max(n, 1) for n in counts]
