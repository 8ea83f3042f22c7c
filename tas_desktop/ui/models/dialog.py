"""Models and profiles: what there is, what it takes, getting it, and putting it to work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tas_desktop.ui.dialog_parts import describe_error, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.models.profile_list import ProfileDelegate, ProfileRows
from tas_desktop.ui.models.profile_page import ProfilePage
from tas_desktop.ui.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.session.models.model_desk import ModelDesk
    from tas_desktop.ui.theme import Theme

WIDTH, HEIGHT = 940, 640
LIST_LETTERS = 33


class ModelsDialog(QDialog):
    """Not modal; downloads go on when it is closed."""

    def __init__(self, models: ModelDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._models, self._theme = models, theme
        self.list = RowList("profiles", self)
        self._rows = ProfileRows(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(ProfileDelegate(theme, self.list))
        self.list.setFixedWidth(LIST_LETTERS * self.fontMetrics().averageCharWidth())
        self.page = ProfilePage(models, self)
        self.said, self.promise = make_label("warning-text", self), make_label("muted", self)
        self.close_button = QPushButton(self)
        self.close_button.setAutoDefault(False)
        self._awaited = models.in_use
        self._lay_out()
        self.retranslate()
        self.close_button.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.escape_pressed.connect(self.accept)
        self.page.copy_wanted.connect(models.shelf.copy)
        models.shelf.surveyed.connect(self._show)
        models.shelf.copied.connect(self._on_copied)
        models.shelf.failed.connect(self._on_failed)
        models.downloads.failed.connect(self._on_model_failed)
        models.upkeep.failed.connect(self._on_model_failed)
        models.changed.connect(self._show)
        theme.changed.connect(self.list.viewport().update)
        fit_dialog(self, width=WIDTH, height=HEIGHT)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew when it opens."""
        super().showEvent(event)
        if not event.spontaneous():
            self._models.shelf.survey()
            self.list.setFocus()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Models and profiles"))
        self.list.setAccessibleName(self.tr("Profiles"))
        self.close_button.setText(self.tr("Close"))
        self.promise.setText(
            self.tr(
                "Nothing is fetched unless you ask for it here. Pictures and texts never leave this computer."
            )
        )

    def choose(self, name: str) -> None:
        """Show this profile, now or once it is known."""
        self._awaited = name
        self._show()

    @Slot()
    def _show(self) -> None:
        current = self._rows.profile_at(self.list.currentIndex().row())
        wanted = self._awaited or ("" if current is None else current.name)
        self._rows.show_profiles(self._models.shelf.profiles, in_use=self._models.in_use)
        row = self._rows.row_of(wanted)
        if row is not None:
            self._awaited = ""
            self.list.setCurrentIndex(self._rows.index(row))
        elif not self.list.currentIndex().isValid() and self._rows.rowCount():
            self.list.setCurrentIndex(self._rows.index(0))
        self.page.show_profile(self._rows.profile_at(self.list.currentIndex().row()))

    @Slot(QModelIndex)
    def _on_current(self, current: QModelIndex) -> None:
        self._say("")
        self.page.show_profile(self._rows.profile_at(current.row()))

    @Slot(object)
    def _on_copied(self, file: Path) -> None:
        """Show the copy, and open its file in the person's own editor."""
        self._awaited = file.stem
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        self._say(self.tr("Your copy is {0}. Change it there, then open this window again.").format(file))

    @Slot(str, object)
    def _on_model_failed(self, _model_id: str, error: BaseException) -> None:
        self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        self._say(describe_error(error))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list)
        sides.addWidget(self.page, 1)
        below = QHBoxLayout()
        below.addWidget(self.promise, 1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(sides, 1)
        layout.addWidget(self.said)
        layout.addLayout(below)
        self.said.hide()
