"""What is said when memory was not enough: each step of the ladder by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.notice import Notice, NoticeLevel

if TYPE_CHECKING:
    import torch

WHO: Final = {
    "proposals": "The mask network",
    "encoder": "The image-text encoder",
    "captioner": "The captioner",
}
"""Roles as people read them, at the beginning of a sentence."""


def who(role: str) -> str:
    """A role at the beginning of a sentence."""
    return WHO.get(role, f"The {role} network")


def smaller_batches(role: str, device: torch.device, *, batch: int) -> Notice:
    """First step: less at a time."""
    return Notice(
        "memory-smaller-batches",
        f"{who(role)} ran out of memory on {_place(device)}: it goes on with {batch} at a time.",
    )


def idle_moved_off(role: str, device: torch.device) -> Notice:
    """Second step: the others leave the device while they are idle."""
    return Notice(
        "memory-idle-models-off",
        f"{who(role)} ran out of memory on {_place(device)}: models that are idle leave it, "
        "which costs time with each picture.",
    )


def moved_to_cpu(role: str, device: torch.device) -> Notice:
    """Third step: the CPU, much slower, and said loudly."""
    return Notice(
        "memory-on-cpu",
        f"{who(role)} does not fit into the memory of {_place(device)}: it runs on the CPU, much slower. "
        "Close other programs and choose the profile again, or choose a smaller one.",
        NoticeLevel.WARNING,
    )


def _place(device: torch.device) -> str:
    return {"cuda": "the GPU", "mps": "the GPU"}.get(device.type, str(device))
