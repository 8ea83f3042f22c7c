from __future__ import annotations

from functools import partial

import pytest

from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.engine.describing import things_by_salience, true_words
from tas_desktop.engine.pipeline import analyse, rank
from tas_desktop.engine.suggesting import improve_expression, margin_of, suggest_expressions

LEFT_RED, RIGHT_RED, BLUE = 0, 1, 2
THINGS = [("red", 8, 40, 36, 36), ("red", 112, 40, 36, 36), ("blue", 60, 40, 36, 36)]


@pytest.fixture
def scene(painting):
    """Two red blocks, one on either side of a blue one."""
    made = painting(THINGS)
    parts = made.components()
    analysis = analyse(made.image, parts)
    by_box = [next(i for i, p in enumerate(analysis.proposals) if p.mask == m) for m in made.masks]
    ranked = partial(rank, analysis, encoder=parts.encoder, parser=parts.parser, synonyms=parts.synonyms)
    return analysis, by_box, ranked


def test_every_suggestion_finds_the_mask_again(scene):
    analysis, by_box, ranked = scene
    for index in by_box:
        found = suggest_expressions(analysis, index, rank=ranked)
        assert found
        for suggestion in found:
            ranking = ranked(suggestion.text)
            assert ranking.candidates[0].proposal_index == index
            assert suggestion.margin == pytest.approx(ranking.margin)
            assert suggestion.margin > 0.0


def test_twins_are_told_apart_by_their_place(scene):
    analysis, by_box, ranked = scene
    left = suggest_expressions(analysis, by_box[LEFT_RED], rank=ranked)
    right = suggest_expressions(analysis, by_box[RIGHT_RED], rank=ranked)
    assert "the red block" not in {s.text for s in (*left, *right)}, "it names both"
    assert any("left" in s.text for s in left)
    assert all("left" not in s.text for s in right)


def test_the_widest_margin_comes_first_and_three_are_enough(scene):
    analysis, by_box, ranked = scene
    margins = [s.margin for s in suggest_expressions(analysis, by_box[LEFT_RED], rank=ranked)]
    assert margins == sorted(margins, reverse=True)
    assert len(margins) <= 3
    assert len({s.text for s in suggest_expressions(analysis, by_box[BLUE], rank=ranked)}) <= 3


def test_a_word_that_helps_is_offered_for_the_typed_text(scene):
    analysis, by_box, ranked = scene
    before = margin_of(ranked("red block"), by_box[LEFT_RED])
    offered = improve_expression(analysis, by_box[LEFT_RED], "red block", rank=ranked)
    assert offered
    for suggestion in offered:
        assert suggestion.rewrites
        assert suggestion.added
        assert suggestion.margin_before == pytest.approx(before)
        assert suggestion.margin > suggestion.margin_before
        assert ranked(suggestion.text).candidates[0].proposal_index == by_box[LEFT_RED]


def test_nothing_is_added_that_is_said_already(scene):
    analysis, by_box, ranked = scene
    offered = improve_expression(analysis, by_box[LEFT_RED], "red block on the left", rank=ranked)
    assert all("left" not in s.added and "red" not in s.added for s in offered)


def test_words_of_place_are_true_of_the_mask(scene):
    analysis, by_box, _ = scene
    words = {w.text for w in true_words(analysis, by_box[RIGHT_RED], like=[by_box[LEFT_RED]])}
    assert {"red", "on the right", "rightmost"} <= words
    assert not any("left" in word for word in words)


def test_without_captions_colour_and_place_have_to_do(painting):
    made = painting(THINGS)
    parts = made.components(captioner=None)
    analysis = analyse(made.image, parts)
    ranked = partial(rank, analysis, encoder=parts.encoder, parser=parts.parser, synonyms=parts.synonyms)
    blue = next(i for i, p in enumerate(analysis.proposals) if p.mask == made.masks[BLUE])
    texts = [s.text for s in suggest_expressions(analysis, blue, rank=ranked)]
    assert any("blue" in text for text in texts)


def test_a_cancelled_search_stops(scene):
    analysis, by_box, ranked = scene
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        suggest_expressions(analysis, by_box[0], rank=ranked, token=token)


def test_salient_things_leave_out_what_is_taken(scene):
    analysis, by_box, _ = scene
    assert set(things_by_salience(analysis)) == set(by_box)
    assert by_box[BLUE] not in things_by_salience(analysis, taken=[by_box[BLUE]])


def test_rivals_are_other_things_with_the_same_head(scene):
    _, by_box, ranked = scene
    ranking = ranked("red block on the left")
    assert ranking.candidates[0].proposal_index == by_box[LEFT_RED]
    assert ranking.rivals == (by_box[RIGHT_RED],)
    assert ranked("blue block").rivals == ()


def test_rivals_are_unknown_without_captions_or_a_noun(painting, scene):
    made = painting(THINGS)
    parts = made.components(captioner=None)
    analysis = analyse(made.image, parts)
    ranked = partial(rank, analysis, encoder=parts.encoder, parser=parts.parser, synonyms=parts.synonyms)
    assert ranked("red block").rivals is None
    assert scene[2]("red").rivals is None
