"""Which other things of a picture the target's head noun names as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.engine import texts
from tas_desktop.engine.layout import SAME_THING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.ports import SynonymSource


def find_rivals(
    analysis: ImageAnalysis,
    candidates: Sequence[Candidate],
    understood: Understanding,
    *,
    synonyms: SynonymSource,
    rule: str,
) -> tuple[int, ...] | None:
    """Proposals of other things whose captions have the target's head noun, in the order of the ranking.

    Several masks of one thing count once, and masks of the first candidate's thing not at all.

    Returns:
        Indices into ``analysis.proposals``; None where nothing can be said: no captions, or no head noun.
    """
    if not analysis.captions or not understood.head or not candidates:
        return None
    following = [candidate.proposal_index for candidate in candidates[1:]]
    # This runs at every key, and many masks share a caption: each is asked about once.
    captions = {analysis.captions[index] for index in following}
    named = {c for c in captions if texts.are_near(synonyms, c, understood.target, rule=rule)}
    counted = [candidates[0].proposal_index]
    for index in following:
        if analysis.captions[index] not in named:
            continue
        if not (analysis.shared_nn[index, counted] > SAME_THING).any():
            counted.append(index)
    return tuple(counted[1:])
