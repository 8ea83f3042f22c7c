"""Words for the things of a picture that has no text yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.engine.describing import things_by_salience
from tas_desktop.engine.suggesting import MOST_SUGGESTED, suggest_expressions

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.control import CancelToken
    from tas_desktop.engine.suggesting import Rank, Suggestion


@dataclass(frozen=True, slots=True)
class DescribedThing:
    """A proposal and the texts that lead back to it, the one with the widest margin first; never empty."""

    proposal_index: int
    suggestions: tuple[Suggestion, ...]


def describe_things(
    analysis: ImageAnalysis,
    *,
    rank: Rank,
    most: int,
    texts_each: int = MOST_SUGGESTED,
    token: CancelToken | None = None,
) -> tuple[DescribedThing, ...]:
    """The most salient things for which words are found, at most ``most`` of them.

    Twice as many are tried: where no text leads back to a thing, the next one takes its place.

    Raises:
        Cancelled: the token was set.
    """
    found: list[DescribedThing] = []
    for index in things_by_salience(analysis)[: 2 * most]:
        suggestions = suggest_expressions(analysis, index, rank=rank, limit=texts_each, token=token)
        if suggestions:
            found.append(DescribedThing(index, suggestions))
        if len(found) == most:
            break
    return tuple(found)
