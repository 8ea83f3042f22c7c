"""The stacked bar: what each term gave or took; what is right of zero less what is left is the total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from tas_desktop.ui.candidates.terms import TERMS

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.ui.theme import Tones


TRACK = 0.22  # opacity of the empty part


@dataclass(frozen=True, slots=True)
class BarScale:
    """The largest sums of positive and of negative terms in a ranking, so that bars compare."""

    positive: float
    negative: float

    @classmethod
    def of(cls, candidates: tuple[Candidate, ...]) -> BarScale:
        """The scale that fits all candidates."""
        sums = [_signed_sums(c) for c in candidates]
        return cls(max((s[0] for s in sums), default=0.0), max((s[1] for s in sums), default=0.0))


def paint_bar(painter: QPainter, box: QRectF, candidate: Candidate, scale: BarScale, tones: Tones) -> None:
    """Positive terms stack to the right of the zero line, negative ones to its left."""
    span = scale.positive + scale.negative
    if span <= 0.0:
        return
    unit = box.width() / span
    zero = box.left() + scale.negative * unit
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(box, track_colour(tones))
    right, left = zero, zero
    for term in TERMS:
        value, colour = term.value_of(candidate), term.colour_in(tones)
        width = abs(value) * unit
        if value >= 0:
            painter.fillRect(QRectF(right, box.top(), width, box.height()), QColor(colour))
            right += width
        else:
            left -= width
            painter.fillRect(QRectF(left, box.top(), width, box.height()), QColor(colour))
    painter.setPen(QPen(QColor(tones.text), 1.0))
    painter.drawLine(int(zero), int(box.top()) - 2, int(zero), int(box.bottom()) + 1)
    painter.restore()


def track_colour(tones: Tones) -> QColor:
    """The empty part of a bar: it shows on a chosen row as on any other."""
    track = QColor(tones.edge)
    track.setAlphaF(TRACK)
    return track


def _signed_sums(candidate: Candidate) -> tuple[float, float]:
    values = [term.value_of(candidate) for term in TERMS]
    return sum(v for v in values if v > 0), -sum(v for v in values if v < 0)
