"""One profile, in full: what it is good for, what it takes, its terms, its parts, and putting it to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.config.disk_use import readable_size
from tas_desktop.session.models.model_desk import Hindrance
from tas_desktop.ui.dialog_parts import describe_error, make_label
from tas_desktop.ui.models import wording
from tas_desktop.ui.models.part_row import PartRow

if TYPE_CHECKING:
    from tas_desktop.models.profile_needs import ProfileNeeds
    from tas_desktop.session.models.model_desk import ModelDesk
    from tas_desktop.session.models.shelf import ShelvedProfile


class ProfilePage(QWidget):
    """The right side of the dialog.

    Signals:
        copy_wanted: name of the profile to copy.
    """

    copy_wanted = Signal(str)

    def __init__(self, models: ModelDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._shelved: ShelvedProfile | None = None
        self.title, self.description = make_label("page-title", self), make_label("", self)
        self.needs, self.terms = make_label("muted", self), make_label("muted", self)
        self.reason = make_label("muted", self)
        self.agree = QCheckBox(self)
        self.agree.toggled.connect(self._on_agree)
        self.rows: list[PartRow] = []
        self._column = QVBoxLayout()
        self.copy_button, self.download_button, self.use_button = (QPushButton(self) for _ in range(3))
        self.use_button.setObjectName("primary")
        for button in (self.copy_button, self.download_button, self.use_button):
            button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._on_copy)
        self.download_button.clicked.connect(self._on_download)
        self.use_button.clicked.connect(self._on_use)
        self._lay_out()
        models.changed.connect(self.refresh)
        models.downloads.changed.connect(self._show_actions)
        models.upkeep.changed.connect(self._show_actions)

    def show_profile(self, shelved: ShelvedProfile | None) -> None:
        """Another profile, or the same as it is now."""
        before, self._shelved = self._shelved, shelved
        same = before is not None and shelved is not None and before.name == shelved.name
        needs = None if shelved is None else shelved.needs
        parts = () if needs is None else needs.parts
        if not same or [row.part.choice for row in self.rows] != [part.choice for part in parts]:
            self._make_rows(needs)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say everything anew; also after the language has changed."""
        shelved = self._shelved
        needs = None if shelved is None else shelved.needs
        for widget in (self.needs, self.terms):
            widget.setVisible(needs is not None)
        if needs is None:
            self.title.setText("" if shelved is None else shelved.name)
            error = None if shelved is None else shelved.error
            self.description.setText(self.tr("Looking …") if error is None else describe_error(error))
        else:
            self.title.setText(wording.translated(needs.profile.title))
            self.description.setText(wording.translated(needs.profile.description))
            self.needs.setText(f"{wording.speed_text(needs)} · {wording.needs_text(needs)}")
            labels = wording.translated(needs.strictest.labels)
            self.terms.setText(
                self.tr("Strictest licence: {0}. {1}").format(wording.terms_text(needs), labels)
            )
        self._show_parts(needs)
        self._show_agreement(needs)
        self._show_actions()

    def retranslate(self, _retranslation: object) -> None:
        """Everything here is composed."""
        self.refresh()

    def _show_parts(self, needs: ProfileNeeds | None) -> None:
        if needs is None:
            return
        at_work = self._models.hindrance(needs) is Hindrance.IN_USE
        for row, part in zip(self.rows, needs.parts, strict=True):
            row.show_part(part, device=self._models.device_of(part.choice.role) if at_work else "")

    def _show_agreement(self, needs: ProfileNeeds | None) -> None:
        limited = () if needs is None else needs.not_commercial
        self.agree.setVisible(bool(limited))
        if needs is None or not limited:
            return
        self.agree.setText(self.tr("I will not use it commercially, as its licence asks"))
        agreed = not needs.unaccepted(self._models.shelf.accepted)
        blocked = self.agree.blockSignals(True)
        self.agree.setChecked(agreed)
        self.agree.setEnabled(not agreed)  # a licence that was agreed to stays so
        self.agree.blockSignals(blocked)

    @Slot()
    def _show_actions(self) -> None:
        models, shelved = self._models, self._shelved
        needs = None if shelved is None else shelved.needs
        self.copy_button.setText(self.tr("Make my own copy …"))
        self.copy_button.setEnabled(needs is not None)
        wanted = () if needs is None else needs.missing
        idle = [part for part in wanted if models.downloads.transfer_of(part.choice.model) is None]
        left = sum(part.size_bytes - part.received_bytes for part in wanted)
        self.download_button.setVisible(len(wanted) > 1)
        self.download_button.setEnabled(bool(idle) and all(map(models.may_download, idle)))
        text = self.tr("Download all {0} ({1})").format(len(wanted), readable_size(max(left, 0)))
        self.download_button.setText(text)
        hindrance = Hindrance.MISSING if needs is None else models.hindrance(needs)
        self.use_button.setEnabled(hindrance is None)
        self.use_button.setText(
            self.tr("In use") if hindrance is Hindrance.IN_USE else self.tr("Use this profile")
        )
        reason = self._explain(needs, hindrance)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _explain(self, needs: ProfileNeeds | None, hindrance: Hindrance | None) -> str:
        if needs is None or hindrance is None:
            return ""
        if needs.unaccepted(self._models.shelf.accepted):
            return self.tr("Tick the licence first.")
        if needs.missing:
            return self.tr("Its models have to be here first.")
        return ""

    def _make_rows(self, needs: ProfileNeeds | None) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        parts = () if needs is None else needs.parts
        self.rows = [PartRow(part, self._models, self._inside) for part in parts]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        self._inside.setObjectName("parts")
        self._inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setObjectName("parts-area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it can be reached
        self.area.setWidget(self._inside)
        actions = QHBoxLayout()
        actions.setSpacing(10)
        actions.addWidget(self.copy_button)
        actions.addStretch(1)
        actions.addWidget(self.download_button)
        actions.addWidget(self.use_button)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.description, self.needs, self.terms, self.agree):
            layout.addWidget(widget)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.reason)
        layout.addLayout(actions)

    @Slot(bool)
    def _on_agree(self, agreed: bool) -> None:
        if agreed and self._shelved is not None and self._shelved.needs is not None:
            for terms in self._shelved.needs.unaccepted(self._models.shelf.accepted):
                self._models.shelf.agree(terms.licence_id)

    @Slot()
    def _on_copy(self) -> None:
        if self._shelved is not None:
            self.copy_wanted.emit(self._shelved.name)

    @Slot()
    def _on_download(self) -> None:
        if self._shelved is not None and self._shelved.needs is not None:
            self._models.download_missing(self._shelved.needs)

    @Slot()
    def _on_use(self) -> None:
        if self._shelved is not None and self._shelved.needs is not None:
            self._models.use(self._shelved.needs)
