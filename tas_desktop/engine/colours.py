"""Colours of proposals from their pixels: what can be said of a picture no network knows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

COLOUR_WORDS: Final = (
    "black",
    "white",
    "grey",
    "red",
    "orange",
    "yellow",
    "green",
    "blue",
    "purple",
    "pink",
    "brown",
)
"""Berlin and Kay's eleven basic colour terms, in the column order of ``colour_shares_nc``."""

SHADES: Final = {
    "gray": "grey",
    "silver": "grey",
    "golden": "yellow",
    "gold": "yellow",
    "blond": "yellow",
    "blonde": "yellow",
    "tan": "brown",
    "beige": "brown",
    "violet": "purple",
    "lilac": "purple",
    "maroon": "red",
    "crimson": "red",
    "navy": "blue",
    "turquoise": "blue",
    "cyan": "blue",
    "teal": "green",
    "olive": "green",
    "dark": "black",
}
"""Further colour words -> the basic term whose pixels they most often name."""

_LONGEST_SIDE_PX = 640
_LEVELS = 32
# Upper hue bound in degrees -> name, for pixels that are neither grey nor dark.
_HUES: Final = ((14, "red"), (43, "orange"), (68, "yellow"), (168, "green"), (262, "blue"), (308, "purple"))


def basic_colour(word: str) -> str | None:
    """The basic colour term a lower-case word stands for, or None."""
    return word if word in COLOUR_WORDS else SHADES.get(word)


def colour_map(image_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Index into ``COLOUR_WORDS`` of each pixel, uint8, shape (height, width).

    Large images are named at a longest side of 640 pixels and scaled back: shares need no more.
    """
    height, width = image_rgb.shape[:2]
    scale = _LONGEST_SIDE_PX / max(height, width)
    if scale < 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        image_rgb = np.asarray(cv2.resize(image_rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    red, green, blue = (image_rgb[..., i] // (256 // _LEVELS) for i in range(3))
    names_hw = _name_table()[red, green, blue]
    if scale < 1.0:
        enlarged = cv2.resize(names_hw, (width, height), interpolation=cv2.INTER_NEAREST)
        names_hw = np.asarray(enlarged, dtype=np.uint8)
    return names_hw


def colour_shares(names_hw: NDArray[np.uint8], *, masks: Sequence[NDArray[np.bool_]]) -> NDArray[np.float32]:
    """Share of each mask's pixels per colour word, float32, shape (len(masks), 11), rows summing to 1."""
    shares_nc = np.zeros((len(masks), len(COLOUR_WORDS)), dtype=np.float32)
    for row, mask_hw in zip(shares_nc, masks, strict=True):
        counts = np.bincount(names_hw[mask_hw], minlength=len(COLOUR_WORDS))
        row[:] = counts / max(1, counts.sum())
    return shares_nc


@cache
def _name_table() -> NDArray[np.uint8]:
    """Name of each 5-bit RGB triple, uint8, shape (32, 32, 32), from hue, saturation and value."""
    axis = np.arange(_LEVELS, dtype=np.float32) * (256 // _LEVELS) + 4
    rgb = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1) / 255.0
    hsv = cv2.cvtColor(rgb.reshape(1, -1, 3).astype(np.float32), cv2.COLOR_RGB2HSV)[0]
    table = np.array([_name(*(float(x) for x in row)) for row in hsv], dtype=np.uint8)
    return table.reshape(_LEVELS, _LEVELS, _LEVELS)


def _name(hue: float, saturation: float, value: float) -> int:
    """Name one colour; hue in degrees, saturation and value in [0, 1]. Bounds set by eye on swatches."""
    word = next((name for bound, name in _HUES if hue < bound), "pink" if hue < 342 else "red")
    chroma = saturation * value
    if value < 0.2 or (chroma < 0.08 and value < 0.3):
        word = "black"
    elif chroma < 0.1:
        word = "white" if value > 0.78 else "grey"
    elif word in ("red", "pink") and saturation < 0.55 and value > 0.65:
        word = "pink"
    elif (word == "orange" and value < 0.7) or (word in ("red", "yellow") and max(value, saturation) < 0.66):
        word = "brown"
    return COLOUR_WORDS.index(word)
