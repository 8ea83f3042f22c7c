"""The grammar: unique referents, margins, held-out words and templates."""

from __future__ import annotations

import string
from dataclasses import replace

import numpy as np
import pytest

from tas_desktop.starter.scenes import Kind, Split, Unseen, generate_scene, speak
from tas_desktop.starter.scenes.grammar import TEMPLATES
from tas_desktop.starter.scenes.grammar.facts import FACT_FINDERS, attribute_facts
from tas_desktop.starter.scenes.grammar.geometry import Spot, is_at_side, is_in_corner, place_in_order
from tas_desktop.starter.scenes.grammar.nouns import NounPhrase, covered, is_identifying
from tas_desktop.starter.scenes.lexicon import (
    CANONICAL,
    COLOURS,
    HELD_OUT_PAIRS,
    HELD_OUT_SYNONYMS,
    PATTERN_SYNONYMS,
)

SEEDS = range(80)
_PATTERN_OF = {word: name for name, others in PATTERN_SYNONYMS.items() for word in (name, *others)}


def _spoken(split, per_kind=2):
    scenes = [generate_scene(seed, split=split) for seed in SEEDS]
    return [(scene, speak(scene, per_kind=per_kind)) for scene in scenes]


@pytest.fixture(scope="module")
def test_split():
    return _spoken(Split.TEST)


@pytest.fixture(scope="module")
def train_split():
    return _spoken(Split.TRAIN)


def _words(text):
    return text.translate(str.maketrans("", "", string.punctuation)).lower().split()


def _centre(item):
    return np.array(item.centroid_xy) / 384


def test_a_third_of_the_templates_is_held_out():
    assert sum(t.held_out for t in TEMPLATES) * 3 == len(TEMPLATES)
    assert len({t.template_id for t in TEMPLATES}) == len(TEMPLATES)
    for kind in Kind:
        assert {t.held_out for t in TEMPLATES if t.kind is kind} == {True, False}


def test_all_kinds_and_templates_are_spoken(test_split):
    expressions = [e for _, said in test_split for e in said]
    assert {e.kind for e in expressions} == set(Kind)
    spoken = {e.template_id for e in expressions}
    assert len(spoken) >= 0.9 * len(TEMPLATES)


def test_training_never_hears_what_is_held_out(train_split):
    held_out = {t.template_id for t in TEMPLATES if t.held_out}
    for scene, said in train_split:
        for expression in said:
            assert expression.unseen == ()
            assert expression.template_id not in held_out
            assert not HELD_OUT_SYNONYMS & set(_words(expression.text))
            item = scene.objects[expression.referent_index]
            assert (item.colour, item.category) not in HELD_OUT_PAIRS


def test_unseen_is_told_truly(test_split):
    held_out = {t.template_id for t in TEMPLATES if t.held_out}
    met = set()
    for scene, said in test_split:
        for expression in said:
            met |= set(expression.unseen)
            item = scene.objects[expression.referent_index]
            assert (Unseen.TEMPLATE in expression.unseen) == (expression.template_id in held_out)
            assert (Unseen.SYNONYM in expression.unseen) == bool(
                HELD_OUT_SYNONYMS & set(_words(expression.text))
            )
            if (item.colour, item.category) in HELD_OUT_PAIRS:
                assert Unseen.PAIR in expression.unseen
    assert met == set(Unseen)


def test_attribute_words_are_true_of_one_object_only(test_split, train_split):
    """Read back from the text alone: category, colour and pattern words fit just the referent."""
    checked = 0
    for scene, said in (*test_split, *train_split):
        for expression in said:
            if expression.kind is not Kind.ATTRIBUTE or not expression.template_id.startswith(
                "attribute-phrase"
            ):
                continue
            words = _words(expression.text)
            fitting = list(enumerate((*scene.objects, *scene.slivers)))
            for word in words:
                if word in CANONICAL:
                    fitting = [(k, i) for k, i in fitting if i.category == CANONICAL[word]]
                elif word in COLOURS:
                    fitting = [(k, i) for k, i in fitting if i.colour == word]
                elif word in _PATTERN_OF:
                    fitting = [(k, i) for k, i in fitting if i.pattern == _PATTERN_OF[word]]
            if {"large", "big"} & set(words):
                fitting = [max(fitting, key=lambda pair: pair[1].area_px)]
            elif {"small", "little", "tiny"} & set(words):
                fitting = [min(fitting, key=lambda pair: pair[1].area_px)]
            assert [k for k, _ in fitting] == [expression.referent_index], expression.text
            checked += 1
    assert checked > 100


def test_extremes_and_orders_are_true(test_split):
    """Superlatives and ordinals, recomputed from centres and areas by plain sorting."""
    axis = {"left": (0, 1), "right": (0, -1), "top": (1, 1), "bottom": (1, -1)}
    checked = 0
    for scene, _ in test_split:
        for kind in (Kind.SUPERLATIVE, Kind.ORDINAL):
            for fact in FACT_FINDERS[kind](scene):
                group = covered(scene, fact.phrase)
                assert fact.referent_index in group
                assert len(group) == fact.rivals + 1 >= 2
                if fact.family == "size":
                    chosen = max if fact.slots["size"] == "largest" else min
                    best = chosen(group, key=lambda k: scene.objects[k].area_px)
                else:
                    dim, sign = axis[fact.slots["side"]]
                    order = sorted(group, key=lambda k: sign * _centre(scene.objects[k])[dim])
                    best = order[int(fact.slots.get("place", "1")) - 1]
                assert best == fact.referent_index
                checked += 1
    assert checked > 200


def test_exclusions_leave_exactly_the_referent(test_split):
    checked = 0
    for scene, _ in test_split:
        for fact in FACT_FINDERS[Kind.EXCLUSION](scene):
            quality = fact.slots["quality"]
            left = [
                k
                for k in covered(scene, fact.phrase)
                if quality not in (scene.objects[k].colour, scene.objects[k].pattern)
            ]
            assert left == [fact.referent_index]
            checked += 1
    assert checked > 50


def test_relations_single_out_the_referent(test_split):
    checked = 0
    for scene, _ in test_split:
        for fact in FACT_FINDERS[Kind.RELATION](scene):
            (anchor,) = covered(scene, fact.anchor)
            assert anchor not in covered(scene, fact.phrase)
            if fact.family != "beyond":
                continue
            dim, sign = {"left": (0, -1), "right": (0, 1), "top": (1, -1), "bottom": (1, 1)}[
                fact.slots["side"]
            ]
            for k in covered(scene, fact.phrase):
                ahead = sign * (_centre(scene.objects[k]) - _centre(scene.objects[anchor]))[dim]
                assert ahead >= 0.13 if k == fact.referent_index else ahead <= 1e-9
            checked += 1
    assert checked > 100


def test_a_sliver_that_could_be_meant_forbids_the_phrase():
    scene = generate_scene(0, split=Split.TRAIN)
    fact = next(f for f in attribute_facts(scene) if not f.phrase.size_name)
    twin = replace(scene.objects[fact.referent_index], area_px=40)
    assert is_identifying(scene, fact.referent_index, fact.phrase)
    haunted = replace(scene, slivers=(twin,))
    assert not is_identifying(haunted, fact.referent_index, fact.phrase)
    for finder in FACT_FINDERS.values():
        assert all(found.phrase != fact.phrase for found in finder(haunted))


def test_size_words_need_a_clear_difference():
    scene = generate_scene(0, split=Split.TRAIN)
    item = replace(
        scene.objects[0], size_name="large", area_px=8000, full_area_px=8000, occluded_fraction=0.0
    )
    phrase = NounPhrase(item.category, size_name="large")
    for factor, clear in ((0.3, True), (0.9, False)):
        area = int(8000 * factor)
        other = replace(item, size_name="medium", area_px=area, full_area_px=area)
        assert is_identifying(replace(scene, objects=(item, other), slivers=()), 0, phrase) is clear


def _spot(x, y):
    return Spot(x, y, x - 0.05, y - 0.05, x + 0.05, y + 0.05)


def test_margins():
    assert is_at_side(_spot(0.2, 0.5), [_spot(0.5, 0.5)], "left")
    assert not is_at_side(_spot(0.4, 0.5), [_spot(0.5, 0.5)], "left")
    assert not is_at_side(_spot(0.6, 0.5), [_spot(0.9, 0.5)], "left")
    assert is_in_corner(_spot(0.1, 0.1), [_spot(0.9, 0.1)], "top", "left")
    assert not is_in_corner(_spot(0.1, 0.1), [_spot(0.35, 0.1)], "top", "left")
    row = [_spot(x, 0.5) for x in (0.1, 0.3, 0.6)]
    assert place_in_order(row[1], [row[0], row[2]], "left") == 2
    assert place_in_order(row[0], row[1:], "right") == 3
    assert place_in_order(_spot(0.31, 0.5), row, "left") is None


def test_speaking_is_repeatable_and_moves_no_pixel():
    scene = generate_scene(9, split=Split.TEST)
    assert speak(scene) == speak(scene)
    again = generate_scene(9, split=Split.TEST)
    assert np.array_equal(scene.image_rgb, again.image_rgb)


def test_kinds_and_counts_as_asked():
    for seed in range(20):
        scene = generate_scene(seed, split=Split.TRAIN)
        said = speak(scene, kinds=(Kind.ATTRIBUTE, Kind.POSITION), per_kind=3)
        kinds = [e.kind for e in said]
        assert set(kinds) <= {Kind.ATTRIBUTE, Kind.POSITION}
        assert max(kinds.count(kind) for kind in set(kinds)) <= 3
        assert len({e.text for e in said}) == len(said)
        assert all("{" not in e.text and "  " not in e.text for e in said)
