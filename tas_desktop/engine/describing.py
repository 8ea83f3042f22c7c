"""Words that are true of one mask of a picture: its colour, its place, its size among its like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.colours import COLOUR_WORDS, basic_colour
from tas_desktop.engine.fallback import usual_size
from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.layout import SAME_THING
from tas_desktop.engine.scoring import trust_in_masks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.analysis import ImageAnalysis

MOSTLY: Final = 0.35
"""Share of a mask's pixels from which one of its colours is said."""

OFF_MIDDLE: Final = 0.1
"""Distance from the picture's middle, as a share of its side, from which a side is said."""

CLEARLY: Final = 1.3
"""How many times larger than the next the largest must be."""

_ORDINALS: Final = ("second", "third", "fourth")


class WordKind(StrEnum):
    """Where a word goes and what it says; an expression takes one of each."""

    COLOUR = "colour"
    PLACE = "place"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class TrueWord:
    """One word or phrase that is true of a mask.

    Attributes:
        kind: what it says.
        text: the words.
        leads: it stands before the noun ("red"), else at the end ("on the left").
    """

    kind: WordKind
    text: str
    leads: bool


def true_words(
    analysis: ImageAnalysis, proposal_index: int, *, like: Sequence[int] = ()
) -> tuple[TrueWord, ...]:
    """Words true of a proposal.

    Args:
        analysis: the image.
        proposal_index: whose.
        like: other things of its kind (``Ranking.rivals``), for "leftmost" and "second from the left".
    """
    return (
        *_colours(analysis.colour_shares_nc[proposal_index]),
        *_sides(_centre(analysis, proposal_index)),
        *_places_in_row(analysis, proposal_index, like),
        *_sizes(analysis, proposal_index, like),
    )


def is_said(understood: Understanding, word: TrueWord) -> bool:
    """Whether an expression says already what a word of that kind would say."""
    if word.kind is WordKind.COLOUR:
        return any(basic_colour(token.text.lower()) is not None for token in understood.tokens)
    if word.kind is WordKind.PLACE:
        return any(not direction.anchor for direction in understood.directions)
    return any(token.text.lower() in {"largest", "smallest"} for token in understood.tokens)


def things_by_salience(analysis: ImageAnalysis, *, taken: Sequence[int] = ()) -> tuple[int, ...]:
    """One proposal for each thing, what people would name first: surely drawn, of usual size, central.

    Args:
        analysis: the image.
        taken: proposals of things that need no further expression.
    """
    share_n = areas_px(analysis.proposals) / (analysis.width * analysis.height)
    size_xy = np.array([analysis.width, analysis.height], dtype=np.float64)
    off_n = np.abs((analysis.centroids_xy + 0.5) / size_xy - 0.5).max(axis=1, initial=0.0)
    trust_n = trust_in_masks(analysis.proposals, shared_nn=analysis.shared_nn)
    worth_n = trust_n + 2.0 * usual_size(share_n) - 0.2 * off_n
    kept = list(taken)
    for index in np.argsort(-worth_n, kind="stable"):
        if not (analysis.shared_nn[index, kept] > SAME_THING).any():
            kept.append(int(index))
    return tuple(kept[len(taken) :])


def _centre(analysis: ImageAnalysis, index: int) -> tuple[float, float]:
    x, y = analysis.centroids_xy[index]
    return (float(x) + 0.5) / analysis.width, (float(y) + 0.5) / analysis.height


def _colours(shares_c: NDArray[np.float32]) -> Iterator[TrueWord]:
    best = int(np.argmax(shares_c))
    if shares_c[best] >= MOSTLY:
        yield TrueWord(WordKind.COLOUR, COLOUR_WORDS[best], leads=True)


def _sides(centre_xy: tuple[float, float]) -> Iterator[TrueWord]:
    x, y = centre_xy
    across = "left" if x < 0.5 - OFF_MIDDLE else "right" if x > 0.5 + OFF_MIDDLE else ""
    along = "top" if y < 0.5 - OFF_MIDDLE else "bottom" if y > 0.5 + OFF_MIDDLE else ""
    if across:
        yield TrueWord(WordKind.PLACE, f"on the {across}", leads=False)
    else:
        yield TrueWord(WordKind.PLACE, "in the middle", leads=False)
    if along:
        yield TrueWord(WordKind.PLACE, f"at the {along}", leads=False)
    if across and along:
        yield TrueWord(WordKind.PLACE, f"at the {along} {across}", leads=False)


def _places_in_row(analysis: ImageAnalysis, index: int, like: Sequence[int]) -> Iterator[TrueWord]:
    if not like:
        return
    x = float(analysis.centroids_xy[index, 0])
    others_x = analysis.centroids_xy[list(like), 0]
    left_of, right_of = int((others_x < x).sum()), int((others_x > x).sum())
    if left_of == 0:
        yield TrueWord(WordKind.PLACE, "leftmost", leads=True)
    elif right_of == 0:
        yield TrueWord(WordKind.PLACE, "rightmost", leads=True)
    elif left_of <= right_of and left_of <= len(_ORDINALS):
        yield TrueWord(WordKind.PLACE, f"{_ORDINALS[left_of - 1]} from the left", leads=False)
    elif right_of <= len(_ORDINALS):
        yield TrueWord(WordKind.PLACE, f"{_ORDINALS[right_of - 1]} from the right", leads=False)


def _sizes(analysis: ImageAnalysis, index: int, like: Sequence[int]) -> Iterator[TrueWord]:
    if not like:
        return
    area = float(analysis.proposals[index].mask.area)
    others = [float(analysis.proposals[i].mask.area) for i in like]
    if area > CLEARLY * max(others):
        yield TrueWord(WordKind.SIZE, "largest", leads=True)
    elif CLEARLY * area < min(others):
        yield TrueWord(WordKind.SIZE, "smallest", leads=True)
