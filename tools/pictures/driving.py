"""Driving the window as a person does: the same keys, and waiting for what the screen shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget  # noqa: TID251 - names for the type checker only

    from tas_desktop.ui.main_window import MainWindow

PATIENCE_MS = 600_000  # on a busy machine; a picture in time is no aim
POLL_MS = 15
SETTLE_MS = 250
COLOURS = 256


def wait_for(condition: Callable[[], bool]) -> None:
    """Run the event loop until the condition holds; fail when it never does."""
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


def settle() -> None:
    """Let layouts and fades come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the expression box of the active window."""
    window.activateWindow()
    wait_for(window.isActiveWindow)
    window.box.setFocus()
    QTest.keyClick(window.box, key, modifier or Qt.KeyboardModifier.NoModifier)


def go_to(window: MainWindow, name: str) -> None:
    """Open the picture of that file name, and wait for its masks."""
    images = window.workspace.project.images
    rows = (images.image_at(row) for row in range(images.rowCount()))
    image = next(row for row in rows if row is not None and row.path.endswith(name))
    window.workspace.session.go_to_image(image.image_id)
    desk = window.workspace.desk
    wait_for(lambda: desk.image is not None and desk.image.image_id == image.image_id)
    wait_for(lambda: desk.phase.name == "READY" and bool(desk.outlines))


def type_and_wait(window: MainWindow, text: str) -> None:
    """Type an expression and wait until its first candidate is painted."""
    wait_for(lambda: bool(window.workspace.desk.outlines))
    window.box.setFocus()
    window.box.selectAll()
    QTest.keyClicks(window.box, text)
    wait_painted(window, text)


def wait_painted(window: MainWindow, text: str) -> None:
    """Wait until the selected candidate of that text is on the screen."""
    session = window.workspace.session
    wait_for(
        lambda: (
            session.painted is not None
            and session.painted == session.to_paint
            and session.painted.text == text
        )
    )


def wait_undecided(window: MainWindow) -> None:
    """Wait until an expression that is still to be decided is in the box and its mask on the screen."""
    session = window.workspace.session

    def is_there() -> bool:
        row, text = session.expression, window.box.text()
        return (
            row is not None
            and row.status is ExpressionStatus.UNDECIDED
            and row.text == text
            and session.painted is not None
            and session.painted == session.to_paint
            and session.painted.text == text
        )

    wait_for(is_there)


def open_dialog(window: MainWindow, action: str) -> QDialog:
    """Trigger an action and hand out the dialog that it opens."""
    from PySide6.QtWidgets import QDialog  # noqa: TID251 - the windows on the screen

    before = {dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()}
    window.actions_by_name[action].trigger()
    found: list[QDialog] = []

    def look() -> bool:
        found[:] = [d for d in window.findChildren(QDialog) if d.isVisible() and d not in before]
        return bool(found)

    wait_for(look)
    return found[0]


def save(widget: QWidget, file: Path) -> None:
    """Keep what the widget shows, in few colours: a quarter of the size; the terms' colours stay exact."""
    from PIL import Image

    settle()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} could not be written")
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
        few.save(file, optimize=True)
    print(file)
