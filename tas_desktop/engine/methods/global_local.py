"""Global-Local CLIP (methods.md 2): a region of the whole picture and its crop, a sentence and its phrase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.methods.common import BaselineParams, Scale
from tas_desktop.engine.methods.declared import choice, number
from tas_desktop.engine.methods.shared_fields import (
    masked_depth,
    mixed_text,
    mixed_units,
    sentence_and_phrase,
    sentence_share,
)
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import mix, unit

if TYPE_CHECKING:
    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.query import Query


class MaskResize(StrEnum):
    """How a mask comes to the size of the network's grid."""

    BILINEAR = "bilinear"  # as released
    AREA = "area"  # the share of each place that is covered: no small mask vanishes


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalLocalParams(BaselineParams):
    """f = alpha f_global + (1 - alpha) f_local against t = beta t_sentence + (1 - beta) t_phrase.

    With a transformer both sides are mixed before any scaling and scaled then; with a ResNet both texts and
    f_local are scaled before, and neither f nor t is afterwards.

    Attributes:
        alpha: share of the global feature; 0.95 on RefCOCO and RefCOCO+, 0.85 on RefCOCOg.
        beta: share of the sentence.
        share: of the depth, from which on tokens are masked; a ResNet masks before its pooling.
        scale: how pixels are scaled; the released code takes ImageNet's means for CLIP.
        masks: how masks are resized.
    """

    method: str = "global-local"
    alpha: float = number(
        0.95,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Global (α)"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Share of the region in the whole picture; the rest is the crop."
        ),
    )
    beta: float = sentence_share()
    share: float = masked_depth()
    scale: Scale = choice(
        Scale.IMAGENET,
        label=QT_TRANSLATE_NOOP("Methods", "Pixels scaled as for"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Means that the pixels are scaled by: ImageNet's, as released."),
    )
    masks: MaskResize = choice(
        MaskResize.BILINEAR,
        label=QT_TRANSLATE_NOOP("Methods", "Masks resized"),
        meaning=QT_TRANSLATE_NOOP("Methods", "How masks come to the network's grid."),
    )

    @property
    def needs(self) -> frozenset[Capability]:
        """Masked tokens, and crops that the method prepares."""
        return frozenset({Capability.MASKED_TOKENS, Capability.PICTURES})

    @property
    def extras(self) -> tuple[Extra, ...]:
        """Both features of each mask."""
        return self._global, self._local

    @property
    def _global(self) -> Extra:
        return Extra.of(
            ExtraKind.MASKED_TOKENS, share=self.share, scale=self.scale.value, masks=self.masks.value
        )

    @property
    def _local(self) -> Extra:
        return Extra.of(ExtraKind.FILLED_CROPS, scale=self.scale.value)

    @property
    def spaces_tokens(self) -> bool:
        """As released."""
        return True

    def plain_texts(self, query: Query) -> tuple[str, ...]:
        """Sentence and noun phrase."""
        return sentence_and_phrase(query)

    def score(self, question: Question) -> Terms:
        """The cosine, or for a ResNet the product of features that are not scaled."""
        analysis = question.analysis
        global_nd = analysis.array(self._global).astype(np.float64)
        local_nd = analysis.array(self._local).astype(np.float64)
        if analysis.array(self._global, "unscaled")[0]:
            text_d = mixed_text(question, share=self.beta)
            return Terms.seen(unit(mix(global_nd, local_nd, share=self.alpha)) @ text_d)
        text_d = mixed_units(question, share=self.beta)
        return Terms.seen(mix(global_nd, unit(local_nd), share=self.alpha) @ text_d)
