"""Sizes of text, always relative to the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget


def enlarged(widget: QWidget, factor: float) -> QFont:
    """The application's font for that kind of widget, ``factor`` times as large."""
    font = QApplication.font(widget)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:  # a system may give its font in pixels
        font.setPixelSize(round(font.pixelSize() * factor))
    return font
