"""A button that names what is chosen, and the small window below it to choose anew, whole on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

GAP = 4


def name_choice(button: QAbstractButton, name: str, *, spoken: str, hint: str) -> None:
    """Say on a button what is chosen.

    Args:
        button: opens the popup.
        name: what is chosen; may be anybody's data.
        spoken: the same as a whole phrase, for those who do not see it.
        hint: what the button is for.
    """
    button.setText(f"{name} ▾".replace("&", "&&"))
    button.setAccessibleName(spoken)
    button.setToolTip(as_plain_tool_tip(hint))


def open_below(popup: QDialog, anchor: QWidget, *, then: Callable[[], object]) -> None:
    """Show a popup that goes when it is closed; ``then`` is a slot that is called afterwards."""
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    popup.finished.connect(then)
    place_below(popup, anchor)
    popup.show()


def place_below(popup: QWidget, anchor: QWidget) -> None:
    """Put the popup's right edge under the anchor's; above it, or shifted, where the screen ends."""
    popup.adjustSize()
    room, size = anchor.screen().availableGeometry(), popup.size()
    below = anchor.mapToGlobal(QPoint(anchor.width() - size.width(), anchor.height() + GAP))
    above = anchor.mapToGlobal(QPoint(0, 0)).y() - size.height() - GAP
    y = below.y() if below.y() + size.height() <= room.bottom() else above
    x = min(max(below.x(), room.left()), room.right() - size.width())
    popup.move(x, min(max(y, room.top()), max(room.bottom() - size.height(), room.top())))
