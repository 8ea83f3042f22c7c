"""Where the interpreter writes its last words: stacks of a process that native code brings down."""

from __future__ import annotations

import faulthandler
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

CRASH_FILE = "crash.txt"
PREVIOUS_FILE = "crash-previous.txt"
_kept_open: list[TextIO] = []
"""faulthandler writes to the descriptor while the process dies; nobody else may close it."""


def enable_crash_traces(folder: Path) -> Path | None:
    """Let faulthandler write into the log folder; what the run before left there is set aside.

    A folder that cannot be written is no reason not to start: the stacks then go to standard error.

    Args:
        folder: the log folder; made when missing.

    Returns:
        The file with the stacks of an earlier run that has died, or None where none has.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        previous = _set_aside(folder)
        stream = (folder / CRASH_FILE).open("w", encoding="utf-8")
    except OSError:
        faulthandler.enable()
        return None
    _kept_open.append(stream)
    faulthandler.enable(stream)
    return previous


def _set_aside(folder: Path) -> Path | None:
    """Keep the stacks of the run before under another name."""
    crash = folder / CRASH_FILE
    if not crash.is_file() or crash.stat().st_size == 0:
        return None
    previous = folder / PREVIOUS_FILE
    return crash.replace(previous)
