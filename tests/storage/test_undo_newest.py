"""Undo of the newest: one's own, in order of the log, whatever clocks and other processes do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.storage import log
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, ExpressionSource, ExpressionStatus
from tests.storage.storage_values import accept, box_mask


class Clock:
    """A clock that tells the given moments one after the other."""

    def __init__(self, *moments):
        self.moments = list(moments)

    def now(self, _zone):
        return self.moments.pop(0) if len(self.moments) > 1 else self.moments[0]


def test_only_ones_own_steps_are_taken_back_newest_first(store):
    mine = store.add_expression(1, text="mine", annotator="ann")
    store.record_decision(accept(mine, box_mask(10), text="mine"))
    theirs = store.add_expression(1, text="theirs", annotator="bob")
    store.add_expressions([(1, "imported")], annotator="ann")
    store.add_expressions([(1, "written")], annotator="ann", source=ExpressionSource.MODEL)
    assert store.undo_newest("ann").kind is EventKind.DECIDED
    assert store.undo_newest("ann").kind is EventKind.EXPRESSION_ADDED
    assert store.undo_newest("ann") is None
    assert [row.text for row in store.list_expressions(1)] == ["theirs", "imported", "written"]
    assert store.redo_newest("ann").kind is EventKind.EXPRESSION_ADDED
    assert store.redo_newest("ann").kind is EventKind.DECIDED
    assert store.redo_newest("ann") is None
    assert store.undo_newest("bob").expression_id == theirs
    assert store.undo_newest("nobody") is None


def test_one_annotator_in_two_processes_undoes_each_step_once(store):
    ids = [store.add_expression(1, text=f"t{n}", annotator="ann") for n in range(3)]
    with ProjectStore.open(store.file) as second:
        undone = [
            store.undo_newest("ann"),
            second.undo_newest("ann"),
            store.undo_newest("ann"),
            second.undo_newest("ann"),
        ]
    assert [event and event.expression_id for event in undone] == [*ids[::-1], None]


def test_the_stack_reaches_back_as_far_as_the_limit(store):
    for number in range(8):
        store.add_expression(1, text=f"t{number}", annotator="ann")
        store.add_expression(1, text=f"b{number}", annotator="bob")
    history = store.undo_history("ann", limit=5)
    assert [event.value for event in history.done] == ["t3", "t4", "t5", "t6", "t7"]


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_a_clock_that_jumps_changes_no_order(store, monkeypatch, jump):
    start = datetime(2026, 1, 1, tzinfo=UTC)
    monkeypatch.setattr(log, "datetime", Clock(start, start + jump))
    expression = store.add_expression(1, text="the mug", annotator="ann")
    first = store.record_decision(accept(expression, box_mask(10)))
    second = store.record_decision(Decision(expression, DecisionAction.NO_TARGET, "the mug", "ann"))
    assert store.list_expressions(1)[0].status is ExpressionStatus.NO_TARGET
    assert [row.decision_id for row in store.list_decisions(expression)] == [
        first.decision_id,
        second.decision_id,
    ]
    with ProjectStore.open(store.file) as again:
        assert again.undo_newest("ann").seq == second.event_seq
        assert again.list_expressions(1)[0].status is ExpressionStatus.ACCEPTED
        assert [event.seq for event in again.events_since(0)] == list(range(1, again.last_event_seq() + 1))
