"""The panel of the ranking method: which one, and its parameters as the method declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.engine.methods import METHODS
from tas_desktop.ui.candidates.parameter_form import ParameterForm
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.session.method_choice import MethodChoice


LEAST_WIDTH = 440


class MethodPanel(QDialog):
    """Method on the left, its parameters on the right; each change ranks at once.

    A method that needs more than the models give is greyed, with the reason below its name.
    """

    def __init__(self, choice: MethodChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")
        self.setAccessibleName(self.tr("Ranking method and parameters"))
        self._choice = choice
        self.methods = self._make_methods()
        self.form = ParameterForm(choice, self)
        self.reset = QPushButton(self.tr("The method's own values"), self)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._on_reset)
        self._summary = _muted("", self)
        self._lay_out()
        choice.changed.connect(self._show)
        self._show()

    def _make_methods(self) -> dict[str, QRadioButton]:
        group = QButtonGroup(self)
        buttons = {}
        for name, method in METHODS.items():
            button = buttons[name] = QRadioButton(name, self)
            button.setObjectName(name)
            told = QCoreApplication.translate("Methods", method.summary)
            lacking = self._choice.lacking(name)
            if lacking:
                needs = ", ".join(QCoreApplication.translate("Methods", need.value) for need in lacking)
                told += "\n" + self.tr("These models do not give what it needs: {0}").format(needs)
                button.setEnabled(name == self._choice.method.name)
            button.setToolTip(as_plain_tool_tip(told))
            button.setAccessibleDescription(told)
            group.addButton(button)
            button.clicked.connect(self._on_method)
        return buttons

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(6)
        for button in self.methods.values():
            names.addWidget(button)
        names.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._summary)
        side.addWidget(self.form)
        side.addStretch(1)
        side.addWidget(_muted(self.tr("Stored with each decision, remembered for the next start."), self))
        side.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner = QWidget(self)
        columns = self._columns = QHBoxLayout(self._inner)
        columns.setContentsMargins(12, 12, 12, 12)
        columns.setSpacing(24)
        columns.addLayout(names)
        columns.addLayout(side, 1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._area)

    @Slot()
    def _show(self) -> None:
        """Show what holds."""
        method = self._choice.method
        self.methods[method.name].setChecked(True)
        self._summary.setText(QCoreApplication.translate("Methods", method.summary))
        self.form.show_values()
        self.reset.setEnabled(bool(self._choice.differing))
        self._fit()

    def _fit(self) -> None:
        """As large as its content, and never larger than the screen: then it scrolls."""
        self._columns.activate()
        wanted, room = self._inner.sizeHint(), self.screen().availableGeometry().size()
        bar = self._area.verticalScrollBar().sizeHint().width() if wanted.height() > room.height() - 40 else 0
        self._area.setMinimumSize(
            min(max(wanted.width() + bar, LEAST_WIDTH), room.width() - 40),
            min(wanted.height(), room.height() - 40),
        )
        self.adjustSize()

    @Slot()
    def _on_method(self) -> None:
        self._choice.choose(self.sender().objectName())

    @Slot()
    def _on_reset(self) -> None:
        self._choice.reset()


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    label.setObjectName("muted")
    return label
