"""Analyses kept in memory, least recently used first out, bounded by bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis


class AnalysisCache:
    """Analyses by their key.

    Args:
        capacity_bytes: what the kept arrays, masks and texts may take together; a single larger analysis
            is not kept.
    """

    def __init__(self, *, capacity_bytes: int = 256 * 2**20) -> None:
        self._capacity = capacity_bytes
        self._kept: OrderedDict[str, ImageAnalysis] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: str) -> ImageAnalysis | None:
        """The complete analysis with that key, or None."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, analysis: ImageAnalysis) -> None:
        """Keep a complete analysis; early ones, without captions yet, are not worth a place."""
        if not analysis.complete or analysis.nbytes > self._capacity:
            return
        with self._lock:
            before = self._kept.pop(analysis.key, None)
            self._bytes += analysis.nbytes - (before.nbytes if before else 0)
            self._kept[analysis.key] = analysis
            while self._bytes > self._capacity:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.nbytes

    @property
    def nbytes(self) -> int:
        """Bytes kept now."""
        return self._bytes

    def __len__(self) -> int:
        return len(self._kept)
