"""How much memory the program holds, where the system says so without extra libraries."""

from __future__ import annotations

import sys
from pathlib import Path

_PROC = Path("/proc")


def resident_bytes(process_id: int | None = None) -> int:
    """Resident memory of a process, this one by default, in bytes.

    The peak where only that is known; 0 where nothing is or the process is gone.
    """
    statm = _PROC / ("self" if process_id is None else str(process_id)) / "statm"
    if _PROC.is_dir():
        import os

        try:
            return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            return 0
    if sys.platform == "darwin" and process_id is None:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return 0
