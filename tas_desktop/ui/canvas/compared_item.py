"""Both masks of a comparison over the picture, each with its own colour and dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tas_desktop.evaluation.writing.case_picture import look_of
from tas_desktop.ui.canvas.mask_items import HALO, scale_of, screen_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.ui.canvas.paths import MaskPaths

WIDTH = 2.4


class ComparedItem(QGraphicsItem):
    """Outlines only: what would be accepted stays to be seen below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._masks: Sequence[MaskPaths | None] = ()
        self._box = QRectF()

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to see."""
        return any(self._masks)

    def show_masks(self, masks: Sequence[MaskPaths | None]) -> None:
        """Outline these masks in the looks of contenders 0, 1, …; none where empty."""
        self.prepareGeometryChange()
        self._masks = masks
        self._box = QRectF()
        for mask in masks:
            self._box = self._box if mask is None else self._box.united(mask.box)
        self.update()

    def boundingRect(self) -> QRectF:
        """All outlines with their width."""
        return self._box.adjusted(-4, -4, 4, 4) if not self._box.isNull() else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A dark line below each, so that it is seen on any picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_of(painter)
        for number, mask in enumerate(self._masks):
            if mask is None:
                continue
            look, path = look_of(number), mask.at(scale)
            for colour, width in ((HALO, WIDTH + 2.0), (QColor(*look.rgb), WIDTH)):
                pen = screen_pen(painter, colour, width)
                drawn, left = look.dash
                if left:
                    pen.setDashPattern([2.0 * drawn / width, 2.0 * left / width])
                painter.strokePath(path, pen)
