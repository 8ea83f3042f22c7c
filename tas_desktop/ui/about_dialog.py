"""The About box: what this is, its licence, and those of everything it stands on."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tas_desktop import __version__
from tas_desktop.config.licences import Verdict, list_own_libraries
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.fonts import keep_enlarged
from tas_desktop.ui.icons import render

if TYPE_CHECKING:
    from tas_desktop.config.licences import Library
    from tas_desktop.ui.theme import Theme

ENLARGED = 1.5
WIDTH, HEIGHT = 560, 520  # room for some of the libraries


class AboutDialog(QDialog):
    """Version and licences; all of it can be copied into a report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About TAS Desktop"))
        mark = QLabel(self)
        mark.setPixmap(render("app", theme.tones.accent, 56))
        title = _label(f"TAS Desktop {__version__}", self)
        title.setObjectName("title")
        keep_enlarged(title, ENLARGED)
        purpose = _label(self.tr("Type what you mean, pick the mask, export.\nApache License 2.0."), self)
        versions = _label(f"Python {platform.python_version()}  ·  Qt {qVersion()}", self)
        versions.setObjectName("muted")
        heading = _label(self.tr("Libraries and their licences"), self)
        heading.setObjectName("heading")
        self.libraries = QPlainTextEdit(self)
        self.libraries.setReadOnly(True)
        self.libraries.setTabChangesFocus(True)
        self.libraries.setAccessibleName(self.tr("Libraries and their licences"))
        self.libraries.setPlainText("\n".join(_describe(library) for library in list_own_libraries()))
        qt = _label(
            self.tr("Qt and PySide6 are used under the LGPL 3.0 and can be exchanged for another build."),
            self,
        )
        qt.setObjectName("muted")
        qt.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(3)
        for line in (title, purpose, versions):
            words.addWidget(line)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(self.libraries, 1)
        layout.addWidget(qt)
        layout.addLayout(self._buttons())
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def _buttons(self) -> QHBoxLayout:
        copy_all = QPushButton(self.tr("Copy"), self)
        copy_all.clicked.connect(self._on_copy)
        close = QPushButton(self.tr("Close"), self)
        for button in (copy_all, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.accept)
        close.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(copy_all)
        buttons.addStretch(1)
        buttons.addWidget(close)
        return buttons

    @Slot()
    def _on_copy(self) -> None:
        head = f"TAS Desktop {__version__}\nPython {platform.python_version()}\nQt {qVersion()}\n"
        QGuiApplication.clipboard().setText(f"{head}{platform.platform()}\n\n{self.libraries.toPlainText()}")


def _describe(library: Library) -> str:
    """Name, version and the licence that is made use of."""
    used = "LGPL-3.0-only" if library.verdict is Verdict.QT_LIBRARY else library.licence or "?"
    return f"{library.name} {library.version}  –  {used}"


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
