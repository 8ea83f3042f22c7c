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

import errno
import json
import logging
import os
import re
import socket
import sys
import time
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tas_desktop.storage.errors import ProjectBusy, not_written

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

WAIT_SECONDS: Final = 10.0
_FIRST_PAUSE: Final = 0.001  # seconds; doubled up to the longest
_LONGEST_PAUSE: Final = 0.02
_LOCKED_BYTE: Final = 1 << 20  # past the text: Windows would not let others read a locked part
_LONGEST_TEXT: Final = 4096
_OPENED_AS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link in its place, in a folder that somebody sent, would lead our signature into another file."""

_kept_here: Counter[Path] = Counter()
"""How often this process keeps a lock's file; a file in its name that is not here, a namesake left behind."""

_NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes or wrote last.

    Attributes:
        pid: process id.
        host: name of the machine.
        program: command as it was called, such as ``tas-desktop batch``.
        since: moment of taking the lock, ISO 8601 in UTC; the holder's clock may be wrong.
    """

    pid: int
    host: str
    program: str = ""
    since: str = ""

    @classmethod
    def me(cls) -> Holder:
        """This process."""
        words = [Path(sys.argv[0]).name, *sys.argv[1:2]]  # the program and its command, never a path
        program = " ".join(word for word in words if re.fullmatch(r"[a-z][\w.-]{0,30}", word))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(os.getpid(), socket.gethostname(), program, now)

    def __str__(self) -> str:
        name = f"{self.program} (process {self.pid})" if self.program.strip() else f"process {self.pid}"
        return name if self.host == socket.gethostname() else f"{name} on {self.host}"

    @property
    def is_gone(self) -> bool:
        """Whether it was a process of this machine that is no more; False where that is unknown.

        A process that was given this one's number is another one.
        """
        if self.host != socket.gethostname():
            return False
        return self.pid == os.getpid() or not _is_alive(self.pid)


class WriterLock:
    """The lock of one project file for this process; its threads queue up before it.

    Args:
        project_file: the ``*.tas`` file; the lock lies beside it.
    """

    def __init__(self, project_file: Path) -> None:
        self._project_file = project_file
        self.file = project_file.with_name(project_file.name + ".lock")
        self._kept = False
        self._used = False

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
            self._remove_unless_held()

    def _note_kept(self) -> None:
        self._kept = True
        _kept_here[self.file] += 1

    def _remove_unless_held(self) -> None:
        with suppress(OSError):
            handle = os.open(self.file, _OPENED_AS & ~os.O_CREAT)
            try:
                if _try_lock(handle):
                    self.file.unlink(missing_ok=True)
            finally:
                os.close(handle)

    def _take(self) -> int:
        """Lock the file that bears the name, wait for it where need be, and sign it."""
        deadline = time.monotonic() + WAIT_SECONDS
        pause = _FIRST_PAUSE
        while True:
            try:
                handle = os.open(self.file, _OPENED_AS, 0o666)
            except OSError as error:
                raise not_written(self._project_file, error) from error
            if _try_lock(handle) and self._bears_the_name(handle):
                _sign(handle)
                return handle
            os.close(handle)
            if time.monotonic() > deadline:
                holder = read_holder(self.file) or "another program"
                raise ProjectBusy(
                    f"{self._project_file.name} is being written by {holder}",
                    next_step="Wait for it to end or close it, then try again",
                )
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _bears_the_name(self, handle: int) -> bool:
        """Whether the locked file is still the one others find; a process that closed may have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self.file.stat())
        except OSError:
            return False


def read_holder(lock_file: Path) -> Holder | None:
    """Who signed the lock's file last; None where nobody did or it cannot be read."""
    try:
        with lock_file.open("rb") as stream:
            told = json.loads(stream.read(_LONGEST_TEXT))
        return Holder(int(told["pid"]), str(told["host"]), str(told["program"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _sign(handle: int) -> None:
    """Write who holds the lock; a full disk does not matter here."""
    content = json.dumps(asdict(Holder.me())).encode()
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, content)
        os.ftruncate(handle, len(content))


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _is_alive(pid: int) -> bool:
        import ctypes

        query_limited_information = 0x1000
        process = ctypes.windll.kernel32.OpenProcess(query_limited_information, 0, pid)
        if process:
            ctypes.windll.kernel32.CloseHandle(process)
        return bool(process)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Where the drive knows no such locks SQLite's own lock still keeps writers apart.
            return error.errno in _NO_LOCKS
        return True

    def _is_alive(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
