"""Another proposal, clicked: its pixels are added to the mask, or cut out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from tas_desktop.ui.canvas.tools.tool import CanvasTool

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.mask import Mask
    from tas_desktop.session.repair.repair import Repair


class PickTool(CanvasTool):
    """Takes the smallest proposal under the mouse, which the canvas previews.

    Args:
        repair: the mask under repair.
        add: whether the left button adds.
        mask_at: the proposal's mask under a point, or None.
    """

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, repair: Repair, *, add: bool, mask_at: Callable[[QPointF], Mask | None]) -> None:
        super().__init__(repair, add=add)
        self._mask_at = mask_at

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """Add the proposal, or cut it."""
        mask = self._mask_at(point)
        if mask is not None:
            self._repair.combine(mask, add=self._add != secondary)
