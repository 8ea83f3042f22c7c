"""Notices above the canvas: never modal, each with a shape for its severity and a way to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.session.notices import Severity
from tas_desktop.ui.icons import icon, render

if TYPE_CHECKING:
    from tas_desktop.session.notices import Message, NoticeBoard
    from tas_desktop.ui.actions import ActionSet
    from tas_desktop.ui.theme import Theme

FADE_MS = 7000
MOST_SHOWN = 3


class NoticeStrip(QFrame):
    """One message."""

    dismissed = Signal(object)  # NoticeStrip

    def __init__(
        self, message: Message, theme: Theme, actions: ActionSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.message = message
        self.setObjectName("notice")
        self.setProperty("severity", message.severity.value)
        tones = theme.tones
        colour = {
            Severity.INFO: tones.accent,
            Severity.WARNING: tones.warning,
            Severity.ERROR: tones.error,
        }[message.severity]
        mark = QLabel(self)
        mark.setPixmap(render(message.severity.value, colour, 18))
        mark.setAccessibleName(message.severity.value)
        text = QLabel(f"{message.text} {message.next_step}".strip(), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QToolButton(self)
        close.setIcon(icon("close", tones.muted))
        close.setIconSize(QSize(14, 14))
        close.setToolTip(self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.clicked.connect(self._on_close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.setSpacing(9)
        layout.addWidget(mark)
        layout.addWidget(text, 1)
        if message.action:
            action = actions[message.action]
            button = QPushButton(action.text(), self)
            button.clicked.connect(action.trigger)
            button.clicked.connect(self._on_close)
            layout.addWidget(button)
        layout.addWidget(close)
        if not message.lasting:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(self._on_close)
            timer.start(FADE_MS)

    @Slot()
    def _on_close(self) -> None:
        self.dismissed.emit(self)


class NoticeBar(QWidget):
    """The newest messages, at most three."""

    def __init__(
        self, board: NoticeBoard, theme: Theme, actions: ActionSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self._theme, self._actions = theme, actions
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._strips: list[NoticeStrip] = []
        board.posted.connect(self._on_posted)
        board.withdrawn.connect(self._on_withdrawn)
        theme.changed.connect(self._on_theme)
        self.hide()

    @property
    def messages(self) -> list[Message]:
        """What is shown, oldest first."""
        return [strip.message for strip in self._strips]

    @Slot(object)
    def _on_posted(self, message: Message) -> None:
        if message.key:
            self._on_withdrawn(message.key)
        strip = NoticeStrip(message, self._theme, self._actions, self)
        strip.dismissed.connect(self._remove)
        self._strips.append(strip)
        self._layout.addWidget(strip)
        while len(self._strips) > MOST_SHOWN:
            self._remove(self._strips[0])
        self.show()

    @Slot(str)
    def _on_withdrawn(self, key: str) -> None:
        for strip in [strip for strip in self._strips if strip.message.key == key]:
            self._remove(strip)

    @Slot(object)
    def _remove(self, strip: NoticeStrip) -> None:
        if strip in self._strips:
            self._strips.remove(strip)
            self._layout.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.setVisible(bool(self._strips))

    @Slot()
    def _on_theme(self) -> None:
        for message in self.messages:
            self._on_withdrawn(message.key)
            self._on_posted(message)
