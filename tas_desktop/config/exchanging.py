"""Letting two paths change places in one step, where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2  # Linux's RENAME_EXCHANGE and macOS's RENAME_SWAP


def exchange(first: Path, second: Path) -> bool:
    """Exchange two files or folders of one disk; whether that was done, which not every disk can."""
    paths = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
        if library is None:
            return False
        if sys.platform == "darwin":
            return bool(library.renamex_np(*paths, _EXCHANGE) == 0)
        return bool(library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _EXCHANGE) == 0)
    except (AttributeError, OSError):  # an older C library
        return False
