"""Score map (methods.md 3): MaskCLIP's values against the sentence, place by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.methods.heat_map import HeatMapParams
from tas_desktop.engine.methods.vectors import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.pooling import Pooling


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreMapParams(HeatMapParams):
    """Cosines of places and sentence, enlarged and stretched to 0 to 1."""

    path: ClassVar[str] = "value"
    capability: ClassVar[Capability] = Capability.VALUE_MAP

    method: str = "score-map"

    def heat(self, question: Question, features_gd: NDArray[np.float64]) -> NDArray[np.float64]:
        """The cosine of each place."""
        return unit(features_gd) @ question.words_d

    def finished(self, pooling: Pooling, heat_g: NDArray[np.float64]) -> NDArray[np.float64]:
        """From 0 to 1."""
        return pooling.stretched(heat_g)
