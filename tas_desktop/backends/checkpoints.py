"""Weights out of files that others wrote: tensors only, never a program.

safetensors hold nothing else. Files of ``torch.save`` are pickles, which may run anything when they are
read; torch's own reader for weights alone (``weights_only=True``) takes tensors and plain containers and
stops at all else.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, Final

import torch

from tas_desktop.backends.refusals import ModelRefused, damaged, missing, runs_code, would_run_code

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

_WRAPPINGS: Final = ("state_dict", "model", "model_state_dict")
"""Under which of a training checkpoint's keys its weights may lie."""

_PARALLEL: Final = "module."


def read_state(path: Path) -> dict[str, Tensor]:
    """Tensors by name, in the main memory, in the file's own precision.

    What training adds is taken off: the dictionary around the weights, the prefix of parallel training.

    Args:
        path: a file of safetensors or of ``torch.save``, told apart by content.

    Raises:
        WeightsDamaged: missing, empty, cut off, or no such file.
        ModelRefused: reading it would run a program, or it holds something else than weights.
    """
    state = _read_safetensors(path) if _is_safetensors(path) else _read_torch(path)
    if state and all(name.startswith(_PARALLEL) for name in state):
        state = {name.removeprefix(_PARALLEL): tensor for name, tensor in state.items()}
    if not state:
        raise damaged(path, how="holds no weights")
    return state


def _is_safetensors(path: Path) -> bool:
    """By the first bytes: the length of a header, then the brace that opens it."""
    try:
        with path.open("rb") as stream:
            start = stream.read(9)
    except OSError as error:
        raise missing(path) from error
    return start[8:] == b"{" or path.suffix == ".safetensors"


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    import safetensors.torch
    from safetensors import SafetensorError

    try:
        return safetensors.torch.load_file(path)
    except (SafetensorError, OSError) as error:
        raise damaged(path, how=f"is cut off or no safetensors file ({error})") from error


def _read_torch(path: Path) -> dict[str, Tensor]:
    zipped = zipfile.is_zipfile(path)
    if zipped and _is_torchscript(path):
        raise ModelRefused(
            f"{path.name} is a TorchScript archive: a program with weights in it, and programs are not run",
            next_step="Choose the same model as safetensors; OpenAI's CLIP is timm/…_clip_….openai on the "
            "Hugging Face hub, 'tas-desktop models list' has it",
        )
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)
    except Exception as error:
        raise _unreadable(path, error) from error
    return _weights_of(path, content)


def _unreadable(path: Path, error: Exception) -> Exception:
    """What torch's complaint means; its reader raises nearly every type there is for a broken file."""
    if would_run_code(error):
        return runs_code(path, how="reading it would run code that is stored in it")
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return error
    return damaged(path, how="is cut off, or no file of weights that torch can read")


def _is_torchscript(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith("/constants.pkl") or "/code/" in name for name in archive.namelist())
    except (zipfile.BadZipFile, OSError) as error:
        raise damaged(path, how="is cut off") from error


def _weights_of(path: Path, content: Any) -> dict[str, Tensor]:
    for key in _WRAPPINGS:
        if isinstance(content, dict) and isinstance(content.get(key), dict):
            content = content[key]
            break
    if not isinstance(content, dict):
        raise damaged(path, how="holds no table of weights")
    strangers = [name for name, value in content.items() if not isinstance(value, torch.Tensor)]
    if strangers or not all(isinstance(name, str) for name in content):
        raise damaged(path, how=f"holds something else than weights ({str(strangers[:1])[:80]})")
    return dict(content)
