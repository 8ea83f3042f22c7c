"""A ranking that gives nothing away: shuffled, without scores, ranks or the rectifier's region."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.session.review.orders import shuffled

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking


def blinded(ranking: Ranking, *, seed: int) -> Ranking:
    """The same candidates in an order that depends on the seed alone, with nothing that tells them apart.

    Captions stay: they say what a mask shows and not where the ranking put it. Rows are numbered by where
    they stand, so that Alt+1 means what it says.
    """
    indices = np.array([c.proposal_index for c in ranking.candidates], dtype=np.int64)
    order = np.argsort(shuffled(indices, seed=seed), kind="stable")
    candidates = tuple(
        replace(
            ranking.candidates[place],
            rank=row,
            rank_before=row,
            total=0.0,
            v=0.0,
            p=0.0,
            n=0.0,
            prior=0.0,
            spatial=0.0,
            kept=True,
            negatives=(),
        )
        for row, place in enumerate(order.tolist(), start=1)
    )
    return replace(ranking, candidates=candidates, regions=(), rectified=False, margin=0.0, rivals=None)
