"""Features and maps from the inside of CLIP's ResNet (methods.md 2, 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional as F

from tas_desktop.backends.encoders.inside.gradients import derivatives_along
from tas_desktop.backends.encoders.inside.tower import Tower
from tas_desktop.backends.failures import backend_failures
from tas_desktop.engine.tower_ports import FeatureMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control


class ResnetTower(Tower):
    """open_clip's ModifiedResNet: pictures, masked places, and maps of values and gradients."""

    def encode_masked(
        self,
        picture_chw: NDArray[np.float32],
        *,
        masks_nhw: NDArray[np.float32],
        blocks: int,
        control: Control,
    ) -> NDArray[np.float32]:
        """See ``MasksTokens``: places of the last map, scaled to norm 1, times the mask, pooled.

        The query of the pooling is the mean of the masked map. ``blocks`` means nothing here.
        """
        del blocks

        def run(visual: Any, part: Sequence[NDArray[np.float32]]) -> torch.Tensor:
            places = F.normalize(last_map(visual, self.tensor(picture_chw)[None]), dim=1)
            masks = torch.stack([self.tensor(mask) for mask in part])
            pooled: torch.Tensor = visual.attnpool(places * masks[:, None])
            return pooled

        return self.rows(list(masks_nhw), run, control=control, kind="masked places")

    def value_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """See ``MapsValues``: the pooling's value and output projections of each place by itself."""
        with backend_failures("The image encoder"), self._resident.ready() as network, torch.inference_mode():
            visual = network.visual
            found = last_map(visual, self.tensor(picture_chw)[None])
            pooling = visual.attnpool
            values = pooling.c_proj(pooling.v_proj(found[0].flatten(1).T))
            return self._as_map(values, pooling(found)[0])

    def gradient_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """See ``MapsGradients``; the activations are the last map's."""
        # Derivatives cannot be taken of what was made under inference mode.
        with backend_failures("The image encoder"), self._resident.ready() as network, torch.no_grad():
            visual = network.visual
            places = last_map(visual, self.tensor(picture_chw)[None])[0].flatten(1).T
            pooling = visual.attnpool

            def feature(shift: torch.Tensor) -> torch.Tensor:
                return pooled(pooling, places + shift)

            whole, along = derivatives_along(feature, F.normalize(places, dim=-1))
            return self._as_map(along / len(places), whole)

    def _as_map(self, features: torch.Tensor, whole: torch.Tensor) -> FeatureMap:
        grid = self._form.grid
        return FeatureMap(features.float().reshape(grid, grid, -1).cpu().numpy(), whole.float().cpu().numpy())


def last_map(visual: Any, pictures: torch.Tensor) -> torch.Tensor:
    """The map before the pooling, shape (N, C, H, W)."""
    found = visual.stem(pictures)
    for layer in (visual.layer1, visual.layer2, visual.layer3, visual.layer4):
        found = layer(found)
    return found


def pooled(pooling: Any, places: torch.Tensor) -> torch.Tensor:
    """CLIP's attention pooling of places of shape (G, C), in plain operations: shape (D,)."""
    tokens = torch.cat([places.mean(0, keepdim=True), places]) + pooling.positional_embedding.to(places.dtype)
    heads = pooling.num_heads

    def split(rows: torch.Tensor) -> torch.Tensor:
        return rows.reshape(len(rows), heads, -1).transpose(0, 1)

    query, key, value = (
        split(projection(rows))
        for projection, rows in (
            (pooling.q_proj, tokens[:1]),
            (pooling.k_proj, tokens),
            (pooling.v_proj, tokens),
        )
    )
    weights = torch.softmax(query @ key.transpose(-2, -1) * query.shape[-1] ** -0.5, dim=-1)
    joined: torch.Tensor = pooling.c_proj((weights @ value).transpose(0, 1).flatten(1))[0]
    return joined
