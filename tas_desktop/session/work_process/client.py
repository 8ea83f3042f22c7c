"""On the window's side: do a piece of work in a process of its own and wait for it in a lane."""

from __future__ import annotations

import logging
import multiprocessing
import time
from typing import TYPE_CHECKING, Any

from tas_desktop.config.writing import remove_asides
from tas_desktop.domain.errors import KnownError
from tas_desktop.engine.control import Cancelled, ignore_work
from tas_desktop.session.work_process.messages import StopWork, WorkReply, WorkReplyKind
from tas_desktop.session.work_process.server import serve_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from tas_desktop.engine.control import CancelToken, WorkProgress
    from tas_desktop.session.work_process.messages import Outcome, Work

logger = logging.getLogger(__name__)

LOOK_S = 0.05
CANCEL_PATIENCE_S = 5.0
"""How long work may take to stop after Cancel, before its process is killed."""

END_TIMEOUT_S = 3.0


class WorkEnded(KnownError):
    """The process that did the work was ended from outside, or ran out of memory."""


def run_apart(
    work: Work[Outcome],
    *,
    token: CancelToken,
    on_progress: Callable[[WorkProgress], None] = ignore_work,
    writes: Path | None = None,
) -> Outcome:
    """Do a piece of work in a new process and return what it returns.

    Blocks; belongs into a lane. It costs the start of a process, half a second or so of what the window
    does not feel.

    Args:
        work: what to do; must pickle, and so must what it returns.
        token: stops it at its next step; a process that does not stop within five seconds is killed.
        on_progress: called in this thread, at most twelve times a second within a step.
        writes: the file or folder that the work writes aside and renames (`config.writing`); what a process
            that was killed has left beside it is removed.

    Raises:
        Cancelled: the work has stopped because the token was set.
        WorkEnded: the process has ended without an outcome.
        KnownError: what the work raised.
        ChildProcessBug: a fault of the program, with its traceback.
    """
    context = multiprocessing.get_context("spawn")
    connection, theirs = context.Pipe()
    process = context.Process(target=serve_work, args=(theirs, work), name="tas-work", daemon=True)
    process.start()
    theirs.close()
    try:
        for reply in _replies(connection, process, token):
            if reply.kind is WorkReplyKind.DONE:
                outcome: Outcome = reply.content
                return outcome
            _pass_on(reply, on_progress)
        if token.is_cancelled:
            raise Cancelled
        process.join(END_TIMEOUT_S)
        raise _ended(process.exitcode)
    finally:
        _end(process, connection, writes)


def _replies(
    connection: Connection[Any, Any], process: BaseProcess, token: CancelToken
) -> Iterator[WorkReply]:
    """Replies until the process is gone; tells it of the flag, and kills it where that is of no use."""
    told_at: float | None = None
    while True:
        if token.is_cancelled and told_at is None:
            told_at = time.monotonic()
            _tell(connection)
        if told_at is not None and time.monotonic() - told_at > CANCEL_PATIENCE_S:
            logger.warning("the work process did not stop and is killed")
            process.kill()
            return
        try:
            if connection.poll(LOOK_S):
                yield connection.recv()
        except (EOFError, OSError):
            return


def _pass_on(reply: WorkReply, on_progress: Callable[[WorkProgress], None]) -> None:
    if reply.kind is WorkReplyKind.PROGRESS:
        on_progress(reply.content)
    elif reply.kind is WorkReplyKind.LOGGED:
        logging.getLogger(reply.content.name).handle(reply.content)
    elif reply.kind is WorkReplyKind.CANCELLED:
        raise Cancelled
    else:
        raise reply.content.unpack()


def _tell(connection: Connection[Any, Any]) -> None:
    try:
        connection.send(StopWork())
    except OSError:
        logger.info("the work process has ended before it was stopped")


def _end(process: BaseProcess, connection: Connection[Any, Any], writes: Path | None) -> None:
    """See the process gone, and tidy up after one that could not do so itself."""
    connection.close()
    process.join(END_TIMEOUT_S)
    if process.is_alive():
        process.kill()
        process.join(END_TIMEOUT_S)
    if writes is not None and process.exitcode and process.pid is not None:
        for target in {writes, writes.resolve()}:  # beside a link, or beside what it leads to
            remove_asides(target, pid=process.pid)


def _ended(exit_code: int | None) -> WorkEnded:
    return WorkEnded(
        f"The process that was doing this has ended unexpectedly (code {exit_code}); nothing was written",
        next_step="Try again; close other programs first if memory was short",
    )
