"""Painter paths built before the zoom that needs them, while the window has nothing else to do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tas_desktop.ui.canvas.paths import MaskPaths

SLICE_S = 0.002
PAUSE_MS = 5


class PathsAhead(QObject):
    """Builds all levels of some masks in slices of two milliseconds between which the window answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to build."""
        return not self._timer.isActive()

    def start(self, masks: Sequence[MaskPaths]) -> None:
        """Build these; what was under way for other masks is dropped."""
        self._left = (None for mask in masks for _ in mask.build_levels())
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        end = time.perf_counter() + SLICE_S
        for _ in self._left:
            if time.perf_counter() >= end:
                return
        self._timer.stop()
