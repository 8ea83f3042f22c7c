"""Inside the work process: one piece of work, while a thread listens for the window."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from logging.handlers import QueueHandler
from typing import TYPE_CHECKING, Any

from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.session.failure import Failure
from tas_desktop.session.work_process.messages import WorkReply, WorkReplyKind

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.session.work_process.messages import Work

NICENESS = 10  # after the window and its models
PROGRESS_INTERVAL_S = 0.08
ORPHAN_PATIENCE_S = 10.0
"""How long work may take to stop at a step, and to tidy up, once its window is gone."""


def serve_work(connection: Connection[object, object], work: Work[Any]) -> None:
    """Do a piece of work and send what came of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's affair
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    token = CancelToken()
    line = _Line(connection)
    logging.getLogger().addHandler(_LogLine(line))
    logging.getLogger("tas_desktop").setLevel(logging.INFO)
    threading.Thread(target=_listen, args=(connection, token), daemon=True).start()
    try:
        line.send(WorkReply(WorkReplyKind.DONE, work(WorkControl(token, line.report))))
    except Cancelled:
        line.send(WorkReply(WorkReplyKind.CANCELLED))
    except Exception as error:  # noqa: BLE001 - told to the window, which sorts it
        line.send(WorkReply(WorkReplyKind.FAILED, Failure.of(error)))


def _listen(connection: Connection[object, object], token: CancelToken) -> None:
    """Set the flag when the window says so, or is no more; then nobody would end a process that hangs."""
    try:
        connection.recv()
        token.cancel()
        connection.recv()
    except (EOFError, OSError):
        token.cancel()
        time.sleep(ORPHAN_PATIENCE_S)
        os._exit(1)


class _Line:
    """Sends replies; a window that is gone is no error, the flag says so."""

    def __init__(self, connection: Connection[object, object]) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._last: tuple[str, float] = ("", 0.0)

    def send(self, reply: WorkReply) -> None:
        try:
            with self._sending:
                self._connection.send(reply)
        except OSError:
            pass

    def report(self, progress: WorkProgress) -> None:
        """Send progress on, at most twelve times a second within a step."""
        now = time.monotonic()
        step, told_at = self._last
        if progress.step != step or now - told_at >= PROGRESS_INTERVAL_S:
            self._last = progress.step, now
            self.send(WorkReply(WorkReplyKind.PROGRESS, progress))


class _LogLine(QueueHandler):
    """Log records go to the window's log file, which only one process may write."""

    def __init__(self, line: _Line) -> None:
        super().__init__(line)  # type: ignore[arg-type]  # not a queue: `enqueue` alone touches it
        self._line = line

    def enqueue(self, record: logging.LogRecord) -> None:
        self._line.send(WorkReply(WorkReplyKind.LOGGED, record))
