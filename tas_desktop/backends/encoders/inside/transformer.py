"""Features from the inside of a vision transformer (methods.md 2, 3, 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional as F

from tas_desktop.backends.encoders.inside.attention import block_with, visible_to_class
from tas_desktop.backends.encoders.inside.tower import Tower
from tas_desktop.backends.encoders.inside.transformer_maps import TransformerMaps
from tas_desktop.backends.encoders.masked_tokens import embed_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control

_HIDDEN = -100.0
"""What "Adapting CLIP" adds to the attention of places outside a region; exp(-100) is nothing."""


class TransformerTower(TransformerMaps, Tower):
    """open_clip's VisionTransformer with a class token; fills every port of ``engine.tower_ports``."""

    def encode_masked(
        self,
        picture_chw: NDArray[np.float32],
        *,
        masks_nhw: NDArray[np.float32],
        blocks: int,
        control: Control,
    ) -> NDArray[np.float32]:
        """See ``MasksTokens``: patch tokens times the mask before each of the last blocks."""

        def run(visual: Any, part: Sequence[NDArray[np.float32]]) -> torch.Tensor:
            tokens = before_last(visual, self.tensor(picture_chw)[None], blocks=blocks)
            masks = torch.stack([self.tensor(mask).flatten() for mask in part])
            weights = F.pad(masks, (1, 0), value=1.0)[..., None]
            tokens = tokens.expand(len(part), -1, -1)
            for block in visual.transformer.resblocks[-blocks:]:
                tokens = block(tokens * weights)
            return project(visual, tokens[:, 0])

        return self.rows(list(masks_nhw), run, control=control, kind="masked tokens")

    def encode_attending(
        self, picture_chw: NDArray[np.float32], *, inside_nhw: NDArray[np.bool_], control: Control
    ) -> NDArray[np.float32]:
        """See ``AttendsRegions``: from the first block on, each copy sees its patches and itself."""

        def run(visual: Any, part: Sequence[NDArray[np.bool_]]) -> torch.Tensor:
            tokens = embed_tokens(visual, self.tensor(picture_chw)[None])
            copies = tokens[:, :1].expand(-1, len(part), -1)
            inside = torch.stack([self.tensor(mask).flatten() for mask in part])
            alone = torch.full((len(part), len(part)), -torch.inf, device=inside.device, dtype=inside.dtype)
            hidden = torch.cat([(1 - inside) * _HIDDEN, alone.fill_diagonal_(0.0)], dim=1)
            for block in visual.transformer.resblocks:
                seen = torch.cat([tokens[:, 1:], copies], dim=1)
                copies, tokens = block_with(block, copies, seen, hidden=hidden), block(tokens)
            return project(visual, copies[0])

        return self.rows(list(inside_nhw), run, control=control, kind="region tokens")

    def encode_streams(
        self,
        local_nchw: NDArray[np.float32],
        global_nchw: NDArray[np.float32],
        *,
        masks_nhw: NDArray[np.float32],
        blocks: int,
    ) -> NDArray[np.float32]:
        """See ``FusesStreams``: local tokens take in twice the global ones, of patches those in the mask."""

        def run(visual: Any, part: Sequence[tuple[NDArray[np.float32], ...]]) -> torch.Tensor:
            local, whole, masks = (
                torch.stack([self.tensor(a) for a in arrays]) for arrays in zip(*part, strict=True)
            )
            near = before_last(visual, local, blocks=blocks)
            far = before_last(visual, whole, blocks=blocks)
            weights = 2 * F.pad(masks.flatten(1), (1, 0), value=1.0)[..., None]
            for block in visual.transformer.resblocks[-blocks:]:
                near = block(near + weights * far)
                far = block(far, attn_mask=visible_to_class(masks.flatten(1) > 0, heads=block.attn.num_heads))
            return project(visual, near[:, 0])

        items = list(zip(local_nchw, global_nchw, masks_nhw, strict=True))
        return self.rows(items, run, kind="streams", first_batch=16)


def before_last(visual: Any, pictures: torch.Tensor, *, blocks: int) -> torch.Tensor:
    """Tokens of pictures before so many last blocks, shape (N, 1 + P, width)."""
    tokens = embed_tokens(visual, pictures)
    for block in visual.transformer.resblocks[: len(visual.transformer.resblocks) - blocks]:
        tokens = block(tokens)
    return tokens


def project(visual: Any, tokens: torch.Tensor) -> torch.Tensor:
    """Tokens in the space of the texts, not scaled."""
    projected: torch.Tensor = visual.ln_post(tokens) @ visual.proj
    return projected
