"""What the window shows before a project is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tas_desktop.ui.first_steps import FirstSteps
from tas_desktop.ui.fonts import keep_enlarged
from tas_desktop.ui.icons import icon, render
from tas_desktop.ui.opening.recent_list import RecentList

if TYPE_CHECKING:
    from tas_desktop.session.recent_projects import RecentProjects
    from tas_desktop.ui.actions import ActionSet
    from tas_desktop.ui.theme import Theme

ENLARGED = 1.8


class Welcome(QWidget):
    """Two ways to begin, and the projects opened last; without any, what the work is like."""

    def __init__(
        self, actions: ActionSet, recent: RecentProjects, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._theme = theme
        self._mark = QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mark.setPixmap(render("app", theme.tones.accent, 96))
        title = QLabel(self.tr("Type what you mean, pick the mask"), self)
        title.setObjectName("title")
        keep_enlarged(title, ENLARGED)
        detail = QLabel(
            self.tr("Open a folder of pictures, or drop one here. Every decision is saved as you make it."),
            self,
        )
        detail.setObjectName("muted")
        for label in (title, detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.open_button = QPushButton(self.tr("Open a folder …"), self)
        self.open_button.setObjectName("primary")
        self.open_button.clicked.connect(actions["open-folder"].trigger)
        self.sample_button = QPushButton(self.tr("Open the sample project"), self)
        self.sample_button.setObjectName("open-sample-button")
        self.sample_button.clicked.connect(actions["open-sample"].trigger)
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.recent = RecentList(recent, self)
        self.steps = FirstSteps(theme, self)
        self._projects = recent
        recent.changed.connect(self._on_recent)
        self._lay_out(title, detail)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_recent()

    def _lay_out(self, title: QLabel, detail: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self.open_button, self.sample_button):
            button.setIconSize(QSize(18, 18))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(3)
        layout.addWidget(self._mark)
        layout.addSpacing(14)
        layout.addWidget(title)
        layout.addSpacing(4)
        layout.addWidget(detail)
        layout.addSpacing(22)
        layout.addLayout(buttons)
        layout.addSpacing(14)
        layout.addWidget(self.state)
        layout.addSpacing(6)
        layout.addWidget(self.recent, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(4)

    @Slot()
    def _on_recent(self) -> None:
        self.steps.setVisible(not self._projects.entries)

    @Slot()
    def _on_theme(self) -> None:
        tones = self._theme.tones
        self.open_button.setIcon(icon("folder-open", tones.on_accent))
        self.sample_button.setIcon(icon("sample", tones.text))
