"""The comparison page with figures in it, and what it outlines on the canvas."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pictures.driving import open_dialog, settle, wait_for
from pictures.screens import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QDialog, QWidget  # noqa: TID251 - what is drawn

    from tas_desktop.ui.comparison.page import ComparisonPage
    from tas_desktop.ui.main_window import MainWindow


def _compared(window: MainWindow) -> tuple[QDialog, ComparisonPage]:
    """The page, once both methods are measured and the first case is drawn."""
    from tas_desktop.ui.comparison.page import ComparisonPage

    shown = open_dialog(window, "compare-methods")
    page = window.findChild(ComparisonPage)
    assert page is not None
    comparing = window.workspace.comparing
    if comparing.comparison is None:
        wait_for(page.run_button.isEnabled)
        page.run_button.click()
        wait_for(lambda: comparing.comparison is not None and not comparing.is_running)
    page.show_last()
    wait_for(lambda: page.view.picture.is_drawn)
    return shown, page


@contextmanager
def comparison(window: MainWindow) -> Iterator[QWidget]:
    """Two methods on what was accepted."""
    shown, page = _compared(window)
    settle()
    yield page
    close(shown)


@contextmanager
def compared(window: MainWindow) -> Iterator[QWidget]:
    """The main window after a click on a row: both masks on the canvas."""
    shown, page = _compared(window)
    page.cases.activated.emit(page.cases.currentIndex())
    wait_for(lambda: window.canvas.compared.is_shown and window.workspace.desk.phase.name == "READY")
    settle()
    yield window
    close(shown)
