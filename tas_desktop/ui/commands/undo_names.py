"""Undo and redo say in the menu what they would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.storage.rows import EventKind
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.storage.rows import EventRow
    from tas_desktop.ui.main_window import MainWindow

LONGEST_SHOWN = 30


class UndoNames(CommandGroup):
    """Names the two actions after the project's history."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session.project.history_changed.connect(self._on_history)
        self._on_history()

    def retranslate(self, _retranslation: object) -> None:
        """The names, in the language of the window."""
        self._on_history()

    @Slot()
    def _on_history(self) -> None:
        history = self._session.project.history
        self._name("undo", self.tr("Undo"), history.done[-1] if history.done else None)
        self._name("redo", self.tr("Redo"), history.undone[-1] if history.undone else None)

    def _name(self, name: str, verb: str, event: EventRow | None) -> None:
        action = self._actions[name]
        action.setEnabled(event is not None)
        action.setText(verb if event is None else f"{verb}: {self._describe(event)}".replace("&", "&&"))

    def _describe(self, event: EventRow) -> str:
        names = {
            EventKind.DECIDED: self.tr("decision on “{0}”"),
            EventKind.EXPRESSION_ADDED: self.tr("adding “{0}”"),
            EventKind.EXPRESSION_EDITED: self.tr("editing “{0}”"),
            EventKind.EXPRESSION_REMOVED: self.tr("removing an expression"),
            EventKind.CATEGORY_SET: self.tr("category {0}"),
        }
        value = event.value or ""
        shown = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
        return names.get(event.kind, event.kind.value).replace("{0}", shown)
