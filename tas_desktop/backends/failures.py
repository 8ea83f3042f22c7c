"""What a device does to us, told as known errors."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import torch

from tas_desktop.domain.errors import BackendFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

# torch below 2.8 has no type of its own for a lost device.
_LOST: type[Exception] = getattr(torch, "AcceleratorError", torch.OutOfMemoryError)


@contextmanager
def backend_failures(who: str) -> Iterator[None]:
    """Turn out-of-memory and lost devices into ``BackendFailed``; bugs pass through.

    Args:
        who: what could not do its work, such as "The captioner".
    """
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError) as error:
        raise BackendFailed(
            f"{who} ran out of memory",
            next_step="Close other programs, or choose the CPU or a smaller profile",
        ) from error
    except _LOST as error:
        raise BackendFailed(f"{who} lost its device", next_step="Restart TAS Desktop") from error
