"""What an open_clip model's files say: its shape, how it looks at pictures, where weights and tokens are.

A folder as open_clip's authors publish them on the hub holds ``open_clip_config.json``, weights and, for
some, a tokenizer. A single file holds weights only; the profile then names the architecture, and, for what
weights do not tell (the pictures' normalisation, the kind of GELU), the tag under which open_clip knows them.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.backends.choices import check_params
from tas_desktop.backends.encoders.open_clip_checks import LOOKS, check_looks, check_shape
from tas_desktop.backends.refusals import ModelRefused, damaged, missing
from tas_desktop.config.profiles import ProfileRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tas_desktop.config.profiles import ComponentChoice

CONFIG: Final = "open_clip_config.json"
PARAMS: Final[Mapping[str, type]] = {
    "architecture": str,
    "pretrained": str,
    "quick_gelu": bool,
    "resize_mode": str,
    "interpolation": str,
    "precision": str,
}
"""What a profile may say of such an encoder: an open_clip architecture and tag, and corrections to them."""

_WEIGHTS: Final = (
    "open_clip_model.safetensors",
    "open_clip_pytorch_model.safetensors",
    "model.safetensors",
    "open_clip_pytorch_model.bin",
    "open_clip_pytorch_model.pt",
    "pytorch_model.bin",
    "model.pt",
)


@dataclass(frozen=True, slots=True)
class OpenClipFiles:
    """An open_clip model on disk, described without reading its weights.

    Attributes:
        weights: the file with the tensors.
        shape: ``model_cfg`` in open_clip's words: ``embed_dim``, ``vision_cfg``, ``text_cfg``, …
        looks: ``preprocess_cfg`` in open_clip's words, complete but for the size.
        tokens: folder of the tokenizer's files; None for CLIP's own byte pairs, which open_clip brings.
    """

    weights: Path
    shape: Mapping[str, Any]
    looks: Mapping[str, Any] = field(default_factory=dict)
    tokens: Path | None = None

    @property
    def width(self) -> int:
        """Numbers per feature."""
        return int(self.shape["embed_dim"])

    @property
    def is_transformer(self) -> bool:
        """Whether tokens of the picture meet in attention, rather than in convolutions."""
        vision = self.shape["vision_cfg"]
        name = vision.get("timm_model_name")
        return str(name).startswith("vit_") if name else isinstance(vision.get("layers", 12), int)

    @property
    def context_length(self) -> int:
        """Tokens per text."""
        return int(self.shape["text_cfg"].get("context_length", 77))


def read_open_clip(place: Path, choice: ComponentChoice) -> OpenClipFiles:
    """Describe the model in a file or folder.

    Args:
        place: where it is.
        choice: the profile's part, whose parameters (`PARAMS`) complete and correct what the files say.

    Raises:
        ProfileRefused: a parameter is unknown, or the architecture is neither named nor known.
        WeightsDamaged: a file is missing or cannot be read.
        ModelRefused: the shape leads out of the folder, or is none that open_clip builds.
    """
    params = check_params(choice, PARAMS, choices=LOOKS)
    shape, looks = _published(place / CONFIG) if place.is_dir() and (place / CONFIG).is_file() else ({}, {})
    name, tag = str(params.get("architecture", "")), str(params.get("pretrained", ""))
    shape = shape or _built_in(name, choice)
    known = _known_tag(name, tag, choice) if tag else {}
    if params.get("quick_gelu", known.get("quick_gelu", False)):
        shape["quick_gelu"] = True
    elif params.get("quick_gelu") is False:
        shape.pop("quick_gelu", None)
    check_shape(shape, place)
    check_looks(looks, place)
    told = {key: value for key, value in known.items() if key in {"mean", "std", *LOOKS} and value}
    corrected = {key: value for key, value in params.items() if key in LOOKS}
    return OpenClipFiles(
        weights=_weights_in(place) if place.is_dir() else place,
        shape=shape,
        looks={**looks, **told, **corrected},
        tokens=_tokens_in(place) if shape["text_cfg"].get("hf_tokenizer_name") else None,
    )


def _published(config: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        content = json.loads(config.read_text(encoding="utf-8"))
        shape, looks = content["model_cfg"], content.get("preprocess_cfg") or {}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(config, how="is no description of an open_clip model") from error
    if not isinstance(shape, dict) or not isinstance(looks, dict):
        raise damaged(config, how="is no description of an open_clip model")
    return shape, {key: value for key, value in looks.items() if value is not None}


def _built_in(name: str, choice: ComponentChoice) -> dict[str, Any]:
    from tas_desktop.backends.torchvision_ops import ensure_torchvision

    ensure_torchvision()
    from open_clip.factory import get_model_config, list_models

    if name not in list_models():
        said = f"names the architecture {name!r}" if name else "names no architecture"
        raise ProfileRefused(
            f"The profile's {choice.role} {choice.name!r} {said}, and its files do not say which one it is",
            next_step='Give params = { architecture = "…" } with a name of open_clip.list_models()',
        )
    found = get_model_config(name)
    assert found is not None
    return deepcopy(found)


def _known_tag(name: str, tag: str, choice: ComponentChoice) -> dict[str, Any]:
    from tas_desktop.backends.torchvision_ops import ensure_torchvision

    ensure_torchvision()
    from open_clip.pretrained import get_pretrained_cfg, list_pretrained_tags_by_model

    found = dict(get_pretrained_cfg(name, tag))
    if not found:
        tags = ", ".join(list_pretrained_tags_by_model(name)) or "none"
        raise ProfileRefused(
            f"The profile's {choice.role} {choice.name!r} names {tag!r}, which open_clip does not know "
            f"for {name!r}",
            next_step=f"Choose one of: {tags}",
        )
    return found


def _weights_in(folder: Path) -> Path:
    for name in _WEIGHTS:
        if (folder / name).is_file():
            return folder / name
    raise missing(folder / _WEIGHTS[0])


def _tokens_in(place: Path) -> Path:
    """The folder beside or around the weights that holds the tokenizer."""
    folder = place if place.is_dir() else place.parent
    if (folder / "tokenizer.json").is_file() or (folder / "tokenizer_config.json").is_file():
        return folder
    raise ModelRefused(
        f"{place.name} is of a kind that needs a tokenizer of its own, and none lies beside it",
        next_step="Put tokenizer.json and tokenizer_config.json of the same model into its folder",
    )
