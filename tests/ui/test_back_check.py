"""Blind back-checks through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.session.annotation_session import Prompt
from tests.ui.driving import WAIT_MS, type_and_wait, type_text, wait_painted, wait_saved

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def decided(qtbot, opened):
    """Two decisions on the first picture: the block on the left, and the blue one."""
    for number, text in enumerate(("red block on the left", "blue block"), start=1):
        type_and_wait(qtbot, opened, text)
        press(qtbot, opened, Qt.Key.Key_Return)
        wait_saved(qtbot, opened, decided=number)
    queue = opened.workspace.project.queue
    qtbot.waitUntil(lambda: (queue.columns.expressions.decision_ids != 0).sum() == 2, timeout=WAIT_MS)
    opened.notices_seen = []
    opened.workspace.notices.posted.connect(opened.notices_seen.append)
    return opened


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.box, key, modifier)


def checks_of(window):
    return window.workspace.project.store.back_checks.list_all()


def begin_round(qtbot, window):
    """Start a round over all decisions and wait for the first one's candidates."""
    checks = window.workspace.project.queue.checks
    checks.set_share(1.0)
    window.actions_by_name["back-check"].trigger()
    wait_check(qtbot, window)
    return checks


def wait_check(qtbot, window):
    session, checks = window.workspace.session, window.workspace.project.queue.checks
    qtbot.waitUntil(
        lambda: checks.is_active and session.ranking.is_blind and session.ranking.is_current, timeout=WAIT_MS
    )


def first_choice(window):
    """The mask that was accepted for the expression in the box."""
    number = window.workspace.session.expression.expression_id
    rows = window.workspace.project.store.list_decisions(number)
    return rows[-1].decision.masks[0].mask


def choose(window, wanted):
    """Select the candidate with that mask, or the first with another one."""
    session = window.workspace.session
    first = first_choice(window)
    ranking = session.ranking.ranking
    candidate = next(c for c in ranking.candidates if (c.proposal.mask == first) == (wanted == "same"))
    session.walk.select(candidate.proposal_index)
    return candidate


def accept(qtbot, window):
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.painted == session.to_paint is not None, timeout=WAIT_MS)
    press(qtbot, window, Qt.Key.Key_Return)
    if session.prompt is Prompt.NEWCOMER:
        press(qtbot, window, Qt.Key.Key_Return)


def test_a_check_hides_the_first_choice_the_order_and_the_scores(qtbot, decided):
    begin_round(qtbot, decided)
    session = decided.workspace.session
    assert decided.box.text() == session.expression.text
    assert session.ranking.selected is None
    assert session.to_paint is None
    assert {c.total for c in session.ranking.ranking.candidates} == {0.0}
    assert not decided.candidates.why_button.isVisible()
    assert "margin" not in decided.candidates._facts.text()
    assert "once more" in decided.notices_seen[-1].text


def test_enter_before_a_choice_takes_nothing(qtbot, decided):
    begin_round(qtbot, decided)
    press(qtbot, decided, Qt.Key.Key_Return)
    assert "choice is yours" in decided.notices_seen[-1].text
    assert decided.workspace.project.queue.checks.is_active
    assert checks_of(decided) == []


def test_the_same_object_agrees_and_no_decision_changes(qtbot, decided):
    checks = begin_round(qtbot, decided)
    number = decided.workspace.session.expression.expression_id
    choose(decided, "same")
    with qtbot.waitSignal(checks.answered, timeout=WAIT_MS) as answered:
        accept(qtbot, decided)
    row = answered.args[0]
    assert (row.expression_id, row.iou, row.same_referent, row.checked_by) == (number, 1.0, True, "tester")
    store = decided.workspace.project.store
    assert len(store.list_decisions(number)) == 1
    assert store.counts().decided == 2


def test_another_object_is_said_and_found_by_the_filter(qtbot, decided):
    checks = begin_round(qtbot, decided)
    choose(decided, "other")
    with qtbot.waitSignal(checks.answered, timeout=WAIT_MS) as answered:
        accept(qtbot, decided)
    assert not answered.args[0].same_referent
    assert any("not the object" in message.text for message in decided.notices_seen)
    queue, images = decided.workspace.project.queue, decided.workspace.project.images
    qtbot.waitUntil(lambda: 2 in queue.columns.expressions.checks, timeout=WAIT_MS)
    queue.set_filter("check:other")
    qtbot.waitUntil(lambda: queue.is_settled and images.rowCount() == 1, timeout=WAIT_MS)


def test_a_round_goes_through_all_and_leads_back(qtbot, decided):
    begin_round(qtbot, decided)
    seen = [decided.workspace.session.expression.expression_id]
    choose(decided, "same")
    accept(qtbot, decided)
    wait_check(qtbot, decided)
    seen.append(decided.workspace.session.expression.expression_id)
    press(qtbot, decided, Qt.Key.Key_N, CONTROL | SHIFT)
    checks = decided.workspace.project.queue.checks
    qtbot.waitUntil(lambda: not checks.is_active and not checks.is_round, timeout=WAIT_MS)
    assert sorted(seen) == [1, 2]
    assert decided.workspace.session.expression is None
    assert decided.box.text() == "", "a new expression, as before the round"
    assert not decided.workspace.session.ranking.is_blind
    qtbot.waitUntil(lambda: len(checks_of(decided)) == 2, timeout=WAIT_MS)
    assert [row.action for row in checks_of(decided)] == [DecisionAction.ACCEPT, DecisionAction.NO_TARGET]
    decided.actions_by_name["back-check"].trigger()
    assert "no decision left" in decided.notices_seen[-1].text


def test_skipping_leaves_a_check_out(qtbot, decided):
    checks = begin_round(qtbot, decided)
    first = decided.workspace.session.expression.expression_id
    press(qtbot, decided, Qt.Key.Key_K, CONTROL | SHIFT)
    wait_check(qtbot, decided)
    assert decided.workspace.session.expression.expression_id != first
    press(qtbot, decided, Qt.Key.Key_K, CONTROL | SHIFT)
    assert not checks.is_active
    assert checks_of(decided) == []
    assert decided.workspace.project.store.counts().accepted == 2


def test_going_elsewhere_ends_the_check(qtbot, decided):
    checks = begin_round(qtbot, decided)
    press(qtbot, decided, Qt.Key.Key_PageDown)
    assert not checks.is_active
    assert not checks.is_round
    assert decided.workspace.session.image.path == "three.png"
    type_and_wait(qtbot, decided, "orange block")
    assert decided.workspace.session.ranking.selected is not None, "ordered as ever"


def test_other_words_in_the_box_are_a_decision_like_any_other(qtbot, decided):
    begin_round(qtbot, decided)
    type_text(qtbot, decided, "the yellow block")
    wait_painted(qtbot, decided, "the yellow block")
    accept(qtbot, decided)
    wait_saved(qtbot, decided, decided=2)
    assert not decided.workspace.project.queue.checks.is_active
    assert checks_of(decided) == []


def test_a_share_brings_checks_between_decisions_and_leads_back(qtbot, decided):
    checks = decided.workspace.project.queue.checks
    checks.set_share(1.0)
    checks.set_minutes(0)
    type_and_wait(qtbot, decided, "red block on the right")
    accept(qtbot, decided)
    wait_check(qtbot, decided)
    assert decided.workspace.session.expression.expression_id in (1, 2)
    choose(decided, "same")
    accept(qtbot, decided)
    qtbot.waitUntil(lambda: not checks.is_active, timeout=WAIT_MS)
    assert decided.box.text() == ""
    assert decided.workspace.session.image.path == "one.png"
    qtbot.waitUntil(lambda: len(checks_of(decided)) == 1, timeout=WAIT_MS)


def test_decisions_rest_before_they_come_again(qtbot, decided):
    checks = decided.workspace.project.queue.checks
    checks.set_share(1.0)
    checks.set_minutes(30)
    type_and_wait(qtbot, decided, "red block on the right")
    accept(qtbot, decided)
    wait_saved(qtbot, decided, decided=3)
    assert not checks.is_active
    assert decided.box.text() == ""
