"""One model of a profile: what it is, whether it is here, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.config.disk_use import readable_size
from tas_desktop.models.entry import UrlSource
from tas_desktop.models.inventory import Presence
from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.models import wording
from tas_desktop.ui.wording import as_plain_tool_tip, shortened

if TYPE_CHECKING:
    from tas_desktop.models.profile_needs import NeededPart
    from tas_desktop.session.models.model_desk import ModelDesk

_STEPS: Final = 1000
_LONGEST_TERMS: Final = 30
_SURE_MS: Final = 4000
"""How long "Remove" asks for a second click."""


class PartRow(QWidget):
    """Title and role, size and licence, state; under way a bar; then the buttons that make sense."""

    def __init__(self, part: NeededPart, models: ModelDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.part, self._models = part, models
        self._device = ""
        self.title, self.role = self._label("strong"), self._label("muted")
        self.facts, self.state = self._label("muted"), self._label("part-state")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.licence_button = self._button(self._on_licence, "link")
        self.download_button = self._button(self._on_download)
        self.cancel_button = self._button(self._on_cancel)
        self.verify_button = self._button(self._on_verify)
        self.local_button = self._button(self._on_local)
        self.remove_button = self._button(self._on_remove)
        self._sure = QTimer(self)
        self._sure.setSingleShot(True)
        self._sure.setInterval(_SURE_MS)
        self._sure.timeout.connect(self.refresh)
        self._lay_out()
        models.downloads.changed.connect(self._on_changed)
        models.upkeep.changed.connect(self._on_changed)
        models.shelf.surveyed.connect(self.refresh)
        self.refresh()

    def show_part(self, part: NeededPart, *, device: str = "") -> None:
        """The same part, as it is now, and where it runs."""
        self.part, self._device = part, device
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say everything anew; also after the language has changed."""
        part = self.part
        title = wording.translated(part.title)
        self.title.setText(title)
        self.role.setText(wording.role_text(part.choice.role))
        size = readable_size(part.size_bytes) if part.size_bytes else ""
        self.facts.setText(" · ".join(filter(None, (size, part.choice.name))))
        self.facts.setVisible(bool(part.entry))
        terms = wording.translated(part.terms.title)
        self.licence_button.setText(shortened(terms, _LONGEST_TERMS))
        self.licence_button.setEnabled(bool(part.terms.url))
        labels = wording.translated(part.terms.labels)
        self.licence_button.setToolTip(as_plain_tool_tip(f"{terms}\n{labels}\n{part.terms.url}"))
        self.licence_button.setAccessibleName(self.tr("Licence of {0}: {1}").format(title, terms))
        self._show_state()
        self._show_buttons(title)

    def retranslate(self, _retranslation: object) -> None:
        """Everything here is composed."""
        self.refresh()

    def _show_state(self) -> None:
        transfer = self._models.downloads.transfer_of(self.part.choice.model)
        running = self._models.upkeep.chore_of(self.part.choice.model)
        share = None
        if transfer is not None:
            text, share = wording.transfer_text(transfer), transfer.share
        elif running is not None:
            text, share = wording.chore_text(running.chore), running.share
        else:
            text = wording.state_text(self.part)
            if self._device:
                text = self.tr("{0}, runs on {1}").format(text, self._device)
        self.state.setText(text)
        self.bar.setVisible(transfer is not None or running is not None)
        waits = transfer is not None and transfer.is_waiting
        self.bar.setRange(0, 0 if share is None and not waits else _STEPS)
        self.bar.setValue(round((share or 0) * _STEPS))

    def _show_buttons(self, title: str) -> None:
        part, models = self.part, self._models
        transfer = models.downloads.transfer_of(part.choice.model)
        running = models.upkeep.chore_of(part.choice.model)
        is_known = part.entry is not None and part.entry.source is not None
        is_idle = transfer is None and running is None
        here = part.state is Presence.HERE
        self.download_button.setVisible(is_known and is_idle and not here)
        self.download_button.setEnabled(models.may_download(part))
        self.local_button.setVisible(is_known and is_idle and not here)
        self.cancel_button.setVisible(not is_idle)
        self.cancel_button.setEnabled(transfer is None or not transfer.is_stopping)
        self.verify_button.setVisible(bool(part.choice.model) and is_idle and here)
        can_go = bool(part.choice.model) and is_idle and part.state is not Presence.MISSING
        self.remove_button.setVisible(can_go)
        goes_on = part.state is Presence.PARTLY
        self.download_button.setText(self.tr("Go on downloading") if goes_on else self.tr("Download"))
        self.local_button.setText(self.tr("Use a local copy …"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.verify_button.setText(self.tr("Verify"))
        if not self._sure.isActive():
            self.remove_button.setText(self.tr("Remove"))
        for button in (self.download_button, self.local_button, self.cancel_button, self.verify_button):
            button.setAccessibleName(f"{button.text()}: {title}")
        self.remove_button.setAccessibleName(f"{self.remove_button.text()}: {title}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.role, 1)
        head.addWidget(self.licence_button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.state)
        below.addWidget(self.facts, 1)
        for button in self.buttons:
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.bar)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order in which they stand."""
        return (
            *(self.download_button, self.local_button, self.cancel_button),
            *(self.verify_button, self.remove_button),
        )

    @Slot(str)
    def _on_changed(self, model_id: str) -> None:
        if model_id == self.part.choice.model:
            self.refresh()

    @Slot()
    def _on_licence(self) -> None:
        QDesktopServices.openUrl(QUrl(self.part.terms.url))

    @Slot()
    def _on_download(self) -> None:
        self._models.download(self.part)

    @Slot()
    def _on_cancel(self) -> None:
        self._models.downloads.cancel(self.part.choice.model)
        self._models.upkeep.cancel(self.part.choice.model)

    @Slot()
    def _on_verify(self) -> None:
        if self.part.entry is not None:
            self._models.upkeep.verify(self.part.entry)

    @Slot()
    def _on_remove(self) -> None:
        """Gigabytes take an hour to come again: ask once more, on the button itself."""
        if self._sure.isActive() and self.part.entry is not None:
            self._sure.stop()
            self._models.upkeep.remove(self.part.entry)
            return
        self._sure.start()
        size = readable_size(self.part.received_bytes or self.part.size_bytes)
        self.remove_button.setText(self.tr("Click again to remove {0}").format(size))

    @Slot()
    def _on_local(self) -> None:
        title, start = self.tr("Use a local copy of {0}").format(self.part.title), str(Path.home())
        entry = self.part.entry
        if entry is not None and isinstance(entry.source, UrlSource):
            chosen, _ = QFileDialog.getOpenFileName(self, title, start)
        else:
            chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self._models.bring_in(self.part, Path(chosen))

    def _label(self, name: str) -> QLabel:
        label = QLabel(self) if name == "strong" else ElidingLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, slot: object, name: str = "small") -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button
