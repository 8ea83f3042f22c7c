"""The three splits and their disjoint seed spaces."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

GENERATOR_VERSION = 1
"""Enters every seed: a change of the drawing that moves pixels must raise it."""

SEED_LIMIT = 2**31


class Split(StrEnum):
    """Part of the scene world; the same seed gives unrelated scenes in different splits."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"

    @property
    def holds_unseen(self) -> bool:
        """Whether held-out pairs, synonyms and templates may occur in this split."""
        return self is Split.TEST


_SPACE = {Split.TRAIN: 11, Split.VALIDATION: 23, Split.TEST: 47}


def scene_rng(seed: int, *, split: Split, stream: int = 0) -> np.random.Generator:
    """Random generator of one scene.

    Args:
        seed: scene number, 0 <= seed < 2**31.
        split: whose seed space to use; streams of different splits are independent.
        stream: 0 draws the picture, 1 speaks about it; so that a change of the grammar moves no
            pixel.

    Raises:
        ValueError: `seed` is out of range.
    """
    if not 0 <= seed < SEED_LIMIT:
        raise ValueError(f"scene seed {seed} is not in [0, 2**31)")
    entropy = (GENERATOR_VERSION, _SPACE[split], stream, seed)
    return np.random.default_rng(np.random.SeedSequence(entropy))
