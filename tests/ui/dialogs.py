"""Opening every dialog of the window, for tests that look at all of them."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.driving import WAIT_MS

OPENERS = (
    *("settings", "key-sheet", "about", "show-log", "command-palette", "filter-help", "statistics"),
    *("batch-report", "analyses-on-disk", "models-and-profiles", "choose-method", "change-category"),
    *("flag", "categories", "compare-methods"),
    *("hand-out", "bring-back", "deal-splits", "replaced-pictures"),
    *("export-dataset", "import-dataset"),
)
"""Actions that open a dialog of ours, which does not keep the window waiting."""

POPUPS = ("command-palette", "choose-method", "change-category", "flag")
"""Those that a click beside them closes."""


@contextmanager
def open_dialog(qtbot, window, name):
    """Trigger the action, hand out the dialog that it opens, and close that."""
    before = set(dialogs(window))
    window.actions_by_name[name].trigger()
    qtbot.waitUntil(lambda: bool(set(dialogs(window)) - before), timeout=WAIT_MS)
    (dialog,) = set(dialogs(window)) - before
    try:
        yield dialog
    finally:
        dialog.close()
        QApplication.sendPostedEvents(None, 0)


def dialogs(window) -> list[QDialog]:
    """The dialogs that are open."""
    return [widget for widget in window.findChildren(QDialog) if widget.isVisible()]
