"""What was read from a direction's words, said plainly: the tool tip of its chip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tas_desktop.domain.understanding import Direction, DirectionKind, Place
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

_PLACES = {
    Place.LEFT: QT_TRANSLATE_NOOP("Directions", "left"),
    Place.RIGHT: QT_TRANSLATE_NOOP("Directions", "right"),
    Place.TOP: QT_TRANSLATE_NOOP("Directions", "top"),
    Place.BOTTOM: QT_TRANSLATE_NOOP("Directions", "bottom"),
    Place.MIDDLE: QT_TRANSLATE_NOOP("Directions", "middle"),
    Place.CORNER: QT_TRANSLATE_NOOP("Directions", "corner"),
    Place.FRONT: QT_TRANSLATE_NOOP("Directions", "front"),
    Place.BACK: QT_TRANSLATE_NOOP("Directions", "back"),
    Place.LARGE: QT_TRANSLATE_NOOP("Directions", "large"),
    Place.SMALL: QT_TRANSLATE_NOOP("Directions", "small"),
    Place.NEAR: QT_TRANSLATE_NOOP("Directions", "near"),
    Place.BETWEEN: QT_TRANSLATE_NOOP("Directions", "between"),
}
_MEANINGS = {
    DirectionKind.ABSOLUTE: QT_TRANSLATE_NOOP("Directions", "Where it is, or how it ranks: {0}"),
    DirectionKind.SUPERLATIVE: QT_TRANSLATE_NOOP("Directions", "The first of its kind by: {0}"),
    DirectionKind.ORDINAL: QT_TRANSLATE_NOOP("Directions", "Number {1} of its kind, counted from: {0}"),
    DirectionKind.RELATION: QT_TRANSLATE_NOOP("Directions", "Measured from “{2}”: {0}"),
}


def describe_direction(direction: Direction) -> str:
    """One line: the places that were read, the rank, the thing they are measured from."""
    places = ", ".join(_translated(_PLACES[place]) for place in direction.places)
    return _translated(_MEANINGS[direction.kind]).format(places, direction.ordinal, direction.anchor)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Directions", text)
