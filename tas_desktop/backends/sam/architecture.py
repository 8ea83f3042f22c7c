"""``segment_anything``'s Sam at a size that two CPU cores can train."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from segment_anything.modeling import MaskDecoder, PromptEncoder, Sam, TwoWayTransformer

from tas_desktop.backends.sam.encoder import STRIDE, ConvEncoder

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class SamShape:
    """Sizes of the network; they travel in the weights file's metadata.

    Attributes:
        image_size: side of the square the longest side of an image is scaled to, in pixels.
        widths: encoder channels at strides 2, 4, 8, 16, 32.
        decoder_dim: channels of embedding, prompt encoder and mask decoder.
        decoder_heads: attention heads of the mask decoder.
        decoder_mlp_dim: hidden width of the mask decoder's MLP blocks.
        quality_hidden_dim: hidden width of the head that predicts a mask's IoU.
    """

    image_size: int = 256
    widths: tuple[int, int, int, int, int] = (32, 64, 96, 160, 192)
    decoder_dim: int = 64
    decoder_heads: int = 4
    decoder_mlp_dim: int = 256
    quality_hidden_dim: int = 128


def build_sam(shape: SamShape) -> Sam:
    """Untrained Sam of the given shape, in training mode, float32."""
    side = shape.image_size // STRIDE
    sam = Sam(
        image_encoder=ConvEncoder(shape.image_size, widths=shape.widths, out_channels=shape.decoder_dim),
        prompt_encoder=PromptEncoder(
            embed_dim=shape.decoder_dim,
            image_embedding_size=(side, side),
            input_image_size=(shape.image_size, shape.image_size),
            mask_in_chans=16,
        ),
        mask_decoder=MaskDecoder(
            num_multimask_outputs=3,
            transformer=TwoWayTransformer(
                depth=2,
                embedding_dim=shape.decoder_dim,
                mlp_dim=shape.decoder_mlp_dim,
                num_heads=shape.decoder_heads,
            ),
            transformer_dim=shape.decoder_dim,
            iou_head_depth=3,
            iou_head_hidden_dim=shape.quality_hidden_dim,
        ),
    )
    sam.image_encoder.to(memory_format=torch.channels_last)
    _sharpen_positions(sam)
    return sam


def _sharpen_positions(sam: Sam) -> None:
    """Spread the position encoding's frequencies over 1-8 cycles instead of Sam's normal(0, 1).

    With Sam's own draw two points 10 % of the picture apart look alike, which 256 channels can
    afford and 64 cannot: a prompt must find the one small object under it.
    """
    matrix: Tensor = sam.prompt_encoder.pe_layer.positional_encoding_gaussian_matrix
    count = matrix.shape[1]
    angle = torch.arange(count) * (math.pi * (3 - math.sqrt(5)))  # golden angle: even directions
    radius = torch.logspace(0, 3, count, base=2.0) / 2
    with torch.no_grad():
        matrix.copy_(torch.stack((angle.cos() * radius, angle.sin() * radius)))
