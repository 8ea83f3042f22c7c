"""What directions, or a method's own guidance, did to the scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What the rectifier did.

    Attributes:
        spatial_n: float64, shape (N,): what each candidate loses, or, by a method's own guidance, gains.
        kept_n: bool, shape (N,).
        acted: whether a direction was found and applied.
        winner: the candidate put first among equals, or None.
    """

    spatial_n: NDArray[np.float64]
    kept_n: NDArray[np.bool_]
    acted: bool
    winner: int | None = None

    def then(self, later: Judgement) -> Judgement:
        """Both in turn; where they keep nothing in common, what the first kept."""
        both_n = self.kept_n & later.kept_n
        return Judgement(
            self.spatial_n + later.spatial_n,
            both_n if both_n.any() else self.kept_n,
            acted=self.acted or later.acted,
            winner=later.winner,
        )
