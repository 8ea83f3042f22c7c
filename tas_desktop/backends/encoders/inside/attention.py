"""A transformer block taken apart: its attention over other tokens, or over itself."""

from __future__ import annotations

from typing import Any

import torch
from torch.nn import functional as F


def block_with(
    block: Any, queries: torch.Tensor, seen: torch.Tensor, *, hidden: torch.Tensor
) -> torch.Tensor:
    """What a block makes of tokens that look at others.

    Args:
        block: a residual attention block.
        queries: shape (1, Q, width).
        seen: tokens that they look at, shape (1, S, width).
        hidden: added to the attention before its softmax, shape (Q, S).
    """
    keys = block.ln_1(seen)
    found = block.attn(block.ln_1(queries), keys, keys, need_weights=False, attn_mask=hidden)[0]
    return after_attention(block, queries + block.ls_1(found))


def after_attention(block: Any, tokens: torch.Tensor) -> torch.Tensor:
    """The feed-forward half of a block."""
    made: torch.Tensor = tokens + block.ls_2(block.mlp(block.ln_2(tokens)))
    return made


def visible_to_class(inside: torch.Tensor, *, heads: int) -> torch.Tensor:
    """An attention mask under which the class token sees itself and the patches inside only.

    Args:
        inside: bool, shape (N, P).
        heads: of the attention.

    Returns:
        Shape (N * heads, 1 + P, 1 + P): 0 or minus infinity.
    """
    count, places = inside.shape
    mask = torch.zeros(count, 1 + places, 1 + places, device=inside.device)
    mask[:, 0, 1:].masked_fill_(~inside, -torch.inf)
    return mask.repeat_interleave(heads, dim=0)


def project_qkv(block: Any, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Queries, keys and values of tokens of shape (L, width), each (heads, L, width / heads)."""
    attention = block.attn
    parts = F.linear(tokens, attention.in_proj_weight, attention.in_proj_bias).chunk(3, dim=-1)
    query, key, value = (part.reshape(len(tokens), attention.num_heads, -1).transpose(0, 1) for part in parts)
    return query, key, value


def attend(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, *, scale: float | torch.Tensor
) -> torch.Tensor:
    """Softmax attention of each head, shape (heads, L, width / heads)."""
    return torch.softmax(query @ key.transpose(-2, -1) * scale, dim=-1) @ value


def join_heads(block: Any, heads: torch.Tensor) -> torch.Tensor:
    """The attention's output projection of heads of shape (heads, L, width / heads): (L, width)."""
    joined: torch.Tensor = block.attn.out_proj(heads.transpose(0, 1).flatten(1))
    return joined
