"""The ranking method to hand: its name in the head line, its parameters one click or key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.session.method_choice import SWITCHES, WEIGHTS
from tas_desktop.ui.number_box import indent_number
from tas_desktop.ui.popups import name_choice, open_below

if TYPE_CHECKING:
    from tas_desktop.session.method_choice import MethodChoice
    from tas_desktop.ui.actions import KeyTexts

MOST = 5.0
STEP = 0.05
DECIMALS = 2


class MethodButton(QToolButton):
    """Shows the method; a star says that parameters differ from its own."""

    closed = Signal()

    def __init__(self, choice: MethodChoice, keys: KeyTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("method-button")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choice, self._keys = choice, keys
        self.clicked.connect(self.open_panel)
        choice.changed.connect(self.refresh)
        keys.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self, _retranslation: object) -> None:
        """Say it in another language."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Name the method."""
        name = self._choice.method.name + ("*" if self._choice.differing else "")
        hint = self._keys.beside(self.tr("Ranking method and parameters"), "choose-method")
        name_choice(self, name, spoken=self.tr("Ranking method: {0}").format(name), hint=hint)

    @Slot()
    def open_panel(self) -> None:
        """Show the parameters below the button."""
        open_below(MethodPanel(self._choice, self.window()), self, then=self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        self.closed.emit()


class MethodPanel(QDialog):
    """Method, weights and switched-off terms; each change ranks at once."""

    def __init__(self, choice: MethodChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")
        self.setAccessibleName(self.tr("Ranking method and parameters"))
        self._choice = choice
        self.methods = self._make_methods()
        self.weights = {name: self._make_weight(name) for name in WEIGHTS}
        self.switches = {name: self._make_switch(name) for name in SWITCHES}
        self.reset = QPushButton(self.tr("The method's own values"), self)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._on_reset)
        self._lay_out()
        choice.changed.connect(self._show)
        self._show()

    def _make_methods(self) -> dict[str, QRadioButton]:
        summaries = {
            "tas": self.tr("tas: the paper's terms with the gaps closed"),
            "tas-paper": self.tr("tas-paper: as published"),
            "tas-code": self.tr("tas-code: as released"),
        }
        group = QButtonGroup(self)
        buttons = {}
        for name, text in summaries.items():
            button = buttons[name] = QRadioButton(text, self)
            button.setObjectName(name)
            group.addButton(button)
            button.clicked.connect(self._on_method)
        return buttons

    def _make_weight(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        indent_number(box)
        box.setObjectName(name)
        box.setRange(0.0, MOST)
        box.setSingleStep(STEP)
        box.setDecimals(DECIMALS)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._on_weight)
        return box

    def _make_switch(self, name: str) -> QCheckBox:
        box = QCheckBox(name.removeprefix("use_").upper(), self)
        box.setObjectName(name)
        box.clicked.connect(self._on_switch)
        return box

    def _lay_out(self) -> None:
        labels = {
            "alpha": self.tr("P, caption (α)"),
            "lam": self.tr("N, negatives (λ)"),
            "exclusion": self.tr("“not …” in the text"),
            "trust": self.tr("M, trust in masks"),
            "spatial": self.tr("S, places"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for button in self.methods.values():
            layout.addWidget(button)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, box in self.weights.items():
            box.setAccessibleName(labels[name])
            form.addRow(_plain(labels[name], box), box)
        terms = QHBoxLayout()
        terms.setSpacing(18)
        for switch in self.switches.values():
            terms.addWidget(switch)
        terms.addStretch(1)
        form.addRow(_plain(self.tr("Terms that act"), self.switches["use_v"]), terms)
        layout.addLayout(form)
        kept = QLabel(self.tr("Stored with each decision, remembered for the next start."), self)
        kept.setTextFormat(Qt.TextFormat.PlainText)
        kept.setObjectName("muted")
        layout.addWidget(kept)
        layout.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _show(self) -> None:
        """Show what holds."""
        params = self._choice.method.ranking
        self.methods[self._choice.method.name].setChecked(True)
        for name, weight in self.weights.items():
            blocked = weight.blockSignals(True)
            weight.setValue(getattr(params, name))
            weight.setEnabled(name in self._choice.acting)
            weight.blockSignals(blocked)
        for name, switch in self.switches.items():
            switch.setChecked(getattr(params, name))
        self.reset.setEnabled(bool(self._choice.differing))

    @Slot()
    def _on_method(self) -> None:
        self._choice.choose(self.sender().objectName())

    @Slot(float)
    def _on_weight(self, value: float) -> None:
        self._choice.set_param(self.sender().objectName(), round(value, DECIMALS))

    @Slot()
    def _on_switch(self) -> None:
        name = self.sender().objectName()
        self._choice.set_param(name, self.switches[name].isChecked())

    @Slot()
    def _on_reset(self) -> None:
        self._choice.reset()


def _plain(text: str, buddy: QWidget) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setBuddy(buddy)
    return label
