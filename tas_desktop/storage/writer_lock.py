"""One writer at a time among all processes, known by name.

SQLite lets one process write at a time by itself, but does not say which. Each writer therefore takes an
advisory lock on ``<project>.tas.lock`` for the length of its transaction and writes into the file who it
is. The window and a batch take turns this way, transaction by transaction. The system frees the lock of a
process that ended, however it ended; the name it left behind then means nothing.

On a network drive such locks, and SQLite's own, cannot be trusted between hosts. There a process keeps the
project for as long as it has it open, by making the lock file: making a file that must not be there yet is
safe on every drive. Such a file may outlive its process. On the same host a dead process is noticed; on
another one a person has to say so, by deleting the file.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from tas_desktop.storage.errors import ProjectBusy, not_written
from tas_desktop.storage.signed_lock import Holder, SignedLock, read_holder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)

WAIT_SECONDS: Final = 10.0
_FIRST_PAUSE: Final = 0.001  # seconds; doubled up to the longest
_LONGEST_PAUSE: Final = 0.02

_kept_here: Counter[Path] = Counter()
"""How often this process keeps a lock's file; a file in its name that is not here, a namesake left behind."""


class WriterLock:
    """The lock of one project file for this process; its threads queue up before it.

    Args:
        project_file: the ``*.tas`` file; the lock lies beside it.
    """

    def __init__(self, project_file: Path) -> None:
        self._project_file = project_file
        self._lock = SignedLock(project_file.with_name(project_file.name + ".lock"))
        self.file = self._lock.file
        self._kept = False
        self._used = False

    @property
    def is_kept(self) -> bool:
        """Whether this process keeps the project to itself until it closes it."""
        return self._kept

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the lock for one transaction, waiting for others to end theirs.

        Raises:
            ProjectBusy: another process did not let go in ten seconds; the message names it.
            TargetNotWritable: the lock's file cannot be made.
        """
        if self._kept:
            yield
            return
        self._used = True
        handle = self._take()
        try:
            yield
        finally:
            os.close(handle)  # lets the lock go with it

    def keep(self) -> Holder | None:
        """Keep the project until `close`: returns None, or who has it.

        Raises:
            TargetNotWritable: the lock's file cannot be made.
        """
        if _kept_here[self.file]:
            self._note_kept()
            return None
        for _ in range(3):
            try:
                with self.file.open("x", encoding="utf-8") as stream:
                    json.dump(asdict(Holder.me()), stream)
            except FileExistsError:
                holder = read_holder(self.file)
                if holder is not None and not holder.is_gone:
                    return holder
                logger.info("taking over %s, left behind by %s", self.file, holder)
                self.file.unlink(missing_ok=True)
            except OSError as error:
                raise not_written(self._project_file, error) from error
            else:
                self._note_kept()
                return None
        return read_holder(self.file) or Holder(0, "?")

    def close(self) -> None:
        """Let the project go and remove the lock's file, unless another process holds it."""
        if self._kept:
            self._kept = False
            _kept_here[self.file] -= 1
            if not _kept_here[self.file]:
                self.file.unlink(missing_ok=True)
        elif self._used:
            self._lock.remove_unless_held()

    def _note_kept(self) -> None:
        self._kept = True
        _kept_here[self.file] += 1

    def _take(self) -> int:
        """Lock the file that bears the name, wait for it where need be, and sign it."""
        deadline = time.monotonic() + WAIT_SECONDS
        pause = _FIRST_PAUSE
        while True:
            try:
                handle = self._lock.try_take()
            except OSError as error:
                raise not_written(self._project_file, error) from error
            if handle is not None:
                return handle
            if time.monotonic() > deadline:
                holder = read_holder(self.file) or "another program"
                raise ProjectBusy(
                    f"{self._project_file.name} is being written by {holder}",
                    next_step="Wait for it to end or close it, then try again",
                )
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
