"""Proposing in several processes side by side, each with models of its own."""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from tas_desktop.batch.orphans import end_with_parent
from tas_desktop.domain.errors import BackendFailed
from tas_desktop.engine.control import Cancelled, CancelToken, Control

if TYPE_CHECKING:
    from collections.abc import Callable
    from ctypes import c_bool
    from types import TracebackType
    from typing import Self

    from tas_desktop.batch.proposer import Proposer
    from tas_desktop.batch.proposing import ImageProposals, ImageTask
    from tas_desktop.batch.recipe import Recipe

_LOOK_S = 0.05


class WorkerPool:
    """Fills ``Proposer`` with processes; as many calls at once as it has workers keep all of them busy.

    Args:
        load: loads the models; called in each worker, so it must be picklable.
        workers: how many processes; each takes the memory of all models.

    Raises:
        KnownError: the models cannot be loaded.
    """

    def __init__(self, load: Callable[[], Proposer], *, workers: int) -> None:
        context = multiprocessing.get_context("spawn")
        # No lock guards it: one that a killed worker held would stay locked for everybody, for ever.
        self._stop = context.RawValue(ctypes.c_bool, False)  # noqa: FBT003 - a value, no switch
        self._pool = ProcessPoolExecutor(
            workers, mp_context=context, initializer=_begin, initargs=(load, self._stop)
        )
        try:
            self.recipe: Recipe = self._pool.submit(_recipe).result()
        except BaseException:
            self.close()
            raise

    def propose(self, task: ImageTask, *, control: Control) -> ImageProposals:
        """See ``Proposer``; a cancelled flag stops every worker, for good."""
        try:
            future = self._pool.submit(_propose, task)
            return self._wait(future, control.token)
        except BrokenProcessPool as error:
            raise BackendFailed(
                "A worker process has ended unexpectedly",
                next_step="Run the batch again, with fewer workers if memory was short",
            ) from error

    def close(self) -> None:
        """Stop the workers at their next step and wait for them."""
        self._stop.value = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _wait(self, future: Future[ImageProposals], token: CancelToken) -> ImageProposals:
        while True:
            if token.is_cancelled:
                self._stop.value = True
                future.cancel()
                raise Cancelled
            try:
                return future.result(timeout=_LOOK_S)
            except NotYet:
                continue


class _StopToken(CancelToken):
    """The flag as the workers see it."""

    def __init__(self, stop: c_bool) -> None:
        super().__init__()
        self._stop = stop

    @property
    def is_cancelled(self) -> bool:
        return self._stop.value

    def check(self) -> None:
        if self._stop.value:
            raise Cancelled


_load: Callable[[], Proposer] | None = None
_proposer: Proposer | None = None
_token = CancelToken()


def _begin(load: Callable[[], Proposer], stop: c_bool) -> None:
    """In a new worker: leave Ctrl+C to the parent, end with it, and load when the first task comes."""
    global _load, _token
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _load, _token = load, _StopToken(stop)


def _models() -> Proposer:
    global _proposer  # noqa: PLW0603 - as above
    if _proposer is None:
        assert _load is not None
        _proposer = _load()
    return _proposer


def _recipe() -> Recipe:
    return _models().recipe


def _propose(task: ImageTask) -> ImageProposals:
    return _models().propose(task, control=Control(_token))
