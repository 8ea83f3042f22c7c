"""The real window with the shipped weights, in the model process."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QApplication

from tas_desktop.app import build_window
from tas_desktop.config.paths import find_paths
from tas_desktop.config.resources import resource_path

LOADING_MS = 180_000


@pytest.fixture(scope="session")
def shipped_weights():
    """Skips where the starter pack has not been trained yet."""
    manifest = resource_path("starter", "manifest.json")
    names = json.loads(manifest.read_text())["files"] if manifest.exists() else {}
    missing = [
        name for name in ("sam.safetensors", "clip.safetensors", "blip.safetensors") if name not in names
    ]
    if missing:
        pytest.skip(f"the starter pack lacks {', '.join(missing)}")


@pytest.fixture
def real_window(qtbot, tmp_path, shipped_weights):
    """The window as ``tas-desktop`` opens it, models loaded."""
    window = build_window(QApplication.instance(), find_paths(tmp_path / "home"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.workspace.source.loaded is not None, timeout=LOADING_MS)
    yield window
    window.close()
    assert window.workspace.close(), "a lane left its thread behind"
