"""Points: the left button points at the object, the right one (or Shift) at what does not belong to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from tas_desktop.ui.canvas.tools.tool import CanvasTool, as_xy


class PointTool(CanvasTool):
    """Each click is a prompt for the network."""

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """Point."""
        self._repair.add_point(as_xy(point), inside=self._add != secondary)
