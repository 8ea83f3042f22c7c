"""Pieces that dialogs are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tas_desktop.domain.errors import KnownError
from tas_desktop.ui.language import in_window_language
from tas_desktop.ui.wording import as_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def make_label(name: str, parent: QWidget) -> QLabel:
    """A label of plain text that wraps; its name gives it its look."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def make_button(parent: QWidget, *, primary: bool = False) -> QPushButton:
    """A button that Enter in a field does not press."""
    button = QPushButton(parent)
    button.setAutoDefault(False)
    if primary:
        button.setObjectName("primary")
    return button


def describe_error(error: BaseException) -> str:
    """Cause and next step, with the sign of a warning."""
    if not isinstance(error, KnownError):
        return f"⚠ {error!r}"
    parts = (in_window_language(part) for part in (error.message, error.next_step) if part)
    return "⚠ " + " ".join(as_sentence(part) for part in parts)
