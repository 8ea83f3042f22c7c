"""Public Sam checkpoints: state dicts of ``segment_anything``'s Sam, whose architecture the keys tell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import torch
from segment_anything.modeling import ImageEncoderViT, MaskDecoder, PromptEncoder, Sam, TwoWayTransformer

from tas_desktop.backends.checkpoints import read_state
from tas_desktop.backends.interruption import watch_blocks
from tas_desktop.backends.refusals import misfit
from tas_desktop.backends.sam.checkpoint_shape import DECODER_HEADS, CheckpointShape, NoSam, find_shape

if TYPE_CHECKING:
    from pathlib import Path

PIXEL_MEAN = (123.675, 116.28, 103.53)
PIXEL_STD = (58.395, 57.12, 57.375)


def load_checkpoint(path: Path, *, precision: torch.dtype = torch.float32) -> Sam:
    """Read a checkpoint for inference; its blocks look at the cancel flag.

    Args:
        path: a state dict, ``.pth`` or safetensors.
        precision: of the image encoder; prompt encoder and mask decoder are in float32.

    Raises:
        WeightsDamaged: missing, cut off, or no file of weights.
        ModelRefused: the weights are another network's, some are missing, or the file holds a program.
    """
    state = read_state(path)
    try:
        shape = find_shape(state)
    except NoSam as error:
        raise misfit(path, what="a SAM of segment_anything", detail=str(error)) from error
    with torch.device("meta"):  # no time and no memory for weights that are replaced at once
        sam = build_public_sam(shape)
    try:
        missing, unexpected = sam.load_state_dict(state, strict=False, assign=True)
    except RuntimeError as error:  # a tensor of another shape
        raise misfit(path, what=shape.title, detail=str(error).splitlines()[-1].strip()) from error
    if missing or unexpected:
        raise misfit(path, what=shape.title, detail=_difference(missing, unexpected))
    sam.register_buffer("pixel_mean", torch.tensor(PIXEL_MEAN).view(-1, 1, 1), persistent=False)
    sam.register_buffer("pixel_std", torch.tensor(PIXEL_STD).view(-1, 1, 1), persistent=False)
    sam.float().eval().requires_grad_(requires_grad=False)
    sam.image_encoder.to(precision)
    watch_blocks(sam)
    return sam


def build_public_sam(shape: CheckpointShape) -> Sam:
    """Untrained Sam as ``segment_anything.build_sam`` makes it, at any size."""
    grid = shape.image_side // shape.patch_side
    return Sam(
        image_encoder=ImageEncoderViT(
            img_size=shape.image_side,
            patch_size=shape.patch_side,
            embed_dim=shape.width,
            depth=shape.depth,
            num_heads=shape.heads,
            mlp_ratio=shape.mlp_ratio,
            out_chans=shape.decoder_width,
            norm_layer=partial(torch.nn.LayerNorm, eps=1e-6),
            use_rel_pos=shape.relative,
            window_size=shape.window,
            global_attn_indexes=shape.global_blocks,
        ),
        prompt_encoder=PromptEncoder(
            embed_dim=shape.decoder_width,
            image_embedding_size=(grid, grid),
            input_image_size=(shape.image_side, shape.image_side),
            mask_in_chans=shape.mask_channels,
        ),
        mask_decoder=MaskDecoder(
            num_multimask_outputs=shape.mask_tokens - 1,
            transformer=TwoWayTransformer(
                depth=shape.decoder_depth,
                embedding_dim=shape.decoder_width,
                mlp_dim=shape.decoder_mlp,
                num_heads=DECODER_HEADS,
            ),
            transformer_dim=shape.decoder_width,
            iou_head_depth=shape.quality_depth,
            iou_head_hidden_dim=shape.quality_width,
        ),
        pixel_mean=list(PIXEL_MEAN),
        pixel_std=list(PIXEL_STD),
    )


def _difference(missing: list[str], unexpected: list[str]) -> str:
    said = [
        f"{len(names)} tensors {how}, such as {names[0]}"
        for names, how in ((missing, "are missing"), (unexpected, "are too many"))
        if names
    ]
    return "; ".join(said)
