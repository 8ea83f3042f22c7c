"""File > Open recent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tas_desktop.ui.wording import shortened

if TYPE_CHECKING:
    from tas_desktop.session.recent_projects import RecentEntry, RecentProjects

LONGEST = 70


class RecentMenu(QMenu):
    """The projects opened last; those that are not there are marked and cannot be chosen.

    Signals:
        chosen: path of a project file.
    """

    chosen = Signal(object)

    def __init__(self, recent: RecentProjects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu-recent")
        self._recent = recent
        recent.changed.connect(self._fill)
        self.aboutToShow.connect(recent.refresh)
        self._fill()

    def retranslate(self, _retranslation: object) -> None:
        """Its entries are composed here."""
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.setTitle(self.tr("Open recent"))
        self.clear()
        entries = self._recent.entries
        for entry in entries:
            action = self.addAction(describe_entry(entry, missing=self.tr("missing")).replace("&", "&&"))
            action.setData(entry.project.file)
            action.setEnabled(entry.is_there)
            action.triggered.connect(self._on_chosen)
        self.addSeparator()
        if any(not entry.is_there for entry in entries):
            self.addAction(self.tr("Forget the missing ones")).triggered.connect(self._recent.forget_missing)
        self.addAction(self.tr("Clear this list")).triggered.connect(self._recent.clear)
        self.menuAction().setEnabled(bool(entries))

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())


def describe_entry(entry: RecentEntry, *, missing: str) -> str:
    """Name, folder, and whether it is missing: in words, not by colour alone."""
    text = f"{entry.project.name}  –  {shortened(str(entry.project.file.parent), LONGEST)}"
    return text if entry.is_there else f"{text}  ({missing})"
