"""The screens: how each is brought up, and put away again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: TID251 - what is drawn

from pictures.driving import go_to, open_dialog, press, settle, type_and_wait, wait_for
from tas_desktop.session.expressions.suggestions import SuggestionState

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow

EXPRESSION = "the striped red mug on the left"
SMALL, USUAL, LARGE = QSize(1024, 640), QSize(1400, 860), QSize(1920, 1080)
Screen = Callable[["MainWindow"], AbstractContextManager[QWidget]]


def sized(size: QSize) -> Screen:
    """The whole window in that size."""

    @contextmanager
    def show(window: MainWindow) -> Iterator[QWidget]:
        window.resize(size)
        yield window
        window.resize(USUAL)

    return show


def dialog(action: str) -> Screen:
    """What an action opens."""

    @contextmanager
    def show(window: MainWindow) -> Iterator[QWidget]:
        shown = open_dialog(window, action)
        yield shown
        close(shown)

    return show


@contextmanager
def palette(window: MainWindow) -> Iterator[QWidget]:
    """The command palette with something typed."""
    shown = open_dialog(window, "command-palette")
    QTest.keyClicks(shown.search, "p")  # type: ignore[attr-defined]
    yield shown
    close(shown)


@contextmanager
def models(window: MainWindow) -> Iterator[QWidget]:
    """The profiles, with the paper's chosen: nothing of it is on this machine."""
    shown = open_dialog(window, "models-and-profiles")
    shelf = window.workspace.models.shelf
    wait_for(lambda: shelf.profile("tas-paper") is not None)
    shown.choose("tas-paper")  # type: ignore[attr-defined]
    yield shown
    close(shown)


@contextmanager
def keys_with_conflict(window: MainWindow) -> Iterator[QWidget]:
    """The page of keys, with a key pressed that another command has."""
    shown = open_dialog(window, "settings")
    shown.pages.setCurrentIndex(1)  # type: ignore[attr-defined]
    shown.keys_page.select("next-image")  # type: ignore[attr-defined]
    shown.keys_page.edit.setKeySequence(QKeySequence("Ctrl+J"))  # type: ignore[attr-defined]
    yield shown
    close(shown)


@contextmanager
def searched_settings(window: MainWindow) -> Iterator[QWidget]:
    """The settings, and what a search leaves of them."""
    shown = open_dialog(window, "settings")
    QTest.keyClicks(shown.search, "canvas")  # type: ignore[attr-defined]
    yield shown
    close(shown)


@contextmanager
def drop_hint(window: MainWindow) -> Iterator[QWidget]:
    """A folder held over the window."""
    folder = window.workspace.project.store.folder if window.workspace.project.store else Path.home()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDragEnterEvent(
        QPoint(60, 60),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    yield window
    QApplication.sendEvent(window, QDragLeaveEvent())


@contextmanager
def repair(window: MainWindow) -> Iterator[QWidget]:
    """The selected mask being repaired."""
    window.actions_by_name["edit-mask"].trigger()
    settle()
    yield window
    window.actions_by_name["cancel-repair"].trigger()
    settle()


@contextmanager
def several(window: MainWindow) -> Iterator[QWidget]:
    """Several candidates for a plural expression."""
    window.actions_by_name["select-several"].trigger()
    press(window, Qt.Key.Key_Down)
    settle()
    yield window
    window.actions_by_name["select-several"].trigger()
    press(window, Qt.Key.Key_Up)
    settle()


@contextmanager
def suggestions(window: MainWindow) -> Iterator[QWidget]:
    """Words of the model for the selected mask."""
    window.actions_by_name["suggest"].trigger()
    suggesting = window.workspace.session.help.suggestions
    wait_for(lambda: suggesting.state is SuggestionState.READY)
    yield window
    suggesting.dismiss()


@contextmanager
def lint_hints(window: MainWindow) -> Iterator[QWidget]:
    """An expression with a slip and a contradiction."""
    before = window.box.text()
    type_and_wait(window, "the stripd red mug on the right")
    settle()
    yield window
    type_and_wait(window, before)


@contextmanager
def statistics(window: MainWindow) -> Iterator[QWidget]:
    """The statistics, counted and drawn."""
    shown = open_dialog(window, "statistics")
    settle()
    wait_for(lambda: not shown.state.text())  # type: ignore[attr-defined]
    yield shown
    close(shown)


@contextmanager
def empty_filter(window: MainWindow) -> Iterator[QWidget]:
    """A filter that nothing matches."""
    window.images.filter_box.setText("nosuchpicture")
    settle()
    yield window
    window.images.filter_box.clear()
    settle()


@contextmanager
def refusals(window: MainWindow) -> Iterator[QWidget]:
    """What the notice bar says of a folder that is not there."""
    failed: list[object] = []
    window.workspace.project.open_failed.connect(failed.append)
    window.workspace.open_path(Path("/pictures/street scenes"))
    wait_for(lambda: bool(failed))
    yield window
    for message in window.notices.messages:
        window.workspace.notices.withdraw(message.key)


def close(shown: QDialog) -> None:
    """Close a dialog and wait until it is gone."""
    gone: list[bool] = []
    shown.destroyed.connect(lambda: gone.append(True))
    deleting = shown.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.close()
    if deleting:
        wait_for(lambda: bool(gone))


BEFORE: dict[str, Screen] = {"welcome": sized(USUAL)}
"""Before a project is open."""

WORKING: dict[str, Screen] = {
    "window": sized(USUAL),
    "window-small": sized(SMALL),
    "window-large": sized(LARGE),
    "filter-empty": empty_filter,
    "hints": lint_hints,
    "suggestions": suggestions,
    "repair": repair,
    "several": several,
    "notices": refusals,
    "drop": drop_hint,
    "palette": palette,
    "keys": dialog("key-sheet"),
    "settings": dialog("settings"),
    "settings-keys": keys_with_conflict,
    "settings-search": searched_settings,
    "method": dialog("choose-method"),
    "category": dialog("change-category"),
    "categories": dialog("categories"),
    "filter-help": dialog("filter-help"),
    "analyses": dialog("analyses-on-disk"),
    "models": models,
    "about": dialog("about"),
}
"""With an expression typed and ranked."""

DECIDED: dict[str, Screen] = {
    "decided": sized(USUAL),
    "statistics": statistics,
    "batch-report": dialog("batch-report"),
}
"""After some decisions."""

LARGE_TEXT = ("window", "settings", "keys")
"""Drawn once more at 200 %."""


def begin(window: MainWindow) -> None:
    """Open the sample project and type."""
    window.workspace.open_sample()
    wait_for(lambda: window.workspace.desk.phase.name == "READY")
    go_to(window, "mugs.jpg")
    type_and_wait(window, EXPRESSION)
