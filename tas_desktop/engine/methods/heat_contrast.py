"""Heat-map contrast (methods.md 5.3, 9): a map's mean inside each mask less its mean outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.methods.heat_map import HeatMapParams, places_of, pooling_of
from tas_desktop.engine.methods.shared_fields import changed_depth
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question

SHARE_OF_DEPTH = 6 / 12
"""GEM, whose depth of 7 counts from 1, changes the last 6 of 12 blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatContrastParams(HeatMapParams):
    """Contrast of GEM's map (self-self attention).

    Attributes:
        share: of the depth, from which on attention is changed.
    """

    path: ClassVar[str] = "self"
    capability: ClassVar[Capability] = Capability.SELF_MAP

    method: str = "heat-contrast"
    share: float = changed_depth(SHARE_OF_DEPTH)

    @property
    def map_extra(self) -> Extra:
        """The map by self-self attention."""
        return Extra.of(ExtraKind.MAP, path=self.path, scale=self.scale.value, share=self.share)

    def heat(self, question: Question, features_gd: NDArray[np.float64]) -> NDArray[np.float64]:
        """The cosine of each place."""
        return unit(features_gd) @ question.words_d

    def score(self, question: Question) -> Terms:
        """Mean inside less mean outside."""
        pooling = pooling_of(question.analysis, self.map_extra)
        heat_g = self.heat(question, places_of(question.analysis, self.map_extra))
        return Terms.seen(pooling.inside(heat_g) - pooling.outside(heat_g))
