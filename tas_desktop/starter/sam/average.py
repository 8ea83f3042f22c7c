"""A running average of the weights: smoother than the last step's, at no cost when proposing."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class WeightAverage:
    """Exponential average of a module's floating point state, batch statistics included.

    Attributes:
        state: averaged tensors by state-dict key.
    """

    def __init__(self, module: nn.Module, *, decay: float = 0.999) -> None:
        self._decay = decay
        self.state: dict[str, Tensor] = {
            key: value.detach().clone()
            for key, value in module.state_dict().items()
            if value.is_floating_point()
        }

    @torch.no_grad()
    def follow(self, module: nn.Module, *, step: int) -> None:
        """Move towards the module's state; quickly at first, so that the start is forgotten."""
        decay = min(self._decay, (1 + step) / (10 + step))
        current = module.state_dict()
        keys = list(self.state)
        torch._foreach_lerp_([self.state[k] for k in keys], [current[k] for k in keys], 1 - decay)

    def write_to(self, module: nn.Module) -> None:
        """Copy the average into a module."""
        module.load_state_dict(self.state, strict=False)
