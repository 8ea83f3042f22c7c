"""What the statistics page and its plots say, in the language of the window, and in its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tas_desktop.evaluation.statistics.plot_style import Plot, PlotStyle, PlotTexts
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Tones

CONTEXT = "Statistics"

_NAMES = {
    "noun": QT_TRANSLATE_NOOP("Statistics", "noun"),
    "attribute": QT_TRANSLATE_NOOP("Statistics", "attribute"),
    "position": QT_TRANSLATE_NOOP("Statistics", "position"),
    "superlative": QT_TRANSLATE_NOOP("Statistics", "superlative"),
    "ordinal": QT_TRANSLATE_NOOP("Statistics", "ordinal"),
    "relation": QT_TRANSLATE_NOOP("Statistics", "relation"),
    "other": QT_TRANSLATE_NOOP("Statistics", "other"),
    "none": QT_TRANSLATE_NOOP("Statistics", "no ranking"),
}
_TEXTS = {
    "accepted_by_kind": QT_TRANSLATE_NOOP("Statistics", "Accepted at rank 1, 3 and 5, by kind of expression"),
    "accepted_by_method": QT_TRANSLATE_NOOP("Statistics", "Accepted at rank 1, 3 and 5, by method"),
    "outcomes": QT_TRANSLATE_NOOP("Statistics", "What was decided, by kind of expression"),
    "seconds": QT_TRANSLATE_NOOP("Statistics", "Seconds per decision: median and middle half"),
    "over_time": QT_TRANSLATE_NOOP("Statistics", "Decisions, and accepted at rank 1, over time"),
    "back_checks": QT_TRANSLATE_NOOP("Statistics", "Back-checks: overlap of both masks"),
    "rank": QT_TRANSLATE_NOOP("Statistics", "rank ≤ {0}"),
    "as_proposed": QT_TRANSLATE_NOOP("Statistics", "as proposed"),
    "edited": QT_TRANSLATE_NOOP("Statistics", "repaired"),
    "drawn": QT_TRANSLATE_NOOP("Statistics", "drawn by hand"),
    "no_target": QT_TRANSLATE_NOOP("Statistics", "no such object"),
    "skipped": QT_TRANSLATE_NOOP("Statistics", "skipped"),
    "flagged": QT_TRANSLATE_NOOP("Statistics", "flagged"),
    "decisions": QT_TRANSLATE_NOOP("Statistics", "decisions"),
    "rank_one": QT_TRANSLATE_NOOP("Statistics", "rank 1"),
    "checks": QT_TRANSLATE_NOOP("Statistics", "checks"),
    "iou": QT_TRANSLATE_NOOP("Statistics", "IoU"),
    "same_object": QT_TRANSLATE_NOOP("Statistics", "{0} of {1} the same object"),
    "nothing": QT_TRANSLATE_NOOP("Statistics", "nothing yet"),
}
_TITLE_OF = {
    Plot.RANKS_BY_KIND: "accepted_by_kind",
    Plot.RANKS_BY_METHOD: "accepted_by_method",
    Plot.OUTCOMES: "outcomes",
    Plot.SECONDS: "seconds",
    Plot.OVER_TIME: "over_time",
    Plot.BACK_CHECKS: "back_checks",
}


def plot_texts() -> PlotTexts:
    """Every word on the plots."""
    names = {name: _translated(text) for name, text in _NAMES.items()}
    return PlotTexts(**{key: _translated(text) for key, text in _TEXTS.items()}, names=names)


def plot_title(plot: Plot) -> str:
    """What a plot shows, for who cannot see it."""
    return _translated(_TEXTS[_TITLE_OF[plot]])


def plot_style(tones: Tones) -> PlotStyle:
    """The window's colours."""
    if not tones.is_dark:
        return PlotStyle(ground=tones.panel, text=tones.text, muted=tones.muted, line=tones.line)
    return PlotStyle(
        ground=tones.panel,
        text=tones.text,
        muted=tones.muted,
        line=tones.line,
        series=("#8aa4ff", "#5079c9", "#35507f"),
        warm=("#ef9a56", "#b5713a", "#7a4d2a"),
        spared="#6c7484",
    )


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
