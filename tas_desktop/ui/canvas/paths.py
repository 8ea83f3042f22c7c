"""From traced rings to painter paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray


def path_of(rings: Iterable[NDArray[np.float32]]) -> QPainterPath:
    """One path of closed rings; where rings nest, the inner one is a hole."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        polygon = QPolygonF([QPointF(x, y) for x, y in ring.tolist()])
        path.addPolygon(polygon)
        path.closeSubpath()
    return path
