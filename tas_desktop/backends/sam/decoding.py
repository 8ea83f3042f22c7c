"""Sam's mask decoder for many prompts on many images at once, arranged for a CPU.

``MaskDecoder.forward`` takes one image per call, rearranges every large tensor for its heads and
upscales every embedding cell of every prompt. These functions run the same modules with the same
weights to the same numbers (a test compares them), but share the first layer's projections between the
prompts of an image, leave large tensors as they are, and upscale only chosen prompts and cells: both
transposed convolutions have kernel 2 and stride 2, so a cell's 4x4 mask pixels depend on it alone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

import torch
from torch import Tensor
from torch.nn import functional as F

if TYPE_CHECKING:
    from segment_anything.modeling import MaskDecoder, Sam

CELL_SIDE = 4
"""Mask pixels along one side of an embedding cell."""


def decode_prompts(sam: Sam, embedding: Tensor, *, points_bk2: Tensor) -> tuple[Tensor, Tensor]:
    """Run the two-way transformer for K single-point prompts on each of B images.

    Args:
        sam: the network.
        embedding: (B, C, h, w) output of its image encoder.
        points_bk2: (B, K, 2) points ``(x, y)`` in pixels of the network's input.

    Returns:
        tokens (B*K, T, C) with the IoU token first and the mask tokens after it, and cells
        (B*K, h*w, C), the image embedding as each prompt left it.
    """
    decoder: Any = sam.mask_decoder
    transformer = decoder.transformer
    images, prompts = points_bk2.shape[:2]
    labelled = points_bk2.reshape(-1, 1, 2), points_bk2.new_ones(images * prompts, 1)
    sparse, dense = sam.prompt_encoder(points=labelled, boxes=None, masks=None)
    output = torch.cat((decoder.iou_token.weight, decoder.mask_tokens.weight))
    token_pe = torch.cat((output.expand(len(sparse), -1, -1), sparse), dim=1).to(embedding.dtype)
    keys = (embedding + dense[:1].to(embedding.dtype)).flatten(2).transpose(1, 2)
    key_pe = sam.prompt_encoder.get_dense_pe().to(embedding.dtype).flatten(2).transpose(1, 2)
    queries = token_pe
    for layer in transformer.layers:
        queries, keys = _two_way(layer, queries, keys, token_pe=token_pe, key_pe=key_pe)
    attention = transformer.final_attn_token_to_image
    attended = _tokens_to_image(attention, queries + token_pe, keys + key_pe, keys)
    tokens: Tensor = transformer.norm_final_attn(queries + attended)
    return tokens, keys


def _two_way(
    layer: Any, queries: Tensor, keys: Tensor, *, token_pe: Tensor, key_pe: Tensor
) -> tuple[Tensor, Tensor]:
    """One ``TwoWayAttentionBlock``; keys are (B, hw, C) before the first and (B*K, hw, C) after."""
    pairs, count, width = queries.shape
    if layer.skip_first_layer_pe:
        queries = layer.norm1(layer.self_attn(q=queries, k=queries, v=queries))
    else:
        asked = queries + token_pe
        queries = layer.norm1(queries + layer.self_attn(q=asked, k=asked, v=queries))
    grouped = (queries + token_pe).reshape(len(keys), -1, width)
    attended = _tokens_to_image(layer.cross_attn_token_to_image, grouped, keys + key_pe, keys)
    queries = layer.norm2(queries + attended.reshape(pairs, count, width))
    queries = layer.norm3(queries + layer.mlp(queries))
    attended = _image_to_tokens(layer.cross_attn_image_to_token, keys + key_pe, queries + token_pe, queries)
    shared = keys if len(keys) == pairs else keys.repeat_interleave(pairs // len(keys), 0)
    return queries, layer.norm4(shared + attended)


def _tokens_to_image(attention: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """``Attention`` of few queries (N, T, C) to many keys (N, hw, C), without splitting the keys.

    Each query is repeated once per head with the other heads' channels zeroed: the products are the
    same, and the large tensors need not be rearranged, which costs a CPU more than the arithmetic.
    """
    asked = _by_head(attention.q_proj(q) / _root(attention), attention.num_heads)
    weights = (asked @ attention.k_proj(k).transpose(1, 2)).softmax(-1)
    mixed = (weights @ attention.v_proj(v)).unflatten(1, (attention.num_heads, -1))
    return attention.out_proj((mixed * _head_mask(mixed, attention.num_heads)).sum(1))


def _image_to_tokens(attention: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """``Attention`` of many queries to few keys: (B, hw, C) or (N, hw, C) to N = B*K times (T, C)."""
    heads = attention.num_heads
    pairs, count, _ = k.shape
    asked = attention.q_proj(q)
    keys = _by_head(attention.k_proj(k) / _root(attention), heads).reshape(len(asked), -1, asked.shape[-1])
    scores = (keys @ asked.transpose(1, 2)).reshape(pairs, heads, count, -1)
    weights = scores.softmax(2).flatten(1, 2)
    values = _by_head(attention.v_proj(v), heads)
    return attention.out_proj(weights.transpose(1, 2) @ values)


def _by_head(x: Tensor, heads: int) -> Tensor:
    """(N, T, C) to (N, heads*T, C), each copy keeping one head's channels."""
    return (x[:, None] * _head_mask(x, heads)).flatten(1, 2)


def _head_mask(x: Tensor, heads: int) -> Tensor:
    mask = torch.eye(heads, dtype=x.dtype).repeat_interleave(x.shape[-1] // heads, 1)
    return mask[:, None]


def _root(attention: Any) -> float:
    return math.sqrt(attention.internal_dim / attention.num_heads)


def mask_logits(decoder: MaskDecoder, tokens: Tensor, cells: Tensor) -> Tensor:
    """Mask logits of chosen embedding cells.

    Args:
        decoder: the mask decoder.
        tokens: (N, T, C) as `decode_prompts` returns them.
        cells: (N, M, C), M of the cells of each prompt.

    Returns:
        (N, masks, M, 16) logits; the 16 pixels of a cell as `cell_pixels` orders them.
    """
    first, norm, gelu, second, gelu2 = cast("Any", decoder.output_upscaling)
    count, chosen, _ = cells.shape
    x = _upscale(first, cells).unflatten(-1, (4, first.out_channels))
    x = gelu(F.layer_norm(x, x.shape[-1:], norm.weight, norm.bias, norm.eps))
    x = gelu2(_upscale(second, x)).reshape(count, chosen * CELL_SIDE**2, second.out_channels)
    mask_tokens = tokens[:, 1 : 1 + decoder.num_mask_tokens]
    filters = torch.stack(
        [mlp(mask_tokens[:, i]) for i, mlp in enumerate(decoder.output_hypernetworks_mlps)], dim=1
    )
    return (filters @ x.transpose(1, 2)).unflatten(-1, (chosen, CELL_SIDE**2))


def _upscale(convolution: Any, x: Tensor) -> Tensor:
    """A kernel-2 stride-2 transposed convolution as a linear map: (..., C) to (..., 4 * outputs)."""
    weight = convolution.weight.permute(2, 3, 1, 0).flatten(0, 2)
    return F.linear(x, weight, convolution.bias.repeat(4))


def cell_pixels(maps: Tensor) -> Tensor:
    """Rearrange (..., 4h, 4w) maps to (..., h*w, 16) in the order of `mask_logits`.

    The first transposed convolution places quarters of a cell, the second quarters of those.
    """
    lead, (height, width) = maps.shape[:-2], maps.shape[-2:]
    split = maps.reshape(*lead, height // 4, 2, 2, width // 4, 2, 2)
    at = len(lead)
    order = (*range(at), at, at + 3, at + 1, at + 4, at + 2, at + 5)
    return split.permute(order).reshape(*lead, (height // 4) * (width // 4), CELL_SIDE**2)


def cell_maps(pixels: Tensor, *, height: int, width: int) -> Tensor:
    """Undo `cell_pixels`: (..., h*w, 16) to (..., 4h, 4w), given h and w."""
    lead = pixels.shape[:-2]
    split = pixels.reshape(*lead, height, width, 2, 2, 2, 2)
    at = len(lead)
    order = (*range(at), at, at + 2, at + 4, at + 1, at + 3, at + 5)
    return split.permute(order).reshape(*lead, 4 * height, 4 * width)
