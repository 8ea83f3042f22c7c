"""What analyses take of the disk, shown and cleared in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.ui.batch.cache_dialog import CacheDialog
from tests.storage.test_analyses import analysis
from tests.ui.driving import WAIT_MS


@pytest.fixture
def cache(window):
    """Two analyses."""
    filled = AnalysisCache(window.paths.analyses, limit_bytes=10**9)
    for key in ("ab" * 16, "cd" * 16):
        assert filled.put(analysis(key))
    return filled


def test_it_counts_and_clears(qtbot, opened, cache):
    opened.actions_by_name["analyses-on-disk"].trigger()
    dialog = opened.findChild(CacheDialog)
    qtbot.waitUntil(lambda: "of 5.0 GB in use, 2 pictures" in dialog.used.text(), timeout=WAIT_MS)
    assert not dialog.isModal()
    assert str(opened.paths.analyses) in dialog.place.text()
    assert dialog.project.isVisible()
    qtbot.mouseClick(dialog.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "0 pictures" in dialog.used.text(), timeout=WAIT_MS)
    assert cache.use().analyses == 0
    assert not dialog.clear_button.isEnabled()
    assert any("freed" in message.text for message in opened.notices.messages)
    dialog.close()
    qtbot.waitUntil(lambda: opened.findChild(CacheDialog) is None, timeout=WAIT_MS)


def test_without_a_project_it_speaks_of_the_cache_alone(qtbot, window, cache):
    window.actions_by_name["analyses-on-disk"].trigger()
    dialog = window.findChild(CacheDialog)
    qtbot.waitUntil(lambda: "2 pictures" in dialog.used.text(), timeout=WAIT_MS)
    assert not dialog.project.isVisible()
