"""Disk cache of image analyses: one safetensors file each, evicted oldest first.

A cache: nothing in it is needed. A file that is damaged, made by another program or gone is a miss, a disk
that is full is a warning in the log, and any file may be deleted at any time.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.config.writing import replace_file
from tas_desktop.domain.errors import KnownError
from tas_desktop.storage.analysis_file import decode_analysis, encode_analysis

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis

_LOG = logging.getLogger(__name__)
_SUFFIX = ".analysis"
_KEY = re.compile(r"[0-9a-f]{16,128}")
_STRAY_AFTER_S = 3600.0
_FILLED_TO = 0.9  # evicting leaves room, so that not every further analysis evicts again


class CacheUse(NamedTuple):
    """What a cache takes of the disk.

    Attributes:
        folder: where it lies; it need not exist.
        analyses: how many are kept.
        size_bytes, limit_bytes: what they take, and may take at most.
    """

    folder: Path
    analyses: int
    size_bytes: int
    limit_bytes: int


class _Entry(NamedTuple):
    used_ns: int
    size_bytes: int
    file: Path


class AnalysisCache:
    """Analyses by key, below a size limit; may be shared by threads and processes.

    Args:
        folder: where the files lie; made with the first one.
        limit_bytes: of all files together.
        made_by: which program reads and writes; what another one wrote is a miss.
    """

    def __init__(self, folder: Path, *, limit_bytes: int, made_by: str = "") -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._made_by = made_by
        self._warned = False
        self._size_bytes: int | None = None  # unknown until the first look
        self._lock = threading.Lock()

    def get(self, key: str) -> ImageAnalysis | None:
        """The analysis of this key, or None when it is not there or not usable."""
        file = self._file(key)
        try:
            content = file.read_bytes()
        except OSError:
            return None
        analysis = decode_analysis(content, made_by=self._made_by)
        if analysis is None or analysis.key != key:
            _LOG.info("Dropped %s: damaged, or made by another program", file)
            _remove(file)
            return None
        try:
            os.utime(file)
        except OSError as error:
            _LOG.info("Cannot mark %s as used: %s", file, error)
        return analysis

    def put(self, analysis: ImageAnalysis) -> bool:
        """Keep a complete analysis; returns whether it is on disk now."""
        if not analysis.complete:
            return False
        content = encode_analysis(analysis, made_by=self._made_by)
        if len(content) > self._limit_bytes * _FILLED_TO:
            return False
        try:
            replace_file(self._file(analysis.key), content)
        except KnownError as error:
            _LOG.log(
                logging.DEBUG if self._warned else logging.WARNING, "An analysis was not kept: %s", error
            )
            self._warned = True
            return False
        with self._lock:
            if self._size_bytes is None:
                self._size_bytes = sum(entry.size_bytes for entry in self._entries())
            else:
                self._size_bytes += len(content)
            if self._size_bytes > self._limit_bytes:
                self._evict()
        return True

    def size_bytes(self) -> int:
        """Bytes on disk, counted anew."""
        with self._lock:
            self._size_bytes = sum(entry.size_bytes for entry in self._entries())
            return self._size_bytes

    def use(self) -> CacheUse:
        """How much of the disk it takes, counted anew."""
        entries = self._entries()
        size_bytes = sum(entry.size_bytes for entry in entries)
        return CacheUse(self._folder, len(entries), size_bytes, self._limit_bytes)

    def clear(self) -> int:
        """Remove every analysis, and what writers that were killed left behind; returns the bytes freed."""
        with self._lock:
            entries = self._entries()
            for entry in entries:
                _remove(entry.file)
            self._sweep(older_than_s=0.0)
            self._size_bytes = 0
        return sum(entry.size_bytes for entry in entries)

    def _evict(self) -> None:
        """Remove the longest unused files until there is room again."""
        self._sweep(older_than_s=_STRAY_AFTER_S)
        entries = sorted(self._entries())
        size_bytes = sum(entry.size_bytes for entry in entries)
        for entry in entries:
            if size_bytes <= self._limit_bytes * _FILLED_TO:
                break
            _remove(entry.file)
            size_bytes -= entry.size_bytes
        self._size_bytes = size_bytes

    def _sweep(self, *, older_than_s: float) -> None:
        """Remove unfinished files whose writer was killed; one that writes now takes less than a second."""
        now = time.time()
        for stray in self._folder.glob(f"*/.*{_SUFFIX}.*.part"):
            try:
                if now - stray.stat().st_mtime >= older_than_s:
                    _remove(stray)
            except OSError:
                continue  # another process removed it, or has finished it

    def _entries(self) -> list[_Entry]:
        found = []
        for file in self._folder.glob(f"*/*{_SUFFIX}"):
            try:
                status = file.stat()
            except OSError:
                continue  # another process removed it meanwhile
            found.append(_Entry(status.st_mtime_ns, status.st_size, file))
        return found

    def _file(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is no analysis key")
        return self._folder / key[:2] / f"{key}{_SUFFIX}"


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        _LOG.warning("Cannot remove %s: %s", file, error)
