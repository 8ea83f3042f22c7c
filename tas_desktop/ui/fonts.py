"""Sizes of text, always relative to the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_enlarged: WeakKeyDictionary[QWidget, float] = WeakKeyDictionary()


def enlarged(widget: QWidget, factor: float) -> QFont:
    """The application's font for that kind of widget, ``factor`` times as large."""
    font = QApplication.font(widget)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:  # a system may give its font in pixels
        font.setPixelSize(round(font.pixelSize() * factor))
    return font


def keep_enlarged(widget: QWidget, factor: float) -> None:
    """Show a widget's text ``factor`` times as large as the application's, whatever that becomes."""
    widget.setFont(enlarged(widget, factor))
    _enlarged[widget] = factor


def set_application_font(font: QFont) -> None:
    """Give every text another font; those kept enlarged, which Qt leaves as they are, grow with it."""
    QApplication.setFont(font)
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet(application.styleSheet())  # what it styles asks for its font only then
    renew_enlarged()


def renew_enlarged() -> None:
    """Set the fonts of the enlarged widgets again: a style sheet that is read anew puts back older ones."""
    for widget, factor in list(_enlarged.items()):
        if isValid(widget):
            widget.setFont(enlarged(widget, factor))
