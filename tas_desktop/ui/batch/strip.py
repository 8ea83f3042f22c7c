"""The batch's place in the status bar: how far, how fast, how long still, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from tas_desktop.batch.pace import written_pace
from tas_desktop.ui.icons import icon
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.batch.progress import BatchProgress
    from tas_desktop.session.batch_session import BatchSession
    from tas_desktop.ui.theme import Theme

_MINUTE, _HOUR = 60, 3600


class BatchStrip(QWidget):
    """Visible while a batch runs."""

    def __init__(self, batch: BatchSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch-strip")
        self._batch, self._theme = batch, theme
        self._stopping = False
        self._label = QLabel(self)
        self._label.setObjectName("batch-label")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(110)
        self._bar.setAccessibleName(self.tr("Progress of all pictures"))
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("batch-cancel")
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop proposing for all pictures; what is done stays"))
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(4)
        for widget in (self._label, self._bar, self._cancel):
            layout.addWidget(widget)
        batch.running_changed.connect(self._on_running)
        batch.progressed.connect(self._show_progress)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_running(batch.is_running)

    def retranslate(self, _retranslation: object) -> None:
        """The label is composed here."""
        self._show_progress()

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        self._stopping = False
        self._cancel.setEnabled(True)
        self.setVisible(running)
        self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        progress = self._batch.progress
        if self._stopping:
            text = self.tr("Stopping …")
        elif progress is None:
            text = self.tr("All pictures: loading models …")
        else:
            text = self._describe(progress)
        self._label.setText(text)
        self._label.setToolTip(as_plain_tool_tip(self._details(progress)))
        self._bar.setRange(0, 0 if progress is None else max(progress.total, 1))
        self._bar.setValue(0 if progress is None else progress.done)

    def _describe(self, progress: BatchProgress) -> str:
        parts = [self.tr("All pictures: {0} / {1}").format(f"{progress.done:,}", f"{progress.total:,}")]
        if progress.images_per_second:
            parts.append(self.tr("{0}/s").format(written_pace(progress.images_per_second)))
        if progress.seconds_left:
            parts.append(self._time_left(progress.seconds_left))
        return " · ".join(parts)

    def _details(self, progress: BatchProgress | None) -> str:
        """What was ranked and passed over: for the tip, since the bar is narrow."""
        if progress is None:
            return ""
        lines = [self.tr("{0} expressions ranked").format(f"{progress.expressions:,}")]
        if progress.known:
            lines.append(self.tr("{0} pictures were done before").format(f"{progress.known:,}"))
        if progress.failed:
            lines.append(self.tr("{0} pictures passed over").format(f"{progress.failed:,}"))
        return "\n".join(lines)

    def _time_left(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self.tr("{0} s left").format(max(round(seconds), 1))
        if seconds < _HOUR:
            return self.tr("{0} min left").format(round(seconds / _MINUTE))
        hours, rest = divmod(round(seconds / _MINUTE), 60)
        return self.tr("{0} h {1} min left").format(hours, rest)

    @Slot()
    def _on_cancel(self) -> None:
        self._stopping = True
        self._cancel.setEnabled(False)
        self._batch.cancel()
        self._show_progress()

    @Slot()
    def _on_theme(self) -> None:
        self._cancel.setIcon(icon("cancel", self._theme.tones.text))
