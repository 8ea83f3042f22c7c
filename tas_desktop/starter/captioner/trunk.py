"""The captioner's image tower taken over from a trained encoder.

open_clip's tower without a norm before its blocks and BLIP's are the same function under other names, so
the captioner need not learn to see anew: in the study colours came first and categories last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from open_clip.model import CLIP
    from transformers import BlipForConditionalGeneration

_BLOCK_NAMES = {
    "ln_1": "layer_norm1",
    "ln_2": "layer_norm2",
    "attn.out_proj": "self_attn.projection",
    "mlp.c_fc": "mlp.fc1",
    "mlp.c_proj": "mlp.fc2",
}


def copy_trunk(encoder: CLIP, captioner: BlipForConditionalGeneration) -> None:
    """Copy every tensor of the encoder's image tower but its projection.

    Raises:
        ValueError: the towers differ in sizes or depth.
    """
    source = encoder.visual.state_dict()
    vision = captioner.vision_model
    found = {
        "embeddings.class_embedding": source["class_embedding"][None, None],
        "embeddings.position_embedding": source["positional_embedding"][None],
        "embeddings.patch_embedding.weight": source["conv1.weight"],
        "embeddings.patch_embedding.bias": torch.zeros(len(source["conv1.weight"])),
        "post_layernorm.weight": source["ln_post.weight"],
        "post_layernorm.bias": source["ln_post.bias"],
    }
    for number in range(len(encoder.visual.transformer.resblocks)):
        here, there = f"transformer.resblocks.{number}.", f"encoder.layers.{number}."
        for kind in ("weight", "bias"):
            found[f"{there}self_attn.qkv.{kind}"] = source[f"{here}attn.in_proj_{kind}"]
            for ours, theirs in _BLOCK_NAMES.items():
                found[f"{there}{theirs}.{kind}"] = source[f"{here}{ours}.{kind}"]
    wanted = vision.state_dict()
    if {name: t.shape for name, t in found.items()} != {name: t.shape for name, t in wanted.items()}:
        raise ValueError("the encoder's image tower and the captioner's differ in shape")
    vision.load_state_dict(found)
