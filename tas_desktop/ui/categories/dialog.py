"""Editing the project's categories in place: names, the words that lead to them, and their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.domain.category import FALLBACK_CATEGORY
from tas_desktop.domain.errors import KnownError
from tas_desktop.session.category_table import CategoryTableModel, Column

if TYPE_CHECKING:
    from tas_desktop.session.project_session import ProjectSession

_LONGEST_NAME = 100
_NAME_WIDTH, _GROUP_WIDTH = 170, 120


class CategoryDialog(QDialog):
    """Beside the work, never in its way; each edit is stored at once and undone like a decision."""

    def __init__(self, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("categories")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = CategoryTableModel(project, self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.table = self._make_table()
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.add_button, self.remove_button, self._close = (QPushButton(self) for _ in range(3))
        for button in (self.add_button, self.remove_button, self._close):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._awaited = ""
        self.retranslate()
        self.resize(self.sizeHint())  # else the wrapped label's height for width decides
        self.model.reload()

    def sizeHint(self) -> QSize:
        """Room for the words of a category."""
        return QSize(720, 520)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Categories of the project"))
        self.search.setPlaceholderText(self.tr("Filter"))
        self.search.setAccessibleName(self.tr("Filter"))
        self.table.setAccessibleName(self.tr("Categories"))
        self.name.setPlaceholderText(self.tr("New category"))
        self.name.setAccessibleName(self.tr("New category"))
        self.add_button.setText(self.tr("Add"))
        self.remove_button.setText(self.tr("Remove"))
        self._close.setText(self.tr("Close"))
        self.model.set_headings([self.tr("Category"), self.tr("Words that lead to it"), self.tr("Group")])
        self._explain()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        heading = table.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(Column.NAME, _NAME_WIDTH)
        table.setColumnWidth(Column.GROUP, _GROUP_WIDTH)
        return table

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.addWidget(self.name, 1)
        adding.addWidget(self.add_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addLayout(adding)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.model.set_filter)
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.accept)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.model.modelReset.connect(self._on_reset)
        self.model.edited.connect(self._explain)
        self.model.refused.connect(self._on_refused)
        self._refresh()

    @Slot()
    def _on_add(self) -> None:
        name = " ".join(self.name.text().lower().split())
        if name:
            self._awaited = name
            self.model.add(name)
            self.name.clear()

    @Slot()
    def _on_remove(self) -> None:
        category = self.model.category_at(self.table.currentIndex().row())
        if category is not None:
            self.model.remove(category.name)

    @Slot()
    def _on_reset(self) -> None:
        """Show what was added."""
        row = self.model.row_of(self._awaited) if self._awaited else None
        if row is not None:
            self._awaited = ""
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        category = self.model.category_at(self.table.currentIndex().row())
        self.remove_button.setEnabled(category is not None and category.name != FALLBACK_CATEGORY)
        self.add_button.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _explain(self) -> None:
        self.said.setText(
            self.tr(
                "A head noun that is a category or one of its words gives an object that category. Groups "
                "are the supercategories of exports. Change a cell with F2 or a double click; commas part "
                "the words. Undo takes back each change."
            )
        )

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self._awaited = ""
        self.said.setText(f"⚠ {error}" if isinstance(error, KnownError) else f"⚠ {error!r}")
