"""Analyses of images: one lane that owns the vision models, a memory of what is done, work ahead."""

from __future__ import annotations

import logging
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.errors import KnownError
from tas_desktop.session.byte_lru import ByteLru
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.control import Progress
    from tas_desktop.engine.methods import Method
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.storage.project import ProjectStore

logger = logging.getLogger(__name__)

CACHE_BYTES = 256 * 2**20


class Purpose(Enum):
    """Why the lane works."""

    CURRENT = auto()
    AHEAD = auto()


class Analyses(QObject):
    """Delivers analyses by content hash; the image in front of the annotator always comes first."""

    loading_models = Signal()
    models_loaded = Signal()
    started = Signal(str)  # content hash of the current image
    progressed = Signal(object)  # Progress of the current image
    partial = Signal(str, object)  # content hash, ImageAnalysis without captions
    ready = Signal(str, object)  # content hash, ImageAnalysis
    failed = Signal(str, object)  # content hash, exception
    cancelled = Signal(str)
    idle = Signal()

    def __init__(self, source: PipelineSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._cache: ByteLru[str, ImageAnalysis] = ByteLru(CACHE_BYTES)
        self._lane = JobRunner("analysis")
        self._job: tuple[int, str, Purpose] | None = None
        self._loading = False
        self._given_up: set[str] = set()
        self._method: Method | None = None
        self._store: ProjectStore | None = None
        self._lane.progressed.connect(self._on_progressed)
        self._lane.cancelled.connect(self._on_cancelled)
        self._lane.busy_changed.connect(self._on_busy_changed)

    @property
    def lane(self) -> JobRunner:
        """The lane itself, for those who watch it."""
        return self._lane

    @property
    def capabilities(self) -> frozenset[Capability] | None:
        """What the loaded models give; None while none are loaded."""
        pipeline = self._source.loaded
        return None if pipeline is None else pipeline.capabilities

    @property
    def is_loading(self) -> bool:
        """Whether the models are being loaded."""
        return self._loading

    @property
    def has_models(self) -> bool:
        """Whether models are loaded, or being loaded."""
        return self._loading or self._source.loaded is not None

    def peek(self, content_hash: str) -> ImageAnalysis | None:
        """A finished analysis that is in memory, or None."""
        return self._cache.get(content_hash)

    def load_models(self) -> None:
        """Load the models now, so that the first image need not wait for them."""
        if self._source.loaded is None and not self._loading:
            self._announce_loading()
            self._lane.submit(
                Job(
                    "",
                    lambda _control: self._source.get(),
                    on_success=self._loaded,
                    on_failure=self._load_failed,
                )
            )

    def request(self, image: LoadedImage) -> None:
        """Ask for the analysis of the image in front of the annotator."""
        content_hash = image.content_hash
        cached = self._cache.get(content_hash)
        if cached is not None:
            self._drop_current()
            self.ready.emit(content_hash, cached)
            return
        if self._job is not None and self._job[1] == content_hash and self._lane.is_current(self._job[0]):
            self._job = (self._job[0], content_hash, Purpose.CURRENT)
            self.started.emit(content_hash)
            return
        self._submit(image, Purpose.CURRENT)
        self.started.emit(content_hash)

    def work_ahead(self, image: LoadedImage) -> bool:
        """Analyse an image that will probably be asked for, unless the lane is busy; whether it began."""
        known = image.content_hash in self._cache or image.content_hash in self._given_up
        begins = not known and not self._lane.is_busy and self._source.loaded is not None
        if begins:
            self._submit(image, Purpose.AHEAD)
        return begins

    @Slot()
    def cancel(self) -> None:
        """Stop the analysis under way at its next step."""
        if self._job is not None:
            self._lane.cancel(self._job[0])

    def set_method(self, method: Method | None) -> bool:
        """Analyse as a method wants it from now on; True where what was analysed before is of no use."""
        before, self._method = self._method, method
        if method is None or before is None or before.analysis.serves(method.analysis):
            return False
        self.forget_all()
        return True

    def change_models(self) -> None:
        """Let go of the models and load those that the settings name now; every analysis is dropped."""
        self._lane.drop_all()
        self._job = None
        self.forget_all()
        self._source.give_up()
        self._announce_loading()

        def run(_control: JobControl) -> object:
            self._source.release()
            return self._source.get()

        self._lane.submit(Job("", run, on_success=self._loaded, on_failure=self._load_failed))

    def look_in(self, store: ProjectStore | None) -> None:
        """Where the project keeps analyses without their embeddings; None where none is open."""
        self._store = store

    def forget_all(self) -> None:
        """Drop every analysis: other models or another project."""
        self._drop_current()
        self._cache.clear()
        self._given_up.clear()

    def close(self) -> bool:
        """Cancel and end the lane."""
        return self._lane.close()

    def _find_outline(self, content_hash: str, key: str) -> bytes | None:
        """Called in the lane; a project that cannot be read just now costs the networks' time, no more."""
        store = self._store
        try:
            return None if store is None else store.analyses.find(content_hash, key=key)
        except KnownError as error:
            logger.info("The project's own analysis of %s was not read: %s", content_hash, error)
            return None

    def _drop_current(self) -> None:
        if self._job is not None and not self._loading:
            self._lane.drop_all()
            self._job = None

    def _submit(self, image: LoadedImage, purpose: Purpose) -> None:
        content_hash = image.content_hash
        if self._source.loaded is None:
            self._announce_loading()

        def run(control: JobControl) -> ImageAnalysis:
            pipeline = self._source.get()
            return pipeline.analyse(
                image,
                control=control.engine,
                on_partial=control.deliver_partial,
                method=self._method,
                find_outline=self._find_outline,
            )

        def deliver(analysis: ImageAnalysis) -> None:
            self._loaded(None)
            self._cache.put(content_hash, analysis, analysis.nbytes)
            self._take_job(content_hash)
            self.ready.emit(content_hash, analysis)

        def deliver_partial(analysis: ImageAnalysis) -> None:
            self._loaded(None)
            self.partial.emit(content_hash, analysis)

        def refuse(error: BaseException) -> None:
            self._loading = False
            self._given_up.add(content_hash)
            self._take_job(content_hash)
            self.failed.emit(content_hash, error)

        if self._job is not None:
            self._lane.cancel(self._job[0])
        job = Job("analysis", run, on_success=deliver, on_partial=deliver_partial, on_failure=refuse)
        self._job = (self._lane.submit(job, supersede=not self._loading), content_hash, purpose)

    def _take_job(self, content_hash: str) -> None:
        if self._job is not None and self._job[1] == content_hash:
            self._job = None

    def _announce_loading(self) -> None:
        self._loading = True
        self.loading_models.emit()

    def _loaded(self, _pipeline: object) -> None:
        if self._loading:
            self._loading = False
            self.models_loaded.emit()

    def _load_failed(self, error: BaseException) -> None:
        self._loading = False
        self.failed.emit("", error)

    @Slot(int, object)
    def _on_progressed(self, job_id: int, progress: Progress) -> None:
        self._loaded(None)
        if self._job is not None and self._job[0] == job_id and self._job[2] is Purpose.CURRENT:
            self.progressed.emit(progress)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if self._job is not None and self._job[0] == job_id:
            content_hash = self._job[1]
            self._job = None
            self._given_up.add(content_hash)
            self.cancelled.emit(content_hash)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        if not busy:
            self.idle.emit()
