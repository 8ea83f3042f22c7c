"""Which device and which precision a network runs with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from tas_desktop.domain.errors import BackendFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTO: Final = "auto"
CPU: Final = torch.device("cpu")
PRECISIONS: Final = {
    "float32": torch.float32,
    "float16": torch.float16,
    "bfloat16": torch.bfloat16,
}
"""What a setting or a profile may ask for besides ``auto``."""


def choose_device(wanted: str = AUTO) -> torch.device:
    """The device that networks run on.

    Args:
        wanted: ``auto`` takes CUDA, else Apple's MPS, else the CPU; or a device by torch's name for it,
            such as ``cuda``, ``cuda:1``, ``mps`` or ``cpu``.

    Raises:
        BackendFailed: no such device can be used here.
    """
    if wanted == AUTO:
        if torch.cuda.is_available():
            return torch.device("cuda", torch.cuda.current_device())
        return torch.device("mps") if torch.backends.mps.is_available() else CPU
    try:
        device = torch.device(wanted)
    except RuntimeError as error:
        raise _unusable(wanted) from error
    usable = {
        "cpu": True,
        "cuda": torch.cuda.is_available() and (device.index or 0) < torch.cuda.device_count(),
        "mps": torch.backends.mps.is_available(),
    }
    if not usable.get(device.type, False):
        raise _unusable(wanted)
    if wanted == "cuda":
        return torch.device("cuda", torch.cuda.current_device())
    return device


def choose_precision(
    device: torch.device, wanted: str = AUTO, *, holds: Sequence[torch.dtype] = ()
) -> torch.dtype:
    """The floating type that a network computes in.

    Args:
        device: where it runs.
        wanted: ``auto`` or a name of `PRECISIONS`, which is then taken as it is.
        holds: half precisions in which this network was shown to keep its accuracy, the best first;
            ``auto`` takes the first that the device has, and float32 on a CPU, where halves are slower.

    Raises:
        BackendFailed: there is no such precision.
    """
    if wanted != AUTO:
        if wanted not in PRECISIONS:
            raise BackendFailed(
                f"There is no precision {wanted!r}",
                next_step=f"Choose {AUTO} or one of: {', '.join(PRECISIONS)}",
            )
        return PRECISIONS[wanted]
    if is_host(device):
        return torch.float32
    return next((dtype for dtype in holds if _has(device, dtype)), torch.float32)


def is_host(device: torch.device) -> bool:
    """Whether a device is the computer's own memory, from which nothing can be moved away."""
    return device == CPU


def precision_name(dtype: torch.dtype) -> str:
    """``float16`` for ``torch.float16``."""
    return str(dtype).removeprefix("torch.")


def _has(device: torch.device, dtype: torch.dtype) -> bool:
    if dtype is torch.bfloat16 and device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    # Apple's bfloat16 depends on the system's version; float16 is there on all of them.
    return not (dtype is torch.bfloat16 and device.type == "mps")


def _unusable(wanted: str) -> BackendFailed:
    return BackendFailed(
        f"The device {wanted!r} cannot be used on this computer",
        next_step="Choose auto or cpu; 'tas-desktop doctor' says which devices there are",
    )
