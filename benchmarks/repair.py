"""What a brush costs on a large picture: milliseconds of the GUI thread per mouse move, and per step.

    python benchmarks/repair.py [--width 6000] [--height 4000] [--brush 120] [--moves 200]

The real window offscreen, a picture of plain noise, a stroke across it in small moves: each is delivered to
the viewport and painted. Shown are the picture as a whole and at 1:1. Beside that, on a mask of a third of
the picture: taking it up, adding and cutting it, filling its hole, a polygon, taking steps back, and encoding
the mask, as Enter and every point do. Of what the GUI thread does at one key or click, 8 ms are allowed.

At last the first click on each sample picture, from the click to its answer in the mask: at once when the
picture is analysed, and after a rest, in which the network has looked at it ahead.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from calibration import calibration_line

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tas_desktop.domain.mask import Mask
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.main_window import MainWindow

BLOB = 0.6
"""Side of the mask that is repaired, as a share of the picture's sides."""

ROUNDS = 10
RESTED_S = 1.5
GOAL_MS = 8.0


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--width", type=int, default=6000)
    arguments.add_argument("--height", type=int, default=4000)
    arguments.add_argument("--brush", type=float, default=120.0)
    arguments.add_argument("--moves", type=int, default=200)
    options = arguments.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TAS_DESKTOP_DATA_DIR"] = home
        measure(options, Path(home))
    print(calibration_line())


def measure(options: argparse.Namespace, home: Path) -> None:
    """Open the picture, repair a large mask by hand, and time it."""
    from PIL import Image

    from tas_desktop.app import build_window, make_application
    from tas_desktop.config.paths import find_paths
    from tas_desktop.domain.mask import Mask
    from tas_desktop.session.repair.tools import Tool
    from tools.pictures.driving import wait_for

    folder = home / "pictures"
    folder.mkdir()
    noise = np.random.default_rng(0).integers(0, 255, (options.height // 8, options.width // 8, 3), np.uint8)
    picture = Image.fromarray(noise).resize((options.width, options.height))
    picture.save(folder / "large.jpg", quality=80)
    window = build_window(make_application(), find_paths())
    window.resize(1600, 1000)
    window.show()
    wait_for(lambda: window.workspace.source.loaded is not None)
    window.workspace.open_path(folder)
    wait_for(lambda: window.workspace.desk.picture is not None)
    window.workspace.desk.cancel()
    session = window.workspace.session
    session.making.begin_repair(by_hand=True)
    repair = session.repair
    repair.choose_tool(Tool.BRUSH)
    repair.resize_brush(options.brush)
    height, width = options.height, options.width
    h, w = int(BLOB * height), int(BLOB * width)
    blob = np.ones((h, w), bool)
    blob[h // 3 : h // 2, w // 3 : w // 2] = False
    mask = Mask.from_window(blob, x=width // 5, y=height // 5, height=height, width=width)
    times: defaultdict[str, list[float]] = defaultdict(list)
    whole_steps(session, mask, times)
    steps = set(times)
    for name in ("whole picture", "1:1"):
        if name == "1:1":
            window.canvas.view.show_actual_size()
        stroke(window, options.moves, times[f"move, {name}"])
    first_clicks(window, times)
    show(times, judged=steps)
    window.close()
    window.workspace.close()


def show(times: dict[str, list[float]], *, judged: set[str]) -> None:
    """Print the figures, with a verdict on those that there is a goal for."""
    for name, values in times.items():
        median, late = (1000 * float(np.quantile(values, share)) for share in (0.5, 0.95))
        verdict = "" if name not in judged else "reached" if late <= GOAL_MS else "MISSED"
        print(f"{name:24} median {median:7.1f} ms   95th {late:7.1f} ms   n {len(values):4} {verdict}")


def whole_steps(session: AnnotationSession, mask: Mask, times: defaultdict[str, list[float]]) -> None:
    """What is done to a large mask at one key or click, without what is painted afterwards."""
    from tas_desktop.session.repair.edit_buffer import EditBuffer

    repair = session.repair
    x, y, w, h = mask.box_xywh
    corners = [
        (x + w * (0.5 + 0.5 * np.cos(t)), y + h * (0.5 + 0.5 * np.sin(t))) for t in np.linspace(0, 6.2, 40)
    ]
    for _ in range(ROUNDS):
        timed(times, "take a mask up", lambda: EditBuffer(mask))
        timed(times, "add a proposal", lambda: repair.combine(mask, add=True))
        timed(times, "encode the mask", session.choice.offer.masks)
        timed(times, "fill holes", repair.fill_holes)
        timed(times, "undo", repair.undo)
        timed(times, "cut a polygon", lambda: repair.add_polygon(corners, add=False))
        timed(times, "undo", repair.undo)
        timed(times, "cut a proposal", lambda: repair.combine(mask, add=False))
        timed(times, "undo", repair.undo)
        timed(times, "redo", repair.redo)
    repair.combine(mask, add=True)


def first_clicks(window: MainWindow, times: defaultdict[str, list[float]]) -> None:
    """From a first click on each sample to its answer: every other one after a rest."""
    from PySide6.QtCore import QEventLoop

    from tools.pictures.driving import wait_for

    workspace = window.workspace
    session, desk, images = workspace.session, workspace.desk, workspace.project.images
    session.making.cancel()
    workspace.open_sample()
    wait_for(lambda: images.rowCount() > 1 and desk.phase.name == "READY")
    for number in range(images.rowCount()):
        session.go_to_image(images.image_at(number).image_id)
        wait_for(lambda: desk.phase.name == "READY")
        rested = time.perf_counter() + (RESTED_S if number % 2 else 0.0)
        wait_for(lambda rested=rested: time.perf_counter() >= rested)  # type: ignore[misc]
        session.making.begin_repair(by_hand=True)
        picture, loop = desk.picture, QEventLoop()
        if picture is None:
            raise SystemExit("there is no picture to point at")
        session.repair.pointing.answered.connect(loop.quit)
        session.repair.failed.connect(loop.quit)
        begun = time.perf_counter()
        session.repair.add_point((picture.image.width / 2, picture.image.height / 2), inside=True)
        loop.exec()
        name = "first click, rested" if number % 2 else "first click, at once"
        times[name].append(time.perf_counter() - begun)
        session.making.cancel()


def stroke(window: MainWindow, moves: int, times: list[float]) -> None:
    """One stroke across the viewport, painted after every move."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    viewport = window.canvas.view.viewport()
    room = viewport.rect()

    def at(share: float) -> QPoint:
        return QPoint(
            int(room.width() * (0.1 + 0.8 * share)), int(room.height() * (0.5 + 0.3 * np.sin(9 * share)))
        )

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(0))
    viewport.repaint()
    for move in range(1, moves + 1):
        start = time.perf_counter()
        QTest.mouseMove(viewport, at(move / moves))
        flush(window)
        times.append(time.perf_counter() - start)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(1))


def flush(window: MainWindow) -> None:
    """Have everything painted that waits for it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, 0)
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest)


def timed(times: defaultdict[str, list[float]], name: str, act: object) -> None:
    """Call once and keep how long it took."""
    start = time.perf_counter()
    if callable(act):
        act()
    times[name].append(time.perf_counter() - start)


if __name__ == "__main__":
    main()
