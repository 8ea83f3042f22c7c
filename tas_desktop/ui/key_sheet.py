"""The key sheet: all shortcuts on one page, made from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from tas_desktop.ui.actions import ACTIONS, KEY_HINTS, Menu, translated
from tas_desktop.ui.key_columns import KeyColumns, KeySection
from tas_desktop.ui.wording import plain_label

if TYPE_CHECKING:
    from tas_desktop.ui.actions import ActionSet, Shortcuts

BESIDE = QSize(72, 118)  # margins, scroll bar and button


class KeySheet(QDialog):
    """The loop, then menu by menu, in as many columns as there is room for; follows keys and language."""

    def __init__(self, actions: ActionSet, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        self.setWindowTitle(self.tr("Keys"))
        self._actions = actions
        self._area = QScrollArea(self)
        self._area.setObjectName("key-area")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Keys"))
        self._inside = KeyColumns([], width=0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # of another style
        close.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._area, 1)
        layout.addWidget(buttons)
        shortcuts.changed.connect(self._fill)
        self._fill_within(self.screen().availableSize().width())
        self.resize(self.sizeHint())  # Qt itself would take two thirds of a screen at most

    def retranslate(self, _retranslation: object) -> None:
        """The sections are composed here."""
        self._fill()

    def sizeHint(self) -> QSize:
        """As large as its keys need, within the screen."""
        return (self._inside.sizeHint() + BESIDE).boundedTo(self.screen().availableSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More columns, or fewer, where another number fits."""
        super().resizeEvent(event)
        if self._inside.count != self._inside.most_within(event.size().width() - BESIDE.width()):
            self._fill()

    @Slot()
    def _fill(self) -> None:
        self._fill_within(self.width())

    def _fill_within(self, width: int) -> None:
        self._inside = KeyColumns(self._sections(), width=width - BESIDE.width())
        self._area.setWidget(self._inside)  # deletes the one before

    def _sections(self) -> list[KeySection]:
        loop = tuple(((translated(hint.keys),), translated(hint.text)) for hint in KEY_HINTS)
        sections = [KeySection(self.tr("The loop"), loop)]
        for menu in Menu:
            rows = []
            for row in ACTIONS:
                keys = self._actions[row.name].shortcuts()
                if row.menu is menu and keys and not row.hidden:
                    shown = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
                    rows.append((tuple(dict.fromkeys(shown)), plain_label(translated(row.text))))
            if rows:
                sections.append(KeySection(plain_label(translated(menu.value)), tuple(rows)))
        return sections
