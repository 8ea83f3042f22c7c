"""The settings dialog: what is changed holds at once; there is nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.settings.keys_page import KeysPage
from tas_desktop.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from tas_desktop.session.preferences import Preferences
    from tas_desktop.ui.actions.shortcuts import Shortcuts
    from tas_desktop.ui.theme import Theme

WIDTH, HEIGHT = 720, 600  # room for two columns


class SettingsDialog(QDialog):
    """Two pages, settings and keys, under one search."""

    def __init__(
        self, preferences: Preferences, shortcuts: Shortcuts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.search = QLineEdit(self)
        self.search.setObjectName("settings-search")
        self.search.setPlaceholderText(self.tr("Search settings and keys"))
        self.search.setAccessibleName(self.tr("Search settings and keys"))
        self.search.setClearButtonEnabled(True)
        self.pages = QTabWidget(self)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.tabBar().setAccessibleName(self.tr("Pages"))
        self.pages.setDocumentMode(True)
        self.settings_page = SettingsPage(preferences, theme, self)
        self.keys_page = KeysPage(shortcuts, self)
        self.pages.addTab(self.settings_page, self.tr("Settings"))
        self.pages.addTab(self.keys_page, self.tr("Keys"))
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)  # Enter belongs to the field it is pressed in
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.search.textChanged.connect(self._on_search)
        self.search.setFocus()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def retranslate(self, _retranslation: object) -> None:
        """The tabs, whose texts are no property."""
        for page, text in ((self.settings_page, self.tr("Settings")), (self.keys_page, self.tr("Keys"))):
            self.pages.setTabText(self.pages.indexOf(page), text)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        """Search both pages; go to the one that has something where the other has nothing."""
        found = (self.settings_page.search(text), self.keys_page.search(text))
        current = self.pages.currentIndex()
        if text.strip() and not found[current] and found[1 - current]:
            self.pages.setCurrentIndex(1 - current)
