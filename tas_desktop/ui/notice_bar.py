"""Notices above the canvas: never modal, each with a shape for its severity and a way to act."""

from __future__ import annotations

from dataclasses import replace
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
from tas_desktop.ui.language import in_window_language
from tas_desktop.ui.wording import as_plain_tool_tip, as_sentence, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.session.notices import Message, NoticeBoard
    from tas_desktop.ui.actions import ActionSet, KeyTexts
    from tas_desktop.ui.language.retranslation import Retranslation
    from tas_desktop.ui.theme import Theme

FADE_MS = 7000
MOST_SHOWN = 3
LONGEST = 300  # characters of a cause; names of files can be long, and the picture needs its place


class NoticeStrip(QFrame):
    """One message."""

    dismissed = Signal(object)  # NoticeStrip

    def __init__(
        self,
        message: Message,
        theme: Theme,
        actions: ActionSet,
        keys: KeyTexts,
        parent: QWidget | None = None,
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
        names = {
            Severity.INFO: self.tr("Note"),
            Severity.WARNING: self.tr("Warning"),
            Severity.ERROR: self.tr("Error"),
        }
        mark.setAccessibleName(names[message.severity])
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
        layout.addWidget(self._label(keys), 1)
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

    def _label(self, keys: KeyTexts) -> QLabel:
        """Cause and next step as sentences; a very long cause is cut in the middle and whole in the tip."""
        message = self.message
        whole, next_step = (keys.fill(in_window_language(text)) for text in (message.text, message.next_step))
        cause = shortened(whole, LONGEST)
        text = QLabel(" ".join(as_sentence(part) for part in (cause, next_step) if part), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # a new policy forgets what the word wrap has set
        text.setSizePolicy(policy)
        text.setToolTip(as_plain_tool_tip(whole) if cause != whole else "")
        return text

    @Slot()
    def _on_close(self) -> None:
        self.dismissed.emit(self)


class NoticeBar(QWidget):
    """The newest messages, at most three."""

    def __init__(
        self,
        board: NoticeBoard,
        theme: Theme,
        actions: ActionSet,
        keys: KeyTexts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self._theme, self._actions, self._keys = theme, actions, keys
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._strips: list[NoticeStrip] = []
        board.posted.connect(self._on_posted)
        board.withdrawn.connect(self._on_withdrawn)
        theme.changed.connect(self._on_looks)
        keys.changed.connect(self._on_looks)
        self.hide()

    @property
    def messages(self) -> list[Message]:
        """What is shown, oldest first."""
        return [strip.message for strip in self._strips]

    @Slot(object)
    def _on_posted(self, message: Message) -> None:
        if message.key:
            self._on_withdrawn(message.key)
        strip = NoticeStrip(message, self._theme, self._actions, self._keys, self)
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

    def retranslate(self, retranslation: Retranslation) -> None:
        """Say what is shown in the language of the window."""
        self._show_again(
            replace(
                message,
                text=retranslation.render(message.text) or message.text,
                next_step=retranslation.render(message.next_step) or message.next_step,
            )
            for message in self.messages
        )

    @Slot()
    def _on_looks(self) -> None:
        self._show_again(self.messages)

    def _show_again(self, messages: Iterable[Message]) -> None:
        anew = list(messages)
        for strip in list(self._strips):
            self._remove(strip)
        for message in anew:
            self._on_posted(message)
