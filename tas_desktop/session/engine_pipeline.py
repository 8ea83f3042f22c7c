"""The window's pipeline over the engine: one profile's components and one method."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.batch.proposer import EngineProposer
from tas_desktop.batch.turns import Turns
from tas_desktop.engine.capabilities import capabilities_of
from tas_desktop.engine.news import News
from tas_desktop.engine.pipeline import analysis_key, rank
from tas_desktop.session.pipeline import no_outline
from tas_desktop.session.repair.precedence import Precedence
from tas_desktop.session.repair.seen_pictures import SeenPictures
from tas_desktop.storage.analysing import analyse_once, read_kept
from tas_desktop.storage.analysis_outline import decode_outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.batch.proposer import Work
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.control import CancelToken, Control
    from tas_desktop.engine.methods import Chips, Method
    from tas_desktop.engine.segmenting import PromptTask
    from tas_desktop.session.pipeline import FindOutline, SharedDevice
    from tas_desktop.session.repair.seen_pictures import SmallPicture
    from tas_desktop.storage.analyses import AnalysisCache


class EnginePipeline:
    """Fills `AnnotationPipeline` with the engine's two functions.

    Args:
        components: the profile's models, parser and synonyms, loaded.
        method: thinning rule, weights and rectifier.
        profile: name of the profile.
        devices: ``(role, device)`` in actual use, of models that stay where they are.
        placement: where the others are; None where there are none.
        cache: where analyses are kept; None keeps none.
    """

    def __init__(
        self,
        components: Components,
        *,
        method: Method,
        profile: str,
        devices: tuple[tuple[str, str], ...] = (),
        placement: SharedDevice | None = None,
        cache: AnalysisCache | None = None,
    ) -> None:
        self._components = components
        self._method = method
        self._cache = cache
        self._turns, self._precedence = Turns(), Precedence()
        decoder = components.prompt_decoder
        self._seen_pictures = None if decoder is None else SeenPictures(decoder)
        self.profile = profile
        self._devices, self._placement = devices, placement
        self.news = News() if placement is None else placement.news

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """See `AnnotationPipeline.devices`."""
        moving = () if self._placement is None else self._placement.devices
        return (*self._devices, *moving)

    @property
    def capabilities(self) -> frozenset[Capability]:
        """See `AnnotationPipeline.capabilities`."""
        return capabilities_of(self._components)

    @property
    def is_alive(self) -> bool:
        """Always: the models are in this process."""
        return True

    @property
    def process_id(self) -> int:
        """0: the models are in this process."""
        return 0

    def close(self) -> None:
        """Nothing to do: the models go with the process."""

    @property
    def params(self) -> tuple[tuple[str, str | int | float | bool], ...]:
        """Analysis and ranking parameters by name."""
        return self._method.params

    def analyse(
        self,
        image: LoadedImage,
        *,
        control: Control,
        on_partial: Callable[[ImageAnalysis], None],
        method: Method | None = None,
        find_outline: FindOutline = no_outline,
    ) -> ImageAnalysis:
        """See `AnnotationPipeline.analyse`."""
        # What a batch has stored costs a read, and does not interrupt it.
        kept = self.recall(image.content_hash, method=method)
        if kept is not None:
            return kept
        params = (method or self._method).analysis
        control = self._precedence.pausing(control)
        found = find_outline(image.content_hash, analysis_key(image.content_hash, self._components, params))
        with self._turns.in_front(control.token):
            return analyse_once(
                image,
                self._components,
                params,
                cache=self._cache,
                outline=None if found is None else decode_outline(found),
                control=control,
                on_partial=on_partial,
            ).analysis

    def recall(self, content_hash: str, *, method: Method | None = None) -> ImageAnalysis | None:
        """See `AnnotationPipeline.recall`."""
        params = (method or self._method).analysis
        return read_kept(content_hash, self._components, params, cache=self._cache)

    def rank(
        self, analysis: ImageAnalysis, expression: str, *, chips: Chips, method: Method | None = None
    ) -> Ranking:
        """See `AnnotationPipeline.rank`."""
        parts = self._components
        return rank(
            analysis,
            expression,
            replace((method or self._method).ranking, chips=chips),
            encoder=parts.encoder,
            parser=parts.parser,
            synonyms=parts.synonyms,
        )

    @property
    def knows_prompts(self) -> bool:
        """See `AnnotationPipeline.knows_prompts`."""
        return self._seen_pictures is not None

    def answer(
        self, key: str, task: PromptTask, *, brought: SmallPicture | None, token: CancelToken
    ) -> PromptedMask | None:
        """See `AnnotationPipeline.answer`.

        Raises:
            RuntimeError: there is no network for prompts; see `knows_prompts`.
        """
        if self._seen_pictures is None:
            raise RuntimeError("this profile has no network for prompts")
        token.check()
        with nullcontext() if task.ahead else self._precedence.answering():
            return self._seen_pictures.answer(key, task, brought=brought)

    def proposer(self, method: Method | None = None) -> EngineProposer:
        """See `AnnotationPipeline.proposer`."""
        return EngineProposer(
            self._components,
            method=method or self._method,
            profile=self.profile,
            cache=self._cache,
            take_turn=self._work_behind,
        )

    def _work_behind(self, work: Work, control: Control) -> ImageAnalysis:
        """The batch's work on one picture: behind the picture at the screen, and behind prompts."""
        return self._turns.work_behind(work, self._precedence.pausing(control))
