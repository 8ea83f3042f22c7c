"""The model's words for a mask: a person takes one into the box, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from tas_desktop.session.expressions.suggestions import SuggestionState
from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.figures import signed
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.engine.suggesting import Suggestion
    from tas_desktop.session.expressions.suggestions import Suggestions

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SuggestionRow(QPushButton):
    """One text and what it does to the margin; Enter or a click takes it."""

    taken = Signal(object)  # Suggestion
    stepped = Signal(int)
    typed = Signal(str)
    left = Signal()

    def __init__(self, suggestion: Suggestion, margins: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.suggestion = suggestion
        self.setAccessibleName(f"{suggestion.text}, {margins}")
        self.setToolTip(as_plain_tool_tip(f"{suggestion.text} – {margins}"))
        words = ElidingLabel(self, text=suggestion.text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        figures = ElidingLabel(self, text=margins)
        figures.setElideMode(Qt.TextElideMode.ElideMiddle)
        figures.setTextFormat(Qt.TextFormat.PlainText)
        figures.setObjectName("muted")
        for label in (words, figures):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.setSpacing(0)
        layout.addWidget(words)
        layout.addWidget(figures)
        self.setMinimumHeight(2 * words.fontMetrics().height() + 10)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Enter takes, Escape leaves; who types wants their own words."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._on_clicked()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self.suggestion)


class SuggestionList(QFrame):
    """Below the box while there is something to offer."""

    taken = Signal(object)  # Suggestion
    typed = Signal(str)  # begun in the list, to go on in the box
    left = Signal()

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self._suggestions = suggestions
        self.rows: list[SuggestionRow] = []
        self._heading = QLabel(self)
        self._heading.setObjectName("heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self._on_left)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 6, 8, 8)
        self._layout.setSpacing(4)
        self._layout.addLayout(head)
        suggestions.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self, _retranslation: object) -> None:
        """Say it in another language."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is offered; asked for by key, the first one has the focus, so that Enter takes it."""
        had_focus = any(row.hasFocus() for row in self.rows)
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        state = self._suggestions.state
        self.rows = [SuggestionRow(s, self._margins(s), self) for s in self._suggestions.rows]
        for row in self.rows:
            row.taken.connect(self._on_taken)
            row.stepped.connect(self._on_stepped)
            row.left.connect(self._on_left)
            row.typed.connect(self.typed)
            self._layout.addWidget(row)
        self._heading.setText(self._head_line())
        self.setVisible(state is not SuggestionState.CLOSED)
        if self.rows and self._suggestions.by_key:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.left.emit()

    def _head_line(self) -> str:
        if self._suggestions.state is SuggestionState.WORKING:
            return self.tr("Looking for words for this mask …")
        if not self._suggestions.rows:
            return self.tr("No words were found that lead back to this mask.")
        # A person decides: what is taken goes into the box first.
        return self.tr("Words of the model for this mask")

    def _margins(self, suggestion: Suggestion) -> str:
        after, before = signed(suggestion.margin), signed(suggestion.margin_before)
        if not suggestion.added:
            return self.tr("its caption: margin {0}").format(after)
        text = self.tr("add “{0}”: margin {1} → {2}")
        return text.replace("{0}", suggestion.added).replace("{1}", before).replace("{2}", after)

    @Slot(object)
    def _on_taken(self, suggestion: Suggestion) -> None:
        self.taken.emit(suggestion)
        self.left.emit()

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        at = next((i for i, row in enumerate(self.rows) if row.hasFocus()), 0)
        if at + by < 0:
            self.left.emit()
        else:
            self.rows[min(at + by, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        self._suggestions.dismiss()
        self.left.emit()
