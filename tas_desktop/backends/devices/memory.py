"""How much memory a device has left, as torch counts it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Protocol

import torch

if TYPE_CHECKING:
    from torch import device as Device


class Memory(Protocol):
    """What a placement asks about its device; tests put a small one in the real one's place."""

    def free_bytes(self, device: Device) -> int | None:
        """Bytes that new tensors may take; None where nobody knows."""
        ...

    def used_bytes(self, device: Device) -> int:
        """Bytes of this process's tensors there."""
        ...

    def restart_peak(self, device: Device) -> None:
        """Let `peak_bytes` count from now on."""
        ...

    def peak_bytes(self, device: Device) -> int | None:
        """Most bytes of this process's tensors since `restart_peak`; None where nobody counts."""
        ...

    def release(self, device: Device) -> None:
        """Give back what no tensor uses any more."""
        ...


class DeviceMemory:
    """Fills `Memory` from torch's allocators; the computer's own memory is not counted."""

    def free_bytes(self, device: Device) -> int | None:
        """See `Memory`. What torch has reserved and does not use counts as free."""
        if device.type == "cuda":
            free, _total = torch.cuda.mem_get_info(device)
            return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        if device.type == "mps":
            return torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory()
        return None

    def used_bytes(self, device: Device) -> int:
        """See `Memory`."""
        if device.type == "cuda":
            return torch.cuda.memory_allocated(device)
        return torch.mps.current_allocated_memory() if device.type == "mps" else 0

    def restart_peak(self, device: Device) -> None:
        """See `Memory`."""
        if device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(device)

    def peak_bytes(self, device: Device) -> int | None:
        """See `Memory`."""
        return torch.cuda.max_memory_allocated(device) if device.type == "cuda" else None

    def release(self, device: Device) -> None:
        """See `Memory`."""
        gc.collect()  # a failed pass leaves its tensors in the frames of its traceback
        if device.type == "cuda":
            torch.cuda.empty_cache()
        elif device.type == "mps":
            torch.mps.empty_cache()
