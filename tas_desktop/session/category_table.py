"""The project's category table as an item model that can be edited in place."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from shiboken6 import isValid

from tas_desktop.domain.category import FALLBACK_CATEGORY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.domain.category import Category, CategoryTable
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import UndoHistory

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What the columns show."""

    NAME = 0
    WORDS = 1
    GROUP = 2


class CategoryTableModel(QAbstractTableModel):
    """Rows by name behind a filter; each edit goes to the project's lane and is one undoable step.

    Signals:
        refused: why an edit was not made (a ``KnownError``).
        edited: the table differs.
    """

    refused = Signal(object)
    edited = Signal()

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._all: tuple[Category, ...] = ()
        self._rows: list[Category] = []
        self._filter = ""
        self._headings: tuple[str, ...] = ("", "", "")
        project.opened.connect(self.reload)
        project.reverted.connect(self.reload)
        project.watch.changed.connect(self.reload)

    def set_headings(self, headings: Sequence[str]) -> None:
        """Texts above the columns."""
        self._headings = tuple(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def set_filter(self, text: str) -> None:
        """Show only categories with a word that holds the text."""
        self._filter = " ".join(text.lower().split())
        self._show()

    def category_at(self, row: int) -> Category | None:
        """The category in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, name: str) -> int | None:
        """The row of a category, None where it is hidden or gone."""
        return next((row for row, category in enumerate(self._rows) if category.name == name), None)

    def add(self, name: str) -> None:
        """Add a category."""
        annotator = self._project.annotator
        self._edit(lambda store: store.categories.add(name, annotator=annotator))

    def remove(self, name: str) -> None:
        """Take a category out; what has it becomes ``object`` until an undo."""
        annotator = self._project.annotator
        self._edit(lambda store: store.categories.remove(name, annotator=annotator))

    @Slot()
    def reload(self) -> None:
        """Read the table anew."""
        store = self._project.store
        if store is not None:
            self._project.ask(store.categories.table, then=self._take, otherwise=self._refuse)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Categories that pass the filter."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Name, words, group."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, the same for showing and editing."""
        category = self.category_at(index.row())
        if category is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return _shown(category, Column(index.column()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be edited, but for the name of ``object``."""
        flags = super().flags(index)
        category, store = self.category_at(index.row()), self._project.store
        if category is None or store is None or store.read_only_reason is not None:
            return flags
        is_kept = category.name == FALLBACK_CATEGORY and index.column() == Column.NAME
        return flags if is_kept else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write an edit; the row follows when the project has it."""
        category = self.category_at(index.row())
        if category is None or role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        name, annotator = category.name, self._project.annotator
        if index.column() == Column.NAME:
            self._edit(lambda store: store.categories.rename(name, to=str(value), annotator=annotator))
        elif index.column() == Column.GROUP:
            self._edit(lambda store: store.categories.set_group(name, group=str(value), annotator=annotator))
        else:
            words = [word for word in str(value).split(",") if word.strip()]
            self._edit(lambda store: store.categories.set_synonyms(name, synonyms=words, annotator=annotator))
        return True

    def _edit(self, change: Callable[[ProjectStore], object]) -> None:
        store, annotator = self._project.store, self._project.annotator
        if store is None:
            return

        def run() -> tuple[CategoryTable, UndoHistory]:
            change(store)
            return store.categories.table(), store.undo_history(annotator)

        def take(outcome: tuple[CategoryTable, UndoHistory]) -> None:
            self._project.take_history(outcome[1])
            self._take(outcome[0])
            if isValid(self):
                self.edited.emit()

        self._project.ask(run, then=take, otherwise=self._refuse)

    def _refuse(self, error: BaseException) -> None:
        if isValid(self):
            self.refused.emit(error)

    def _take(self, table: CategoryTable) -> None:
        """Show what was read, unless the dialog has been closed meanwhile."""
        if not isValid(self):
            return
        self._all = tuple(sorted(table.categories, key=lambda category: category.name))
        self._show()

    def _show(self) -> None:
        rows = [category for category in self._all if self._passes(category)]
        if rows == self._rows:
            return
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._replace(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _replace(self, rows: list[Category]) -> None:
        """Tell only of cells that differ: a view fills an open editor anew when its cell is told of."""
        before, self._rows = self._rows, rows
        for row, (old, new) in enumerate(zip(before, rows, strict=True)):
            for column in Column:
                if _shown(old, column) != _shown(new, column):
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _passes(self, category: Category) -> bool:
        return any(
            self._filter in word for word in (category.name, category.supercategory, *category.synonyms)
        )


def _shown(category: Category, column: Column) -> str:
    return (category.name, ", ".join(category.synonyms), category.supercategory)[column]
