"""Icons: our own SVG strokes in ``resources/icons``, drawn in the colour that fits the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tas_desktop.config.resources import resource_path

SIDES = (16, 20, 24, 32, 48)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled_colour: str = "") -> QIcon:
    """An icon by file name, its ``currentColor`` replaced.

    Args:
        name: file name without suffix.
        colour: ``#rrggbb``.
        disabled_colour: colour in the disabled state; Qt's greying where empty.
    """
    made = QIcon()
    for side in SIDES:
        made.addPixmap(render(name, colour, side))
        if disabled_colour:
            made.addPixmap(render(name, disabled_colour, side), QIcon.Mode.Disabled)
    return made


def render(name: str, colour: str, side: int, *, ratio: float = 2.0) -> QPixmap:
    """An icon as a pixmap of ``side`` logical pixels, sharp up to the given device pixel ratio."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
