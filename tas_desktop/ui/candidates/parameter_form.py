"""Fields for a ranking method's parameters, made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from tas_desktop.engine.methods import ParameterKind
from tas_desktop.ui.number_box import indent_number
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout as Form

    from tas_desktop.engine.methods import Parameter
    from tas_desktop.session.method_choice import MethodChoice

MOST = 5.0
MOST_WHOLE = 100_000
STEP = 0.05
DECIMALS = 2
_LETTER = 2  # labels so short are terms of a sum: their switches share a row


class ParameterForm(QWidget):
    """The offered parameters of the method at work; made anew when another one is chosen.

    Attributes:
        weights: boxes for numbers by parameter.
        switches: boxes for what is on or off.
        choices: lists of words.
    """

    def __init__(self, choice: MethodChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._made_for = ""
        self.weights: dict[str, QDoubleSpinBox | QSpinBox] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.choices: dict[str, QComboBox] = {}
        self._form: Form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)

    def show_values(self) -> None:
        """Show what holds now."""
        if self._made_for != self._choice.method.name:
            self._made_for = self._choice.method.name
            self._make()
        acting = self._choice.acting
        for parameter in self._choice.offered:
            value, name = self._choice.value(parameter), parameter.name
            if name in self.weights:
                self._fill(self.weights[name], value)
                self.weights[name].setEnabled(name in acting)
            elif name in self.switches:
                self.switches[name].setChecked(bool(value))
            else:
                self.choices[name].setCurrentText(str(value))

    def _fill(self, box: QDoubleSpinBox | QSpinBox, value: object) -> None:
        blocked = box.blockSignals(True)
        if isinstance(box, QSpinBox):
            box.setValue(int(str(value)))
        else:
            box.setValue(float(str(value)))
        box.blockSignals(blocked)

    def _make(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for fields in (self.weights, self.switches, self.choices):
            fields.clear()
        terms = QHBoxLayout()
        terms.setSpacing(18)
        letters: list[QCheckBox] = []
        for parameter in self._choice.offered:
            field = self._field(parameter)
            label = QCoreApplication.translate("Methods", parameter.label)
            told = QCoreApplication.translate("Methods", parameter.meaning)
            field.setObjectName(parameter.name)
            field.setToolTip(as_plain_tool_tip(told))
            field.setAccessibleName(label)
            field.setAccessibleDescription(told)
            if isinstance(field, QCheckBox) and len(label) <= _LETTER:
                terms.addWidget(field)
                letters.append(field)
            elif isinstance(field, QCheckBox):
                self._form.addRow(field)
            else:
                self._form.addRow(_plain(label, field), field)
        if letters:
            terms.addStretch(1)
            self._form.addRow(_plain(self.tr("Terms that act"), letters[0]), terms)

    def _field(self, parameter: Parameter) -> QWidget:
        if parameter.kind is ParameterKind.SWITCH:
            switch = self.switches[parameter.name] = QCheckBox(self)
            switch.setText(QCoreApplication.translate("Methods", parameter.label))
            switch.clicked.connect(self._on_switch)
            return switch
        if parameter.kind is ParameterKind.CHOICE:
            words = self.choices[parameter.name] = QComboBox(self)
            words.addItems(list(parameter.choices))
            words.textActivated.connect(self._on_word)
            return words
        return self._number(parameter)

    def _number(self, parameter: Parameter) -> QWidget:
        low = parameter.low or 0.0
        if parameter.kind is ParameterKind.WHOLE:
            counter = QSpinBox(self)
            counter.setRange(int(low), int(MOST_WHOLE if parameter.high is None else parameter.high))
            counter.valueChanged.connect(self._on_number)
            box: QSpinBox | QDoubleSpinBox = counter
        else:
            weight = QDoubleSpinBox(self)
            weight.setRange(low, MOST if parameter.high is None else parameter.high)
            weight.setSingleStep(STEP)
            weight.setDecimals(DECIMALS)
            weight.valueChanged.connect(self._on_number)
            box = weight
        indent_number(box)
        box.setKeyboardTracking(False)
        self.weights[parameter.name] = box
        return box

    @Slot(int)
    @Slot(float)
    def _on_number(self, value: float) -> None:
        self._choice.set_param(self.sender().objectName(), round(value, DECIMALS))

    @Slot()
    def _on_switch(self) -> None:
        name = self.sender().objectName()
        self._choice.set_param(name, self.switches[name].isChecked())

    @Slot(str)
    def _on_word(self, word: str) -> None:
        self._choice.set_param(self.sender().objectName(), word)


def _plain(text: str, buddy: QWidget) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setBuddy(buddy)
    return label
