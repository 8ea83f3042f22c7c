"""Decoded pictures: read off the GUI thread, a few kept, the neighbours read ahead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.byte_lru import ByteLru
from tas_desktop.session.jobs import Job, JobRunner
from tas_desktop.session.pyramid import Pyramid, build_pyramid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.domain.image import LoadedImage

CACHE_BYTES = 600 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A decoded picture: for the networks as it is, for the canvas in halving sizes."""

    image: LoadedImage
    pyramid: Pyramid

    @property
    def nbytes(self) -> int:
        """Memory of all pixels."""
        return self.image.pixels_rgb.nbytes + sum(level.nbytes for level in self.pyramid.levels_bgrx)


class Pictures(QObject):
    """Delivers decoded pictures by image id; failures too, so that a bad file never blocks the list."""

    ready = Signal(int, object)  # image id, Picture
    read_ahead_done = Signal(int, object)  # image id, Picture that nobody asked for yet
    failed = Signal(int, object)  # image id, exception

    def __init__(self, read: Callable[[Path], LoadedImage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._cache: ByteLru[int, Picture] = ByteLru(CACHE_BYTES)
        self._lane = JobRunner("pictures")
        self._wanted: int | None = None
        self._ahead: list[tuple[int, Path]] = []
        self._under_way: int | None = None

    def request(self, image_id: int, path: Path) -> None:
        """Ask for a picture; ``ready`` or ``failed`` follows, at once if it is in memory."""
        self._wanted = image_id
        self._ahead.clear()
        cached = self._cache.get(image_id)
        if cached is not None:
            self.ready.emit(image_id, cached)
            return
        if image_id == self._under_way:  # being read ahead: what is done of it is not thrown away
            return
        self._submit(image_id, path, supersede=True)

    def read_ahead(self, entries: Sequence[tuple[int, Path]]) -> None:
        """Read these too, in order, unless another request comes."""
        self._ahead = [
            entry for entry in entries if entry[0] not in self._cache and entry[0] != self._under_way
        ]
        self._read_next_ahead()

    def peek(self, image_id: int) -> Picture | None:
        """A picture that is in memory, or None."""
        return self._cache.get(image_id)

    @Slot()
    def forget_all(self) -> None:
        """Drop every picture: another project."""
        self._lane.drop_all()
        self._cache.clear()
        self._ahead.clear()
        self._wanted = self._under_way = None

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()

    def _submit(self, image_id: int, path: Path, *, supersede: bool) -> None:
        def run(_control: object) -> Picture:
            image = self._read(path)
            return Picture(image, build_pyramid(image.pixels_rgb))

        self._under_way = image_id

        def deliver(picture: Picture) -> None:
            self._under_way = None
            self._cache.put(image_id, picture, picture.nbytes)
            if image_id == self._wanted:
                self._wanted = None
                self.ready.emit(image_id, picture)
            else:
                self.read_ahead_done.emit(image_id, picture)
            self._read_next_ahead()

        def refuse(error: BaseException) -> None:
            self._under_way = None
            if image_id == self._wanted:
                self._wanted = None
                self.failed.emit(image_id, error)
            self._read_next_ahead()

        self._lane.submit(Job("", run, on_success=deliver, on_failure=refuse), supersede=supersede)

    def _read_next_ahead(self) -> None:
        if self._wanted is not None or self._under_way is not None:
            return
        if self._ahead:
            image_id, path = self._ahead.pop(0)
            self._submit(image_id, path, supersede=False)
