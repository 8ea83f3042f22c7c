"""The image list as an item model: plain rows, filtered in memory, thumbnails only where looked at."""

from __future__ import annotations

from enum import IntEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from tas_desktop.session.image_filter import ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tas_desktop.session.thumbnails import Thumbnails
    from tas_desktop.storage.rows import ImageRow

Index = QModelIndex | QPersistentModelIndex


class ImageRole(IntEnum):
    """What a row answers beside its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1  # ImageRow
    THUMBNAIL = Qt.ItemDataRole.UserRole + 2  # uint8 RGB (h, w, 3) or None; asking starts the work


class ImageListModel(QAbstractListModel):
    """All images of the project behind one filter; finding an image's row takes constant time."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._resolve: Callable[[str], Path] | None = None
        self._rows: list[ImageRow] = []
        self._position: dict[int, int] = {}
        self._texts: dict[int, str] = {}
        self._filter = ImageFilter()
        self._visible: Sequence[int] = ()
        self._visible_at: dict[int, int] | None = None
        thumbnails.ready.connect(self._on_thumbnail_ready)

    @property
    def total(self) -> int:
        """Images in the project, filtered or not."""
        return len(self._rows)

    @property
    def filter(self) -> ImageFilter:
        """The filter in force."""
        return self._filter

    def set_rows(self, rows: list[ImageRow], *, resolve: Callable[[str], Path]) -> None:
        """Show the images of a project.

        Args:
            rows: in the order they were added.
            resolve: turns a stored path into a place on disk.
        """
        self.beginResetModel()
        self._rows = rows
        self._resolve = resolve
        self._position = {row.image_id: position for position, row in enumerate(rows)}
        self._texts = {}
        self._refilter()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only what passes; see `ImageFilter.parse`."""
        parsed = ImageFilter.parse(text)
        if parsed != self._filter:
            self.beginResetModel()
            self._filter = parsed
            self._refilter()
            self.endResetModel()

    def note_expressions(self, image_id: int, texts: Sequence[str]) -> None:
        """Remember an image's expressions for the filter."""
        self._texts[image_id] = "\n".join(texts).lower()

    def replace_row(self, row: ImageRow) -> None:
        """Take over a row that changed; it stays visible until the filter is set anew."""
        position = self._position.get(row.image_id)
        if position is not None:
            self._rows[position] = row
            self._emit_changed(row.image_id)

    def image(self, image_id: int) -> ImageRow | None:
        """An image by id, visible or not."""
        position = self._position.get(image_id)
        return None if position is None else self._rows[position]

    def position_of(self, image_id: int) -> int | None:
        """0-based place of the image in the whole project."""
        return self._position.get(image_id)

    def image_at(self, row: int) -> ImageRow | None:
        """The image in a visible row."""
        return self._rows[self._visible[row]] if 0 <= row < len(self._visible) else None

    def row_of(self, image_id: int) -> int | None:
        """The visible row of an image, or None when the filter hides it."""
        position = self._position.get(image_id)
        if position is None:
            return None
        if isinstance(self._visible, range):
            return position
        if self._visible_at is None:
            self._visible_at = {place: row for row, place in enumerate(self._visible)}
        return self._visible_at.get(position)

    def neighbour(self, image_id: int | None, *, step: int, undecided: bool = False) -> ImageRow | None:
        """The next visible image in a direction, or the first one when there is no current image.

        Args:
            image_id: where to start; an image that the filter hides counts from its place.
            step: 1 forward, -1 backward.
            undecided: pass over images with nothing left to decide.
        """
        row = self._start_row(image_id, step=step)
        while (image := self.image_at(row)) is not None:
            if not undecided or image.decided_count < max(image.expression_count, 1):
                return image
            row += step
        return None

    def path_of(self, row: ImageRow) -> Path:
        """Where the image file lies."""
        if self._resolve is None:
            raise LookupError("no project is open")
        return self._resolve(row.path)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Visible images."""
        return 0 if parent.isValid() else len(self._visible)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, path and the roles above."""
        image = self.image_at(index.row()) if index.isValid() else None
        if image is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return PurePosixPath(image.path).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{image.path}, {image.status.value}, {image.decided_count}/{image.expression_count}"
        if role == ImageRole.ROW:
            return image
        if role == ImageRole.THUMBNAIL:
            return self._thumbnails.get(image.image_id, self.path_of(image))
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Names of the roles above, for views that ask."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in ImageRole
        }

    def _refilter(self) -> None:
        self._visible_at = None
        if self._filter.is_empty:
            self._visible = range(len(self._rows))
        else:
            self._visible = self._filter.select(self._rows, texts=self._texts)

    def _start_row(self, image_id: int | None, *, step: int) -> int:
        position = None if image_id is None else self._position.get(image_id)
        if position is None or image_id is None:
            return 0 if step > 0 else len(self._visible) - 1
        row = self.row_of(image_id)
        if row is not None:
            return row + step
        after = next((i for i, place in enumerate(self._visible) if place > position), len(self._visible))
        return after if step > 0 else after - 1

    @Slot(int)
    def _on_thumbnail_ready(self, image_id: int) -> None:
        self._emit_changed(image_id)

    def _emit_changed(self, image_id: int) -> None:
        row = self.row_of(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)
