"""The models as a batch asks them, image by image; here in this process."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from tas_desktop.batch.heap import give_back
from tas_desktop.batch.proposing import propose_for
from tas_desktop.batch.recipe import Recipe
from tas_desktop.engine.pipeline import rank
from tas_desktop.storage.analysing import analyse_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.batch.proposing import ImageProposals, ImageTask
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method
    from tas_desktop.storage.analyses import AnalysisCache

    Work = Callable[[Control], ImageAnalysis]
    """An analysis to be made under some control."""


class Proposer(Protocol):
    """Analyses and ranks; in this process, in others, or in the window's model process."""

    @property
    def recipe(self) -> Recipe:
        """What it works with."""
        ...

    def propose(self, task: ImageTask, *, control: Control) -> ImageProposals:
        """Do one image; raises as ``propose_for``."""
        ...


def at_once(work: Work, control: Control) -> ImageAnalysis:
    """Do the work now: nobody else wants the networks."""
    return work(control)


class EngineProposer:
    """Fills ``Proposer`` with the engine.

    Args:
        components: the profile's parts, loaded.
        method: thinning rule, weights and rectifier.
        profile: name of the profile.
        cache: the user's analyses with their embeddings; None keeps none.
        take_turn: does the networks' work when it may (``Turns.work_behind``).
    """

    def __init__(
        self,
        components: Components,
        *,
        method: Method,
        profile: str,
        cache: AnalysisCache | None = None,
        take_turn: Callable[[Work, Control], ImageAnalysis] = at_once,
    ) -> None:
        self._components, self._method, self._profile = components, method, profile
        self._cache, self._take_turn = cache, take_turn

    @cached_property
    def recipe(self) -> Recipe:
        """See ``Proposer``."""
        return Recipe(self._profile, self._components.ids, self._method)

    def propose(self, task: ImageTask, *, control: Control) -> ImageProposals:
        """See ``Proposer``."""
        try:
            return propose_for(task, self, control=control)
        finally:
            give_back()

    def analyse(self, image: LoadedImage, outline: ImageAnalysis | None, control: Control) -> ImageAnalysis:
        """The image's analysis: read where it is kept, completed or made where not."""

        def work(control: Control) -> ImageAnalysis:
            params, cache = self._method.analysis, self._cache
            return analyse_once(
                image, self._components, params, cache=cache, outline=outline, control=control
            ).analysis

        return self._take_turn(work, control)

    def rank(self, analysis: ImageAnalysis, text: str) -> Ranking:
        """Order the proposals for an expression."""
        parts = self._components
        return rank(
            analysis,
            text,
            self._method.ranking,
            encoder=parts.encoder,
            parser=parts.parser,
            synonyms=parts.synonyms,
        )
