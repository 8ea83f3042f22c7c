"""What a merge did, or would do, and how far two sides agree, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tas_desktop.projects.agreement import AgreementReport
    from tas_desktop.projects.bringing_back import BroughtBack
    from tas_desktop.storage.merging.outcomes import Compared, Outcome

CONTEXT = "BroughtBack"
_REASONS = {
    "same": QT_TRANSLATE_NOOP("BroughtBack", "the same"),
    "one undecided": QT_TRANSLATE_NOOP("BroughtBack", "one undecided"),
    "other mask": QT_TRANSLATE_NOOP("BroughtBack", "other mask"),
    "other decision": QT_TRANSLATE_NOOP("BroughtBack", "other decision"),
    "other text": QT_TRANSLATE_NOOP("BroughtBack", "other text"),
    "removed by one": QT_TRANSLATE_NOOP("BroughtBack", "removed by one"),
}
_OUTCOMES = {
    "removed": QT_TRANSLATE_NOOP("BroughtBack", "removed"),
    "undecided": QT_TRANSLATE_NOOP("BroughtBack", "undecided"),
    "accepted": QT_TRANSLATE_NOOP("BroughtBack", "accepted"),
    "no target": QT_TRANSLATE_NOOP("BroughtBack", "no target"),
    "skipped": QT_TRANSLATE_NOOP("BroughtBack", "skipped"),
    "flagged": QT_TRANSLATE_NOOP("BroughtBack", "flagged"),
}


def sum_up(brought: BroughtBack, *, foreseen: bool) -> str:
    """How much comes in and how many conflicts there are."""
    report = brought.report
    counts = (f"{n:,}" for n in (report.images, report.expressions, report.decisions, len(report.conflicts)))
    if not report.events and not report.images:
        return _say(QT_TRANSLATE_NOOP("BroughtBack", "Everything in that project is here already."))
    if foreseen:
        text = QT_TRANSLATE_NOOP(
            "BroughtBack",
            "{0} pictures, {1} expressions and {2} decisions would come in. Conflicts: {3}; for each both "
            "decisions would be kept, and the expression be flagged until somebody decides anew.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "BroughtBack",
            "{0} pictures, {1} expressions and {2} decisions came in. Conflicts: {3}; for each both "
            "decisions are kept, and the expression is flagged until somebody decides anew.",
        )
    return _say(text).format(*counts)


def describe_agreement(figures: AgreementReport) -> str:
    """How many expressions both decided, how many alike, and how well the masks fit."""
    if not figures.compared:
        return _say(QT_TRANSLATE_NOOP("BroughtBack", "No expression was decided by both sides."))
    text = _say(QT_TRANSLATE_NOOP("BroughtBack", "Both sides decided {0} expressions, {1} of them alike."))
    alike = text.format(f"{figures.compared:,}", f"{figures.same:,}")
    if not figures.with_masks or figures.iou_mean is None or figures.iou_median is None:
        return alike
    masks = _say(
        QT_TRANSLATE_NOOP(
            "BroughtBack", "IoU of {0} pairs of masks: mean {1}, median {2}; the same object in {3}."
        )
    )
    numbers = masks.format(
        f"{figures.with_masks:,}",
        f"{figures.iou_mean:.3f}",
        f"{figures.iou_median:.3f}",
        f"{figures.same_referent:,}",
    )
    return f"{alike} {numbers}"


def pair_row(pair: tuple[str, str], figures: AgreementReport) -> tuple[str, ...]:
    """Texts of a row of the table of annotators."""
    iou = "–" if figures.iou_mean is None else f"{figures.iou_mean:.3f}"
    same = f"{figures.same_referent:,} / {figures.with_masks:,}" if figures.with_masks else "–"
    return (*pair, f"{figures.compared:,}", f"{figures.same:,}", iou, same)


def conflict_row(row: Compared, path: str) -> tuple[str, ...]:
    """Texts of a row of the table of conflicts."""
    reason = _say(_REASONS[row.agreement.value])
    if row.iou is not None:
        reason = f"{reason} (IoU {row.iou:.2f})"
    return path, row.ours.text, _describe(row.ours), _describe(row.theirs), reason


def _describe(side: Outcome) -> str:
    words = _say(_OUTCOMES.get(side.words, side.words))
    return f"{side.annotator}: {words}" if side.annotator else words


def _say(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
