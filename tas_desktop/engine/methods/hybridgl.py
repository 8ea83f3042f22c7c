"""HybridGL (methods.md 5.3, 6 and 7): two fused streams, then guidance by relations and by a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.geometry import boxes_xywh
from tas_desktop.engine.judged import Judgement
from tas_desktop.engine.methods.common import BaselineParams, Scale
from tas_desktop.engine.methods.declared import choice, number, switch, whole
from tas_desktop.engine.methods.heat_contrast import SHARE_OF_DEPTH as GEM_SHARE
from tas_desktop.engine.methods.heat_map import places_of, pooling_of
from tas_desktop.engine.methods.hybridgl_words import Relation, named_ramp, named_relation, other_phrases
from tas_desktop.engine.methods.shared_fields import (
    changed_depth,
    masked_depth,
    mixed_text,
    sentence_and_phrase,
    sentence_share,
)
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import softmax, unit
from tas_desktop.engine.pooling import Ramp

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.query import Query

_TIMES = 2
"""GEM sees the picture at 448 pixels, twice the side of CLIP's ViT-B/16."""

_CONTRASTS = {Relation.LARGER: 1.95, Relation.SMALLER: 1.5}

MEANS = Extra.of(ExtraKind.POOLING, times=_TIMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class HybridGlParams(BaselineParams):
    """Cosine of fused streams and mixed text, then 0.4 relations + 0.6 coherence among the best.

    As released (``fusion_mode`` G2L): cosines become shares by the network's own scale and a softmax; the
    best are compared with masks like the sentence's other nouns, or with each other where it has none; the
    map is GEM's for "a photo of a" noun phrase.

    Attributes:
        beta: share of the sentence in the text.
        guided: whether the guidance acts.
        top: how many of the best it orders anew (k1); the released program lowers it for good after an image
            with fewer masks, which depends on the order of images and is not followed.
        rivals: how many masks most like the sentence's other nouns a relation is measured from (k2).
        relations: share of the relation score; the rest is coherence.
        contrast: b, how much more the outside counts than the inside; relations of size have their own.
        as_released: "right" as a relation never fires, as in the released program.
        share: of the depth, from which on the streams are fused.
        map_share: of the depth, from which on the map's attention is changed.
        blur_px: kernel of the global stream's background, odd.
        scale: how pixels of the streams are scaled; the released code takes ImageNet's means for CLIP.
    """

    method: str = "hybridgl"
    beta: float = sentence_share()
    guided: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "Guidance"),
        meaning=QT_TRANSLATE_NOOP("Methods", "The method's own relations and map order the best anew."),
    )
    top: int = whole(
        3,
        low=1,
        label=QT_TRANSLATE_NOOP("Methods", "Best that are guided"),
        meaning=QT_TRANSLATE_NOOP("Methods", "How many of the best candidates the guidance orders."),
    )
    rivals: int = whole(
        6,
        low=1,
        label=QT_TRANSLATE_NOOP("Methods", "Masks related to"),
        meaning=QT_TRANSLATE_NOOP("Methods", "How many masks of other nouns a relation is measured from."),
        is_offered=False,
    )
    relations: float = number(
        0.4,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Relations"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Share of relations in the guidance; the rest is the map."),
    )
    contrast: float = number(
        1.8,
        high=2.0,
        label=QT_TRANSLATE_NOOP("Methods", "Contrast"),
        meaning=QT_TRANSLATE_NOOP("Methods", "How much heat outside the mask counts against it."),
    )
    as_released: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "Faults as released"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "“right” does nothing as a relation, as in the released program."
        ),
    )
    share: float = masked_depth()
    map_share: float = changed_depth(GEM_SHARE)
    blur_px: int = whole(
        15,
        low=1,
        high=255,
        label=QT_TRANSLATE_NOOP("Methods", "Blur"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Size of the blur around the mask, in pixels."),
        is_offered=False,
    )
    scale: Scale = choice(
        Scale.IMAGENET,
        label=QT_TRANSLATE_NOOP("Methods", "Pixels scaled as for"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Means that the pixels are scaled by: ImageNet's, as released."),
    )

    @property
    def needs(self) -> frozenset[Capability]:
        """Fused streams and the map by self-self attention."""
        return frozenset({Capability.STREAMS, Capability.SELF_MAP, Capability.PICTURES})

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The streams' features, the map, and what takes means of it."""
        return self._streams, self._map, MEANS

    @property
    def _streams(self) -> Extra:
        return Extra.of(ExtraKind.STREAMS, share=self.share, scale=self.scale.value, blur=self.blur_px | 1)

    @property
    def _map(self) -> Extra:
        return Extra.of(
            ExtraKind.MAP, path="self", scale=Scale.MODEL.value, share=self.map_share, times=_TIMES
        )

    @property
    def spaces_tokens(self) -> bool:
        """As released."""
        return True

    def texts(self, query: Query) -> tuple[str, ...]:
        """What the map is heated by."""
        return (_map_prompt(query),)

    def plain_texts(self, query: Query) -> tuple[str, ...]:
        """Sentence and noun phrase, and the sentence's other phrases as prompts."""
        return *sentence_and_phrase(query), *_prompts(query)

    def score(self, question: Question) -> Terms:
        """The cosine."""
        text_d = mixed_text(question, share=self.beta)
        return Terms.seen(self._features(question) @ text_d)

    def guide(self, question: Question, terms: Terms) -> Judgement | None:
        """Order the best anew; the others keep their distances below them."""
        if not self.guided:
            return None
        score_n, understood = terms.total_n, question.query.understood
        best = np.argsort(-score_n, kind="stable")[: self.top]
        relation = named_relation(understood, right_fires=not self.as_released)
        related_b = self._related(question, score_n, best, relation)
        outer = self.contrast if relation is None else _CONTRASTS.get(relation, self.contrast)
        coherent_b = self._coherence(question, outer=outer)[best]
        final_b = self.relations * softmax(related_b) + (1 - self.relations) * coherent_b
        total_n = float(final_b.min()) - (float(score_n.max()) - score_n)
        total_n[best] = final_b
        kept_n = np.zeros(len(score_n), dtype=bool)
        kept_n[best] = True
        acted = relation is not None or named_ramp(understood) is not Ramp.NONE
        return Judgement(total_n - score_n, kept_n, acted=acted)

    def _features(self, question: Question) -> NDArray[np.float64]:
        return unit(question.analysis.array(self._streams).astype(np.float64))

    def _related(
        self,
        question: Question,
        score_n: NDArray[np.float64],
        best: NDArray[np.intp],
        relation: Relation | None,
    ) -> NDArray[np.float64]:
        """Relation score of the best: their shares times those of what they stand in the relation to."""
        scale = float(question.analysis.array(self._streams, "scale")[0])
        share_n = softmax(scale * score_n)
        like_n, rivals = share_n, best
        prompts = _prompts(question.query)
        if prompts:
            noun_d = unit(np.mean([question.plain(prompt) for prompt in prompts], axis=0))
            like_n = softmax(scale * (self._features(question) @ noun_d))
            rivals = np.argsort(-like_n, kind="stable")[: self.rivals]
        if relation is None:
            return len(rivals) * share_n[best]
        holds_nn = relation.holds(boxes_xywh(question.analysis.proposals).astype(np.float64))
        return np.asarray(share_n[best] * (holds_nn[np.ix_(best, rivals)] @ like_n[rivals]))

    def _coherence(self, question: Question, *, outer: float) -> NDArray[np.float64]:
        """G of every mask: heat inside, less heat outside, of the noun phrase's map under a ramp."""
        analysis = question.analysis
        pooling = pooling_of(analysis, self._map, means=MEANS)
        heat_g = unit(places_of(analysis, self._map)) @ question.unit(_map_prompt(question.query))
        heat_g, ramp = pooling.stretched(heat_g), named_ramp(question.query.understood)
        mean = max(pooling.whole(heat_g, ramp=ramp), 1e-12)
        inside_n = pooling.inside(heat_g, ramp=ramp) / mean
        return (2 - outer) * inside_n - outer * pooling.outside(heat_g, ramp=ramp) / mean


def _map_prompt(query: Query) -> str:
    return f"a photo of a {query.understood.target.lower()}."


def _prompts(query: Query) -> tuple[str, ...]:
    return tuple(f"a photo of {phrase}" for phrase in other_phrases(query.understood))
