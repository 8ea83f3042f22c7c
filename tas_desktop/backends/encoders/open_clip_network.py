"""Any open_clip network, built from its description and filled with the weights of its file."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import torch

from tas_desktop.backends.checkpoints import read_state
from tas_desktop.backends.failures import is_out_of_memory
from tas_desktop.backends.refusals import damaged, misfit
from tas_desktop.backends.torchvision_ops import ensure_torchvision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from tas_desktop.backends.encoders.open_clip_files import OpenClipFiles

_NOT_WEIGHTS: Final = ("attn_mask", "text.attn_mask", "input_resolution", "context_length", "vocab_size")
"""What older files hold beside weights: tables and sizes that follow from the shape."""


def load_open_clip(files: OpenClipFiles, *, dtype: torch.dtype = torch.float32) -> nn.Module:
    """Build and fill a network for inference: open_clip's CLIP, CustomTextCLIP or CoCa.

    Args:
        files: where it is and what it is.
        dtype: floating type of its weights.

    Raises:
        WeightsDamaged: a file is missing, cut off, or its description cannot be built.
        ModelRefused: the weights are those of another network, or reading them would run a program.
    """
    state = read_state(files.weights)
    network = build_open_clip(files)
    fill_open_clip(network, state, files)
    return network.eval().requires_grad_(requires_grad=False).to(dtype)


def build_open_clip(files: OpenClipFiles) -> nn.Module:
    """The network of a description, with random weights; nothing is fetched.

    Raises:
        WeightsDamaged: open_clip cannot build what is described.
    """
    ensure_torchvision()
    from open_clip.coca_model import CoCa
    from open_clip.model import CLIP, CustomTextCLIP

    shape = deepcopy(dict(files.shape))
    if "timm_model_name" in shape["vision_cfg"]:
        shape["vision_cfg"]["timm_model_pretrained"] = False
    kind = CLIP
    if shape.pop("custom_text", False):
        kind = CoCa if "multimodal_cfg" in shape else CustomTextCLIP
    try:
        return kind(**shape)
    except Exception as error:
        if is_out_of_memory(error):
            raise
        raise damaged(
            files.weights, how=f"is described as a network that open_clip cannot build: {error}"
        ) from error


def fill_open_clip(network: nn.Module, state: Mapping[str, Tensor], files: OpenClipFiles) -> None:
    """Put weights in place, in the names of open_clip or of those whose files it converts.

    Raises:
        ModelRefused: they are those of another network.
    """
    fitting = _renamed(network, {k: v for k, v in state.items() if k not in _NOT_WEIGHTS}, files)
    wanted = network.state_dict()
    for name, tensor in wanted.items():
        if name.startswith("logit_") and name in fitting:
            fitting[name] = fitting[name].reshape(tensor.shape)  # a number, or a list of one
    difference = _first_difference(wanted, fitting)
    if difference:
        raise misfit(files.weights, what=_title(files), detail=difference)
    network.load_state_dict(fitting)


def _renamed(network: nn.Module, state: dict[str, Tensor], files: OpenClipFiles) -> dict[str, Any]:
    """Weights under this network's names: Apple's MobileCLIP and files from before text towers had a name."""
    from open_clip.convert import convert_state_dict
    from open_clip.model import convert_to_custom_text_state_dict

    try:
        found = convert_state_dict(network, state)
        if "positional_embedding" in found and not hasattr(network, "positional_embedding"):
            found = convert_to_custom_text_state_dict(found)
    except (KeyError, RuntimeError, ValueError, AttributeError) as error:
        raise misfit(files.weights, what=_title(files), detail=str(error)) from error
    return dict(found)


def _first_difference(wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> str:
    """In words; empty where names and shapes agree."""
    lacking, strange = wanted.keys() - found.keys(), found.keys() - wanted.keys()
    if lacking:
        return f"{len(lacking)} of {len(wanted)} tensors are missing, such as {min(lacking)}"
    if strange:
        return f"{len(strange)} tensors are too many, such as {min(strange)[:80]}"
    for name, tensor in wanted.items():
        if found[name].shape != tensor.shape:
            return f"{name} has the shape {list(found[name].shape)} instead of {list(tensor.shape)}"
    return ""


def _title(files: OpenClipFiles) -> str:
    vision = files.shape["vision_cfg"]
    tower = (
        vision.get("timm_model_name") or f"{vision.get('layers', 12)} layers of {vision.get('width', 768)}"
    )
    return f"the open_clip model that is described ({tower})"
