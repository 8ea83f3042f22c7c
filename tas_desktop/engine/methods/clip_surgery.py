"""CLIP-Surgery (methods.md 3; Li et al. 2023): a clean map, less what it has in common with other texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.methods.declared import choice
from tas_desktop.engine.methods.heat_map import HeatMapParams
from tas_desktop.engine.methods.shared_fields import changed_depth
from tas_desktop.engine.methods.vectors import softmax, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.query import Query

_SHARPNESS = 2.0


class Redundant(StrEnum):
    """What is taken for the part of the map that every text has in common."""

    PHRASES = "phrases"  # the weighted mean over the sentence and the noun phrases of the picture's caption
    EMPTY = "empty"  # the map of the empty text, the authors' way for a single text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipSurgeryParams(HeatMapParams):
    """Heat of the sentence less the redundant feature's.

    Attributes:
        redundant: what is subtracted; a picture without phrases falls back on the empty text.
        share: of the depth, from which on values attend to values; 6 of 12 blocks with the authors.
    """

    path: ClassVar[str] = "surgery"
    capability: ClassVar[Capability] = Capability.SURGERY_MAP

    method: str = "clip-surgery"
    redundant: Redundant = choice(
        Redundant.PHRASES,
        label=QT_TRANSLATE_NOOP("Methods", "Redundant part"),
        meaning=QT_TRANSLATE_NOOP("Methods", "What is subtracted: the mean over phrases, or the empty text."),
    )
    share: float = changed_depth(0.5)

    @property
    def map_extra(self) -> Extra:
        """The map by value-value attention."""
        return Extra.of(ExtraKind.MAP, path=self.path, scale=self.scale.value, share=self.share)

    def texts(self, query: Query) -> tuple[str, ...]:
        """The empty text is one too."""
        del query
        return ("",)

    def heat(self, question: Question, features_gd: NDArray[np.float64]) -> NDArray[np.float64]:
        """Feature surgery: each text's product with the map, weighed, less the mean of all texts'."""
        places_gd, words_d = unit(features_gd), question.words_d
        phrases_kd = question.analysis.phrase_features_kd
        if self.redundant is Redundant.EMPTY or phrases_kd is None:
            return places_gd @ (words_d - question.unit(""))
        rows = list({phrase: row for row, phrase in enumerate(question.analysis.phrases)}.values())
        texts_kd = np.concatenate([words_d[None], phrases_kd[rows].astype(np.float64)])
        whole_d = unit(question.analysis.array(self.map_extra, "whole").astype(np.float64))
        share_k = softmax(_SHARPNESS * (texts_kd @ whole_d))
        weighed_kd = (share_k / share_k.mean())[:, None] * texts_kd
        return np.asarray(places_gd @ (weighed_kd[0] - weighed_kd.mean(axis=0)))
