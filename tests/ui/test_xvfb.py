"""A real xcb window on a virtual X server, with OpenCV imported before Qt."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import cv2  # brings Qt 5 plugins of its own; must come before PySide6 here
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tas_desktop.app import build_window, make_application
from tas_desktop.config.paths import find_paths
from tas_desktop.formats.image_reading import read_image, read_thumbnail
from tas_desktop.session.workspace import Surroundings
from tests.support.colour_pipeline import block_picture, colour_pipeline

home = Path(sys.argv[1])
pictures = home / "pictures"
pictures.mkdir()
Image.fromarray(block_picture([("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60)])).save(pictures / "a.png")
application = make_application()
assert QGuiApplication.platformName() == "xcb", QGuiApplication.platformName()
window = build_window(application, find_paths(home / "data"), surroundings=Surroundings(
    lambda _token: colour_pipeline(), read_image, lambda path: read_thumbnail(path, longest=96), "ann",
    home / "settings.toml", home / "projects", home / "samples", home / "sample", home / "batches"))
window.show()
window.workspace.open_path(pictures)
session = window.workspace.session
typed = []

def poll():
    if window.workspace.desk.outlines and not typed:
        typed.append(True)
        QTest.keyClicks(window.box, "blue block")
    if session.painted is not None and session.painted == session.to_paint and session.ranking.is_current:
        assert session.painted.text == "blue block"
        window.grab().save(str(home / "window.png"))
        window.close()
        application.exit(0 if window.workspace.close() else 3)

timer = QTimer()
timer.timeout.connect(poll)
timer.start(10)
QTimer.singleShot(60000, lambda: application.exit(4))
sys.exit(application.exec())
"""


@pytest.mark.xvfb
def test_the_window_works_under_x_with_opencv_imported_first(virtual_display, tmp_path, checkout):
    environment = dict(os.environ, DISPLAY=virtual_display, QT_QPA_PLATFORM="xcb", PYTHONPATH=str(checkout))
    environment.pop("WAYLAND_DISPLAY", None)
    outcome = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", SCRIPT, str(tmp_path)],
        env=environment,
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "window.png").stat().st_size > 5000
