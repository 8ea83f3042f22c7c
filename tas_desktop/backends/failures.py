"""What a device does to us, told as known errors."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import torch

from tas_desktop.domain.errors import BackendFailed, DeviceLost

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_MEMORY: Final = ("out of memory", "can't allocate memory", "_alloc_failed", "not enough memory")
"""How allocators that raise a plain RuntimeError say it: MPS, torch's own on the CPU, cuBLAS."""

_LOST: Final = ("cuda error:", "hip error:", "cudnn_status_", "cublas_status_", "device-side assert")
"""How a device that is gone or broken says it where torch has no type for that."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception says that memory was not enough, whatever its type."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and _says(error, _NO_MEMORY)


def is_lost_device(error: BaseException) -> bool:
    """Whether an exception says that the device no longer works in this process."""
    if is_out_of_memory(error) or not isinstance(error, RuntimeError):
        return False
    # torch below 2.8 has no type of its own for a lost device.
    known = getattr(torch, "AcceleratorError", None)
    return (known is not None and isinstance(error, known)) or _says(error, _LOST)


@contextmanager
def backend_failures(who: str) -> Iterator[None]:
    """Turn out-of-memory and lost devices into ``BackendFailed``; bugs pass through.

    Args:
        who: what could not do its work, such as "The captioner".

    Raises:
        BackendFailed: there was not enough memory.
        DeviceLost: the device stopped answering.
    """
    try:
        yield
    except Exception as error:
        if is_out_of_memory(error):
            raise BackendFailed(
                f"{who} ran out of memory",
                next_step="Close other programs, or choose the CPU or a smaller profile",
            ) from error
        if is_lost_device(error):
            raise DeviceLost(
                f"{who} lost its device",
                next_step="Try again, which starts the models anew; if it happens again, choose the CPU",
            ) from error
        raise


def _says(error: RuntimeError, signs: tuple[str, ...]) -> bool:
    text = str(error).lower()
    return any(sign in text for sign in signs)
