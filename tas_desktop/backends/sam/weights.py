"""The mask network's weights file: safetensors, half precision, its shape in the metadata."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import torch
from safetensors.torch import save_file

from tas_desktop.backends.sam.architecture import SamShape, build_sam
from tas_desktop.backends.weights import load_safetensors, rebuilding

if TYPE_CHECKING:
    from pathlib import Path

    from segment_anything.modeling import Sam

_UNUSED = "prompt_encoder.mask_downscaling."


def save_sam(path: Path, sam: Sam, *, shape: SamShape) -> None:
    """Write weights and shape; written aside and renamed."""
    state = {
        key: value.detach().to(torch.float16 if value.is_floating_point() else value.dtype).contiguous()
        for key, value in sam.state_dict().items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    save_file(state, aside, metadata={"shape": json.dumps(dataclasses.asdict(shape), sort_keys=True)})
    aside.replace(path)


def load_sam(path: Path, *, sha256: str | None) -> Sam:
    """Read a file of `save_sam` for inference in float32.

    Args:
        path: the file.
        sha256: expected digest; None accepts any, for weights that were just trained.

    Raises:
        WeightsDamaged: missing, not what the digest says, or not this network.
    """
    state, metadata = load_safetensors(path, sha256=sha256)
    with rebuilding(path, what="a mask network"):
        fields = json.loads(metadata["shape"])
        sam = build_sam(SamShape(**{**fields, "widths": tuple(fields["widths"])}))
        sam.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
    return sam.eval()
