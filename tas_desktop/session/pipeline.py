"""The two halves of the pipeline as the window uses them, loaded once and on first use.

The window must appear before any network is imported. `PipelineSource` therefore holds a loader, given
by the composition root, and calls it in a lane; whichever lane comes first loads, the other waits.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from tas_desktop.engine.control import CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.batch.proposer import Proposer
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Chips, Method
    from tas_desktop.engine.news import News
    from tas_desktop.engine.segmenting import PromptTask
    from tas_desktop.session.repair.seen_pictures import SmallPicture

    FindOutline = Callable[[str, str], bytes | None]
    """What the project keeps of an analysis (`storage.analysis_outline`), by content hash and key."""


def no_outline(_content_hash: str, _key: str) -> bytes | None:
    """No project keeps anything."""
    return None


class SharedDevice(Protocol):
    """What the networks of a pipeline share (`backends.devices.placement.Placement`)."""

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """``(role, device)`` of each network, as people read it."""
        ...

    @property
    def news(self) -> News:
        """Says what memory was not enough for, and when `devices` changes."""
        ...


class AnnotationPipeline(Protocol):
    """Analyse an image once, rank it on each keystroke; both called in lanes."""

    @property
    def profile(self) -> str:
        """Name of the profile whose models these are."""
        ...

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """``(role, device)`` of each model, the device being the one in actual use."""
        ...

    @property
    def news(self) -> News:
        """Says what the models do besides their work, and when `devices` changes."""
        ...

    @property
    def params(self) -> tuple[tuple[str, str | int | float | bool], ...]:
        """The method's parameters by name, for the provenance of a decision."""
        ...

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the models give; methods that need more cannot rank."""
        ...

    @property
    def is_alive(self) -> bool:
        """False once the process that held the models is gone."""
        ...

    @property
    def process_id(self) -> int:
        """Id of the process that holds the models; 0 where it is this one."""
        ...

    def close(self) -> None:
        """Let go of the models."""
        ...

    def analyse(
        self,
        image: LoadedImage,
        *,
        control: Control,
        on_partial: Callable[[ImageAnalysis], None],
        method: Method | None = None,
        find_outline: FindOutline = no_outline,
    ) -> ImageAnalysis:
        """The slow half; hands out the V-only analysis as soon as it exists.

        ``method`` is another one than the settings name; ``find_outline`` is asked where no whole analysis
        is kept.
        """
        ...

    def recall(self, content_hash: str, *, method: Method | None = None) -> ImageAnalysis | None:
        """The analysis of this content that is kept on disk: no pixels and no network are needed."""
        ...

    def rank(
        self, analysis: ImageAnalysis, expression: str, *, chips: Chips, method: Method | None = None
    ) -> Ranking:
        """The fast half; no vision model runs. ``method`` is another one than the settings name."""
        ...

    @property
    def knows_prompts(self) -> bool:
        """Whether a network answers an annotator's points and boxes."""
        ...

    def answer(
        self, key: str, task: PromptTask, *, brought: SmallPicture | None, token: CancelToken
    ) -> PromptedMask | None:
        """The mask that prompts make; None where the picture of that key has to be brought along.

        A newer call makes an older one that waits give up with ``Cancelled``.
        """
        ...

    def proposer(self, method: Method | None = None) -> Proposer:
        """What a batch asks, image by image; whoever is at the screen goes first. ``method`` as above."""
        ...


class PipelineSource:
    """Loads the pipeline once, whichever lane asks first, and again when its process has died.

    Args:
        load: loads the models; gives up with ``Cancelled`` when the token is set.
    """

    def __init__(self, load: Callable[[CancelToken], AnnotationPipeline]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._giving_up, self._is_closing = CancelToken(), False
        self._guard = threading.Lock()  # of the two; never held while something is loaded
        self._pipeline: AnnotationPipeline | None = None
        self.on_load: Callable[[AnnotationPipeline], None] = _ignore_load
        """Called in the lane that loads, each time models were loaded."""

    @property
    def loaded(self) -> AnnotationPipeline | None:
        """The pipeline if it is there; never waits."""
        return self._pipeline

    def get(self) -> AnnotationPipeline:
        """The pipeline, loaded now if need be. Blocks: for lanes only.

        Raises:
            KnownError: weights are missing or damaged; the next call tries again.
            Cancelled: the program is closing, or other models are wanted.
        """
        with self._lock:
            self._giving_up.check()
            if self._pipeline is not None and not self._pipeline.is_alive:
                self._pipeline.close()
                self._pipeline = None
            if self._pipeline is None:
                self._pipeline = self._load(self._giving_up)
                self.on_load(self._pipeline)
            return self._pipeline

    def give_up(self) -> None:
        """Give up a load under way, and load no more until `release`; never waits."""
        self._giving_up.cancel()

    def release(self) -> None:
        """Let go of the models; the next `get` loads those that are wanted then. Blocks: for lanes only.

        Work that is under way in other lanes ends with ``Cancelled``.
        """
        self.give_up()
        with self._lock:
            if self._pipeline is not None:
                self._pipeline.close()
                self._pipeline = None
            with self._guard:
                if not self._is_closing:
                    self._giving_up = CancelToken()

    def stop_loading(self) -> None:
        """Give up a load under way; nothing is loaded any more."""
        with self._guard:
            self._is_closing = True
            self._giving_up.cancel()

    def close(self) -> None:
        """Let go of the models, once no lane uses them any more."""
        self.stop_loading()
        if self._pipeline is not None:
            self._pipeline.close()
            self._pipeline = None


def _ignore_load(_pipeline: AnnotationPipeline) -> None:
    """Nobody wants to know."""
