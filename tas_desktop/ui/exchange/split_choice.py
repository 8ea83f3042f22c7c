"""Which splits an export has: the project's own, or dealt for this export alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tas_desktop.projects.dataset_splits import DealWish
from tas_desktop.projects.split_building import SplitRule
from tas_desktop.ui.dialog_parts import make_label
from tas_desktop.ui.settings.editors import CalmComboBox, CalmDoubleSpinBox

FIRST: Final = (("train", 80.0), ("val", 10.0), ("test", 10.0))


class SplitChoice(QWidget):
    """Gives a ``SplitRule``.

    Signals:
        changed: another rule.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = CalmComboBox(self)
        for own in (True, False):
            self.source.addItem("", own)
        self.shares = {name: self._make_share(share) for name, share in FIRST}
        self._names = [make_label("field", self) for _ in self.shares]
        for label, name in zip(self._names, self.shares, strict=True):
            label.setText(name)
            label.setWordWrap(False)
        self.people = QCheckBox(self)
        dealt = QHBoxLayout()
        dealt.setSpacing(8)
        for label, share in zip(self._names, self.shares.values(), strict=True):
            dealt.addWidget(label)
            dealt.addWidget(share)
        dealt.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.source)
        layout.addLayout(dealt)
        layout.addWidget(self.people)
        self.source.currentIndexChanged.connect(self._on_source)
        self.people.toggled.connect(self.changed)
        self._on_source()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.source.setItemText(0, self.tr("As in the project"))
        self.source.setItemText(1, self.tr("Deal the pictures for this export"))
        self.source.setAccessibleName(self.tr("Splits"))
        for name, share in self.shares.items():
            share.setAccessibleName(self.tr("Share of {0}").format(name))
        self.people.setText(self.tr("Part test into testA, with people, and testB"))

    def rule(self) -> SplitRule | None:
        """What is chosen; None for the project's own splits as they are."""
        dealt = not self.source.currentData()
        wish = DealWish(tuple((name, share.value()) for name, share in self.shares.items()), again=True)
        if not dealt and not self.people.isChecked():
            return None
        return SplitRule(wish if dealt else None, people=self.people.isChecked())

    def _make_share(self, value: float) -> CalmDoubleSpinBox:
        share = CalmDoubleSpinBox(self)
        share.setRange(0, 100)
        share.setDecimals(0)
        share.setSuffix(" %")
        share.setValue(value)
        share.valueChanged.connect(self.changed)
        return share

    @Slot()
    def _on_source(self) -> None:
        dealt = not self.source.currentData()
        for widget in (*self._names, *self.shares.values()):
            widget.setEnabled(dealt)
        self.changed.emit()
