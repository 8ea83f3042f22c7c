"""Thumbnails for the image list: short independent work on a thread pool, only for what is on screen."""

from __future__ import annotations

import logging
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from tas_desktop.domain.errors import KnownError
from tas_desktop.session import lifetimes
from tas_desktop.session.byte_lru import ByteLru

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

logger = logging.getLogger(__name__)

CACHE_BYTES = 96 * 2**20
WAITING_LIMIT = 64
CLOSE_TIMEOUT_MS = 5_000


class _Decoding(QRunnable):
    """Reads one thumbnail and hands it to the loader, which lives in the GUI thread."""

    def __init__(self, loader: Thumbnails, image_id: int, path: Path) -> None:
        super().__init__()
        self._loader = loader
        self._image_id = image_id
        self._path = path

    def run(self) -> None:
        self._loader.decode(self._image_id, self._path)


class Thumbnails(QObject):
    """Small pictures by image id, made when first asked for; the newest request is served first.

    Held until ``close``, like a lane: what the pool reads is handed to this very object.
    """

    ready = Signal(int)  # image id

    _decoded = Signal(int, object)  # image id, uint8 (h, w, 3) or None

    def __init__(self, read: Callable[[Path], NDArray[np.uint8]]) -> None:
        super().__init__()
        self._read = read
        self._cache: ByteLru[int, NDArray[np.uint8] | None] = ByteLru(CACHE_BYTES)
        self._waiting: OrderedDict[int, Path] = OrderedDict()
        self._running: set[int] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._decoded.connect(self._on_decoded)
        self._closed = False
        lifetimes.hold(self)

    def get(self, image_id: int, path: Path) -> NDArray[np.uint8] | None:
        """The thumbnail, uint8 RGB of shape (h, w, 3), or None while it is being made or cannot be."""
        if image_id in self._cache:
            return self._cache.get(image_id)
        if image_id not in self._running and not self._closed:
            self._waiting[image_id] = path
            self._waiting.move_to_end(image_id)
            if len(self._waiting) > WAITING_LIMIT:
                self._waiting.popitem(last=False)
            self._start_next()
        return None

    def forget_all(self) -> None:
        """Drop everything: another project."""
        self._waiting.clear()
        self._cache.clear()

    def close(self) -> bool:
        """Wait for what is being read; nothing is read or delivered after that."""
        self._closed = True
        self._waiting.clear()
        if not self._pool.waitForDone(CLOSE_TIMEOUT_MS):
            logger.error("a thumbnail was not read within %d ms", CLOSE_TIMEOUT_MS)
            return False
        lifetimes.release(self)
        return True

    def decode(self, image_id: int, path: Path) -> None:
        """Read a thumbnail; called in the pool."""
        pixels: NDArray[np.uint8] | None = None
        try:
            pixels = self._read(path)
        except KnownError as error:
            logger.info("no thumbnail of %s: %s", path, error)
        except Exception:
            logger.exception("thumbnail of %s", path)
        self._decoded.emit(image_id, pixels)

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < self._pool.maxThreadCount():
            image_id, path = self._waiting.popitem(last=True)
            self._running.add(image_id)
            self._pool.start(_Decoding(self, image_id, path))

    @Slot(int, object)
    def _on_decoded(self, image_id: int, pixels: NDArray[np.uint8] | None) -> None:
        self._running.discard(image_id)
        if self._closed:
            return
        self._cache.put(image_id, pixels, 256 if pixels is None else pixels.nbytes)
        self.ready.emit(image_id)
        self._start_next()
