"""Region token: a class token for each mask that attends to its patches only (methods.md 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.methods.common import BaselineParams, Scale
from tas_desktop.engine.methods.shared_fields import pixel_scale
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import unit

if TYPE_CHECKING:
    from tas_desktop.engine.methods.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTokenParams(BaselineParams):
    """Cosine of the region's token and the sentence ("Adapting CLIP")."""

    method: str = "region-token"
    scale: Scale = pixel_scale()

    @property
    def needs(self) -> frozenset[Capability]:
        """Region tokens."""
        return frozenset({Capability.REGION_TOKENS, Capability.PICTURES})

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The tokens' features."""
        return (Extra.of(ExtraKind.REGION_TOKENS, scale=self.scale.value),)

    def score(self, question: Question) -> Terms:
        """The cosine."""
        tokens_nd = question.analysis.array(self.extras[0]).astype(np.float64)
        return Terms.seen(unit(tokens_nd) @ question.words_d)
