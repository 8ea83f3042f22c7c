"""One editor for each kind of setting: shows a value, and says when a person has given another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from tas_desktop.config.setting_rows import Kind
from tas_desktop.ui.language.language import translated
from tas_desktop.ui.number_box import indent_number

if TYPE_CHECKING:
    from tas_desktop.config.setting_rows import SettingRow

CONTEXT = "Settings"
WIDTH = 220
ROOM = 12  # above and below the text, so that all fields are equally tall


class CalmSpinBox(QSpinBox):
    """Scrolls the page instead of its value while it has no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        indent_number(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only on purpose."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class CalmDoubleSpinBox(QDoubleSpinBox):
    """Scrolls the page instead of its value while it has no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        indent_number(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only on purpose."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class CalmComboBox(QComboBox):
    """Scrolls the page instead of its value while it has no focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only on purpose."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Editor(QWidget):
    """Base of the editors.

    Signals:
        edited: the new value, as the settings keep it.
    """

    edited = Signal(object)

    def __init__(self, row: SettingRow, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self.field = row, field
        field.setObjectName(f"setting-{row.section}-{row.name}")
        field.setAccessibleName(translated(CONTEXT, row.text))
        field.setAccessibleDescription(translated(CONTEXT, row.help))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field)
        field.setMinimumHeight(self.fontMetrics().height() + ROOM)
        self.setFocusProxy(field)
        self.setFixedWidth(WIDTH)

    def show_value(self, value: Any) -> None:
        """Show a value without saying that somebody has edited it."""
        blocked = self.field.blockSignals(True)
        self._show(value)
        self.field.blockSignals(blocked)

    def _show(self, value: Any) -> None:
        raise NotImplementedError


class TextEditor(Editor):
    """A line; an empty one, where there must be something, goes back to what it was."""

    def __init__(self, row: SettingRow, parent: QWidget | None = None) -> None:
        self._line, self._shown = QLineEdit(), ""
        super().__init__(row, self._line, parent)
        if row.longest:
            self._line.setMaxLength(row.longest)
        self._line.editingFinished.connect(self._on_edited)

    def _show(self, value: Any) -> None:
        self._shown = str(value)
        self._line.setText(self._shown)

    @Slot()
    def _on_edited(self) -> None:
        text = self._line.text().strip()
        if not text:
            self._line.setText(self._shown)
        elif text != self._shown:
            self._shown = text
            self.edited.emit(text)


class SwitchEditor(Editor):
    """A box to tick."""

    def __init__(self, row: SettingRow, parent: QWidget | None = None) -> None:
        self._box = QCheckBox()
        super().__init__(row, self._box, parent)
        self._box.toggled.connect(self._on_toggled)

    def _show(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self.edited.emit(on)


class ChoiceEditor(Editor):
    """One of several; a value that is not among them, from a file edited by hand, is added."""

    def __init__(self, row: SettingRow, parent: QWidget | None = None) -> None:
        self._box = CalmComboBox()
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().__init__(row, self._box, parent)
        for choice in row.choices():
            text = choice.text if choice.is_name else translated(CONTEXT, choice.text)
            self._box.addItem(text, choice.value)
        self._box.currentIndexChanged.connect(self._on_index)

    def _show(self, value: Any) -> None:
        index = self._box.findData(value)
        if index < 0:
            self._box.addItem(str(value), value)
            index = self._box.count() - 1
        self._box.setCurrentIndex(index)

    @Slot(int)
    def _on_index(self, index: int) -> None:
        self.edited.emit(self._box.itemData(index))


class NumberEditor(Editor):
    """A number within its limits; percents are kept as 0 to 1."""

    def __init__(self, row: SettingRow, parent: QWidget | None = None) -> None:
        lowest, highest = row.limits or (0, 1_000_000)
        self._factor = 100 if row.kind is Kind.PERCENT else 1
        self._box: QSpinBox | QDoubleSpinBox
        if row.is_whole or row.kind is Kind.PERCENT:
            self._box = CalmSpinBox()
            self._box.setRange(round(lowest * self._factor), round(highest * self._factor))
            self._box.setSingleStep(round(row.step))
        else:
            self._box = CalmDoubleSpinBox()
            self._box.setDecimals(1)
            self._box.setRange(lowest, highest)
            self._box.setSingleStep(row.step)
        unit = "%" if row.kind is Kind.PERCENT else row.unit
        self._box.setSuffix(f" {unit}" if unit else "")
        self._box.setKeyboardTracking(False)  # 1, 12, 120: only what is meant
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
        super().__init__(row, self._box, parent)
        self._box.valueChanged.connect(self._on_value)

    def _show(self, value: Any) -> None:
        shown = value * self._factor
        if isinstance(self._box, QSpinBox):
            self._box.setValue(round(shown))
        else:
            self._box.setValue(shown)

    @Slot()
    def _on_value(self) -> None:
        value = self._box.value()
        self.edited.emit(value / self._factor if self._factor != 1 else value)


_EDITORS: dict[Kind, type[TextEditor | SwitchEditor | ChoiceEditor | NumberEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.SWITCH: SwitchEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.NUMBER: NumberEditor,
    Kind.PERCENT: NumberEditor,
}


def make_editor(row: SettingRow, parent: QWidget | None = None) -> Editor:
    """The editor of a row of the table."""
    return _EDITORS[row.kind](row, parent)
