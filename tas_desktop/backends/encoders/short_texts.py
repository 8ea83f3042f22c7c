"""Text features from as few token places as the texts need.

A text tower of CLIP's kind has 77 places, of which an expression fills a dozen. Where attention looks
backwards only and the feature is read at the end-of-text token, the places behind it change nothing and
need not be computed: the features are the same but for the order of additions, in a sixth of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from torch import nn

if TYPE_CHECKING:
    from torch import Tensor


def encode_tokens(network: Any, tokens: Tensor) -> Tensor:
    """``network.encode_text(tokens)`` without the places that no text of the batch reaches.

    Towers that look ahead, or read their feature elsewhere (SigLIP's last place), get all of them.

    Args:
        network: open_clip's CLIP, CustomTextCLIP or CoCa.
        tokens: int64, shape (N, context length), on the network's device.

    Returns:
        Shape (N, dim), before any scaling.
    """
    tower: Any = network if hasattr(network, "token_embedding") else getattr(network, "text", None)
    ends = _ends(tower, tokens)
    if ends is None:
        made: Tensor = network.encode_text(tokens)
        return made
    length = int(ends.max()) + 1
    kind = tower.transformer.get_cast_dtype()
    places = tower.token_embedding(tokens[:, :length]).to(kind) + tower.positional_embedding[:length].to(kind)
    places = tower.transformer(places, attn_mask=tower.attn_mask[:length, :length])
    read = tower.ln_final(places)[range(len(tokens)), ends.tolist()]
    projection = tower.text_projection
    if projection is None:
        return read
    return projection(read) if isinstance(projection, nn.Linear) else read @ projection


def _ends(tower: Any, tokens: Tensor) -> Tensor | None:
    """Place of each text's end-of-text token, shape (N,); None where the other places count too."""
    causal = getattr(tower, "attn_mask", None) is not None
    padded = getattr(tower, "cls_emb", None) is not None or getattr(tower, "use_pad_mask", False)
    if len(tokens) == 0 or not causal or padded or getattr(tower, "output_tokens", False):
        return None
    pool = getattr(tower, "text_pool_type", None) or getattr(tower, "pool_type", None)
    if pool == "argmax":
        return tokens.argmax(dim=-1)
    if pool == "eos":
        end = getattr(tower, "text_eos_id", None) or getattr(tower, "eos_id", None)
        return None if end is None else (tokens == end).int().argmax(dim=-1)
    return None
