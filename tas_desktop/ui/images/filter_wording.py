"""What the filter says about itself, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tas_desktop.session.review.filter_terms import FilterFault
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tas_desktop.session.review.filter_terms import FilterRefused

CONTEXT = "Filter"

_FAULTS = {
    FilterFault.FIELD: QT_TRANSLATE_NOOP("Filter", "The filter knows no “{0}”."),
    FilterFault.NUMBER: QT_TRANSLATE_NOOP("Filter", "“{0}” wants a number."),
    FilterFault.VALUE: QT_TRANSLATE_NOOP("Filter", "The filter does not know “{0}”."),
    FilterFault.COMPARISON: QT_TRANSLATE_NOOP("Filter", "“{0}” compares words as if they were numbers."),
    FilterFault.QUOTE: QT_TRANSLATE_NOOP("Filter", "A quotation mark is not closed: {0}"),
}
_HINTS = {
    FilterFault.FIELD: QT_TRANSLATE_NOOP("Filter", "Known: {0}."),
    FilterFault.NUMBER: QT_TRANSLATE_NOOP("Filter", "For instance {0}."),
    FilterFault.VALUE: QT_TRANSLATE_NOOP("Filter", "Known: {0}."),
    FilterFault.COMPARISON: QT_TRANSLATE_NOOP("Filter", "Write {0}."),
}

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("mug left", QT_TRANSLATE_NOOP("Filter", "both words in the file's name or in the expression")),
    ('"red mug"', QT_TRANSLATE_NOOP("Filter", "exactly this text")),
    ("name:img_12", QT_TRANSLATE_NOOP("Filter", "in the file's name only; text: in the expression only")),
    (
        "status:todo",
        QT_TRANSLATE_NOOP(
            "Filter",
            "something left to decide; also untouched, proposed, partly, done, flagged, undecided, "
            "accepted, no-target, skipped",
        ),
    ),
    (
        "margin<0.05",
        QT_TRANSLATE_NOOP("Filter", "first and second candidate close together; <  <=  >  >=  =  !="),
    ),
    ("rivals>1", QT_TRANSLATE_NOOP("Filter", "more than one other candidate of the same kind of thing")),
    ("disagreement>0.5", QT_TRANSLATE_NOOP("Filter", "V, P and N differ on who is first (0 to 1)")),
    ("expressions=0", QT_TRANSLATE_NOOP("Filter", "pictures by how many expressions they have")),
    ("split:val", QT_TRANSLATE_NOOP("Filter", "part of the dataset; split:none without one")),
    (
        'category:"traffic light"',
        QT_TRANSLATE_NOOP("Filter", "category of the object; of open expressions, a word in the text"),
    ),
    ("source:model", QT_TRANSLATE_NOOP("Filter", "who wrote the expression: person, import, model")),
    ("kind:relation", QT_TRANSLATE_NOOP("Filter", "kind of expression")),
    ("check:other", QT_TRANSLATE_NOOP("Filter", "back-check found another object; also same, none")),
    ("check:replaced", QT_TRANSLATE_NOOP("Filter", "decided before another picture took this one's place")),
    ("status:done,flagged", QT_TRANSLATE_NOOP("Filter", "one or the other")),
    ("-split:val", QT_TRANSLATE_NOOP("Filter", "all but these")),
)


def describe_refusal(refused: FilterRefused) -> str:
    """Why the filter cannot be read and what would be right."""
    cause = _translated(_FAULTS[refused.fault]).format(refused.term)
    hint = _translated(_HINTS[refused.fault]).format(refused.hint) if refused.hint else ""
    return f"{cause} {hint}".strip()


def translated_examples() -> list[tuple[str, str]]:
    """Examples of what the filter reads, with what each asks for."""
    return [(example, _translated(text)) for example, text in EXAMPLES]


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
