"""Features of regions read from one pass over the whole picture (Global-Local CLIP, methods.md 2).

The picture goes through all blocks but the last few once; before each of those the patch tokens are
multiplied by the region's mask, with the class token untouched, which then gathers the region alone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from open_clip.transformer import VisionTransformer


def embed_tokens(visual: VisionTransformer, pixels: torch.Tensor) -> torch.Tensor:
    """Class and patch tokens before the first block, shape (N, 1 + tokens, width); no patch dropout.

    Pictures of another size than the network's own get the embeddings of its places resized (GEM).
    """
    patches = visual.conv1(pixels)
    grid_hw = patches.shape[2:]
    patches = patches.flatten(2).transpose(1, 2)
    first = visual.class_embedding.to(patches.dtype).expand(len(patches), 1, -1)
    tokens = torch.cat([first, patches], dim=1)
    return visual.ln_pre(tokens + _places(visual.positional_embedding, grid_hw).to(patches.dtype))


def _places(embedding: torch.Tensor, grid_hw: torch.Size) -> torch.Tensor:
    """Embeddings of the class token and of a grid of places, shape (1 + H * W, width)."""
    if len(embedding) == 1 + grid_hw.numel():
        return embedding
    side = math.isqrt(len(embedding) - 1)
    grid = embedding[None, 1:].unflatten(1, (side, side)).permute(0, 3, 1, 2)
    resized = F.interpolate(grid, size=tuple(grid_hw), mode="bicubic", antialias=True)
    return torch.cat([embedding[:1], resized.flatten(2)[0].T])


def masked_token_features(
    visual: VisionTransformer,
    pixels: torch.Tensor,
    *,
    masks: torch.Tensor,
    picture_of_mask: torch.Tensor,
    masked_layers: int,
) -> torch.Tensor:
    """Unit features of regions.

    Args:
        visual: image tower.
        pixels: normalised pictures, shape (P, 3, side, side).
        masks: soft masks in [0, 1], shape (R, grid, grid) with grid x grid patch tokens.
        picture_of_mask: int64, shape (R,): which picture each mask belongs to.
        masked_layers: how many of the last blocks see masked tokens.

    Returns:
        Shape (R, embed_dim), rows of norm 1.
    """
    blocks = list(visual.transformer.resblocks)
    tokens = embed_tokens(visual, pixels)
    for block in blocks[:-masked_layers]:
        tokens = block(tokens)
    weights = F.pad(masks.flatten(1), (1, 0), value=1.0)[..., None].to(tokens.dtype)
    tokens = tokens[picture_of_mask]
    for block in blocks[-masked_layers:]:
        tokens = block(tokens * weights)
    return F.normalize((visual.ln_post(tokens[:, 0]) @ visual.proj).float(), dim=-1)
