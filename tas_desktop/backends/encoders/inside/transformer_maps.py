"""Maps of features from the inside of a vision transformer (methods.md 3, 5.3)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional as F

from tas_desktop.backends.encoders.inside.attention import (
    after_attention,
    attend,
    join_heads,
    project_qkv,
)
from tas_desktop.backends.encoders.inside.gradients import derivatives_along
from tas_desktop.backends.encoders.masked_tokens import embed_tokens
from tas_desktop.backends.failures import backend_failures
from tas_desktop.engine.tower_ports import FeatureMap

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.backends.devices.resident import Resident

    Attention = Callable[[Any, torch.Tensor], torch.Tensor]


class TransformerMaps:
    """The maps; a part of `TransformerTower`."""

    _resident: Resident[Any]

    if TYPE_CHECKING:

        def tensor(self, array: NDArray[Any]) -> torch.Tensor: ...

    def value_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """See ``MapsValues``: in the last block each token attends to itself only.

        MaskCLIP, methods.md 3, for the ResNet; its own form for transformers.
        """

        def make(visual: Any) -> tuple[torch.Tensor, torch.Tensor]:
            *before, last = visual.transformer.resblocks
            tokens = _through(before, embed_tokens(visual, self.tensor(picture_chw)[None]))
            value = project_qkv(last, last.ln_1(tokens[0]))[2]
            alone = after_attention(last, tokens[0] + last.ls_1(join_heads(last, value)))
            return alone[1:], last(tokens)[0, 0]

        return self._map(make)

    def surgery_map(self, picture_chw: NDArray[np.float32], *, blocks: int) -> FeatureMap:
        """See ``MapsSurgery``."""

        def attention(block: Any, tokens: torch.Tensor) -> torch.Tensor:
            value = project_qkv(block, tokens)[2]
            return attend(value, value, value, scale=value.shape[-1] ** -0.5)

        return self._map(lambda visual: self._by_second_path(visual, picture_chw, attention, blocks=blocks))

    def self_map(self, picture_chw: NDArray[np.float32], *, blocks: int) -> FeatureMap:
        """See ``MapsSelfAttention``: GEM with one iteration and its own temperature.

        Queries, keys and values are each scaled to norm 1, moved by their own attention once, scaled again,
        and attend to themselves; the three attentions of the values are averaged. The temperature is the
        mean norm of the block's input tokens over the root of the head's width.
        """

        def attention(block: Any, tokens: torch.Tensor) -> torch.Tensor:
            parts = project_qkv(block, tokens)
            heat = tokens.norm(dim=-1).mean() * parts[2].shape[-1] ** -0.5
            found = []
            for part in parts:
                unit = F.normalize(part, dim=-1)
                unit = F.normalize(attend(unit, unit, unit, scale=heat), dim=-1)
                found.append(attend(unit, unit, parts[2], scale=heat))
            return torch.stack(found).mean(0)

        return self._map(lambda visual: self._by_second_path(visual, picture_chw, attention, blocks=blocks))

    def gradient_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """See ``MapsGradients``; the activations are the patch tokens that enter the last block."""
        # Derivatives cannot be taken of what was made under inference mode.
        with backend_failures("The image encoder"), self._resident.ready() as network, torch.no_grad():
            visual = network.visual
            *before, last = visual.transformer.resblocks
            tokens = _through(before, embed_tokens(visual, self.tensor(picture_chw)[None]))[0]
            first, patches = tokens[:1], tokens[1:]

            def feature(shift: torch.Tensor) -> torch.Tensor:
                moved = torch.cat([first, patches + shift])
                query, key, value = project_qkv(last, last.ln_1(moved))
                seen = attend(query[:, :1], key, value, scale=query.shape[-1] ** -0.5)
                made = after_attention(last, moved[:1] + last.ls_1(join_heads(last, seen)))
                projected: torch.Tensor = (visual.ln_post(made) @ visual.proj)[0]
                return projected

            whole, along = derivatives_along(feature, F.normalize(patches, dim=-1))
            return self._as_map(along / len(patches), whole)

    def _by_second_path(
        self, visual: Any, picture_chw: NDArray[np.float32], attention: Attention, *, blocks: int
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Tokens of a second path that adds up another attention of the first path's, without its MLPs."""
        resblocks = list(visual.transformer.resblocks)
        first = _through(resblocks[:-blocks], embed_tokens(visual, self.tensor(picture_chw)[None]))
        second = first[0]
        for block in resblocks[-blocks:]:
            second = second + block.ls_1(join_heads(block, attention(block, block.ln_1(first[0]))))
            first = block(first)
        return second[1:], first[0, 0]

    def _map(self, make: Callable[[Any], tuple[torch.Tensor, torch.Tensor]]) -> FeatureMap:
        with backend_failures("The image encoder"), self._resident.ready() as network, torch.inference_mode():
            visual = network.visual
            patches, first = make(visual)
            return self._as_map(visual.ln_post(patches) @ visual.proj, visual.ln_post(first) @ visual.proj)

    def _as_map(self, features: torch.Tensor, whole: torch.Tensor) -> FeatureMap:
        grid = math.isqrt(len(features))
        return FeatureMap(features.float().reshape(grid, grid, -1).cpu().numpy(), whole.float().cpu().numpy())


def _through(blocks: list[Any], tokens: torch.Tensor) -> torch.Tensor:
    for block in blocks:
        tokens = block(tokens)
    return tokens
