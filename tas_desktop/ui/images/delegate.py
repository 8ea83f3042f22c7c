"""How a row of the image list looks: thumbnail, name, status shape, count of decisions."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tas_desktop.session.image_list import ImageRole
from tas_desktop.ui.icons import icon
from tas_desktop.ui.pixmaps import pixmap_of, rounded_cover
from tas_desktop.ui.row_ground import paint_rim, paint_row_ground, state_of
from tas_desktop.ui.status_shapes import paint_image_status

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from tas_desktop.storage.rows import ImageRow
    from tas_desktop.ui.theme import Theme

THUMBNAIL = QSize(64, 48)
MARGIN = 8
LINE_GAP = 4
KEPT = 400
STAND_IN = 14  # room around the sign for a picture


class ImageDelegate(QStyledItemDelegate):
    """Paints one image of the list; thumbnails are asked for only here, so only for what is seen."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmaps: OrderedDict[tuple[int, float], QPixmap] = OrderedDict()
        self.current_image: int | None = None

    def forget_all(self) -> None:
        """Another project: the same ids mean other pictures."""
        self._pixmaps.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        lines = 2 * QFontMetrics(option.font).height() + LINE_GAP
        return QSize(160, max(THUMBNAIL.height(), lines) + 2 * 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        image: ImageRow = index.data(ImageRole.ROW)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = state_of(option, chosen=image.image_id == self.current_image)
        paint_row_ground(painter, option, state=state, tones=self._theme.tones)
        top = box.top() + (box.height() - THUMBNAIL.height()) // 2
        thumbnail_box = QRect(box.left() + MARGIN + 2, top, THUMBNAIL.width(), THUMBNAIL.height())
        self._paint_thumbnail(painter, thumbnail_box, index, image)
        self._paint_text(painter, box.adjusted(MARGIN + 2 + THUMBNAIL.width() + 10, 0, -14, 0), option, image)
        painter.restore()

    def _paint_thumbnail(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, image: ImageRow
    ) -> None:
        ratio = painter.device().devicePixelRatio()
        key = (image.image_id, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixels = index.data(ImageRole.THUMBNAIL)
            if pixels is None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._theme.tones.canvas))
                painter.drawRoundedRect(box, 5, 5)
                stand_in = icon("sample", self._theme.tones.muted)  # not read yet, or not to be read
                stand_in.paint(painter, box.adjusted(STAND_IN, STAND_IN, -STAND_IN, -STAND_IN))
                return
            pixmap = rounded_cover(pixmap_of(pixels), THUMBNAIL, ratio=ratio)
            self._pixmaps[key] = pixmap
            if len(self._pixmaps) > KEPT:
                self._pixmaps.popitem(last=False)
        painter.drawPixmap(box.topLeft(), pixmap)
        paint_rim(painter, box, self._theme.tones)

    def _paint_text(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, image: ImageRow
    ) -> None:
        tones = self._theme.tones
        metrics = QFontMetrics(option.font)
        line = metrics.height()
        top = box.center().y() - line - 1
        name = image.path.rsplit("/", 1)[-1]
        painter.setFont(option.font)
        painter.setPen(QColor(tones.text))
        painter.drawText(
            QRect(box.left(), top, box.width(), line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, box.width()),
        )
        side = 10
        second = top + line + LINE_GAP
        mark = QRectF(box.left() + 1, second + (line - side) / 2, side, side)
        paint_image_status(painter, mark, image.status, tones)
        painter.setPen(QColor(tones.muted))
        painter.drawText(
            QRect(box.left() + side + 8, second, box.width() - side - 8, line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(self._summary(image), Qt.TextElideMode.ElideRight, box.width() - side - 8),
        )

    def _summary(self, image: ImageRow) -> str:
        if image.expression_count:
            return f"{image.decided_count} / {image.expression_count}"
        return self.tr("no expressions")
