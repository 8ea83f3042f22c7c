"""What a ranking warns of, in the order and number that a person can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.notice import NoticeLevel
from tas_desktop.ui.language import in_window_language

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking

NOT_RECOGNISED = "picture-not-recognised"
UNKNOWN_WORD = "word-unknown"


def is_by_pixels(ranking: Ranking | None) -> bool:
    """Whether colour and size stand in for networks that do not know the picture."""
    return ranking is not None and any(notice.code == NOT_RECOGNISED for notice in ranking.notices)


def warnings_of(ranking: Ranking | None, *, hinted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The warnings worth a line each, without repeats.

    Args:
        ranking: what they are about.
        hinted: words that a hint calls wrong already; that the networks do not know them adds nothing.
    """
    if ranking is None:
        return ()
    by_pixels = is_by_pixels(ranking)  # then no word reaches the networks at all
    texts = [
        notice.text
        for notice in ranking.notices
        if notice.level is NoticeLevel.WARNING
        and not (notice.code == UNKNOWN_WORD and (by_pixels or _names_any(notice.text, hinted)))
    ]
    return tuple(dict.fromkeys(in_window_language(text) for text in texts))


def _names_any(text: str, words: tuple[str, ...]) -> bool:
    return any(f"“{word}”" in text for word in words)
