"""Shape of a small open_clip network and how it is built."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from open_clip.model import CLIP


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of both towers.

    Attributes:
        embed_dim: width of the shared space.
        image_px, patch_px: side of the input and of one token; 160 and 16 give 10x10 tokens, enough
            for masked tokens on whole pictures and cheap on crops.
        width, layers, head_width: image tower. It has no norm before its blocks, so that a BLIP image
            tower of the same sizes can start from it.
        masked_layers: last blocks in which tokens are multiplied by a mask (methods.md 2).
        text_width, text_heads, text_layers, context_length: text tower.
    """

    embed_dim: int = 128
    image_px: int = 160
    patch_px: int = 16
    width: int = 192
    layers: int = 4
    head_width: int = 32
    masked_layers: int = 2
    text_width: int = 128
    text_heads: int = 4
    text_layers: int = 3
    context_length: int = 32

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def build_clip(shape: EncoderShape, *, vocabulary_size: int, patch_dropout: float = 0.0) -> CLIP:
    """An untrained ``open_clip.model.CLIP``; ``patch_dropout`` acts in training mode only."""
    from tas_desktop.backends.torchvision_ops import ensure_torchvision

    ensure_torchvision()
    from open_clip.model import CLIP

    vision: dict[str, Any] = {
        "layers": shape.layers,
        "width": shape.width,
        "head_width": shape.head_width,
        "patch_size": shape.patch_px,
        "image_size": shape.image_px,
        "patch_dropout": patch_dropout,
        "no_ln_pre": True,
    }
    text = {
        "context_length": shape.context_length,
        "vocab_size": vocabulary_size,
        "width": shape.text_width,
        "heads": shape.text_heads,
        "layers": shape.text_layers,
    }
    return CLIP(shape.embed_dim, vision, text)
