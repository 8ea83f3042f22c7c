"""What the statistics count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction, Provenance
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tests.storage.storage_values import accept, box_mask

GROUND = Provenance("r", "tas", "starter")


def taken(mask, *, rank, edited=False):
    return ChosenMask(mask, mask, rank, edited)


@pytest.fixture
def numbers(store):
    return store.add_expressions([(1, "the mug"), (1, "the cup"), (2, "both dogs")], annotator="ann")


def facts(store):
    return list(store.decision_facts.iterate())


def test_a_decision_is_told_with_rank_method_and_kind(store, numbers):
    store.predictions.write(
        Setup("tas", "starter"),
        [Prediction(numbers[0], "r", "the mug", box_mask(0), (0.5,), 0.5, expression_kind="noun")],
    )
    decision = accept(
        numbers[0],
        box_mask(0),
        masks=(taken(box_mask(0, width=10), rank=2, edited=True),),
        provenance=GROUND,
        seconds_spent=3.5,
    )
    recorded = store.record_decision(decision)
    (fact,) = facts(store)
    assert (fact.decision_id, fact.expression_id) == (recorded.decision_id, numbers[0])
    assert (fact.action, fact.annotator, fact.seconds_spent) == (DecisionAction.ACCEPT, "ann", 3.5)
    assert (fact.method, fact.kind, fact.rank, fact.edited, fact.mask_count) == ("tas", "noun", 2, True, 1)
    assert fact.first_iou == pytest.approx(0.5)
    assert fact.created_at.utcoffset().total_seconds() == 0


def test_several_masks_count_by_the_last_rank_and_together(store, numbers):
    store.predictions.write(
        Setup("tas", "starter"), [Prediction(numbers[2], "r", "both dogs", box_mask(0), (), 0.0)]
    )
    masks = (taken(box_mask(60), rank=4), taken(box_mask(0), rank=1))
    store.record_decision(accept(numbers[2], box_mask(0), text="both dogs", masks=masks))
    (fact,) = facts(store)
    assert (fact.rank, fact.mask_count) == (4, 2)
    assert fact.first_iou == pytest.approx(0.5)


def test_without_a_mask_or_drawn_there_is_no_rank(store, numbers):
    store.record_decision(Decision(numbers[0], DecisionAction.NO_TARGET, "the mug", "bea"))
    drawn = replace(accept(numbers[1], box_mask(0), text="the cup"), action=DecisionAction.DRAW)
    store.record_decision(drawn)
    first, second = facts(store)
    assert (first.rank, first.mask_count, first.first_iou, first.annotator) == (None, 0, None, "bea")
    assert (second.rank, second.mask_count, second.method, second.kind) == (None, 1, "", "")


def test_only_what_stands_is_counted(store, numbers):
    first = store.record_decision(accept(numbers[0], box_mask(0)))
    assert len(facts(store)) == 1
    second = store.record_decision(accept(numbers[0], box_mask(60)))
    assert [fact.decision_id for fact in facts(store)] == [second.decision_id]
    store.undo(second.event_seq, annotator="ann")
    assert [fact.decision_id for fact in facts(store)] == [first.decision_id]
    store.remove_expression(numbers[0], annotator="ann")
    assert facts(store) == []


def test_a_prediction_of_another_text_or_size_is_not_compared(store, numbers):
    prediction = Prediction(numbers[0], "r", "the mug", box_mask(0), (), 0.0, expression_kind="noun")
    store.predictions.write(Setup("tas", "starter"), [prediction])
    store.record_decision(accept(numbers[0], box_mask(0), text="the red mug"))
    (fact,) = facts(store)
    assert (fact.first_iou, fact.kind) == (None, "")
