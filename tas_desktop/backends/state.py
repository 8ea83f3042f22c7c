"""Tensors of a weights file put into a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import torch

NEXT_STEP: Final = "Reinstall TAS Desktop, or train the starter pack again with 'tas-desktop starter train'"


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
