"""Networks of full size with random weights: what they know is nothing, what they cost is the real thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.encoders.towers import TowerEncoder
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import torch
    from numpy.typing import NDArray

ENCODER = "ViT-B-32-quickgelu"


class RandomTowers(TowerEncoder):
    """An open_clip model by its architecture's name, with random weights and its own transforms."""

    def __init__(self, architecture: str = ENCODER, *, placement: Placement | None = None) -> None:
        ensure_torchvision()
        import open_clip
        import torch

        torch.manual_seed(0)
        network, _, self._transform = open_clip.create_model_and_transforms(architecture, pretrained=None)
        self._tokenizer = open_clip.get_tokenizer(architecture)
        component = ComponentId("encoder", f"random-{architecture}", "0")
        resident: Resident[Any] = Resident(
            network.eval().requires_grad_(requires_grad=False),
            component.name,
            component.role,
            placement or Placement(),
        )
        dim = int(network.visual.output_dim)
        super().__init__(resident, component=component, dim=dim)

    def prepare(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> torch.Tensor:
        """See `TowerEncoder`."""
        import torch
        from PIL import Image

        return torch.stack([self._transform(Image.fromarray(crop)) for crop in crops_rgb])

    def tokens(self, texts: Sequence[str]) -> torch.Tensor:
        """See `TowerEncoder`."""
        tokens: torch.Tensor = self._tokenizer(list(texts))
        return tokens
