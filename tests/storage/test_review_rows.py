"""The columns behind the review queue."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.review_values import EXPRESSION_STATUSES, IMAGE_STATUSES, SOURCES
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus, ImageStatus
from tests.storage.storage_values import accept, box_mask


@pytest.fixture
def filled(store):
    """Three expressions, the first predicted, the second accepted, on two images."""
    store.add_expressions([(1, "The mug"), (2, "a dog"), (1, "the cup")], annotator="ann")
    prediction = Prediction(1, "r", "The mug", None, (0.5, 0.25), 0.25, 2, 0.5, "plain")
    store.predictions.write(Setup("tas", "starter"), [prediction])
    store.record_decision(accept(3, box_mask(0), text="the cup"))
    store.set_splits({2: "val"}, annotator="ann")
    return store


def test_pictures_and_expressions_come_in_order(filled):
    images, rows = filled.review.read()
    assert [(image.image_id, image.split) for image in images] == [(1, ""), (2, "val")]
    assert [IMAGE_STATUSES[image.status] for image in images] == [
        ImageStatus.PARTLY_DONE,
        ImageStatus.UNTOUCHED,
    ]
    assert [(row.expression_id, row.image_id) for row in rows] == [(1, 1), (3, 1), (2, 2)]
    assert {SOURCES[row.source] for row in rows} == {ExpressionSource.IMPORT}


def test_predictions_come_with_their_expression(filled):
    first = filled.review.read()[1][0]
    assert (first.margin, first.rivals, first.disagreement, first.kind) == (0.25, 2, 0.5, "plain")
    assert (first.decision_id, first.decided_at, first.category) == (0, None, "")


def test_a_prediction_of_another_text_does_not_count(filled):
    filled.edit_expression(1, text="The red mug", annotator="ann")
    first = filled.review.read()[1][0]
    assert (first.margin, first.rivals, first.kind) == (None, None, "")


def test_decisions_come_with_category_and_time(filled):
    before = datetime.now(UTC).timestamp()
    decided = filled.review.read()[1][1]
    assert EXPRESSION_STATUSES[decided.status] is ExpressionStatus.ACCEPTED
    assert decided.category == "cup"
    assert decided.decision_id == 1
    assert before - 60 < decided.decided_at <= before + 1


def test_a_renamed_category_has_its_present_name(filled):
    filled.categories.rename("cup", to="beaker", annotator="ann")
    assert filled.review.read()[1][1].category == "beaker"


def test_one_picture_alone_reads_the_same(filled):
    images, rows = filled.review.read()
    for image in images:
        own = [row for row in rows if row.image_id == image.image_id]
        assert filled.review.read(image.image_id) == ([image], own)


def test_removed_expressions_are_left_out(filled):
    filled.remove_expression(2, annotator="ann")
    assert [row.expression_id for row in filled.review.read()[1]] == [1, 3]
