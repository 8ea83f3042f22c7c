"""Text-only: what the captioner says of a mask against the sentence (methods.md 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.methods.common import BaselineParams
from tas_desktop.engine.methods.terms import Terms

if TYPE_CHECKING:
    from tas_desktop.engine.methods.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionsParams(BaselineParams):
    """TAS' P alone, in CLIP's space of texts."""

    method: str = "text-only"

    @property
    def needs(self) -> frozenset[Capability]:
        """Captions."""
        return frozenset({Capability.CAPTIONS})

    @property
    def wants_captions(self) -> bool:
        """Nothing else is looked at."""
        return True

    def score(self, question: Question) -> Terms:
        """P; 0 for all while there are no captions."""
        captions_nd = question.analysis.caption_features_nd
        count = len(question.analysis.proposals)
        none = Terms.none(count)
        if captions_nd is None:
            return none
        p_n = captions_nd.astype(np.float64) @ question.words_d
        return Terms(none.v_n, p_n, none.n_n, (), none.costs_nk)
