"""Mask networks with drawn weights in the public checkpoints' own formats, tiny and of full size."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import torch

from tas_desktop.backends.sam.checkpoint_shape import CheckpointShape
from tas_desktop.backends.sam.checkpoints import build_public_sam
from tas_desktop.starter.scenes import Split, generate_scene
from tests.support.sam_drawing import calm_upscaling, centre_heads, slow_waves

TINY = CheckpointShape(
    image_side=256,
    patch_side=16,
    width=48,
    depth=4,
    heads=3,
    mlp_ratio=4.0,
    window=6,
    global_blocks=(1, 3),
    relative=True,
    decoder_width=128,
    decoder_depth=2,
    decoder_mlp=64,
    mask_tokens=4,
    quality_depth=3,
    quality_width=64,
    mask_channels=16,
)
"""The architecture of the public checkpoints at a size that takes a CPU no time."""

VIT_B = replace(
    TINY,
    image_side=1024,
    width=768,
    depth=12,
    heads=12,
    window=14,
    global_blocks=(2, 5, 8, 11),
    decoder_width=256,
    decoder_mlp=2048,
    quality_width=256,
)
VIT_L = replace(VIT_B, width=1024, depth=24, heads=16, global_blocks=(5, 11, 17, 23))
VIT_H = replace(VIT_B, width=1280, depth=32, heads=16, global_blocks=(7, 15, 23, 31))


def picture(seed: int = 5, *, height: int = 0, width: int = 0) -> np.ndarray:
    """A drawn scene, uint8, cut to a size where one is asked for."""
    image = generate_scene(seed, split=Split.VALIDATION).image_rgb
    return np.array(image[: height or None, : width or None])


def draw_public_sam(shape: CheckpointShape) -> Any:
    """segment_anything's Sam whose masks depend on picture and prompt, in evaluation mode."""
    from segment_anything import SamPredictor

    torch.manual_seed(0)
    sam = build_public_sam(shape).eval()
    upscaling = sam.mask_decoder.output_upscaling
    calm_upscaling(upscaling[0], upscaling[3])
    with torch.no_grad():
        positions = sam.image_encoder.pos_embed
        positions.copy_(slow_waves(*positions.shape[1:])[None])
        for block in sam.image_encoder.blocks:
            torch.nn.init.normal_(block.attn.rel_pos_h, std=0.02)
            torch.nn.init.normal_(block.attn.rel_pos_w, std=0.02)
    predictor = SamPredictor(sam)
    predictor.set_image(picture())
    points = grid(predictor.input_size)

    def answer(points):
        sparse, dense = sam.prompt_encoder(
            points=(points, torch.ones(len(points), 1)), boxes=None, masks=None
        )
        return sam.mask_decoder(
            image_embeddings=predictor.features,
            image_pe=sam.prompt_encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=True,
        )

    heads = [(mlp, mlp.layers[-1]) for mlp in list(sam.mask_decoder.output_hypernetworks_mlps)[1:]]
    quality = sam.mask_decoder.iou_prediction_head
    centre_heads(
        answer,
        points,
        upscaling=[upscaling[3]],
        mask_heads=heads,
        quality_head=(quality, quality.layers[-1]),
    )
    return sam


def grid(filled_hw, *, per_side: int = 8) -> torch.Tensor:
    """Points (per_side**2, 1, 2) over the part of the input that the picture fills."""
    middles = (torch.arange(per_side) + 0.5) / per_side
    y, x = torch.meshgrid(middles * filled_hw[0], middles * filled_hw[1], indexing="ij")
    return torch.stack((x, y), -1).reshape(-1, 1, 2)
