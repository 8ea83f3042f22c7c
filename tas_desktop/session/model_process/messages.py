"""What window and model process say to each other; all of it frozen and picklable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tas_desktop.batch.proposing import ImageTask
    from tas_desktop.batch.recipe import Recipe
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.methods import Chips, Method
    from tas_desktop.engine.segmenting import PromptTask
    from tas_desktop.session.repair.seen_pictures import SmallPicture


@dataclass(frozen=True, slots=True)
class Analyse:
    """Analyse an image; its pixels come along only where no analysis of this content is kept."""

    request_id: int
    content_hash: str
    image: LoadedImage | None = None
    method: Method | None = None
    outline: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """Rank an expression; the analysis itself comes along only where the process has lost it."""

    request_id: int
    analysis_key: tuple[str, bool]
    expression: str
    chips: Chips
    analysis: ImageAnalysis | None = None
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Propose:
    """Do one image of a batch; the process reads it itself, and what is at the screen goes first."""

    request_id: int
    task: ImageTask
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer prompts; the picture itself comes along only where the process has not seen it."""

    request_id: int
    key: str
    task: PromptTask
    brought: SmallPicture | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop an analysis, prompts that wait, or an image of a batch, at its next step."""

    request_id: int


@dataclass(frozen=True, slots=True)
class Stop:
    """End the process."""


class ReplyKind(StrEnum):
    """What a reply means; ``LOADED`` and ``FAILED`` with id 0 are about the models.

    So are ``NOTICE`` and ``DEVICES``, which come unasked.
    """

    LOADED = "loaded"
    PROGRESS = "progress"
    PARTIAL = "partial"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ANALYSIS_WANTED = "analysis wanted"
    PIXELS_WANTED = "pixels wanted"
    DIED = "died"
    NOTICE = "notice"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the model process."""

    kind: ReplyKind
    request_id: int = 0
    content: Any = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded."""

    profile: str
    devices: tuple[tuple[str, str], ...]
    params: tuple[tuple[str, str | int | float | bool], ...]
    recipe: Recipe
    knows_prompts: bool = False
    capabilities: frozenset[Capability] = frozenset()


def analysis_key(analysis: ImageAnalysis) -> tuple[str, bool]:
    """What tells an early analysis, or one made for other methods, from the finished one."""
    return "+".join((analysis.key, *sorted(analysis.extras))), analysis.complete
