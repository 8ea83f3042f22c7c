"""The image in front of the annotator: its picture, its analysis and how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.control import Progress
    from tas_desktop.session.analyses import Analyses
    from tas_desktop.session.outlines import MaskOutline, Outlines
    from tas_desktop.session.pictures import Picture, Pictures
    from tas_desktop.storage.rows import ImageRow


class Phase(Enum):
    """How far the current image is."""

    EMPTY = auto()
    READING = auto()
    UNREADABLE = auto()
    LOADING_MODELS = auto()
    ANALYSING = auto()
    REFINING = auto()
    READY = auto()
    CANCELLED = auto()
    FAILED = auto()

    @property
    def is_working(self) -> bool:
        """Whether something is still to come by itself."""
        return self in (Phase.READING, Phase.LOADING_MODELS, Phase.ANALYSING, Phase.REFINING)


@dataclass(frozen=True, slots=True)
class Place:
    """An image of the project and where its file lies."""

    image_id: int
    path: Path


class ImageDesk(QObject):
    """Brings an image to the desk: read, analyse, trace; then prepares the likely next ones."""

    image_changed = Signal()
    picture_changed = Signal()
    analysis_changed = Signal()
    outlines_changed = Signal()
    phase_changed = Signal()
    progressed = Signal(object)  # Progress
    failed = Signal(object)

    def __init__(
        self, *, pictures: Pictures, analyses: Analyses, outlines: Outlines, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.image: ImageRow | None = None
        self.picture: Picture | None = None
        self.analysis: ImageAnalysis | None = None
        self.outlines: tuple[MaskOutline, ...] = ()
        self.phase = Phase.EMPTY
        self.error: BaseException | None = None
        self._pictures, self._analyses, self._tracer = pictures, analyses, outlines
        self._ahead: list[Place] = []
        pictures.ready.connect(self._on_picture)
        pictures.failed.connect(self._on_unreadable)
        pictures.read_ahead_done.connect(self._on_read_ahead)
        analyses.loading_models.connect(self._on_loading_models)
        analyses.models_loaded.connect(self._on_models_loaded)
        analyses.partial.connect(self._on_partial)
        analyses.ready.connect(self._on_analysis)
        analyses.failed.connect(self._on_analysis_failed)
        analyses.cancelled.connect(self._on_cancelled)
        analyses.progressed.connect(self._on_progressed)
        analyses.idle.connect(self._work_ahead)
        outlines.ready.connect(self._on_outlines)

    def put(self, image: ImageRow, path: Path, *, ahead: Sequence[Place] = ()) -> None:
        """Bring an image to the desk.

        Args:
            image: the image.
            path: where it lies.
            ahead: the likely next ones, read once this one is, and analysed after it.
        """
        self._clear(image)
        self._ahead = list(ahead)
        self._set_phase(Phase.READING)
        self._pictures.request(image.image_id, path)

    def clear(self) -> None:
        """Leave the desk empty."""
        self._clear(None)
        self._ahead = []
        self._set_phase(Phase.EMPTY)

    def analyse_again(self) -> None:
        """Ask once more after a failure or a cancel."""
        if self.picture is not None and not self.phase.is_working and self.phase is not Phase.READY:
            self._start_analysis(self.picture)

    def analyse_anew(self) -> None:
        """Analyse the image on the desk with other parameters; what was known of it is dropped."""
        if self.picture is None:
            return
        self.analysis, self.outlines = None, ()
        self.analysis_changed.emit()
        self.outlines_changed.emit()
        self._start_analysis(self.picture)

    @Slot()
    def cancel(self) -> None:
        """Stop the analysis under way."""
        self._analyses.cancel()

    def _clear(self, image: ImageRow | None) -> None:
        self.image, self.picture, self.analysis, self.outlines, self.error = image, None, None, (), None
        self.image_changed.emit()
        self.picture_changed.emit()
        self.analysis_changed.emit()
        self.outlines_changed.emit()

    def _start_analysis(self, picture: Picture) -> None:
        self.error = None
        self._set_phase(Phase.ANALYSING)
        self._analyses.request(picture.image)

    @property
    def _content_hash(self) -> str | None:
        return None if self.picture is None else self.picture.image.content_hash

    @Slot(int, object)
    def _on_picture(self, image_id: int, picture: Picture) -> None:
        if self.image is None or image_id != self.image.image_id:
            return
        self.picture = picture
        self.picture_changed.emit()
        self._start_analysis(picture)
        self._read_ahead()  # whoever leafs through does not wait for analyses

    @Slot(int, object)
    def _on_unreadable(self, image_id: int, error: BaseException) -> None:
        if self.image is None or image_id != self.image.image_id:
            return
        self.error = error
        self._set_phase(Phase.UNREADABLE)
        self.failed.emit(error)
        self._prepare_next()

    @Slot()
    def _on_loading_models(self) -> None:
        if self.phase is Phase.ANALYSING:
            self._set_phase(Phase.LOADING_MODELS)

    @Slot()
    def _on_models_loaded(self) -> None:
        if self.phase is Phase.LOADING_MODELS:
            self._set_phase(Phase.ANALYSING)

    @Slot(str, object)
    def _on_partial(self, content_hash: str, analysis: ImageAnalysis) -> None:
        if content_hash == self._content_hash:
            self._take(analysis)
            self._set_phase(Phase.REFINING)

    @Slot(str, object)
    def _on_analysis(self, content_hash: str, analysis: ImageAnalysis) -> None:
        if content_hash == self._content_hash:
            self._take(analysis)
            self._set_phase(Phase.READY)
            self._prepare_next()

    @Slot(str, object)
    def _on_analysis_failed(self, content_hash: str, error: BaseException) -> None:
        if content_hash in ("", self._content_hash):
            self.error = error
            self._set_phase(Phase.FAILED)
            self.failed.emit(error)

    @Slot(str)
    def _on_cancelled(self, content_hash: str) -> None:
        if content_hash == self._content_hash:
            self._set_phase(Phase.CANCELLED)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self.phase.is_working:
            self.progressed.emit(progress)

    @Slot(str, object)
    def _on_outlines(self, key: str, outlines: tuple[MaskOutline, ...]) -> None:
        if self.analysis is not None and key == self.analysis.image_hash:
            self.outlines = outlines
            self.outlines_changed.emit()

    def _take(self, analysis: ImageAnalysis) -> None:
        same = self.analysis is not None and self.analysis.proposals == analysis.proposals
        self.analysis = analysis
        self.analysis_changed.emit()
        if not same:
            self._tracer.request(analysis.image_hash, [p.mask for p in analysis.proposals])

    def _prepare_next(self) -> None:
        self._read_ahead()
        self._work_ahead()

    def _read_ahead(self) -> None:
        self._pictures.read_ahead([(place.image_id, place.path) for place in self._ahead])

    @Slot(int, object)
    def _on_read_ahead(self, _image_id: int, _picture: Picture) -> None:
        self._work_ahead()

    @Slot()
    def _work_ahead(self) -> None:
        if self.phase not in (Phase.READY, Phase.UNREADABLE):
            return
        for place in self._ahead:
            picture = self._pictures.peek(place.image_id)
            if picture is not None and self._analyses.work_ahead(picture.image):
                return

    def _set_phase(self, phase: Phase) -> None:
        if phase is not self.phase:
            self.phase = phase
            self.phase_changed.emit()
