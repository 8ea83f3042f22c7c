"""Render the real window, with the shipped weights and samples, to PNG files.

    python tools/screenshots.py docs/pictures

Each picture is what a person would see: the window is driven by the same keys, waits for the same
signals, and nothing is drawn for the occasion.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget  # noqa: TID251 - a name for the type checker only

    from tas_desktop.ui.main_window import MainWindow

    DialogT = TypeVar("DialogT", bound=QWidget)

PATIENCE_MS = 120_000
POLL_MS = 15
SMALL, USUAL, LARGE = (1024, 640), (1400, 860), (1920, 1080)
EXPRESSION = "the striped red mug on the left"


def main() -> int:
    """Draw all pictures into the folder named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--pictures", type=Path, help="a folder of other pictures than the samples")
    parser.add_argument("--expression", default=EXPRESSION)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TAS_DESKTOP_DATA_DIR"] = home
        draw_all(arguments.out, pictures=arguments.pictures, expression=arguments.expression)
    return 0


def draw_all(out: Path, *, pictures: Path | None, expression: str) -> None:
    """Start the program once and take every picture."""
    from PySide6.QtCore import Qt

    from tas_desktop.app import build_window, make_application
    from tas_desktop.config.paths import find_paths

    out.mkdir(parents=True, exist_ok=True)
    window = build_window(make_application(), find_paths())
    window.theme.choose(Qt.ColorScheme.Light)
    window.resize(*USUAL)
    window.show()
    wait_for(lambda: window.workspace.source.loaded is not None)
    save(window, out / "welcome.png")
    if pictures is None:
        window.workspace.open_sample()
    else:
        window.workspace.open_path(pictures)
    wait_for(lambda: window.workspace.desk.phase.name == "READY")
    if pictures is None:
        go_to(window, "mugs.jpg")
    type_and_wait(window, expression)
    for name, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
        window.theme.choose(scheme)
        for size_name, size in (("small", SMALL), ("large", LARGE), ("", USUAL)):
            window.resize(*size)
            save(window, out / f"{'-'.join(part for part in ('window', size_name, name) if part)}.png")
        draw_dialogs(window, out, name=name)
    window.theme.choose(Qt.ColorScheme.Light)
    press(window, Qt.Key.Key_Return)
    project = window.workspace.project
    wait_for(lambda: not project.is_saving and project.counts.decided > 0)
    save(window, out / "decided-light.png")
    window.close()
    window.workspace.close()


def draw_dialogs(window: MainWindow, out: Path, *, name: str) -> None:
    """The command palette and the key sheet."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tas_desktop.ui.key_sheet import KeySheet
    from tas_desktop.ui.palette_dialog import PaletteDialog

    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = find(window, PaletteDialog)
    QTest.keyClicks(palette.search, "p")
    save(palette, out / f"palette-{name}.png")
    palette.close()
    press(window, Qt.Key.Key_F1)
    sheet = find(window, KeySheet)
    save(sheet, out / f"keys-{name}.png")
    sheet.close()
    wait_for(lambda: window.findChild(KeySheet) is None and window.findChild(PaletteDialog) is None)


def find(window: MainWindow, kind: type[DialogT]) -> DialogT:
    """The open dialog of that class."""
    dialog = window.findChild(kind)
    if dialog is None:
        raise SystemExit(f"no {kind.__name__} has opened")
    return dialog


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the expression box of the active window."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.activateWindow()
    wait_for(window.isActiveWindow)
    window.box.setFocus()
    QTest.keyClick(window.box, key, modifier or Qt.KeyboardModifier.NoModifier)


def go_to(window: MainWindow, name: str) -> None:
    """Open the picture of that file name."""
    images = window.workspace.project.images
    rows = (images.image_at(row) for row in range(images.rowCount()))
    image = next(row for row in rows if row is not None and row.path.endswith(name))
    window.workspace.session.go_to_image(image.image_id)
    wait_for(lambda: window.workspace.desk.phase.name == "READY" and bool(window.workspace.desk.outlines))


def type_and_wait(window: MainWindow, text: str) -> None:
    """Type an expression and wait until its first candidate is painted."""
    from PySide6.QtTest import QTest

    session = window.workspace.session
    wait_for(lambda: bool(window.workspace.desk.outlines))
    window.box.setFocus()
    window.box.selectAll()
    QTest.keyClicks(window.box, text)
    wait_for(
        lambda: (
            session.painted is not None
            and session.painted == session.to_paint
            and session.painted.text == text
        )
    )


def wait_for(condition: Callable[[], bool]) -> None:
    """Run the event loop until the condition holds; fail when it never does."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    poll, limit = QTimer(), QTimer()

    def look() -> None:
        if condition():
            loop.quit()

    poll.timeout.connect(look)
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: loop.exit(1))
    poll.start(POLL_MS)
    limit.start(PATIENCE_MS)
    if loop.exec():
        raise TimeoutError("the window did not get there")


def save(widget: QWidget, file: Path) -> None:
    """Let the layout settle and keep what the widget shows."""
    from PIL import Image
    from PySide6.QtCore import QEventLoop, QTimer

    settle = QEventLoop()
    QTimer.singleShot(250, settle.quit)
    settle.exec()
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} could not be written")
    with Image.open(file) as picture:  # a quarter of the size; this method keeps the terms' colours exact
        few = picture.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE)
        few.save(file, optimize=True)
    print(file)


if __name__ == "__main__":
    sys.exit(main())
