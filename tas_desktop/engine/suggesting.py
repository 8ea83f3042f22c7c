"""Expressions for a chosen mask, kept only if the ranking finds that mask by them.

A text that the model writes is worth something only where the way back leads to the same mask, and by a
margin; so every suggestion is ranked through the same pipeline that the annotator types into.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.control import CancelToken
from tas_desktop.engine.describing import TrueWord, WordKind, is_said, true_words
from tas_desktop.language.rewording import as_definite, with_adjective, with_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis

MOST_SUGGESTED: Final = 3
SAME_MASK_IOU: Final = 0.9
LEAST_GAIN: Final = 0.002
"""Margin that one more word must bring to be worth reading."""

_UNCAPTIONED: Final = "the thing"
"""Where no captioner knows the picture; a colour and a place still tell things apart."""

Rank = Callable[[str], "Ranking"]
"""Ranks a text on the image; ``functools.partial`` over the pipeline."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One text for a mask, written by the program.

    Attributes:
        text: the expression.
        added: the words added to the caption or to the annotator's text; may be empty.
        margin: how far the mask is ahead of the next candidate under this text, above 0.
        margin_before: the same without ``added``; negative while another candidate comes first.
        rewrites: it is the annotator's own text with words added, not the caption.
    """

    text: str
    added: str
    margin: float
    margin_before: float
    rewrites: bool = False


def suggest_expressions(
    analysis: ImageAnalysis,
    proposal_index: int,
    *,
    rank: Rank,
    limit: int = MOST_SUGGESTED,
    token: CancelToken | None = None,
) -> tuple[Suggestion, ...]:
    """Up to ``limit`` expressions that find the mask, the one with the widest margin first.

    The caption, the caption with each word that is true of the mask, and with the best word of each kind
    together. Without captions the colour and the place have to do.

    Raises:
        Cancelled: the token was set.
    """
    trial = _Trial(analysis, proposal_index, rank, token or CancelToken())
    caption = analysis.captions[proposal_index] if analysis.captions else ""
    base = as_definite(caption) if caption.strip() else _UNCAPTIONED
    before = trial.margin(base)
    found = [Suggestion(base, "", before, before)] if caption.strip() else []
    found += filter(_is_gain, trial.with_words(base, rewrites=False))
    return _best(found, limit)


def improve_expression(
    analysis: ImageAnalysis,
    proposal_index: int,
    text: str,
    *,
    rank: Rank,
    limit: int = 2,
    token: CancelToken | None = None,
) -> tuple[Suggestion, ...]:
    """Words that, added to the annotator's text, put the mask further ahead: "add *left*: 0.03 -> 0.21".

    Raises:
        Cancelled: the token was set.
    """
    trial = _Trial(analysis, proposal_index, rank, token or CancelToken())
    return _best(filter(_is_gain, trial.with_words(text, rewrites=True)), limit)


def margin_of(ranking: Ranking, proposal_index: int) -> float:
    """How far a proposal is ahead of the best other one; negative where it is behind."""
    own = next((c for c in ranking.candidates if c.proposal_index == proposal_index), None)
    others = [c.total for c in ranking.candidates if c.proposal_index != proposal_index]
    if own is None:
        return float("-inf")
    return own.total - max(others) if others else 0.0


@dataclass(frozen=True)
class _Trial:
    """Texts tried for one mask; each is ranked once."""

    analysis: ImageAnalysis
    index: int
    rank: Rank
    token: CancelToken
    _rankings: dict[str, Ranking] = field(default_factory=dict)

    def ranking(self, text: str) -> Ranking:
        if text not in self._rankings:
            self.token.check()
            self._rankings[text] = self.rank(text)
        return self._rankings[text]

    def margin(self, text: str) -> float:
        """Margin of the mask under a text; another mask of the same outline in front is the same answer."""
        ranking = self.ranking(text)
        margin = margin_of(ranking, self.index)
        if margin < 0.0 and ranking.candidates:
            first = ranking.candidates[0].proposal
            own = self.analysis.proposals[self.index]
            if pairwise_iou([first.mask], [own.mask])[0, 0] >= SAME_MASK_IOU:
                return ranking.margin
        return margin

    def with_words(self, base: str, *, rewrites: bool) -> list[Suggestion]:
        """The base text with each true word, and with the best word of each kind."""
        understood, before = self.ranking(base).understood, self.margin(base)
        like = self.ranking(base).rivals or ()
        words = true_words(self.analysis, self.index, like=[i for i in like if i != self.index])
        singles = [
            (word, Suggestion(text, word.text, self.margin(text), before, rewrites))
            for word in words
            if not is_said(understood, word) and (text := self._add(base, word)) is not None
        ]
        best: dict[WordKind, tuple[TrueWord, Suggestion]] = {}
        for word, single in singles:
            if word.kind not in best or single.margin > best[word.kind][1].margin:
                best[word.kind] = (word, single)
        found = [single for _, single in singles]
        chosen = [word for word, _ in best.values() if word.kind is not WordKind.SIZE]
        if len(chosen) > 1:
            both = self._add_all(base, chosen)
            if both is not None:
                added = ", ".join(word.text for word in chosen)
                found.append(Suggestion(both, added, self.margin(both), before, rewrites))
        return found

    def _add_all(self, base: str, words: Iterable[TrueWord]) -> str | None:
        text: str | None = base
        for word in words:
            text = None if text is None else self._add(text, word)
        return text

    def _add(self, text: str, word: TrueWord) -> str | None:
        if not word.leads:
            return with_phrase(text, word.text)
        return with_adjective(self.ranking(text).understood, word.text)


def _is_gain(suggestion: Suggestion) -> bool:
    return suggestion.margin >= max(suggestion.margin_before, 0.0) + LEAST_GAIN


def _best(found: Iterable[Suggestion], limit: int) -> tuple[Suggestion, ...]:
    """Those that find the mask, widest margin first; of equal margins the shorter text."""
    unlike = {suggestion.text.lower(): suggestion for suggestion in found if suggestion.margin > 0.0}
    return tuple(sorted(unlike.values(), key=lambda s: (-round(s.margin, 4), len(s.text))))[:limit]
