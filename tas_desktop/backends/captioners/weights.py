"""The captioner's weights file: safetensors, half precision, sizes and vocabulary in the metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.backends.captioners.architecture import CaptionerShape, CaptionVocabulary, build_blip
from tas_desktop.backends.state import DESCRIPTION, fill_network, save_network
from tas_desktop.backends.weights import load_safetensors, rebuilding

if TYPE_CHECKING:
    from pathlib import Path

    from transformers import BlipForConditionalGeneration


@dataclass(frozen=True, slots=True, eq=False)
class LoadedCaptioner:
    """A network ready for inference with its vocabulary."""

    network: BlipForConditionalGeneration
    shape: CaptionerShape
    vocabulary: CaptionVocabulary


def save_captioner(
    path: Path,
    network: BlipForConditionalGeneration,
    *,
    shape: CaptionerShape,
    vocabulary: CaptionVocabulary,
) -> None:
    """Write weights, sizes and vocabulary; written aside and renamed. Tied tensors are written once."""
    description = {"shape": shape.as_dict(), "words": list(vocabulary.words)}
    save_network(path, network, spare=_tied(network), description=description)


def load_captioner(path: Path, *, sha256: str | None) -> LoadedCaptioner:
    """Read a file of ``save_captioner`` for inference in float32.

    Args:
        path: the file.
        sha256: expected digest; None accepts any, for weights that were just trained.

    Raises:
        WeightsDamaged: missing, not what the digest says, or not this network.
    """
    state, metadata = load_safetensors(path, sha256=sha256)
    with rebuilding(path, what="a captioner"):
        description = json.loads(metadata[DESCRIPTION])
        shape = CaptionerShape(**description["shape"])
        vocabulary = CaptionVocabulary([str(word) for word in description["words"]])
        network = build_blip(shape, vocabulary_size=vocabulary.size)
        fill_network(network, state, spare=_tied(network))
    network.tie_weights()
    return LoadedCaptioner(network.eval(), shape, vocabulary)


def _tied(network: BlipForConditionalGeneration) -> list[str]:
    """Names that share memory with an earlier name."""
    seen: dict[int, str] = {}
    return [
        name
        for name, tensor in network.state_dict().items()
        if seen.setdefault(tensor.data_ptr(), name) != name
    ]
