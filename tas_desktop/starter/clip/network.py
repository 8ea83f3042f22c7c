"""The two towers as training uses them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional as F

from tas_desktop.backends.encoders.architecture import EncoderShape, build_clip
from tas_desktop.backends.encoders.tokens import PrunedTokenizer, pieces_of
from tas_desktop.backends.encoders.weights import save_encoder
from tas_desktop.starter.clip.words import known_words
from tas_desktop.starter.regions.labels import (
    CATEGORY_NAMES,
    COLOUR_NAMES,
    NOTHING,
    PATTERN_NAMES,
    RegionKind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from open_clip.model import CLIP

    from tas_desktop.backends.encoders.recognition import RecognitionScale

_ROUND_TO = 8
_HEAD_SCALE = 10.0
_HEAD_SIZES = (len(RegionKind), len(COLOUR_NAMES), len(CATEGORY_NAMES), len(PATTERN_NAMES))


class EncoderNetwork(torch.nn.Module):
    """An open_clip network with its pruned vocabulary.

    Args:
        shape: sizes.
        patch_dropout: share of image tokens left out while training.
    """

    def __init__(self, shape: EncoderShape, *, patch_dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.tokenizer = PrunedTokenizer(pieces_of(known_words()), context_length=shape.context_length)
        self.clip: CLIP = build_clip(shape, vocabulary_size=self.tokenizer.size, patch_dropout=patch_dropout)
        with torch.no_grad():
            self.clip.logit_scale.fill_(math.log(10.0))
        self.heads = torch.nn.ModuleList(torch.nn.Linear(shape.embed_dim, size) for size in _HEAD_SIZES)

    def encode_images(self, pixels: torch.Tensor) -> torch.Tensor:
        """Unit features of normalised pixels, float32, shape (N, embed_dim)."""
        return F.normalize(self.clip.encode_image(pixels).float(), dim=-1)

    def encode_texts(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit features of texts, float32; computed at the longest text's length, not the context's."""
        rows = self.tokenizer.batch(texts)
        longest = int((rows.argmax(1).max() + 1).item())
        length = min(self.shape.context_length, -(-longest // _ROUND_TO) * _ROUND_TO)
        rows = rows[:, :length]
        clip = self.clip
        hidden = clip.token_embedding(rows) + clip.positional_embedding[:length]
        hidden = clip.transformer(hidden, attn_mask=clip.attn_mask[:length, :length])
        last = clip.ln_final(hidden)[torch.arange(len(rows)), rows.argmax(1)]
        return F.normalize((last @ clip.text_projection).float(), dim=-1)

    def attribute_loss(self, features: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        """Cross-entropy of kind, colour, category and pattern read off image features by linear heads.

        The heads are training aids and dropped afterwards: contrast alone learns categories late.

        Args:
            features: unit image features, shape (N, embed_dim).
            rows: int64, shape (N, 7), rows of ``RegionLabel.as_row``; attributes below 0 do not count.
        """
        losses = [
            F.cross_entropy(head(_HEAD_SCALE * features), rows[:, column], ignore_index=NOTHING)
            for column, head in enumerate(self.heads)
        ]
        return torch.stack([loss for loss in losses if not loss.isnan()]).mean()

    def set_patch_dropout(self, share: float) -> None:
        """Change the share of image tokens left out; without the layer there is nothing to change."""
        layer: Any = self.clip.visual.patch_dropout
        if hasattr(layer, "prob"):
            layer.prob = share


def write_encoder(network: EncoderNetwork, path: Path, *, recognition: RecognitionScale) -> None:
    """Write the weights file that ``backends.encoders.ClipEncoder`` reads."""
    save_encoder(
        path, network.clip, shape=network.shape, tokenizer=network.tokenizer, recognition=recognition
    )
