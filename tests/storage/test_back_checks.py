"""Blind back-checks: how far two decisions on one expression agree."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.storage.back_checks import BackCheck
from tas_desktop.storage.review_values import CHECKS
from tests.storage.storage_values import accept, box_mask


@pytest.fixture
def decided(store):
    """Two expressions on the first image, each accepted with an object of its own."""
    first, second = store.add_expressions([(1, "the mug"), (1, "the other")], annotator="ann")
    one = store.record_decision(accept(first, box_mask(0)))
    store.record_decision(accept(second, box_mask(60), text="the other"))
    return one.decision_id


def check(store, decision_id, *masks, action=DecisionAction.ACCEPT):
    return store.back_checks.record(BackCheck(decision_id, action, "bea", masks, 2.0))


def test_the_same_mask_agrees_wholly(store, decided):
    row = check(store, decided, box_mask(0))
    assert (row.iou, row.same_referent) == (1.0, True)
    assert (row.decided_by, row.checked_by, row.image_id, row.expression_id) == ("ann", "bea", 1, 1)
    assert store.back_checks.list_all() == [row]


def test_a_mask_of_the_same_object_agrees_by_its_iou(store, decided):
    row = check(store, decided, box_mask(0, width=16))
    assert row.iou == pytest.approx(0.8)
    assert row.same_referent


def test_another_object_does_not_agree(store, decided):
    row = check(store, decided, box_mask(60))
    assert (row.iou, row.same_referent) == (0.0, False)


def test_a_mask_that_fits_another_referent_better_is_no_agreement(store):
    first, second = store.add_expressions([(1, "whole"), (1, "part")], annotator="ann")
    whole = store.record_decision(accept(first, box_mask(0, width=20), text="whole"))
    store.record_decision(accept(second, box_mask(0, width=12), text="part"))
    row = check(store, whole.decision_id, box_mask(0, width=13))
    assert row.iou == pytest.approx(13 / 20)
    assert not row.same_referent


def test_several_masks_are_compared_together(store):
    (number,) = store.add_expressions([(1, "both")], annotator="ann")
    decision = accept(number, box_mask(0), text="both")
    both = (*decision.masks, accept(number, box_mask(60)).masks[0])
    decided = store.record_decision(accept(number, box_mask(0), text="both", masks=both))
    assert check(store, decided.decision_id, box_mask(60), box_mask(0)).iou == 1.0
    assert check(store, decided.decision_id, box_mask(0)).iou == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("action", "masks", "agreement"),
    [
        (DecisionAction.NO_TARGET, (), (1.0, True)),
        (DecisionAction.SKIP, (), (0.0, False)),
        (DecisionAction.ACCEPT, (box_mask(0),), (0.0, False)),
    ],
)
def test_no_such_object_agrees_with_itself_only(store, action, masks, agreement):
    (number,) = store.add_expressions([(1, "the dragon")], annotator="ann")
    decided = store.record_decision(Decision(number, DecisionAction.NO_TARGET, "the dragon", "ann"))
    row = check(store, decided.decision_id, *masks, action=action)
    assert (row.iou, row.same_referent) == agreement


def test_a_picture_of_another_size_is_no_agreement(store, decided):
    other = Mask.from_array(box_mask(0).to_array()[:, :50])
    assert check(store, decided, other).iou == 0.0


def test_a_check_changes_no_decision_and_no_undo(store, decided):
    before = store.list_expressions(1), store.undo_history("bea"), store.counts()
    check(store, decided, box_mask(60))
    assert (store.list_expressions(1), store.undo_history("bea"), store.counts()) == before


def test_checks_are_never_changed(store, decided):
    check(store, decided, box_mask(0))
    for change in ("UPDATE back_checks SET iou = 0", "DELETE FROM back_checks"):
        with pytest.raises(Exception, match="append-only"), store._transactions.write() as session:
            session.execute(text(change))


def test_an_unknown_decision_is_refused(store):
    with pytest.raises(LookupError):
        check(store, 99, box_mask(0))


def test_the_queue_sees_the_newest_check_of_the_standing_decision(store, decided):
    def seen():
        _, rows = store.review.read(1)
        return [CHECKS[row.check] for row in rows]

    check(store, decided, box_mask(60))
    assert seen() == ["other", "none"]
    check(store, decided, box_mask(0))
    assert seen() == ["same", "none"]
    store.record_decision(accept(1, box_mask(60)))
    assert seen() == ["none", "none"]
