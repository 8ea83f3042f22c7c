"""How large a dialog opens: as wished, grown with the text, whole on its screen, with no text cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

LINE = 16
"""Height of a line of text, in logical pixels, for which wished sizes are given."""


def fit_dialog(dialog: QDialog, *, width: int, height: int) -> None:
    """Give a dialog the size that it opens with.

    Qt takes the height that wrapped labels need for a dialog's whole height, and two thirds of the screen at
    most; and it does not know how long the texts are that come later. Call it again when those have come.

    Args:
        dialog: laid out already.
        width: wished, in logical pixels for text of the usual size.
        height: wished in the same way; more where the texts need more at that width.
    """
    grown = max(dialog.fontMetrics().height() / LINE, 1.0)
    free = dialog.screen().availableSize()
    wide = min(max(round(width * grown), dialog.minimumSizeHint().width()), free.width())
    layout = dialog.layout()
    needed = layout.totalHeightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0
    dialog.resize(QSize(wide, min(max(round(height * grown), needed), free.height())))
