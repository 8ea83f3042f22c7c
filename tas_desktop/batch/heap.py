"""Memory that was freed, given back to the system between two images.

The networks' buffers are freed after each image, but glibc keeps the holes they leave in its heap, of other
sizes each time: with the starter pack the process grew by 3 to 4 MB an image, from 847 MB to 1,127 after 40,
without a single object being kept. Given back after each image it stays within a few MB
(``benchmarks/batch.py run``).
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def give_back() -> None:
    """Give back what is free; does nothing where the C library has no such call."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """``malloc_trim`` of glibc."""
    if sys.platform != "linux":
        return None
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    return found
