"""Who is in a scene, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tas_desktop.starter.scenes.lexicon import (
    CATEGORIES,
    COLOURS,
    HELD_OUT_PAIRS,
    PATTERNS,
    SIZES,
)
from tas_desktop.starter.scenes.splits import Split

MIN_OBJECTS, MAX_OBJECTS = 3, 8

_COUNT_SHARE = (0.06, 0.16, 0.22, 0.24, 0.18, 0.14)
_SIZE_SHARE = (0.28, 0.45, 0.27)
_PATTERN_SHARE = (0.49, 0.17, 0.17, 0.17)


@dataclass(frozen=True)
class ObjectPlan:
    """What an object shall be: words of the lexicon."""

    category: str
    colour: str
    pattern: str
    size_name: str


def plan_objects(rng: np.random.Generator, *, split: Split) -> list[ObjectPlan]:
    """Draw the cast: a few categories appear twice or more, so that words must tell them apart."""
    count = int(rng.choice(np.arange(MIN_OBJECTS, MAX_OBJECTS + 1), p=_COUNT_SHARE))
    names = list(CATEGORIES)
    plans: list[ObjectPlan] = []
    while len(plans) < count:
        category = names[rng.integers(len(names))]
        repeats = int(rng.choice((1, 2, 3), p=(0.5, 0.33, 0.17)))
        same_colour = rng.random() < 0.3
        colour = ""
        for _ in range(min(repeats, count - len(plans))):
            if not (colour and same_colour):
                colour = _choose_colour(category, rng, split=split)
            pattern = PATTERNS[rng.choice(len(PATTERNS), p=_PATTERN_SHARE)]
            size_name = SIZES[rng.choice(len(SIZES), p=_SIZE_SHARE)]
            plans.append(ObjectPlan(category, colour, pattern, size_name))
    return [plans[k] for k in rng.permutation(count)]


def _choose_colour(category: str, rng: np.random.Generator, *, split: Split) -> str:
    """A colour allowed for the category; the test split favours the pair training never saw."""
    held_out = [colour for colour in COLOURS if (colour, category) in HELD_OUT_PAIRS]
    if split.holds_unseen and held_out and rng.random() < 0.3:
        return held_out[0]
    allowed = [c for c in COLOURS if split.holds_unseen or c not in held_out]
    return allowed[rng.integers(len(allowed))]
