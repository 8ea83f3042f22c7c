"""Tensors of a network put into a weights file, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import torch
from safetensors.torch import save_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

DESCRIPTION: Final = "description"
"""Metadata key of the JSON that describes a network."""


def save_network(
    path: Path, network: torch.nn.Module, *, spare: Collection[str], description: Mapping[str, Any]
) -> None:
    """Write tensors in half precision and their description; written aside and renamed.

    Args:
        path: the safetensors file; its folder is made when missing.
        network: whose tensors.
        spare: names left out (tied or made by the network itself).
        description: sizes and tables that rebuild the network, as JSON can hold them.
    """
    state = {
        name: tensor.detach().to(torch.float16).contiguous()
        for name, tensor in network.state_dict().items()
        if name not in spare
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    save_file(state, aside, metadata={DESCRIPTION: json.dumps(description, sort_keys=True)})
    aside.replace(path)


def fill_network(
    network: torch.nn.Module, state: Mapping[str, torch.Tensor], *, spare: Collection[str]
) -> None:
    """Load tensors in float32.

    Args:
        network: where to put them.
        state: tensors by name, of any floating type.
        spare: names that the file need not hold (tied or made by the network itself).

    Raises:
        ValueError: a tensor is missing or one too many.
        RuntimeError: a tensor has another shape.
    """
    missing, unexpected = network.load_state_dict(
        {name: tensor.float() for name, tensor in state.items()}, strict=False
    )
    if unexpected or set(missing) - set(spare):
        raise ValueError(f"unexpected tensors {unexpected}, missing {missing}")
