"""Grad-CAM (methods.md 3): channels weighed by their mean gradient, over activations of norm 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.methods.declared import switch
from tas_desktop.engine.methods.heat_map import HeatMapParams
from tas_desktop.engine.methods.vectors import unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class GradCamParams(HeatMapParams):
    """Heat by the derivative of the cosine of picture and sentence.

    Attributes:
        as_released: the released baseline derives the *negative* cosine, so that what speaks for the text
            comes out cold; off gives Grad-CAM as Selvaraju et al. mean it (without their final ReLU).
    """

    path: ClassVar[str] = "gradient"
    capability: ClassVar[Capability] = Capability.GRADIENT_MAP

    method: str = "grad-cam"
    as_released: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "Sign as released"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "The released baseline follows the negative score; off follows the score."
        ),
    )

    def heat(self, question: Question, features_gd: NDArray[np.float64]) -> NDArray[np.float64]:
        """Each place's derivative of the cosine, without CLIP's scale of 100."""
        whole_d = question.analysis.array(self.map_extra, "whole").astype(np.float64)
        seen_d, text_d = unit(whole_d), question.words_d
        slope_d = (text_d - (seen_d @ text_d) * seen_d) / max(float(np.linalg.norm(whole_d)), 1e-12)
        return features_gd @ (-slope_d if self.as_released else slope_d)
