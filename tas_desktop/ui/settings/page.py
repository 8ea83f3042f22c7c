"""All settings on one page, section by section, each with its help and a way back to the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tas_desktop.config.setting_rows import SECTIONS, SETTINGS, Applied
from tas_desktop.ui.icons import icon
from tas_desktop.ui.language.language import translated
from tas_desktop.ui.settings.editors import CONTEXT, make_editor
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.config.setting_rows import SettingRow
    from tas_desktop.session.preferences import Preferences
    from tas_desktop.ui.theme import Theme


class SettingLine(QWidget):
    """One setting: name and help at the left, editor and reset at the right."""

    def __init__(
        self, row: SettingRow, preferences: Preferences, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row, self._preferences, self._theme = row, preferences, theme
        self.editor = make_editor(row, self)
        name = _label(translated(CONTEXT, row.text), self)
        name.setWordWrap(True)
        name.setBuddy(self.editor.field)
        self._help = _label("", self)
        self._help.setObjectName("muted")
        self._help.setWordWrap(True)
        self.reset_button = QToolButton(self)
        self.reset_button.setIconSize(QSize(16, 16))
        self.reset_button.clicked.connect(self._on_reset)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(self._help)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 5, 0, 5)
        layout.setSpacing(10)
        layout.addLayout(words, 1)
        layout.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.editor.edited.connect(self._on_edited)
        self.retranslate(None)
        self.refresh()
        self.colour()

    def refresh(self) -> None:
        """Show what holds now."""
        value = self.row.value_in(self._preferences.settings)
        self.editor.show_value(value)
        self.reset_button.setEnabled(value != self.row.default)

    def colour(self) -> None:
        """Draw the icon in the tones of the window."""
        self.reset_button.setIcon(icon("undo", self._theme.tones.text, self._theme.tones.line))

    def retranslate(self, _retranslation: object) -> None:
        """The help and when the setting is applied, in the language of the window."""
        text = translated(CONTEXT, self.row.help)
        if self.row.applied is Applied.AT_NEXT_START:
            text = " ".join((text, self.tr("Takes effect at the next start.")))
        self._help.setText(text)
        reset = self.tr("Back to the default: {0}").format(translated(CONTEXT, self.row.text))
        self.reset_button.setAccessibleName(reset)
        self.reset_button.setToolTip(as_plain_tool_tip(reset))

    def matches(self, words: list[str]) -> bool:
        """Whether all words are in its name, its help or its key."""
        text = f"{translated(CONTEXT, self.row.text)} {self._help.text()} {self.row.key}".lower()
        return all(word in text for word in words)

    @Slot(object)
    def _on_edited(self, value: Any) -> None:
        self._preferences.keep(self.row.section, self.row.name, value)

    @Slot()
    def _on_reset(self) -> None:
        self._preferences.reset(self.row.section, self.row.name)
        self.editor.field.setFocus()


class SettingsPage(QScrollArea):
    """Scrolls; the search leaves only the lines that match, and their headings."""

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it can be reached
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(1, 8, 12, 4)
        column.setSpacing(2)
        self.lines: list[SettingLine] = []
        self._headings: dict[str, QLabel] = {}
        for section, title in SECTIONS.items():
            heading = _label(translated(CONTEXT, title), inside)
            heading.setObjectName("heading")
            heading.setContentsMargins(0, 10 if self._headings else 0, 0, 2)
            self._headings[section] = heading
            column.addWidget(heading)
            for row in SETTINGS:
                if row.section == section:
                    line = SettingLine(row, preferences, theme, inside)
                    self.lines.append(line)
                    column.addWidget(line)
        self._nothing = _label(self.tr("No setting is called that."), inside)
        self._nothing.setObjectName("muted")
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.setWidget(inside)
        preferences.changed.connect(self._on_changed)
        theme.changed.connect(self._on_theme)

    def search(self, text: str) -> int:
        """Leave what matches all words; returns how many lines that are."""
        words = text.lower().split()
        shown = {line: line.matches(words) for line in self.lines}
        for line, matches in shown.items():
            line.setVisible(matches)
        for section, heading in self._headings.items():
            heading.setVisible(any(matches for line, matches in shown.items() if line.row.section == section))
        self._nothing.setVisible(not any(shown.values()))
        return sum(shown.values())

    @Slot(str, str, object)
    def _on_changed(self, section: str, name: str, _value: object) -> None:
        for line in self.lines:
            if (line.row.section, line.row.name) == (section, name):
                line.refresh()

    @Slot()
    def _on_theme(self) -> None:
        for line in self.lines:
            line.colour()


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
