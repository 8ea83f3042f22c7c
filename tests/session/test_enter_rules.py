"""Enter accepts exactly what is painted for exactly the text in the box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.session.enter_rules import NEWCOMER_WINDOW_S, EnterRules, EnterVerdict, Painted


def painted(proposal: int, *, text: str = "red mug", ranking: str = "r1", image: int = 1) -> Painted:
    return Painted(image, text, ranking, proposal)


def press(rules: EnterRules, selected: Painted | None, *, now: float, text: str = "red mug") -> EnterVerdict:
    return rules.press(image_id=1, text=text, selected=selected, now=now)


def test_accepts_what_is_painted() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=0.0)
    assert press(rules, painted(3), now=0.001) is EnterVerdict.ACCEPT


def test_empty_text_does_nothing() -> None:
    assert press(EnterRules(), None, now=0.0, text="") is EnterVerdict.NOTHING


def test_holds_until_the_finished_ranking_is_painted() -> None:
    rules = EnterRules()
    assert press(rules, None, now=0.0) is EnterVerdict.HOLD
    assert not rules.take_held(complete=True)
    rules.note_painted(painted(3), now=0.1)
    assert not rules.take_held(complete=False)
    assert rules.take_held(complete=True)
    assert not rules.take_held(complete=True), "a held key is applied once"


def test_held_key_does_not_take_the_ranking_of_another_text_or_image() -> None:
    rules = EnterRules()
    press(rules, None, now=0.0)
    rules.note_painted(painted(3, text="red"), now=0.1)
    assert not rules.take_held(complete=True)
    rules.note_painted(painted(3, image=2), now=0.2)
    assert not rules.take_held(complete=True)


def test_typing_on_or_choosing_lets_go_of_a_held_key() -> None:
    rules = EnterRules()
    press(rules, None, now=0.0)
    rules.release()
    assert not rules.is_holding
    press(rules, None, now=0.0)
    rules.note_annotator_choice()
    assert not rules.is_holding


@given(delay=st.floats(0.0, 1.0))
def test_a_newcomer_asks_once_more_within_its_window_only(delay: float) -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=10.0)
    assert rules.note_painted(painted(5, ranking="r2"), now=11.0)
    first = press(rules, painted(5, ranking="r2"), now=11.0 + delay)
    expected = EnterVerdict.ASK_AGAIN if 11.0 + delay - 11.0 < NEWCOMER_WINDOW_S else EnterVerdict.ACCEPT
    assert first is expected
    assert press(rules, painted(5, ranking="r2"), now=11.0 + delay) is EnterVerdict.ACCEPT


def test_the_annotators_own_choice_is_no_newcomer() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=0.0)
    rules.note_annotator_choice()
    assert not rules.note_painted(painted(5), now=0.01)
    assert press(rules, painted(5), now=0.02) is EnterVerdict.ACCEPT


def test_choice_not_yet_painted_is_accepted_at_its_paint() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=0.0)
    rules.note_annotator_choice()
    assert press(rules, painted(5), now=0.001) is EnterVerdict.HOLD
    rules.note_painted(painted(5), now=0.01)
    assert rules.take_held(complete=False)


def test_replacement_that_is_not_on_the_screen_yet_asks_again() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=0.0)
    assert press(rules, painted(5, ranking="r2"), now=5.0) is EnterVerdict.ASK_AGAIN


def test_refined_ranking_with_the_same_first_candidate_waits_for_its_paint_only() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3, ranking="partial"), now=0.0)
    assert press(rules, painted(3, ranking="full"), now=1.0) is EnterVerdict.HOLD
    rules.note_painted(painted(3, ranking="full"), now=1.01)
    assert rules.take_held(complete=True)


@pytest.mark.parametrize("other", [painted(3, text="blue mug"), painted(3, image=2)])
def test_the_screen_of_another_text_or_image_is_never_accepted(other: Painted) -> None:
    rules = EnterRules()
    rules.note_painted(other, now=0.0)
    assert press(rules, painted(3), now=1.0) is EnterVerdict.HOLD


def test_a_first_candidate_where_none_was_is_no_newcomer() -> None:
    rules = EnterRules()
    rules.note_painted(None, now=0.0)
    assert not rules.note_painted(painted(3), now=0.05)
    assert press(rules, painted(3), now=0.06) is EnterVerdict.ACCEPT


def test_reset_forgets_screen_and_held_key() -> None:
    rules = EnterRules()
    press(rules, None, now=0.0)
    rules.note_painted(painted(3), now=0.0)
    rules.reset()
    assert rules.painted is None
    assert not rules.is_holding


def test_what_was_decided_before_is_no_newcomer() -> None:
    rules = EnterRules()
    rules.note_painted(painted(3), now=0.0)
    before = painted(-1, ranking="decision 7")
    assert not rules.note_painted(before, now=0.1)
    assert press(rules, before, now=0.101) is EnterVerdict.ACCEPT


def test_each_state_of_a_mask_under_repair_has_to_be_painted() -> None:
    rules = EnterRules()
    old, new = (Painted(1, "red mug", "r1", 3, edit_revision=revision) for revision in (4, 5))
    rules.note_painted(old, now=0.0)
    assert press(rules, new, now=0.1) is EnterVerdict.HOLD
    rules.note_painted(new, now=0.2)
    assert rules.take_held(complete=True)
    several = Painted(1, "red mug", "r1", 3, (4,))
    assert press(rules, several, now=0.3) is EnterVerdict.HOLD, "all that is accepted must be seen"
