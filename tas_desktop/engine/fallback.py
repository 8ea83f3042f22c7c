"""What can be trusted of a picture no network knows: colours from the pixels, and the usual size of things.

Places are the rectifier's; it works from the masks alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.colours import COLOUR_WORDS, basic_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

COLOUR_WEIGHT: Final = 0.3
FULL_MATCH_SHARE: Final = 0.5
"""Share of a mask in the named colour from which it counts fully: things have rims and shadows."""

USUAL_SHARE: Final = 0.08
"""Share of the picture that a thing people name usually fills: half of the boxes of RefCOCO's referents fill
more than 0.136, and a mask about 0.6 of its box."""

_SIZE_WEIGHT: Final = 0.05
_SIZE_SPREAD: Final = 0.9
_LEAST: Final = -0.25


def named_colours(words: Iterable[str]) -> tuple[str, ...]:
    """Basic colour terms among lower-case words, in order, without repeats."""
    found = (basic_colour(word) for word in words)
    return tuple(dict.fromkeys(colour for colour in found if colour is not None))


def colour_match(
    colour_shares_nc: NDArray[np.float32], *, wanted: Iterable[str], excluded: Iterable[str] = ()
) -> NDArray[np.float64]:
    """How well each mask's pixels fit the colours named, shape (N,), in [-COLOUR_WEIGHT, COLOUR_WEIGHT].

    Several wanted colours ("a man in a red shirt and blue jeans") count on average.
    """
    return COLOUR_WEIGHT * (_present(colour_shares_nc, wanted) - _present(colour_shares_nc, excluded))


def usual_size(share_n: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each candidate loses for filling much less or more of the picture than usual, shape (N,)."""
    deviation_n = np.log(np.maximum(share_n, 1e-9) / USUAL_SHARE) / _SIZE_SPREAD
    return np.maximum(-_SIZE_WEIGHT * deviation_n**2 / 2, _LEAST)


def _present(colour_shares_nc: NDArray[np.float32], colours: Iterable[str]) -> NDArray[np.float64]:
    columns = [COLOUR_WORDS.index(colour) for colour in colours]
    if not columns:
        return np.zeros(len(colour_shares_nc))
    share_nk = colour_shares_nc[:, columns].astype(np.float64)
    return np.asarray(np.minimum(share_nk / FULL_MATCH_SHARE, 1.0).mean(axis=1), dtype=np.float64)
