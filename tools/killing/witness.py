"""Inside the victim: tells the parent what is going on, statement by statement, and may end itself there.

A pipe outlives its writer, so every line written before the kill arrives. Statements are reported when
SQLite begins them: a victim that ends itself at ``INSERT`` is dead between ``BEGIN`` and ``COMMIT``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

_BEGIN, _ENDS = "BEGIN IMMEDIATE", ("COMMIT", "ROLLBACK")
_WORDS = (_BEGIN, "INSERT", "UPDATE", "DELETE", *_ENDS)
_FILE_EVENTS = {"open": "open", "os.rename": "rename", "os.remove": "remove"}


class Witness:
    """Writes lines of JSON to a pipe.

    Args:
        pipe: descriptor of the writing end.
        dies_at: end the process by SIGKILL at this many reported steps after `arm`; None leaves it to
            the parent.
    """

    def __init__(self, pipe: int, *, dies_at: int | None) -> None:
        self._pipe = pipe
        self._steps_left = dies_at
        self._armed = False

    def tell(self, kind: str, **content: Any) -> None:
        """Report something that happened, or is about to."""
        os.write(self._pipe, json.dumps({"kind": kind} | content).encode() + b"\n")

    def arm(self) -> None:
        """From now on the process may be killed."""
        self._armed = True
        self.tell("armed")

    def watch_database(self) -> None:
        """Report every writing statement of every connection opened from now on."""
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        def on_connect(connection: sqlite3.Connection, _record: object) -> None:
            writing = False

            def on_statement(statement: str) -> None:
                nonlocal writing
                writing = writing or statement.startswith(_BEGIN)
                if self._armed and writing and statement.startswith(_WORDS):
                    self._step("sql", _name_of(statement))
                writing = writing and not statement.startswith(_ENDS)

            connection.set_trace_callback(on_statement)

        event.listen(Engine, "connect", on_connect)

    def watch_files(self, folder: Path) -> None:
        """Report every file below the folder that is opened for writing, renamed or removed."""
        below = str(folder)

        def on_audit(name: str, arguments: tuple[Any, ...]) -> None:
            if self._armed and name in _FILE_EVENTS and str(arguments[0]).startswith(below):
                if name == "open" and not (isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY):
                    return
                self._step("file", f"{_FILE_EVENTS[name]} {Path(str(arguments[0])).name}")

        sys.addaudithook(on_audit)

    def _step(self, kind: str, what: str) -> None:
        self.tell(kind, what=what)
        if self._steps_left is not None:
            self._steps_left -= 1
            if self._steps_left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)


def _name_of(statement: str) -> str:
    """The verb and the table: enough to know where in a transaction it was."""
    words = statement.split(None, 3)
    return " ".join(words[:2] if words[0] in {"BEGIN", "UPDATE"} else words[:3]).rstrip(";")
