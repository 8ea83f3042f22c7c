"""What a described open_clip model may ask for: parts that are installed, sizes that a model can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.backends.refusals import ModelRefused, damaged, needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LOOKS: Final = {
    "resize_mode": ("shortest", "longest", "squash"),
    "interpolation": ("bicubic", "bilinear", "random"),
}
"""What open_clip's transforms know; ``random`` is meant for training and is bicubic otherwise."""

_POSITIVE: Final = (
    "image_size",
    "patch_size",
    "width",
    "heads",
    "head_width",
    "context_length",
    "vocab_size",
)
_LARGEST: Final = 2_000_000
"""No number in a description is larger; rows of the largest vocabularies come nearest."""

_MOST_LAYERS: Final = 256


def check_shape(shape: Mapping[str, Any], place: Path) -> None:
    """Make sure that building a network of this shape reads nothing but installed code.

    Args:
        shape: ``model_cfg`` in open_clip's words.
        place: the model's file or folder, for messages.

    Raises:
        WeightsDamaged: parts are missing, or sizes are none that a network can have.
        ModelRefused: the image tower is none of timm's, or the text tower would be fetched.
    """
    towers = [shape.get(name) for name in ("vision_cfg", "text_cfg")]
    if not all(isinstance(tower, dict) for tower in towers) or not isinstance(shape.get("embed_dim"), int):
        raise damaged(place, how="describes no pair of image and text towers")
    for name, value in _numbers(shape):
        if not -_LARGEST <= value <= _LARGEST or (name == "layers" and value > _MOST_LAYERS):
            raise damaged(place, how=f"describes a network of impossible size ({name} = {value})")
        if name in _POSITIVE and (value < 1 or value != int(value)):
            raise damaged(place, how=f"describes a network of impossible size ({name} = {value})")
    vision, text = towers
    assert vision is not None
    assert text is not None
    _check_image_tower(vision.get("timm_model_name"), place)
    if text.get("hf_model_name"):
        raise ModelRefused(
            f"The text tower of {place.name} takes its shape from {str(text['hf_model_name'])[:80]!r}, "
            "which would have to be fetched",
            next_step="Choose an encoder whose text tower open_clip builds itself",
        )


def check_looks(looks: Mapping[str, Any], place: Path) -> None:
    """Make sure that a description prepares pictures in a way that open_clip knows.

    Args:
        looks: ``preprocess_cfg`` in open_clip's words.
        place: the model's file or folder, for messages.

    Raises:
        WeightsDamaged: it does not.
    """
    for name in ("mean", "std"):
        if name in looks and not _is_colour(looks[name], least=1e-6 if name == "std" else -1e6):
            raise damaged(place, how=f"comes with no usable way to prepare pictures ({name})")
    for name, known in LOOKS.items():
        if name in looks and looks[name] not in known:
            raise damaged(place, how=f"comes with no usable way to prepare pictures ({name})")


def _is_colour(value: object, *, least: float) -> bool:
    """Three finite numbers from ``least`` on."""
    if not isinstance(value, list | tuple) or len(value) != 3:
        return False
    return all(isinstance(one, int | float) and least <= one <= 1e6 for one in value)


def _check_image_tower(name: object, place: Path) -> None:
    if not name:
        return
    import timm

    if not isinstance(name, str) or ":" in name or "/" in name:
        raise ModelRefused(
            f"The image tower of {place.name} is {str(name)[:80]!r}, which would have to be fetched",
            next_step="Choose an encoder whose image tower timm builds itself",
        )
    if not timm.is_model(name):
        raise needs(place, library="timm", detail=f"it does not know the image tower {name[:80]!r}")


def _numbers(value: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """Every number in a tree of JSON, with its key's name."""
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner, name)
