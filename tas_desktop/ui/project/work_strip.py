"""What is under way in a dialog of this room: what, how far, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

if TYPE_CHECKING:
    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.session.project_work.work_lane import WorkLane


class WorkStrip(QWidget):
    """Has a place of its own, so that nothing jumps, and shows something while work is under way."""

    def __init__(self, work: WorkLane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stopping = False
        self._last: WorkProgress | None = None
        self.label = QLabel(self)
        self.label.setObjectName("muted")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel_button)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        work.running_changed.connect(self._on_running)
        work.progressed.connect(self._on_progressed)
        self.retranslate()
        self._on_running(work.is_running)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._show()

    def _show(self) -> None:
        progress = self._last
        names = {
            "read": self.tr("Reading files …"),
            "copy": self.tr("Copying pictures …"),
            "write": self.tr("Writing parts …"),
            "tell": self.tr("Merging …"),
        }
        if self._stopping:
            text = self.tr("Stopping …")
        elif progress is None:
            text = self.tr("Starting …")
        else:
            text = names.get(progress.step, self.tr("Working …"))
        self.label.setText(text)
        self.bar.setRange(0, 0 if progress is None else progress.total)
        self.bar.setValue(0 if progress is None else progress.done)

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        self._stopping, self._last = False, None
        self.cancel_button.setEnabled(True)
        self.setVisible(running)
        self._show()

    @Slot(object)
    def _on_progressed(self, progress: WorkProgress) -> None:
        self._last = progress
        self._show()

    @Slot()
    def _on_cancel(self) -> None:
        self._stopping = True
        self.cancel_button.setEnabled(False)
        self._work.cancel()
        self._show()
