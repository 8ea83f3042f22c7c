"""The recent projects on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tas_desktop.ui.wording import as_plain_tool_tip, shortened

if TYPE_CHECKING:
    from tas_desktop.session.recent_projects import RecentEntry, RecentProjects

MOST_SHOWN = 5
LONGEST = 60
WIDTH = 460


class RecentList(QWidget):
    """A button each: name above, folder below; all of it goes where there is none.

    Signals:
        chosen: path of a project file.
    """

    chosen = Signal(object)

    def __init__(self, recent: RecentProjects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent-list")
        self._recent = recent
        self._heading = QLabel(self.tr("Recent projects"), self)
        self._heading.setObjectName("heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._heading)
        self.setFixedWidth(WIDTH)
        self.buttons: list[QPushButton] = []
        recent.changed.connect(self._fill)
        self._fill()

    def retranslate(self, _retranslation: object) -> None:
        """Its buttons are composed here."""
        self._fill()

    @Slot()
    def _fill(self) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        entries = self._recent.entries[:MOST_SHOWN]
        self.buttons = [self._button(entry) for entry in entries]
        for button in self.buttons:
            self._layout.addWidget(button)
        self.setVisible(bool(entries))

    def _button(self, entry: RecentEntry) -> QPushButton:
        project = entry.project
        folder = shortened(str(project.file.parent), LONGEST)
        below = folder if entry.is_there else self.tr("missing: {0}").format(folder)
        button = QPushButton(f"{project.name}\n{below}".replace("&", "&&"), self)
        button.setObjectName("recent")
        button.setProperty("file", str(project.file))
        button.setToolTip(as_plain_tool_tip(str(project.file)))
        button.setAccessibleName(f"{project.name}, {below}")
        button.setEnabled(entry.is_there)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self._recent.entries[self.buttons.index(button)].project.file)
