"""The encoder's weights file: safetensors, half precision, with all else it needs in the metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.backends.encoders.architecture import EncoderShape, build_clip
from tas_desktop.backends.encoders.recognition import RecognitionScale, read_scale
from tas_desktop.backends.encoders.tokens import PrunedTokenizer
from tas_desktop.backends.state import DESCRIPTION, fill_network, save_network
from tas_desktop.backends.weights import load_safetensors, rebuilding

if TYPE_CHECKING:
    from pathlib import Path

    from open_clip.model import CLIP

_NOT_SAVED = ("attn_mask",)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedEncoder:
    """A network ready for inference with its tokenizer and calibration."""

    network: CLIP
    shape: EncoderShape
    tokenizer: PrunedTokenizer
    recognition: RecognitionScale


def save_encoder(
    path: Path,
    network: CLIP,
    *,
    shape: EncoderShape,
    tokenizer: PrunedTokenizer,
    recognition: RecognitionScale,
) -> None:
    """Write weights, sizes, token table and calibration; written aside and renamed."""
    description = {
        "shape": shape.as_dict(),
        "pieces": list(tokenizer.pieces),
        "recognition": recognition.as_dict(),
    }
    save_network(path, network, spare=_NOT_SAVED, description=description)


def load_encoder(path: Path, *, sha256: str | None) -> LoadedEncoder:
    """Read a file of ``save_encoder`` for inference in float32.

    Args:
        path: the file.
        sha256: expected digest; None accepts any, for weights that were just trained.

    Raises:
        WeightsDamaged: missing, not what the digest says, or not this network.
    """
    state, metadata = load_safetensors(path, sha256=sha256)
    with rebuilding(path, what="an image-text encoder"):
        description = json.loads(metadata[DESCRIPTION])
        shape = EncoderShape(**description["shape"])
        pieces = [int(piece) for piece in description["pieces"]]
        tokenizer = PrunedTokenizer(pieces, context_length=shape.context_length)
        recognition = read_scale(description["recognition"])
        network = build_clip(shape, vocabulary_size=tokenizer.size)
        fill_network(network, state, spare=_NOT_SAVED)
    return LoadedEncoder(network.eval(), shape, tokenizer, recognition)
