"""The slow half: everything about an image that no expression changes."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.domain.proposal import ProposalSource
from tas_desktop.engine.analysis import RECOGNISED_FROM, ImageAnalysis
from tas_desktop.engine.colours import colour_map, colour_shares
from tas_desktop.engine.control import Control, Progress, Stage
from tas_desktop.engine.crops import LONGEST_PX, blur_background, blurred_crop, masked_crop, window_at
from tas_desktop.engine.extra_making import make_extras
from tas_desktop.engine.extras import missing_extras
from tas_desktop.engine.geometry import centroid_xy
from tas_desktop.engine.overlap import shared_of_smaller, thin_out
from tas_desktop.engine.params import AnalysisParams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.components import Components

Real = TypeVar("Real", np.float32, np.float64)

ANALYSIS_VERSION = 1
"""Part of every key; goes up when the meaning of an analysis changes."""

SMALLEST_SIDE_PX = 8
_BATCH_PX = 32_000_000  # about 100 MB of crops; how many a network takes at a time is its own affair
_NEGATIVE_PROMPT = "a photo of "


def analysis_key(image_hash: str, components: Components, params: AnalysisParams) -> str:
    """Cache key of the analysis that ``analyse()`` would make."""
    return analysis_key_by(image_hash, components.ids, params)


def analysis_key_by(image_hash: str, ids: Iterable[ComponentId], params: AnalysisParams) -> str:
    """The same where the parts are known by name only; ``ids`` as in ``Components.ids``."""
    parts, values = _described(tuple(ids), params)
    return fingerprint(ANALYSIS_VERSION, image_hash, parts, values)


@lru_cache(maxsize=16)
def _described(
    ids: tuple[ComponentId, ...], params: AnalysisParams
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Parts and parameters as JSON has them: the same for each of a project's 100,000 images."""
    return [asdict(part) for part in ids if part.role != "synonyms"], params.shaping


def analyse(
    image: LoadedImage,
    components: Components,
    params: AnalysisParams | None = None,
    *,
    control: Control | None = None,
    on_partial: Callable[[ImageAnalysis], None] | None = None,
) -> ImageAnalysis:
    """Draw proposals and take their features and captions.

    Args:
        image: the picture, upright RGB.
        components: the profile's parts.
        params: how proposals are thinned out; ours by default.
        control: progress by stage, and the cancel flag, looked at between batches.
        on_partial: called in the same thread with an analysis good for V before captions are made.

    Raises:
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    return _Analyst(image, components, params or AnalysisParams(), control or Control()).run(on_partial)


def embed_again(
    image: LoadedImage,
    kept: ImageAnalysis,
    components: Components,
    params: AnalysisParams | None = None,
    *,
    control: Control | None = None,
) -> ImageAnalysis:
    """Give a complete analysis that was kept without its features what it lacks.

    No mask is drawn and no caption written, which is most of the work of ``analyse()``.

    Args:
        image: the picture it is of.
        kept: its proposals, captions and phrases; arrays are not looked at.
        components: the parts that made it.
        params: the parameters that made it.
        control: progress of the one stage, and the cancel flag.

    Raises:
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    return _Analyst(image, components, params or AnalysisParams(), control or Control()).embed(kept)


def add_extras(
    image: LoadedImage,
    analysis: ImageAnalysis,
    components: Components,
    params: AnalysisParams,
    *,
    control: Control | None = None,
) -> ImageAnalysis:
    """Give an analysis the extras that ``params`` name and that it lacks; the very same where it lacks none.

    Args:
        image: the picture it is of.
        analysis: what is known of it.
        components: the parts that made it.
        params: whose extras are wanted.
        control: progress, and the cancel flag.

    Raises:
        MethodUnfit: the encoder cannot give one of them.
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    missing = missing_extras(params.extras, analysis.extras)
    if not missing:
        return analysis
    made = make_extras(
        missing, image.pixels_rgb, analysis.proposals, components=components, control=control or Control()
    )
    return replace(analysis, extras={**analysis.extras, **made})


@dataclass
class _Analyst:
    """One run over one image."""

    image: LoadedImage
    components: Components
    params: AnalysisParams
    control: Control
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, on_partial: Callable[[ImageAnalysis], None] | None) -> ImageAnalysis:
        with self._stage(Stage.PROPOSALS):
            proposals, notices = self._propose()
        with self._stage(Stage.ENCODE):
            analysis = self._with_extras(self._encode(proposals, notices))
        captioner = self.components.captioner
        # Upstream captions every picture; ours spares those that its networks do not know.
        is_known = analysis.recognised >= RECOGNISED_FROM or self.params.as_upstream
        if captioner is None or not proposals or not is_known:
            return self._finished(analysis)
        if on_partial is not None:
            on_partial(replace(analysis, seconds=tuple(self.seconds.items())))
        with self._stage(Stage.CAPTION):
            analysis = self._caption(analysis)
        with self._stage(Stage.PHRASES):
            analysis = self._mine_phrases(analysis)
        return self._finished(analysis)

    def embed(self, kept: ImageAnalysis) -> ImageAnalysis:
        with self._stage(Stage.ENCODE):
            made = self._with_extras(self._encode(list(kept.proposals), ()))
            texts = self.components.encoder.encode_texts
            captions_nd = _frozen(texts(kept.captions)) if kept.captions else None
            phrases_kd = _frozen(texts(_prompts(kept.phrases))) if kept.phrases else None
        return replace(
            made,
            captions=kept.captions,
            caption_features_nd=captions_nd,
            scene_caption=kept.scene_caption,
            phrases=kept.phrases,
            phrase_features_kd=phrases_kd,
            complete=True,
            notices=kept.notices,
            seconds=tuple(self.seconds.items()),
        )

    def _finished(self, analysis: ImageAnalysis) -> ImageAnalysis:
        return replace(analysis, complete=True, seconds=tuple(self.seconds.items()))

    @contextmanager
    def _stage(self, stage: Stage) -> Iterator[None]:
        self.control.step(stage, 0, 0)
        start = time.perf_counter()
        yield
        self.seconds[stage.value] = time.perf_counter() - start

    def _propose(self) -> tuple[list[Proposal], tuple[Notice, ...]]:
        if min(self.image.height, self.image.width) < SMALLEST_SIDE_PX:
            return [], (_TOO_SMALL,)
        drawn = self.components.proposer.propose(self.image.pixels_rgb, control=self.control)
        self.control.token.check()
        kept = thin_out(drawn, self.params)
        if kept:
            return kept, ()
        # Upstream crashes when its filter leaves nothing (methods.md 1.2): fall back to all masks.
        solid = [proposal for proposal in drawn if proposal.mask.area > 0]
        return solid, (_FILTER_LEFT_NOTHING if solid else _NO_PROPOSALS,)

    def _encode(self, proposals: list[Proposal], notices: tuple[Notice, ...]) -> ImageAnalysis:
        names_hw = colour_map(self.image.pixels_rgb)
        features: list[NDArray[np.float32]] = []
        centroids: list[tuple[float, float]] = []
        colours: list[NDArray[np.float32]] = []
        done = 0
        for batch in self._batches(proposals):
            crops = []
            for proposal in batch:
                self.control.token.check()
                x, y, inside_hw = proposal.mask.window()
                window = window_at(x, y, inside_hw)
                centre_x, centre_y = centroid_xy(inside_hw)
                centroids.append((x + centre_x, y + centre_y))
                colours.append(colour_shares(names_hw[window], masks=[inside_hw]))
                pixels_rgb = self.image.pixels_rgb[window]
                crops.append(masked_crop(pixels_rgb, mask_hw=inside_hw, box=self.params.crop_box))
            step = self._within(Stage.ENCODE, done, len(proposals))
            features.append(self.components.encoder.encode_images(crops, control=step))
            done += len(batch)
            self.control.step(Stage.ENCODE, done, len(proposals))
        crop_features_nd = _frozen(np.concatenate(features) if features else np.zeros((0, 1), np.float32))
        colours_nc = np.concatenate(colours) if colours else colour_shares(names_hw, masks=[])
        recognised, outside = self._recognise(proposals, crop_features_nd)
        return ImageAnalysis(
            key=analysis_key(self.image.content_hash, self.components, self.params),
            image_hash=self.image.content_hash,
            height=self.image.height,
            width=self.image.width,
            proposals=tuple(proposals),
            crop_features_nd=crop_features_nd,
            centroids_xy=_frozen(np.array(centroids, dtype=np.float64).reshape(-1, 2)),
            colour_shares_nc=_frozen(colours_nc),
            shared_nn=_frozen(shared_of_smaller([p.mask for p in proposals]).astype(np.float32)),
            recognised=recognised,
            complete=False,
            components=self.components.ids,
            notices=(*self.image.notices, *notices, *outside),
        )

    def _with_extras(self, analysis: ImageAnalysis) -> ImageAnalysis:
        return add_extras(self.image, analysis, self.components, self.params, control=self.control)

    def _recognise(
        self, proposals: Sequence[Proposal], crop_features_nd: NDArray[np.float32]
    ) -> tuple[float, tuple[Notice, ...]]:
        """Confidence by the objects drawn; among hundreds of nested regions some look like anything."""
        recogniser = self.components.recogniser
        if recogniser is None or not proposals:
            return 1.0, ()
        objects = [i for i, p in enumerate(proposals) if p.source is not ProposalSource.HIERARCHY]
        confidence = recogniser.recognise(self.image.pixels_rgb, crop_features_nd=crop_features_nd[objects])
        return confidence, () if confidence >= RECOGNISED_FROM else (_OUTSIDE,)

    def _caption(self, analysis: ImageAnalysis) -> ImageAnalysis:
        captioner = self.components.captioner
        assert captioner is not None
        pixels_rgb = self.image.pixels_rgb
        blurred_rgb = blur_background(pixels_rgb, before_strip=self.control.token.check)
        captions: list[str] = []
        for batch in self._batches(analysis.proposals):
            crops = []
            for proposal in batch:
                self.control.token.check()
                x, y, inside_hw = proposal.mask.window()
                window = window_at(x, y, inside_hw)
                crops.append(
                    blurred_crop(
                        pixels_rgb[window],
                        mask_hw=inside_hw,
                        blurred_rgb=blurred_rgb[window],
                        box=self.params.crop_box,
                    )
                )
            step = self._within(Stage.CAPTION, len(captions), len(analysis.proposals))
            captions += captioner.caption(crops, control=step)
            self.control.step(Stage.CAPTION, len(captions), len(analysis.proposals))
        features_nd = _frozen(self.components.encoder.encode_texts(captions))
        return replace(analysis, captions=tuple(captions), caption_features_nd=features_nd)

    def _mine_phrases(self, analysis: ImageAnalysis) -> ImageAnalysis:
        """Noun phrases of the whole-image caption, prompted as upstream prompts negatives."""
        if self.components.scene_captioner is None:
            return analysis
        scene_caption = self.components.scene_captioner.caption_scene(
            self.image.pixels_rgb,
            proposals=analysis.proposals,
            captions=analysis.captions,
            control=Control(self.control.token),
        )
        phrases = tuple(self.components.parser.noun_phrases(scene_caption, repeats=True))
        prompts = _prompts(phrases)
        features_kd = _frozen(self.components.encoder.encode_texts(prompts)) if prompts else None
        return replace(analysis, scene_caption=scene_caption, phrases=phrases, phrase_features_kd=features_kd)

    def _batches(self, proposals: Sequence[Proposal]) -> Iterator[Sequence[Proposal]]:
        """All proposals at once where their crops' memory allows it, else in runs that do."""
        start, pixels = 0, 0
        for i, proposal in enumerate(proposals):
            pixels += min(int(max(proposal.mask.box_xywh[2:])), LONGEST_PX) ** 2
            if pixels >= _BATCH_PX:
                yield proposals[start : i + 1]
                start, pixels = i + 1, 0
        if start < len(proposals):
            yield proposals[start:]

    def _within(self, stage: Stage, done: int, total: int) -> Control:
        """A control for one batch whose progress counts on from ``done``."""
        report = self.control.report
        return Control(
            self.control.token,
            lambda progress: report(Progress(stage, done + min(progress.done, total - done), total)),
        )


def _prompts(phrases: Sequence[str]) -> list[str]:
    return [_NEGATIVE_PROMPT + phrase for phrase in phrases]


def _frozen(array: NDArray[Real]) -> NDArray[Real]:
    array.setflags(write=False)
    return array


_TOO_SMALL = Notice(
    "image-too-small", f"A side of the image is under {SMALLEST_SIDE_PX} pixels: no candidates."
)
_NO_PROPOSALS = Notice("no-proposals", "No mask was found in this image.", NoticeLevel.WARNING)
_FILTER_LEFT_NOTHING = Notice(
    "overlap-filter-empty",
    "Every mask was too small for the method's filter, so all of them are ranked; upstream stops here.",
)
_OUTSIDE = Notice(
    "picture-not-recognised",
    "The networks of this profile do not know pictures like this one: "
    "candidates are ordered by position, size and colour only.",
    NoticeLevel.WARNING,
)
