"""Undo and redo say in the menu what they would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.storage.rows import EventKind
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.repair.step_names import step_name

if TYPE_CHECKING:
    from tas_desktop.storage.rows import EventRow
    from tas_desktop.ui.main_window import MainWindow

LONGEST_SHOWN = 30
_NAMED_BY_VALUE = (
    EventKind.DECIDED,
    EventKind.EXPRESSION_ADDED,
    EventKind.EXPRESSION_EDITED,
    EventKind.CATEGORY_SET,
    EventKind.IMAGES_MOVED,
    EventKind.PICTURES_TAKEN,
    EventKind.SPLITS_SET,
)


class UndoNames(CommandGroup):
    """Names the two actions after the project's history."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session.project.history_changed.connect(self._on_history)
        self._session.repair.steps_changed.connect(self._on_history)
        self._on_history()

    def retranslate(self, _retranslation: object) -> None:
        """The names, in the language of the window."""
        self._on_history()

    @Slot()
    def _on_history(self) -> None:
        """While a mask is repaired its steps come first, as they do for the keys."""
        repair, history = self._session.repair, self._session.project.history
        if repair.is_active:
            done, undone = ([step_name(how) for how in steps] for steps in (repair.can_undo, repair.can_redo))
        else:
            done, undone = ([self._describe(event) for event in steps[-1:]] for steps in history)
        self._name("undo", self.tr("Undo"), done[-1] if done else "")
        self._name("redo", self.tr("Redo"), undone[-1] if undone else "")

    def _name(self, name: str, verb: str, what: str) -> None:
        action = self._actions[name]
        action.setEnabled(bool(what))
        action.setText(f"{verb}: {what}".replace("&", "&&") if what else verb)

    def _describe(self, event: EventRow) -> str:
        names = {
            EventKind.DECIDED: self.tr("decision on “{0}”"),
            EventKind.EXPRESSION_ADDED: self.tr("adding “{0}”"),
            EventKind.EXPRESSION_EDITED: self.tr("editing “{0}”"),
            EventKind.EXPRESSION_REMOVED: self.tr("removing an expression"),
            EventKind.EXPRESSIONS_ORDERED: self.tr("ordering the expressions"),
            EventKind.CATEGORY_SET: self.tr("category {0}"),
            EventKind.CATEGORY_WRITTEN: self.tr("editing a category"),
            EventKind.CATEGORY_REMOVED: self.tr("removing a category"),
            EventKind.IMAGES_MOVED: self.tr("finding {0} moved pictures"),
            EventKind.PICTURES_TAKEN: self.tr("taking {0} replaced pictures"),
            EventKind.SPLITS_SET: self.tr("putting {0} pictures into splits"),
            EventKind.IMPORTED: self.tr("importing {0}"),
        }
        value = (event.value or "") if event.kind in _NAMED_BY_VALUE else ""
        if event.kind is EventKind.IMPORTED:
            value = event.imported_name
        shown = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
        return names.get(event.kind, event.kind.value).replace("{0}", shown)
