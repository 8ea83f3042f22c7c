"""Ranking methods over analyses that they share: measuring M methods costs one analysis, not M."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.errors import ImageRefused
from tas_desktop.engine import texts
from tas_desktop.engine.extras import all_extras
from tas_desktop.engine.params import OverlapRule
from tas_desktop.engine.pipeline import rank
from tas_desktop.evaluation.answering.answers import ImageAnswers, UnitAnswer
from tas_desktop.evaluation.proposers import OneDrawing, ProposalsFrom, TrueMasks
from tas_desktop.evaluation.protocol import TextForm
from tas_desktop.formats.image_reading import read_image
from tas_desktop.storage.analysing import analyse_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method
    from tas_desktop.engine.params import AnalysisParams
    from tas_desktop.evaluation.labels.labels import LabelledImage, Unit
    from tas_desktop.evaluation.protocol import Protocol
    from tas_desktop.formats.format import Loss
    from tas_desktop.storage.analyses import AnalysisCache


class RankedMethods:
    """Answers with the first candidate of each method.

    With ground-truth proposals the candidates are all annotated masks of the image, unfiltered.

    Args:
        methods: by the names under which they are reported.
        components: the profile's parts.
        protocol: which form of a sentence is read, and which pixels are true.
        proposals: where candidates come from.
        cache: where analyses are kept; None makes each anew.
    """

    def __init__(
        self,
        methods: Mapping[str, Method],
        components: Components,
        *,
        protocol: Protocol,
        proposals: ProposalsFrom = ProposalsFrom.MODEL,
        cache: AnalysisCache | None = None,
    ) -> None:
        self._methods, self._components, self._cache = dict(methods), components, cache
        self._protocol, self._proposals = protocol, proposals

    @property
    def names(self) -> tuple[str, ...]:
        """See ``AnswerSource``."""
        return tuple(self._methods)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """See ``AnswerSource``: none."""
        return ()

    def identity(self, name: str) -> str:
        """See ``AnswerSource``."""
        parts = [[part.role, part.name, part.revision] for part in self._components.ids]
        return fingerprint(self._methods[name].params, parts, self._proposals.value)

    def answer(self, image: LabelledImage, names: Sequence[str], *, control: Control) -> list[ImageAnswers]:
        """See ``AnswerSource``."""
        loaded = read_labelled(image)
        components = replace(self._components, proposer=self._proposer(image))
        wanted = {name: self._analysis_params(self._methods[name]) for name in names}
        known: dict[AnalysisParams, tuple[ImageAnalysis, float | None]] = {}
        answered = []
        for name in names:
            method = self._methods[name]
            params = _shared(wanted[name], wanted.values())
            if params not in known:
                start = time.perf_counter()
                made = analyse_once(loaded, components, params, cache=self._cache, control=control)
                known[params] = made.analysis, None if made.was_kept else time.perf_counter() - start
            analysis, seconds = known[params]
            answered.append(
                ImageAnswers(
                    name=name,
                    answers=self._rank_all(analysis, image, method, control),
                    proposals=tuple(proposal.mask for proposal in analysis.proposals),
                    analysis_seconds=seconds,
                )
            )
        return answered

    def _rank_all(
        self, analysis: ImageAnalysis, image: LabelledImage, method: Method, control: Control
    ) -> tuple[UnitAnswer, ...]:
        """Rank every sentence; the first is timed, with nothing remembered of other methods' work on it."""
        texts.forget()
        timed, *others = (self._rank(analysis, unit, method, control) for unit in image.units)
        return timed, *(replace(answer, seconds=0.0) for answer in others)

    def _rank(self, analysis: ImageAnalysis, unit: Unit, method: Method, control: Control) -> UnitAnswer:
        parts = self._components
        start = time.perf_counter()
        ranking = rank(
            analysis,
            text_for(unit, method, self._protocol.text),
            method.ranking,
            encoder=parts.encoder,
            parser=parts.parser,
            synonyms=parts.synonyms,
            control=control,
        )
        seconds = time.perf_counter() - start
        first = ranking.candidates[0].proposal.mask if ranking.candidates else None
        return UnitAnswer(first, ranking.rectified, seconds)

    def _proposer(self, image: LabelledImage) -> TrueMasks | OneDrawing:
        if self._proposals is ProposalsFrom.GROUND_TRUTH:
            return TrueMasks(image.every_mask(self._protocol.truth))
        return OneDrawing(self._components.proposer)

    def _analysis_params(self, method: Method) -> AnalysisParams:
        if self._proposals is ProposalsFrom.GROUND_TRUTH:
            return replace(method.analysis, overlap=OverlapRule.NONE)
        return method.analysis


def _shared(params: AnalysisParams, others: Iterable[AnalysisParams]) -> AnalysisParams:
    """The same thinning with everything that any method of it wants kept: one analysis for all of them."""
    alike = (other for other in others if other.shaping == params.shaping)
    return replace(params, extras=all_extras(other.extras for other in alike))


def text_for(unit: Unit, method: Method, form: TextForm) -> str:
    """The form of a sentence that a method reads: its own where nothing else is said."""
    if form is TextForm.METHOD:
        return unit.sent if method.ranking.reads_cleaned else unit.raw
    return unit.sent if form is TextForm.SENT else unit.raw


def read_labelled(image: LabelledImage) -> LoadedImage:
    """The picture that was labelled.

    Raises:
        ImageRefused: it is missing, damaged, or another one.
    """
    loaded = read_image(image.path)
    if (loaded.height, loaded.width) != (image.height, image.width):
        raise ImageRefused(
            f"{image.path} is {loaded.width}x{loaded.height} pixels, its labels are of "
            f"{image.width}x{image.height}",
            next_step="Use the pictures that were labelled",
        )
    if image.content_hash not in (None, loaded.content_hash):
        raise ImageRefused(
            f"{image.path} is another picture than the one that was labelled",
            next_step="Put the first one back",
        )
    return loaded
