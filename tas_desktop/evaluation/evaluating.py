"""Running methods over a labelled dataset; each image is analysed once for all of them."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.control import Control
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.engine.pipeline import rank
from tas_desktop.evaluation.metrics import Comparator, Sample, overlap_px
from tas_desktop.evaluation.proposers import OneDrawing, TrueMasks
from tas_desktop.evaluation.report import Report
from tas_desktop.formats.image_reading import read_image
from tas_desktop.storage.analysing import analyse_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.formats.refer.labelled import Ref, ReferDataset, ReferImage, Sentence
    from tas_desktop.storage.analyses import AnalysisCache


class ProposalsFrom(StrEnum):
    """Where the candidates come from."""

    MODEL = "model"
    GROUND_TRUTH = "ground-truth"


def ignore_image(_done: int, _total: int) -> None:
    """Take progress and drop it."""


def evaluate_dataset(
    dataset: ReferDataset,
    components: Components,
    method: Method,
    *,
    proposals: ProposalsFrom = ProposalsFrom.MODEL,
    comparator: Comparator = Comparator.AT_LEAST,
    cache: AnalysisCache | None = None,
    control: Control | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> Report:
    """Score one method; see ``evaluate_methods``."""
    reports = evaluate_methods(
        dataset,
        components,
        [method],
        proposals=proposals,
        comparator=comparator,
        cache=cache,
        control=control,
        on_image=on_image,
    )
    return reports[0]


def evaluate_methods(
    dataset: ReferDataset,
    components: Components,
    methods: Sequence[Method],
    *,
    proposals: ProposalsFrom = ProposalsFrom.MODEL,
    comparator: Comparator = Comparator.AT_LEAST,
    cache: AnalysisCache | None = None,
    control: Control | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> list[Report]:
    """Score methods on every sentence of a dataset, first candidate against the referent's mask.

    With ground-truth proposals the candidates are all annotated masks of the image, unfiltered. Upstream's
    presets read the cleaned sentence (``sent``) as upstream does, ours the sentence as typed (``raw``).

    Args:
        dataset: images, referents and sentences.
        components: the profile's parts.
        methods: what to compare.
        proposals: where candidates come from.
        comparator: of P@X.
        cache: where analyses are kept; None makes each anew.
        control: the cancel flag; progress inside an image goes to its ``report``.
        on_image: called with images done and images in all.

    Raises:
        ImageRefused: an image is missing or damaged.
        Cancelled: the flag was set.
    """
    run = _Run(dataset, components, methods, proposals, cache, control or Control())
    by_image: dict[int, list[Ref]] = defaultdict(list)
    for ref in dataset.refs:
        by_image[ref.image_id].append(ref)
    for done, (image_id, refs) in enumerate(by_image.items()):
        on_image(done, len(by_image))
        run.score_image(dataset.images[image_id], refs)
    on_image(len(by_image), len(by_image))
    return [run.report(method, comparator) for method in methods]


@dataclass
class _Run:
    """Samples gathered so far."""

    dataset: ReferDataset
    components: Components
    methods: Sequence[Method]
    proposals: ProposalsFrom
    cache: AnalysisCache | None
    control: Control
    samples: dict[int, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    def score_image(self, image: ReferImage, refs: Iterable[Ref]) -> None:
        components = replace(self.components, proposer=self._proposer(image))
        loaded = read_image(image.path)
        if (loaded.height, loaded.width) != (image.height, image.width):
            raise ImageRefused(
                f"{image.path} is {loaded.width}x{loaded.height} pixels, instances.json says "
                f"{image.width}x{image.height}",
                next_step="Use the dataset's own images.",
            )
        analyses: dict[AnalysisParams, tuple[ImageAnalysis, float | None]] = {}
        for number, method in enumerate(self.methods):
            params = self._analysis_params(method)
            if params not in analyses:
                start = time.perf_counter()
                analysis, was_kept = analyse_once(
                    loaded, components, params, cache=self.cache, control=self.control
                )
                analyses[params] = analysis, None if was_kept else time.perf_counter() - start
            analysis, seconds = analyses[params]
            self.counts[number].append(len(analysis.proposals))
            if seconds is not None:
                self.seconds[number].append(seconds)
            for ref in refs:
                self._score_ref(number, method, analysis, ref)

    def report(self, method: Method, comparator: Comparator) -> Report:
        number = self.methods.index(method)
        counts, seconds = self.counts[number], self.seconds[number]
        return Report(
            method=method.name,
            proposals=self.proposals.value,
            samples=tuple(self.samples[number]),
            comparator=comparator,
            images=len(counts),
            proposals_per_image=sum(counts) / max(1, len(counts)),
            analysed=len(seconds),
            analysis_seconds=sum(seconds) / max(1, len(seconds)),
        )

    def _proposer(self, image: ReferImage) -> TrueMasks | OneDrawing:
        if self.proposals is ProposalsFrom.GROUND_TRUTH:
            return TrueMasks([self.dataset.mask(ann_id) for ann_id in image.ann_ids])
        return OneDrawing(self.components.proposer)

    def _analysis_params(self, method: Method) -> AnalysisParams:
        if self.proposals is ProposalsFrom.GROUND_TRUTH:
            return AnalysisParams(overlap=OverlapRule.NONE)
        return method.analysis

    def _score_ref(self, number: int, method: Method, analysis: ImageAnalysis, ref: Ref) -> None:
        true = self.dataset.mask(ref.ann_id)
        ious = pairwise_iou([proposal.mask for proposal in analysis.proposals], [true])
        oracle = float(ious.max()) if ious.size else 0.0
        for sentence in ref.sentences:
            start = time.perf_counter()
            ranking = rank(
                analysis,
                _text(sentence, method),
                method.ranking,
                encoder=self.components.encoder,
                parser=self.components.parser,
                synonyms=self.components.synonyms,
                control=self.control,
            )
            seconds = time.perf_counter() - start
            first = ranking.candidates[0].proposal.mask if ranking.candidates else None
            intersection, union = overlap_px(first, true)
            self.samples[number].append(
                Sample(
                    intersection_px=intersection,
                    union_px=union,
                    oracle_iou=oracle,
                    kind=sentence.kind,
                    unseen=sentence.unseen,
                    rectified=ranking.rectified,
                    method_seconds=seconds,
                )
            )


def _text(sentence: Sentence, method: Method) -> str:
    return sentence.sent if method.ranking.as_upstream else sentence.raw
