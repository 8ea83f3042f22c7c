"""The released rule against an independent, literal implementation of its description."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.engine.methods import CentreRef
from tas_desktop.engine.rectifier_code import rectify_as_code
from tas_desktop.language.entities import Entity, Relation

SIDES = {
    "L": ("left", "west"),
    "R": ("right", "east"),
    "T": ("above", "north", "top"),
    "B": ("below", "south", "under"),
}


def side_of(sentence, *sides, **words):
    """The first of ``sides`` whose words occur anywhere in the sentence."""
    return next((s for s in sides if any(w in sentence for w in words.get(s, SIDES[s]))), "")


def quadrant_champions(scores, centres_rc, index):
    """Weight and index of the best candidate of each quadrant; empty ones give (0, the index so far)."""
    median_r, median_c = np.median([r for r, _ in centres_rc]), np.median([c for _, c in centres_rc])
    weight = np.exp(scores - scores.max())  # any positive monotone weight: only the order counts
    members = {"TL": [], "BL": [], "TR": [], "BR": []}
    for i, (r, c) in enumerate(centres_rc):
        members[("T" if r < median_r else "B") + ("L" if c < median_c else "R")].append(i)
    return {
        name: max(((weight[i], -i) for i in inside), default=(0.0, -index))
        for name, inside in members.items()
    }


def literal_rule(scores, centres_rc, sentence, target, entity):
    """methods.md 1.2, "Spatial rectifier", read aloud; the index it ends with."""
    index = int(np.argmax(scores))
    champions = quadrant_champions(scores, centres_rc, index)

    def pick(rows, columns):
        """The only quadrant, or the better of two; the second one on equal weights."""
        found = [champions[row + column] for column in columns for row in rows]
        return -(found[0] if len(found) == 1 or found[0][0] > found[1][0] else found[1])[1]

    if entity is None or entity.text != target:
        return index
    if entity.superlatives and not entity.relations:
        row = side_of(sentence, "T", "B", B=("below", "south", "underneath"))
        column = side_of(sentence, "L", "R")
        return pick(row or "TB", column or "LR") if row or column else index
    if entity.relations and not entity.superlatives:
        for relation in entity.relations:
            said = next((w for w in relation.words if any(w in words for words in SIDES.values())), None)
            if said is None or not (relation.object.text == entity.text or said in relation.object.text):
                continue
            side = next(s for s, words in SIDES.items() if said in words)
            if side in "LR":
                index = pick(side_of(sentence, "T", "B") or "TB", side)
            else:
                index = pick(side, side_of(sentence, "L", "R") or "LR")
    return index


WORDS = [
    "left",
    "right",
    "top",
    "above",
    "below",
    "underneath",
    "under",
    "bright",
    "beast",
    "leftmost",
    "mug",
    "north",
]


def entity_strategy():
    other = st.builds(
        lambda text: Entity(0, 0, 1, text),
        st.sampled_from(["the mug", "the left side", "the top", "the car"]),
    )
    relation = st.builds(
        lambda words, entity: Relation(tuple(range(len(words))), tuple(words), entity),
        st.lists(st.sampled_from([*WORDS[:7], "of", "on"]), max_size=3),
        other,
    )
    return st.builds(
        lambda text, relations, superlatives: Entity(0, 0, 1, text, tuple(relations), tuple(superlatives)),
        st.sampled_from(["the mug", "mug"]),
        st.lists(relation, max_size=3),
        st.lists(st.just((0,)), max_size=1),
    )


@settings(max_examples=400, deadline=None)
@given(
    scores=st.lists(st.integers(-50, 50), min_size=1, max_size=9, unique=True),
    data=st.data(),
    words=st.lists(st.sampled_from(WORDS), max_size=4),
    entity=st.none() | entity_strategy(),
)
def test_agrees_with_the_literal_rule(scores, data, words, entity):
    centres = data.draw(
        st.lists(st.tuples(*[st.floats(0, 99)] * 2), min_size=len(scores), max_size=len(scores))
    )
    total_n = np.array(scores, dtype=float)
    sentence = " ".join(["the mug", *words])
    centres_rc = [(int(y), int(x)) for x, y in centres]
    expected = literal_rule(total_n, centres_rc, sentence, "the mug", entity)
    verdict = rectify_as_code(
        total_n,
        centroids_xy=np.array(centres),
        sentence=sentence,
        target="the mug",
        entity=entity,
        size_wh=(100, 100),
    )
    assert (verdict.winner if verdict else int(np.argmax(total_n))) == expected
    if verdict:
        assert verdict.kept_n[verdict.winner]


SUPERLATIVE = Entity(0, 0, 1, "the mug", (), ((0,),))


def act(sentence, centres, *, entity=SUPERLATIVE, scores=None, **options):
    total_n = np.arange(len(centres), 0, -1.0) if scores is None else np.array(scores)
    return rectify_as_code(
        total_n,
        centroids_xy=np.array(centres, dtype=float),
        sentence=sentence,
        target="the mug",
        entity=entity,
        size_wh=(100, 100),
        **options,
    )


def test_halves_are_divided_by_the_median_of_the_candidates_not_by_the_picture():
    crowd = [(10, 50), (20, 50), (30, 50)]
    assert act("right mug", crowd).winner == 1
    assert act("right mug", crowd, centre_ref=CentreRef.IMAGE) is None


@pytest.mark.parametrize("word", ["bottom", "middle", "second", "up"])
def test_words_upstream_lacks_change_nothing(word):
    assert act(f"the {word} mug", [(10, 10), (90, 90)]) is None


def test_direction_words_are_found_inside_other_words():
    assert act("the bright mug", [(10, 50), (90, 50)]).winner == 1


def test_a_target_that_is_not_the_entity_is_left_alone():
    assert act("left mug", [(10, 50), (90, 50)], entity=Entity(0, 0, 1, "mug", (), ((0,),))) is None


def test_ties_between_quadrants_go_to_the_later_one():
    assert act("left mug", [(10, 10), (10, 90), (90, 10), (90, 90)], scores=[1.0, 1.0, 0.0, 0.0]).winner == 1
