"""Dealing the pictures into train, val and test: shares, and what dealing would do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.domain.errors import KnownError
from tas_desktop.projects.dataset_splits import DealWish, check_shares
from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.settings.editors import CalmDoubleSpinBox, CalmSpinBox

if TYPE_CHECKING:
    from tas_desktop.projects.dataset_splits import PlannedDeal
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.project_work.split_dealing import SplitDealing

WIDTH, HEIGHT = 560, 350
FIRST = (("train", 80.0), ("val", 10.0), ("test", 10.0), ("", 0.0))
MOST_SEED = 2**31 - 1
PLAN_MS = 150  # after the last change; planning reads the list of pictures


class DealDialog(QDialog):
    """Beside the work; what it deals is one step that undo takes back."""

    def __init__(self, dealing: SplitDealing, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deal-splits")
        self._dealing = dealing
        self._planned: PlannedDeal | None = None
        self.names = [QLineEdit(name, self) for name, _ in FIRST]
        self.shares = [self._make_share(share) for _, share in FIRST]
        self._counts = [make_label("field", self) for _ in FIRST]
        self._heads = [make_label("heading", self) for _ in range(3)]
        self.seed = CalmSpinBox(self)
        self.seed.setRange(0, MOST_SEED)
        self._seed_label = make_label("field", self)
        self.again = QCheckBox(self)
        self.outlook, self.said = make_label("muted", self), make_label("muted", self)
        self.start_button, self.close_button = make_button(self, primary=True), make_button(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PLAN_MS)
        self._timer.timeout.connect(self._plan)
        self._lay_out()
        self._connect(project)
        self.retranslate()
        self._plan()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Deal into train, val and test"))
        heads = (self.tr("Split"), self.tr("Share"), self.tr("Pictures then (now)"))
        for label, text in zip(self._heads, heads, strict=True):
            label.setText(text)
            label.setWordWrap(False)
        for number, (name, share) in enumerate(zip(self.names, self.shares, strict=True), start=1):
            name.setAccessibleName(self.tr("Name of split {0}").format(number))
            share.setAccessibleName(self.tr("Share of split {0}").format(number))
            name.setPlaceholderText(self.tr("one more"))
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed deals the same pictures the same way"))
        self.again.setText(self.tr("Deal pictures anew that are in a split already"))
        self.start_button.setText(self.tr("Deal"))
        self.close_button.setText(self.tr("Close"))
        self._show()

    def _make_share(self, value: float) -> CalmDoubleSpinBox:
        share = CalmDoubleSpinBox(self)
        share.setRange(0, 100)
        share.setDecimals(1)
        share.setSuffix(" %")
        share.setValue(value)
        return share

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(2, 1)
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 0, column)
        for row, fields in enumerate(zip(self.names, self.shares, self._counts, strict=True), start=1):
            for column, field in enumerate(fields):
                grid.addWidget(field, row, column)
        options = QHBoxLayout()
        options.setSpacing(10)
        options.addWidget(self._seed_label)
        options.addWidget(self.seed)
        options.addSpacing(12)
        options.addWidget(self.again)
        options.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addLayout(options)
        layout.addWidget(self.outlook)
        layout.addStretch(1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _connect(self, project: ProjectSession) -> None:
        for name, share in zip(self.names, self.shares, strict=True):
            name.textChanged.connect(self._timer.start)
            share.valueChanged.connect(self._timer.start)
        self.seed.valueChanged.connect(self._timer.start)
        self.again.toggled.connect(self._timer.start)
        for changed in (project.reverted, project.watch.changed, project.opened):
            changed.connect(self._timer.start)
        self.start_button.clicked.connect(self._on_start)
        self.close_button.clicked.connect(self.accept)
        self._dealing.planned.connect(self._on_planned)
        self._dealing.dealt.connect(self._on_dealt)
        self._dealing.refused.connect(self._on_refused)

    def _wish(self) -> DealWish:
        pairs = zip(self.names, self.shares, strict=True)
        shares = tuple((name.text().strip(), share.value()) for name, share in pairs if name.text().strip())
        return DealWish(shares, seed=self.seed.value(), again=self.again.isChecked())

    def _show(self) -> None:
        planned = self._planned
        for name, label in zip(self.names, self._counts, strict=True):
            text = name.text().strip()
            known = planned is not None and bool(text)
            label.setText(f"{planned.after[text]:,} ({planned.before[text]:,})" if planned and known else "")
        if planned is None:
            self.outlook.clear()
        elif planned.moved:
            text = self.tr("{0} pictures come into another split than now; {1} are in none afterwards.")
            self.outlook.setText(text.format(f"{planned.moved:,}", f"{planned.after['']:,}"))
        else:
            self.outlook.setText(self.tr("Nothing to deal: every picture is in a split already."))
        self.start_button.setEnabled(planned is not None and planned.moved > 0)

    @Slot()
    def _plan(self) -> None:
        """Ask what dealing would do, if it is anything."""
        wish = self._wish()
        try:
            check_shares(wish.shares)
        except KnownError as error:
            self._planned = None
            self._show()
            self.said.setText(describe_error(error))
            return
        self.said.clear()
        self._dealing.plan(wish)

    @Slot(object)
    def _on_planned(self, planned: PlannedDeal) -> None:
        self._planned = planned
        self._show()

    @Slot()
    def _on_start(self) -> None:
        self.start_button.setEnabled(False)
        self._dealing.deal(self._wish())

    @Slot(object)
    def _on_dealt(self, counts: dict[str, int]) -> None:
        self._plan()
        told = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
        self.said.setText(self.tr("Dealt: {0}. Undo takes it back.").format(told))

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self.said.setText(describe_error(error))
