"""What baselines over heat maps share: a map's mean inside each mask (methods.md 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.methods.common import BaselineParams, Scale
from tas_desktop.engine.methods.shared_fields import pixel_scale
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.pooling import Pooling

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.question import Question

POOLING = Extra.of(ExtraKind.POOLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMapParams(BaselineParams):
    """The map's mean inside each mask; a subclass says how a text heats the map of features."""

    path: ClassVar[str]
    capability: ClassVar[Capability]

    scale: Scale = pixel_scale()

    @property
    def needs(self) -> frozenset[Capability]:
        """The map."""
        return frozenset({self.capability, Capability.PICTURES})

    @property
    def map_extra(self) -> Extra:
        """The map of features."""
        return Extra.of(ExtraKind.MAP, path=self.path, scale=self.scale.value)

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The map and what takes means of it."""
        return self.map_extra, POOLING

    def heat(self, question: Question, features_gd: NDArray[np.float64]) -> NDArray[np.float64]:
        """Heat of each place of the grid, shape (G,)."""
        raise NotImplementedError

    def score(self, question: Question) -> Terms:
        """Mean heat inside each mask."""
        pooling = pooling_of(question.analysis, self.map_extra)
        heat_g = self.heat(question, places_of(question.analysis, self.map_extra))
        return Terms.seen(pooling.inside(self.finished(pooling, heat_g)))

    def finished(self, pooling: Pooling, heat_g: NDArray[np.float64]) -> NDArray[np.float64]:
        """The map before means are taken."""
        del pooling
        return heat_g


def places_of(analysis: ImageAnalysis, extra: Extra) -> NDArray[np.float64]:
    """Features of the places of a map, shape (G, D)."""
    features_hwd = analysis.array(extra, "features").astype(np.float64)
    return features_hwd.reshape(-1, features_hwd.shape[-1])


def pooling_of(analysis: ImageAnalysis, extra: Extra, *, means: Extra = POOLING) -> Pooling:
    """What takes means of that map."""
    rows, columns = analysis.array(extra, "features").shape[:2]
    return Pooling(
        analysis.array(means, "inside"),
        analysis.array(means, "whole"),
        areas_px(analysis.proposals) / (analysis.height * analysis.width),
        (analysis.height, analysis.width),
        (rows, columns),
        None if means == POOLING else int(analysis.array(means, "via")[0]),
    )
