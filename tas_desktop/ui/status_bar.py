"""The status bar: what is running with progress and Cancel, devices, profile, memory, saved state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from tas_desktop.engine.control import Stage
from tas_desktop.session.image_desk import Phase
from tas_desktop.ui.batch.strip import BatchStrip
from tas_desktop.ui.icons import icon
from tas_desktop.ui.memory import resident_bytes
from tas_desktop.ui.models.strip import DownloadStrip
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.engine.control import Progress
    from tas_desktop.session.workspace import Workspace
    from tas_desktop.ui.theme import Theme

MEMORY_EVERY_MS = 3000
SHORTEST_SPENT = 0.05  # seconds
LATE_MS = 300  # a bar for less than this would only flicker


class StatusBar(QStatusBar):
    """Reads the session; its buttons cancel, and lead to the models.

    Signals:
        models_wanted: the person wants to see the models, or choose others.
    """

    models_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._exports, self._theme = workspace.session, workspace.exports, theme
        self._source, self._analyses = workspace.source, workspace.analyses
        self._job = _label("status-job", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("status-cancel")
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._cancel.clicked.connect(self._on_cancel)
        self._models = QToolButton(self)
        self._models.setObjectName("status-models")
        self._models.clicked.connect(self.models_wanted)
        self._memory = _label("status-memory", self)
        self._saved = _label("status-saved", self)
        for widget in (self._job, self._bar, self._cancel):
            self.addWidget(widget)
        self.addWidget(BatchStrip(workspace.batch, theme, self))
        downloads = DownloadStrip(workspace.models.downloads, theme, self)
        downloads.opened.connect(self.models_wanted)
        self.addWidget(downloads)
        for widget in (self._models, self._memory, self._saved):
            self.addPermanentWidget(widget)
        self.setSizeGripEnabled(False)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._show_bar)
        self._sampler = QTimer(self)
        self._sampler.setInterval(MEMORY_EVERY_MS)
        self._sampler.timeout.connect(self._show_memory)
        self._sampler.start()
        workspace.model_news.moved.connect(self._show_models)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.desk.phase_changed.connect(self._on_phase)
        session.desk.progressed.connect(self._on_progress)
        session.project.saving_changed.connect(self._show_saved)
        session.project.unsaved.changed.connect(self._show_saved)
        session.project.opened.connect(self._show_saved)
        session.project.counts_changed.connect(self._show_saved)
        session.project.opening.connect(self._on_opening)
        session.project.open_failed.connect(self._on_phase)
        self._analyses.loading_models.connect(self._on_phase)
        self._analyses.models_loaded.connect(self._on_phase)
        self._exports.progressed.connect(self._on_export_progress)
        self._exports.running_changed.connect(self._on_phase)
        self._theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_phase()
        self._show_memory()
        self._show_saved()

    @Slot()
    def _on_phase(self) -> None:
        phase = self._session.desk.phase
        text = {
            Phase.EMPTY: self.tr("Ready"),
            Phase.READING: self.tr("Reading the picture …"),
            Phase.UNREADABLE: self.tr("The picture cannot be read"),
            Phase.LOADING_MODELS: self.tr("Loading models …"),
            Phase.ANALYSING: self.tr("Looking for masks …"),
            Phase.REFINING: self.tr("Writing captions …"),
            Phase.READY: self._sum_up(),
            Phase.CANCELLED: self.tr("Cancelled"),
            Phase.FAILED: self.tr("The analysis failed"),
        }[phase]
        working = phase.is_working or self._exports.is_running or self._analyses.is_loading
        if self._exports.is_running:
            text = self.tr("Exporting …")
        elif self._analyses.is_loading and phase in (Phase.EMPTY, Phase.ANALYSING):
            text = self.tr("Loading models …")
        self._job.setText(text)
        if not working:
            self._late.stop()
            self._bar.hide()
            self._cancel.hide()
        elif not self._bar.isVisible():
            self._bar.setRange(0, 0)
            self._late.start()
        self._show_models()

    def _sum_up(self) -> str:
        analysis = self._session.desk.analysis
        if analysis is None:
            return ""
        seconds = sum(spent for _, spent in analysis.seconds)
        if seconds < SHORTEST_SPENT:  # they were kept from before
            return self.tr("{0} masks").format(len(analysis.proposals))
        return self.tr("{0} masks in {1} s").format(len(analysis.proposals), f"{seconds:.1f}")

    @Slot()
    def _show_bar(self) -> None:
        self._bar.show()
        self._cancel.setVisible(self._session.desk.phase is not Phase.READING or self._exports.is_running)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self._exports.is_running:
            return
        names = {
            Stage.LOAD: self.tr("Loading models"),
            Stage.PROPOSALS: self.tr("Looking for masks"),
            Stage.ENCODE: self.tr("Looking at each mask"),
            Stage.CAPTION: self.tr("Writing captions"),
            Stage.PHRASES: self.tr("Gathering phrases"),
        }
        counted = f" {progress.done} / {progress.total}" if progress.total else " …"
        self._job.setText(names[progress.stage] + counted)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    @Slot(int, int)
    def _on_export_progress(self, done: int, total: int) -> None:
        counted = self.tr("Exporting {0} / {1}").format(done, total)
        self._job.setText(counted if total else self.tr("Exporting …"))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(str)
    def _on_opening(self, name: str) -> None:
        self._job.setText(self.tr("Opening {0} …").format(name))

    @Slot()
    def _on_cancel(self) -> None:
        if self._exports.is_running:
            self._exports.cancel()
        else:
            self._session.desk.cancel()

    @Slot()
    def _show_models(self) -> None:
        pipeline = self._source.loaded
        if pipeline is None:
            self._models.setText(self.tr("models not loaded"))
            return
        devices = dict.fromkeys(device for _, device in pipeline.devices)
        self._models.setText(f"{pipeline.profile} · {', '.join(devices)}")
        each = "\n".join(f"{role}: {device}" for role, device in pipeline.devices)
        self._models.setToolTip(as_plain_tool_tip(self.tr("Devices in use\n{0}").format(each)))

    @Slot()
    def _show_memory(self) -> None:
        pipeline = self._source.loaded
        used = resident_bytes()
        if pipeline is not None and pipeline.process_id:
            used += resident_bytes(pipeline.process_id)
        self._memory.setText(self.tr("{0} MB").format(f"{used / 2**20:,.0f}") if used else "")
        self._memory.setToolTip(self.tr("Memory in use"))

    @Slot()
    def _show_saved(self) -> None:
        project = self._session.project
        if project.project is None:
            text = ""
        elif project.project.store.read_only_reason is not None:
            text = self.tr("read-only")
        elif project.is_saving:
            text = self.tr("saving …")
        elif project.unsaved.count:
            text = self.tr("⚠ not saved: {0}").format(f"{project.unsaved.count:,}")
        else:
            text = self.tr("✓ saved")
        counts = project.counts
        decided = self.tr("{0} decided").format(f"{counts.decided:,}") if counts.decided else ""
        self._saved.setText(" · ".join(part for part in (decided, text) if part))

    @Slot()
    def _on_theme(self) -> None:
        self._cancel.setIcon(icon("cancel", self._theme.tones.text))


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
