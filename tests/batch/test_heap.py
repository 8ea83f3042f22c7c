"""Freed memory goes back to the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tas_desktop.batch.heap import _trim, give_back


def resident_bytes():
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux" or _trim() is None, reason="no glibc")
def test_holes_below_what_is_in_use_are_given_back():
    blocks = [bytearray(60_000) for _ in range(4000)]  # below the size that glibc asks the system for apart
    kept = blocks[::100]
    blocks.clear()
    before = resident_bytes()
    give_back()
    assert before - resident_bytes() > 100 * 2**20
    assert len(kept) == 40


def test_elsewhere_it_does_nothing(monkeypatch):
    monkeypatch.setattr("tas_desktop.batch.heap.sys.platform", "win32")
    _trim.cache_clear()
    give_back()
    assert _trim() is None
    _trim.cache_clear()
