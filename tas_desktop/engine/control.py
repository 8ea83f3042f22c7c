"""Progress and cancellation, shared by every long job."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Cancelled(Exception):
    """The job was cancelled between two steps; no error, the user asked for it."""


class Stage(StrEnum):
    """Stages of ``analyse()`` in order, as shown in the status bar and in ``seconds``."""

    LOAD = "load"
    PROPOSALS = "proposals"
    ENCODE = "encode"
    CAPTION = "caption"
    PHRASES = "phrases"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: ``done`` of ``total`` steps; ``total`` 0 when not known."""

    stage: Stage
    done: int
    total: int


class CancelToken:
    """A flag set from any thread; a queued Qt slot would never reach a busy worker."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise ``Cancelled`` when the flag is set."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Wait, or raise ``Cancelled`` as soon as the flag is set."""
        if self._event.wait(seconds):
            raise Cancelled


def ignore_progress(_progress: Progress) -> None:
    """Take progress and drop it."""


@dataclass(frozen=True, slots=True)
class Control:
    """What a long step gets: where to report and when to stop."""

    token: CancelToken = field(default_factory=CancelToken)
    report: Callable[[Progress], None] = ignore_progress

    def step(self, stage: Stage, done: int, total: int) -> None:
        """Report progress, then raise ``Cancelled`` if asked to stop."""
        self.token.check()
        self.report(Progress(stage, done, total))


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How far a piece of work on a project is.

    Attributes:
        step: what is being done, in a word that whoever shows it knows, such as ``write``.
        done, total: of this step, in whatever it counts; ``total`` 0 when not known.
    """

    step: str
    done: int = 0
    total: int = 0


def ignore_work(_progress: WorkProgress) -> None:
    """Take progress and drop it."""


@dataclass(frozen=True, slots=True)
class WorkControl:
    """What a long piece of work on a project gets, whatever process it runs in."""

    token: CancelToken = field(default_factory=CancelToken)
    report: Callable[[WorkProgress], None] = ignore_work

    def step(self, step: str, done: int = 0, total: int = 0) -> None:
        """Report progress, then raise ``Cancelled`` if asked to stop."""
        self.token.check()
        self.report(WorkProgress(step, done, total))
