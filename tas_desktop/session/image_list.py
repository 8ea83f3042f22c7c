"""The image list as an item model: plain rows, shown as the queue says, thumbnails only where looked at."""

from __future__ import annotations

from enum import IntEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tas_desktop.session.thumbnails import Thumbnails
    from tas_desktop.storage.rows import ImageRow

MOST_TOLD = 200  # rows that views are told of one by one
Index = QModelIndex | QPersistentModelIndex


class ImageRole(IntEnum):
    """What a row answers beside its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1  # ImageRow
    THUMBNAIL = Qt.ItemDataRole.UserRole + 2  # uint8 RGB (h, w, 3) or None; asking starts the work


class ImageListModel(QAbstractListModel):
    """The images of the project that the queue shows, in its order; all of them until it has spoken.

    Finding an image's row takes constant time.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._resolve: Callable[[str], Path] | None = None
        self._rows: list[ImageRow] = []
        self._position: dict[int, int] = {}
        self._places: NDArray[np.int64] | None = None  # of the shown rows; None shows all as they are
        self._row_at: NDArray[np.int64] | None = None  # row of each place, -1 where it is hidden
        self._is_open: NDArray[np.bool_] | None = None  # whether a place has something left to decide
        thumbnails.ready.connect(self._on_thumbnail_ready)

    @property
    def total(self) -> int:
        """Images in the project, filtered or not."""
        return len(self._rows)

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
        self._places = self._row_at = self._is_open = None
        self.endResetModel()

    def show(self, places: NDArray[np.int64], *, is_open: NDArray[np.bool_]) -> None:
        """Show these places of the project in this order.

        Args:
            places: what to show.
            is_open: for each place of the project whether it has something left to decide.
        """
        count = len(self._rows)
        if len(is_open) == count:
            self._is_open = is_open.copy()
        places = places[places < count]
        fresh = None if np.array_equal(places, np.arange(count)) else places
        before = np.arange(count) if self._places is None else self._places
        if not np.array_equal(places, before):
            self.beginResetModel()
            self._places, self._row_at = fresh, None
            self.endResetModel()

    def note_open(self, image_id: int, still: bool) -> None:
        """Whether an image has something left to decide among what the queue shows."""
        position = self._position.get(image_id)
        if position is not None:
            self._open_places()[position] = still

    def replace_row(self, row: ImageRow) -> None:
        """Take over a row that changed; it stays where it is until the queue speaks again."""
        position = self._position.get(row.image_id)
        if position is not None:
            self._rows[position] = row
            if self._is_open is not None:
                self._is_open[position] = _has_open(row)
            self._emit_changed(row.image_id)

    def merge_rows(self, rows: Sequence[ImageRow]) -> None:
        """Take over rows that changed and append those that are new, in the order they were added.

        While the queue shows a choice, new rows stay out of sight until it speaks again.
        """
        fresh = [row for row in rows if row.image_id not in self._position]
        known = [row for row in rows if row.image_id in self._position]
        differing = [row for row in known if row != self._rows[self._position[row.image_id]]]
        if len(differing) > MOST_TOLD:
            self._replace_many(differing)
        else:
            for row in differing:
                self.replace_row(row)
        if not fresh:
            return
        start = len(self._rows)
        if self._places is None:
            self.beginInsertRows(QModelIndex(), start, start + len(fresh) - 1)
        self._rows.extend(fresh)
        self._position.update({row.image_id: start + place for place, row in enumerate(fresh)})
        self._row_at = self._is_open = None
        if self._places is None:
            self.endInsertRows()

    def _replace_many(self, rows: Sequence[ImageRow]) -> None:
        """The same as `replace_row` for each, told to views at once: they read anew what they show."""
        for row in rows:
            position = self._position[row.image_id]
            self._rows[position] = row
            if self._is_open is not None:
                self._is_open[position] = _has_open(row)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    def forget_thumbnails(self) -> None:
        """Make them anew: files have changed."""
        self._thumbnails.forget_all()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    def image(self, image_id: int) -> ImageRow | None:
        """An image by id, visible or not."""
        position = self._position.get(image_id)
        return None if position is None else self._rows[position]

    def position_of(self, image_id: int) -> int | None:
        """0-based place of the image in the whole project."""
        return self._position.get(image_id)

    def image_at(self, row: int) -> ImageRow | None:
        """The image in a visible row."""
        if not 0 <= row < self._shown:
            return None
        return self._rows[row if self._places is None else int(self._places[row])]

    def row_of(self, image_id: int) -> int | None:
        """The visible row of an image, or None when the filter hides it."""
        position = self._position.get(image_id)
        if position is None or self._places is None:
            return position
        if self._row_at is None:
            self._row_at = np.full(len(self._rows), -1, dtype=np.int64)
            self._row_at[self._places] = np.arange(len(self._places))
        row = int(self._row_at[position])
        return None if row < 0 else row

    def neighbour(self, image_id: int | None, *, step: int, undecided: bool = False) -> ImageRow | None:
        """The next visible image in a direction, or the first one when there is no current image.

        Args:
            image_id: where to start; an image that the filter hides counts from its place.
            step: 1 forward, -1 backward.
            undecided: pass over images with nothing left to decide.
        """
        row = self._start_row(image_id, step=step)
        if undecided:
            is_open = self._open_places()
            is_open = is_open if self._places is None else is_open[self._places]
            found = np.flatnonzero(is_open[row:] if step > 0 else is_open[: max(row + 1, 0)])
            if not len(found):
                return None
            row = row + int(found[0]) if step > 0 else int(found[-1])
        return self.image_at(row)

    def path_of(self, row: ImageRow) -> Path:
        """Where the image file lies."""
        if self._resolve is None:
            raise LookupError("no project is open")
        return self._resolve(row.path)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Visible images."""
        return 0 if parent.isValid() else self._shown

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

    @property
    def _shown(self) -> int:
        return len(self._rows) if self._places is None else len(self._places)

    def _open_places(self) -> NDArray[np.bool_]:
        """Whether each place has something left to decide."""
        if self._is_open is None:
            self._is_open = np.fromiter(map(_has_open, self._rows), dtype=bool, count=len(self._rows))
        return self._is_open

    def _start_row(self, image_id: int | None, *, step: int) -> int:
        position = None if image_id is None else self._position.get(image_id)
        if position is None or image_id is None:
            return 0 if step > 0 else self._shown - 1
        row = self.row_of(image_id)
        if row is not None:
            return row + step
        later = [] if self._places is None else np.flatnonzero(self._places > position).tolist()
        after: int = later[0] if later else self._shown
        return after if step > 0 else after - 1

    @Slot(int)
    def _on_thumbnail_ready(self, image_id: int) -> None:
        self._emit_changed(image_id)

    def _emit_changed(self, image_id: int) -> None:
        row = self.row_of(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)


def _has_open(image: ImageRow) -> bool:
    """Whether an image has something left to decide; one without expressions has."""
    return image.decided_count < max(image.expression_count, 1)
