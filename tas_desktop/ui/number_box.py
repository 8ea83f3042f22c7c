"""Room in a box for a number: a style sheet's padding does not reach the line inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox

INDENT = 5  # logical pixels: the text begins where that of other fields does


def indent_number(box: QAbstractSpinBox) -> None:
    """Let a box's text begin where that of other fields begins."""
    box.lineEdit().setTextMargins(INDENT, 0, 0, 0)
