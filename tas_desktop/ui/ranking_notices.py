"""What a ranking warns of, in the order and number that a person can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.notice import NoticeLevel
from tas_desktop.ui.language import in_window_language

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking

NOT_RECOGNISED = "picture-not-recognised"
_SAYS_NOTHING_THERE = ("word-unknown",)  # no word reaches the networks where colours and sizes stand in


def is_by_pixels(ranking: Ranking | None) -> bool:
    """Whether colour and size stand in for networks that do not know the picture."""
    return ranking is not None and any(notice.code == NOT_RECOGNISED for notice in ranking.notices)


def warnings_of(ranking: Ranking | None) -> tuple[str, ...]:
    """The warnings worth a line each, without repeats."""
    if ranking is None:
        return ()
    hidden = _SAYS_NOTHING_THERE if is_by_pixels(ranking) else ()
    texts = (n.text for n in ranking.notices if n.level is NoticeLevel.WARNING and n.code not in hidden)
    return tuple(dict.fromkeys(in_window_language(text) for text in texts))
