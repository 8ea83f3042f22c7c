"""More screens: menus, long texts, pictures that cannot be read, folders without expressions."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget  # noqa: TID251 - what is drawn

from pictures.comparing import compared, comparison
from pictures.driving import go_to, open_dialog, settle, type_and_wait, wait_for
from pictures.making_up import PLACE
from pictures.screens import Screen, close, dialog
from tas_desktop.config.resources import resource_path
from tas_desktop.session.image_desk import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.ui.main_window import MainWindow

LONG_EXPRESSION = (
    "the large striped red mug with a round handle that stands to the left of the black box, below the "
    "yellow checked ball and in front of the small blue cup, not the pink one on the right"
)
BARE_FOLDER = "holiday"
CUT_AT = 0.4  # share of a picture's bytes that is there


def menu(number: int) -> Screen:
    """A menu of the menu bar, opened."""

    @contextmanager
    def show(window: MainWindow) -> Iterator[QWidget]:
        opened = window.menuBar().actions()[number].menu()
        assert isinstance(opened, QMenu)
        opened.popup(window.mapToGlobal(window.menuBar().geometry().bottomLeft()))
        settle()
        yield opened
        opened.close()

    return show


@contextmanager
def long_text(window: MainWindow) -> Iterator[QWidget]:
    """An expression that the box cannot show whole."""
    before = window.box.text()
    type_and_wait(window, LONG_EXPRESSION)
    settle()
    yield window
    type_and_wait(window, before)


@contextmanager
def flag(window: MainWindow) -> Iterator[QWidget]:
    """Asking for a flag's note."""
    shown = open_dialog(window, "flag")
    yield shown
    close(shown)


@contextmanager
def without_expressions(window: MainWindow) -> Iterator[QWidget]:
    """A folder of pictures and nothing else: the first thing a newcomer sees of their own."""
    go_to(window, "boats.jpg")
    settle()
    yield window


@contextmanager
def unreadable(window: MainWindow) -> Iterator[QWidget]:
    """A picture that is cut short."""
    images = window.workspace.project.images
    rows = (images.image_at(row) for row in range(images.rowCount()))
    cut = next(row for row in rows if row is not None and row.path.endswith("cut.jpg"))
    window.workspace.session.go_to_image(cut.image_id)
    wait_for(lambda: window.workspace.desk.phase is Phase.UNREADABLE)
    settle()
    yield window


def begin_bare(window: MainWindow) -> None:
    """Open a folder of pictures without expressions, one of them cut short."""
    folder = PLACE / BARE_FOLDER
    folder.mkdir()
    samples = resource_path("samples")
    for name in ("boats.jpg", "books.jpg", "trees.jpg"):
        shutil.copyfile(next(samples.rglob(name)), folder / name)
    whole = next(samples.rglob("buses.jpg")).read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: int(len(whole) * CUT_AT)])
    opened: list[object] = []
    window.workspace.project.opened.connect(opened.append)
    window.workspace.open_path(folder)
    wait_for(lambda: bool(opened))


MENUS: dict[str, Screen] = {
    f"menu-{name}": menu(number)
    for number, name in enumerate(("file", "edit", "mask", "view", "go", "project", "model", "tools", "help"))
}

MORE_WORKING: dict[str, Screen] = {**MENUS, "flag": flag}
"""With an expression typed and ranked."""

ONCE: dict[str, Screen] = {"long-text": long_text}
"""The same in every language: drawn in English only, since a whole window takes much room."""

MORE_DECIDED: dict[str, Screen] = {
    "hand-out": dialog("hand-out"),
    "bring-back": dialog("bring-back"),
    "deal-splits": dialog("deal-splits"),
    "export": dialog("export-dataset"),
    "import": dialog("import-dataset"),
    "comparison": comparison,
    "compared": compared,
}
"""After some decisions."""

BARE: dict[str, Screen] = {
    "no-expressions": without_expressions,
    "unreadable": unreadable,
}
"""In a folder of pictures that has no expressions yet; in English only, too."""
