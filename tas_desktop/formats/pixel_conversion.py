"""From any of Pillow's pixel kinds to 8-bit RGB, saying what was assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageCms

from tas_desktop.domain.notice import Notice

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DEEP_MODES = ("I", "I;16", "I;16L", "I;16B", "I;16N", "F")
_GREY_MODES = ("1", "L", "LA", "La", *_DEEP_MODES)
_GREY = Notice("image-grey", "The picture is grey; colour words in expressions have nothing to go by")
_SAID_OF_MODE = {
    "CMYK": Notice(
        "image-cmyk-converted",
        "CMYK inks were converted to RGB without a colour profile; colours are approximate",
    ),
    "P": Notice("image-palette-expanded", "Palette colours were expanded to RGB"),
}
_BIT_DEPTHS = (8, 10, 12, 14, 16, 32)


def to_rgb(image: Image.Image) -> tuple[NDArray[np.uint8], tuple[Notice, ...]]:
    """Convert a decoded image.

    Returns:
        uint8 array of shape (height, width, 3), writable, and what was assumed on the way:
        transparency is flattened on white, CMYK is converted without its ink profile, deep pixels
        are scaled by the bit depth that their brightest value needs, grey is repeated three times.
    """
    pixels_rgb, notices = _convert(image)
    return pixels_rgb, (*notices, _GREY) if image.mode in _GREY_MODES else notices


def is_deep_colour(image: Image.Image) -> bool:
    """Whether an image that Pillow opens as 8-bit RGB(A) holds 16 bits a channel in its file.

    To be asked before decoding: Pillow forgets the raw mode afterwards.
    """
    return image.mode in ("RGB", "RGBA", "LA") and any(
        ";16" in str(tile) for tile in getattr(image, "tile", ())
    )


def _convert(image: Image.Image) -> tuple[NDArray[np.uint8], tuple[Notice, ...]]:
    if image.mode in _DEEP_MODES:
        return _from_deep(np.asarray(image))
    if image.has_transparency_data:
        return _flatten(image.convert("RGBA"))
    plain = _lab_to_rgb(image) if image.mode == "LAB" else image.convert("RGB")
    said = _SAID_OF_MODE.get(image.mode)
    return _array(plain), () if said is None else (said,)


def _flatten(image: Image.Image) -> tuple[NDArray[np.uint8], tuple[Notice, ...]]:
    """Lay an RGBA image on white; a fully opaque one assumes nothing."""
    if image.getchannel("A").getextrema()[0] == 255:
        return _array(image.convert("RGB")), ()
    ground = Image.new("RGBA", image.size, (255, 255, 255, 255))
    flat = Image.alpha_composite(ground, image).convert("RGB")
    return _array(flat), (Notice("image-alpha-flattened", "Transparent parts were laid on white"),)


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    """Convert CIE L*a*b*, which Pillow leaves to its colour management."""
    profiles = (ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"))
    converted = ImageCms.profileToProfile(image, *profiles, outputMode="RGB")
    if converted is None:
        raise ValueError("L*a*b* colours were not converted")
    return converted


def _from_deep(values_hw: NDArray[Any]) -> tuple[NDArray[np.uint8], tuple[Notice, ...]]:
    """Scale grey of more than 8 bits by its range."""
    low, high, said = _value_range(values_hw)
    span = max(high - low, 1e-12)
    finite_hw = np.nan_to_num(values_hw.astype(np.float32), nan=low, posinf=high, neginf=low)
    grey_hw = np.clip((finite_hw - low) * (255.0 / span) + 0.5, 0, 255).astype(np.uint8)
    notice = Notice("image-depth-reduced", f"Pixels deeper than 8 bits were scaled from {said} to 0-255")
    return np.repeat(grey_hw[:, :, None], 3, axis=2), (notice,)


def _value_range(values_hw: NDArray[Any]) -> tuple[float, float, str]:
    """Values to map to black and white.

    Whole numbers are read at the smallest usual bit depth that holds the brightest one, so that a
    12-bit picture in a 16-bit file is not black, and an ordinary picture is not stretched. Negative or
    fractional numbers beyond 0-1 have no such depth: they are stretched from lowest to highest.
    """
    finite = values_hw[np.isfinite(values_hw)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    if low >= 0 and values_hw.dtype.kind in "iu":
        depth = next(depth for depth in _BIT_DEPTHS if high < 2**depth)
        return 0.0, float(2**depth - 1), f"{depth} bits"
    if low >= 0 and high <= 1:
        return 0.0, 1.0, "0-1"
    return low, high, f"{low:g} to {high:g}"


def _array(image: Image.Image) -> NDArray[np.uint8]:
    return np.array(image, dtype=np.uint8)
