"""Which key does what: every action with its keys, changed by pressing the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.actions.building import translated
from tas_desktop.ui.actions.table import ACTIONS
from tas_desktop.ui.wording import plain_label

if TYPE_CHECKING:
    from tas_desktop.ui.actions.shortcuts import Conflict, Shortcuts

NAME_ROLE = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A table of actions; below it the key of the selected one, and what stands against another."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._conflict: Conflict | None = None
        self.table = QTableWidget(0, 3, self)
        self.table.setObjectName("keys-table")
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(left)
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        for inside in self.edit.findChildren(QWidget):  # the line in it is what has the focus
            inside.setAccessibleName(self.tr("New key"))
        self._whose = _label(self)
        self._warning = _label(self)
        self._warning.setObjectName("warning-text")
        self._warning.setWordWrap(True)
        self.take_button = QPushButton(self.tr("Take it over"), self)
        self.default_button = QPushButton(self.tr("Default"), self)
        self.restore_button = QPushButton(self.tr("Restore all defaults"), self)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.edit.keySequenceChanged.connect(self._on_key)
        self.take_button.clicked.connect(self._on_take)
        self.default_button.clicked.connect(self._on_default)
        self.restore_button.clicked.connect(shortcuts.reset_all)
        shortcuts.changed.connect(self.refresh)
        self.refresh()
        self.table.setCurrentCell(0, 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._whose, 1)
        line.addWidget(self.edit)
        line.addWidget(self.default_button)
        below = QHBoxLayout()
        below.addWidget(self._warning, 1)
        below.addWidget(self.take_button)
        below.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addLayout(below)

    @property
    def selected(self) -> str:
        """Name of the selected action; empty for none."""
        item = self.table.item(self.table.currentRow(), 0)
        return "" if item is None else str(item.data(NAME_ROLE))

    def select(self, name: str) -> None:
        """Select an action by name."""
        for row in range(self.table.rowCount()):
            if self.table.model().index(row, 0).data(NAME_ROLE) == name:
                self.table.setCurrentCell(row, 0)

    @Slot()
    def refresh(self) -> None:
        """Show names and keys as they are now."""
        selected = self.selected
        blocked = self.table.blockSignals(True)
        heads = [self.tr("Command"), self.tr("Keys"), self.tr("Menu")]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(ACTIONS))
        for line, row in enumerate(ACTIONS):
            keys = ", ".join(_native(QKeySequence(key)) for key in self._shortcuts.keys_of(row.name))
            texts = (self._shortcuts.name_of(row.name), keys, plain_label(translated(row.menu.value)))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(NAME_ROLE, row.name)
                font = item.font()
                font.setBold(column == 1 and not self._shortcuts.is_default(row.name))
                item.setFont(font)
                self.table.setItem(line, column, item)
        self.select(selected)
        self.table.blockSignals(blocked)
        self._on_selected()
        self.restore_button.setEnabled(bool(self._shortcuts.overrides))

    def retranslate(self, _retranslation: object) -> None:
        """Names of commands and menus are composed here."""
        self.refresh()

    def search(self, text: str) -> int:
        """Leave the commands whose name or keys have all words; returns how many those are."""
        words, count = text.lower().split(), 0
        for row in range(self.table.rowCount()):
            cells = (self.table.model().index(row, column).data() for column in range(3))
            shown = " ".join(cells).lower()
            hidden = not all(word in shown for word in words)
            self.table.setRowHidden(row, hidden)
            count += not hidden
        return count

    @Slot()
    def _on_selected(self) -> None:
        name = self.selected
        for widget in (self.edit, self.default_button):
            widget.setEnabled(bool(name))
        self._whose.setText(self._shortcuts.name_of(name) if name else "")
        keys = self._shortcuts.keys_of(name) if name else ()
        self._show_key(QKeySequence(keys[0]) if keys else QKeySequence())
        self.default_button.setEnabled(bool(name) and not self._shortcuts.is_default(name))

    def _show_key(self, sequence: QKeySequence) -> None:
        blocked = self.edit.blockSignals(True)
        self.edit.setKeySequence(sequence)
        self.edit.blockSignals(blocked)
        self._warn(None)

    def _warn(self, conflict: Conflict | None) -> None:
        self._conflict = conflict
        text = "" if conflict is None else self.tr("This key is taken: {0}.").format(conflict.reason)
        self._warning.setText(text)
        self.take_button.setVisible(conflict is not None and bool(conflict.action))

    @Slot(QKeySequence)
    def _on_key(self, sequence: QKeySequence) -> None:
        """Take a free key at once; say of another what it does."""
        name = self.selected
        if not name:
            return
        conflict = None if sequence.isEmpty() else self._shortcuts.conflict_of(sequence, name=name)
        self._warn(conflict)
        if conflict is None:
            self._shortcuts.assign(name, [sequence])

    @Slot()
    def _on_take(self) -> None:
        if self._conflict is not None and self._conflict.action:
            self._shortcuts.assign(self.selected, [self.edit.keySequence()])

    @Slot()
    def _on_default(self) -> None:
        self._shortcuts.reset(self.selected)


def _native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
