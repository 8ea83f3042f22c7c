"""The real window over the colour pipeline, in folders of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from tas_desktop.app import build_window
from tas_desktop.config.paths import find_paths
from tas_desktop.formats.image_reading import read_image, read_thumbnail
from tas_desktop.session.workspace import Surroundings
from tests.support.colour_pipeline import block_picture, colour_pipeline
from tests.ui.driving import WAIT_MS, type_and_wait, wait_ready

if TYPE_CHECKING:
    from tas_desktop.engine.ports import Recogniser

PICTURES = {
    "one.png": [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("red", 170, 115, 30, 30)],
    "two.png": [("green", 30, 30, 60, 60), ("yellow", 130, 60, 70, 50)],
    "three.png": [("purple", 60, 40, 90, 70), ("orange", 170, 20, 40, 40), ("blue", 10, 100, 40, 40)],
}


@pytest.fixture(autouse=True)
def no_modal_boxes(monkeypatch):
    """A modal box in a test is a hang: fail instead."""

    def refuse(*_arguments, **_options):
        pytest.fail("a modal dialog was opened")

    for owner, names in (
        (QMessageBox, ("information", "warning", "critical", "question")),
        (QFileDialog, ("getExistingDirectory", "getOpenFileName", "getSaveFileName")),
        (QInputDialog, ("getText",)),
    ):
        for name in names:
            monkeypatch.setattr(owner, name, refuse)


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    """Profiles and models are looked for in the test's own folder, not in that of whoever runs it."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path):
    """A folder of three pictures of blocks."""
    place = tmp_path / "blocks"
    place.mkdir()
    for name, blocks in PICTURES.items():
        Image.fromarray(block_picture(blocks)).save(place / name)
    return place


@pytest.fixture
def caption_gate():
    """Captions wait until a test closes and opens it; open from the start."""
    gate = threading.Event()
    gate.set()
    return gate


@pytest.fixture
def recogniser() -> Recogniser | None:
    """None: every picture is of the kind the networks know; a test may give another."""
    return None


@pytest.fixture
def no_work_ahead(monkeypatch):
    """Only the picture in front of the annotator is read and analysed."""
    monkeypatch.setattr("tas_desktop.session.navigation.AHEAD", 0)


@pytest.fixture
def window(qtbot, tmp_path, caption_gate, recogniser):
    """The main window, shown; every thread must end with it."""
    paths = find_paths(tmp_path / "home")
    surroundings = Surroundings(
        load_pipeline=lambda _token: colour_pipeline(caption_gate=caption_gate, recogniser=recogniser),
        read_image=read_image,
        read_thumbnail=lambda path: read_thumbnail(path, longest=96),
        annotator="tester",
        settings_file=paths.settings_file,
        projects=tmp_path / "projects",
        sample_pictures=tmp_path / "samples",
        sample_project=tmp_path / "sample project",
        batches=paths.batches,
    )
    made = build_window(QApplication.instance(), paths, surroundings=surroundings)
    made.workspace.project.annotator = "tester"
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    caption_gate.set()
    made.close()
    assert made.workspace.close(), "a lane left its thread behind"


@pytest.fixture
def opened(window, folder, qtbot):
    """The window with the folder open and its first picture analysed and painted."""
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    wait_ready(qtbot, window)
    return window


@pytest.fixture
def repairing(qtbot, opened):
    """The red block on the left under repair."""
    type_and_wait(qtbot, opened, "red block on the left")
    QTest.keyClick(opened.box, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert opened.workspace.session.repair.is_active
    return opened
