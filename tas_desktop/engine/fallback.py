"""What can be trusted of a picture no network knows: colours, from the pixels themselves.

Position and size are the rectifier's; it works from the masks alone. A candidate that nothing speaks for
or against stays in the order of the proposals' own quality.
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


def _present(colour_shares_nc: NDArray[np.float32], colours: Iterable[str]) -> NDArray[np.float64]:
    columns = [COLOUR_WORDS.index(colour) for colour in colours]
    if not columns:
        return np.zeros(len(colour_shares_nc))
    share_nk = colour_shares_nc[:, columns].astype(np.float64)
    return np.asarray(np.minimum(share_nk / FULL_MATCH_SHARE, 1.0).mean(axis=1), dtype=np.float64)
