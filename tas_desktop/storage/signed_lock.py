"""Advisory locks on small files that say who holds them.

The system frees the lock of a process that ended, however it ended; the name it left behind then means
nothing.
"""

from __future__ import annotations

import errno
import json
import os
import re
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_LOCKED_BYTE: Final = 1 << 20  # past the text: Windows would not let others read a locked part
_LONGEST_TEXT: Final = 4096
_OPENED_AS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link in its place, in a folder that somebody sent, would lead our signature into another file."""

_NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, or held it last.

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


class SignedLock:
    """A lock on one file, taken by opening, locking and signing it.

    Args:
        file: made where it is missing.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def try_take(self) -> int | None:
        """Take the lock: a handle, which `os.close` gives back; None where somebody else has it.

        Raises:
            OSError: the file cannot be opened or made.
        """
        handle = os.open(self.file, _OPENED_AS, 0o666)
        if _try_lock(handle) and self._bears_the_name(handle):
            _sign(handle)
            return handle
        os.close(handle)
        return None

    def remove_unless_held(self) -> None:
        """Remove the file where nobody has the lock."""
        with suppress(OSError):
            handle = os.open(self.file, _OPENED_AS & ~os.O_CREAT)
            try:
                if _try_lock(handle):
                    self.file.unlink(missing_ok=True)
            finally:
                os.close(handle)

    def _bears_the_name(self, handle: int) -> bool:
        """Whether the locked file is still the one others find; a process that closed may have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self.file.stat())
        except OSError:
            return False


def read_holder(lock_file: Path) -> Holder | None:
    """Who signed a lock's file last; None where nobody did or it cannot be read."""
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
