"""Shape of a small BLIP captioner, its vocabulary, and how the network is built."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transformers import BlipForConditionalGeneration

PAD, START, END = 0, 1, 2
_FIRST_WORD = 3


@dataclass(frozen=True, slots=True)
class CaptionerShape:
    """Sizes of the captioner. Its image tower equals the encoder's, so that it can start from it.

    Attributes:
        image_px, patch_px, width, layers, heads: image tower.
        text_width, text_layers, text_heads: text decoder.
        max_words: longest caption.
    """

    image_px: int = 160
    patch_px: int = 16
    width: int = 192
    layers: int = 4
    heads: int = 6
    text_width: int = 128
    text_layers: int = 3
    text_heads: int = 4
    max_words: int = 16

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


class CaptionVocabulary:
    """One row per word, after padding, start and end."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self._row = {word: row for row, word in enumerate(self.words, start=_FIRST_WORD)}

    @property
    def size(self) -> int:
        return _FIRST_WORD + len(self.words)

    def encode(self, caption: str) -> list[int]:
        """Rows of a caption's words between start and end.

        Raises:
            KeyError: a word is not in the vocabulary.
        """
        return [START, *(self._row[word] for word in caption.split()), END]

    def decode(self, rows: Sequence[int]) -> str:
        """Words up to the first end; padding and start are passed over."""
        words = []
        for row in rows:
            if row == END:
                break
            if _FIRST_WORD <= row < self.size:
                words.append(self.words[row - _FIRST_WORD])
        return " ".join(words)


def build_blip(shape: CaptionerShape, *, vocabulary_size: int) -> BlipForConditionalGeneration:
    """An untrained captioner.

    Two of transformers' defaults are wrong for small networks from scratch: the image tower's
    ``initializer_range`` of 1e-10, and a ``sep_token_id`` outside a small vocabulary, which generation
    takes for the end of text.
    """
    from tas_desktop.backends.torchvision_ops import ensure_torchvision

    ensure_torchvision()
    from transformers import BlipConfig, BlipForConditionalGeneration

    vision = {
        "hidden_size": shape.width,
        "intermediate_size": 4 * shape.width,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "image_size": shape.image_px,
        "patch_size": shape.patch_px,
        "initializer_range": 0.02,
    }
    text = {
        "vocab_size": vocabulary_size,
        "hidden_size": shape.text_width,
        "encoder_hidden_size": shape.width,
        "intermediate_size": 4 * shape.text_width,
        "projection_dim": shape.text_width,
        "num_hidden_layers": shape.text_layers,
        "num_attention_heads": shape.text_heads,
        "max_position_embeddings": shape.max_words + 4,
        "bos_token_id": START,
        "eos_token_id": END,
        "sep_token_id": END,
        "pad_token_id": PAD,
        "initializer_range": 0.02,
    }
    config = BlipConfig(
        text_config=text, vision_config=vision, projection_dim=shape.text_width, initializer_range=0.02
    )
    return BlipForConditionalGeneration(config)
