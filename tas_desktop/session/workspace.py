"""Everything behind one window: lanes, sessions and the pipeline's source, built and closed together."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.config.queue_views import QUEUE_VIEWS_FILE
from tas_desktop.config.recent import RECENT_FILE
from tas_desktop.session.analyses import Analyses
from tas_desktop.session.annotation_session import AnnotationSession
from tas_desktop.session.batch_session import BatchSession
from tas_desktop.session.comparison.comparison_session import ComparisonSession
from tas_desktop.session.exchange.export_preview import ExportPreview
from tas_desktop.session.exchange.imports import Imports
from tas_desktop.session.export_session import ExportSession
from tas_desktop.session.flag_notes import FlagNotes
from tas_desktop.session.image_desk import ImageDesk
from tas_desktop.session.method_choice import MethodChoice
from tas_desktop.session.models.model_desk import ModelDesk
from tas_desktop.session.models.model_news import ModelNews
from tas_desktop.session.models.model_switch import ModelSwitch
from tas_desktop.session.notices import NoticeBoard
from tas_desktop.session.outlines import Outlines
from tas_desktop.session.picture_search import PictureSearch
from tas_desktop.session.pictures import Pictures
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.session.preferences import Preferences
from tas_desktop.session.project_session import ProjectSession
from tas_desktop.session.project_work.parts import Parts
from tas_desktop.session.project_work.replaced_pictures import ReplacedPictures
from tas_desktop.session.project_work.split_dealing import SplitDealing
from tas_desktop.session.ranking_desk import RankingDesk
from tas_desktop.session.ranking_preferences import RankingPreferences
from tas_desktop.session.recent_projects import RecentProjects
from tas_desktop.session.review.kept_views import KeptViews
from tas_desktop.session.review.live_rankings import LiveRankings
from tas_desktop.session.session_messages import SessionMessages
from tas_desktop.session.statistics_session import StatisticsSession
from tas_desktop.session.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.control import CancelToken
    from tas_desktop.session.pipeline import AnnotationPipeline

logger = logging.getLogger(__name__)

PROJECT_SUFFIX = ".tas"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a workspace needs from outside.

    Attributes:
        load_pipeline: loads the models; called once, in a lane, and given up when the token is set.
        read_image: reads a picture file.
        read_thumbnail: reads a picture file small.
        annotator: who decides.
        settings_file: where choices made in the window are kept.
        projects: folder for projects whose own folder cannot be written.
        sample_pictures: the pictures that ship with the program.
        sample_project: where they are copied to be worked on.
        batches: folder for notes on batches that have begun.
        clock: monotonic seconds by which decisions are timed.
    """

    load_pipeline: Callable[[CancelToken], AnnotationPipeline]
    read_image: Callable[[Path], LoadedImage]
    read_thumbnail: Callable[[Path], NDArray[np.uint8]]
    annotator: str
    settings_file: Path
    projects: Path
    sample_pictures: Path
    sample_project: Path
    batches: Path
    clock: Callable[[], float] = time.monotonic


class Workspace(QObject):
    """Owns the sessions; `close` ends every thread."""

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.notices = NoticeBoard(self)
        self.preferences = Preferences(surroundings.settings_file, self)
        self.preferences.failed.connect(self._on_preference_failed)
        self.source = PipelineSource(surroundings.load_pipeline)
        self.model_news = ModelNews(self.source, notices=self.notices, parent=self)
        self._thumbnails = Thumbnails(surroundings.read_thumbnail)
        self._pictures = Pictures(surroundings.read_image, self)
        self.analyses = Analyses(self.source, self)
        self._outlines = Outlines(self)
        self.project = ProjectSession(
            thumbnails=self._thumbnails,
            annotator=surroundings.annotator,
            fallback_folder=surroundings.projects,
            clock=surroundings.clock,
            parent=self,
        )
        self.recent = RecentProjects(surroundings.projects.parent / RECENT_FILE, self)
        self.project.opened.connect(self.recent.note_opened)
        self._views = KeptViews(surroundings.projects.parent / QUEUE_VIEWS_FILE, self.project, self)
        # Before the session connects: it asks for the first picture of the new project at once.
        self.project.previewed.connect(self._pictures.forget_all)
        self.project.opened.connect(self._on_opened)
        self.project.closed.connect(self._on_closed)
        self.desk = ImageDesk(
            pictures=self._pictures, analyses=self.analyses, outlines=self._outlines, parent=self
        )
        self.ranking = RankingDesk(self.source, self)
        self.method = MethodChoice(ranking=self.ranking, analyses=self.analyses, desk=self.desk, parent=self)
        self.exports, self.export_preview = ExportSession(self.project, self), ExportPreview(self)
        self.imports = Imports(self.project, self)
        self.statistics = StatisticsSession(self.project, self)
        self.comparing = ComparisonSession(self.project, self.source, self)
        self.picture_search = PictureSearch(self.project, SessionMessages(self.notices, self), self)
        self.parts, self.dealing = Parts(self.project, self), SplitDealing(self.project, self)
        self.replaced = ReplacedPictures(self.project, self)
        self.batch = BatchSession(
            self.project,
            self.source,
            notes=surroundings.batches,
            method=lambda: self.method.method,
            parent=self,
        )
        self.session = AnnotationSession(
            project=self.project,
            desk=self.desk,
            ranking=self.ranking,
            notices=self.notices,
            source=self.source,
            clock=surroundings.clock,
            parent=self,
        )
        LiveRankings(self.session, self)
        FlagNotes(self.session, project=self.project, notices=self.notices, parent=self)
        self.model_switch = ModelSwitch(
            self.preferences, analyses=self.analyses, desk=self.desk, batch=self.batch, parent=self
        )
        self.models = ModelDesk(
            self.preferences, method=self.method, switch=self.model_switch, source=self.source, parent=self
        )
        self.model_news.moved.connect(self.models.changed)
        self.method.refused.connect(self._on_preference_failed)
        self._ranking_preferences = RankingPreferences(
            self.preferences, method=self.method, checks=self.session.help.checks, parent=self
        )

    def open_path(self, path: Path) -> None:
        """Open a folder of pictures, a project file, or the folder of a picture."""
        if path.suffix == PROJECT_SUFFIX:
            self.project.open_project(path)
        elif path.is_dir() or not path.exists():
            self.project.open_folder(path)
        else:
            self.project.open_folder(path.parent)

    def open_sample(self) -> None:
        """Open the sample project, copying its pictures first where need be."""
        outside = self._surroundings
        self.project.open_sample(outside.sample_pictures, outside.sample_project)

    @Slot()
    def forget_pictures(self) -> None:
        """Read every picture anew when it is wanted: files have changed."""
        self._pictures.forget_all()
        self.project.images.forget_thumbnails()

    @Slot()
    def load_models(self) -> None:
        """Load the models now, off the GUI thread, and what opening a project needs."""
        self.project.prepare()
        self.analyses.load_models()

    @Slot()
    def close(self) -> bool:
        """Finish writing, cancel the rest, end every thread; False when one did not end in time."""
        self.source.stop_loading()
        busy = (self.analyses, self.ranking, self._pictures, self._outlines, self.exports, self.session)
        beside = (
            *(self.export_preview, self.imports, self.parts, self.replaced),
            *(self.statistics, self.comparing, self._views, self.models),
        )
        last = (self.project, self.preferences, self.recent)
        stopped = [lane.close() for lane in (self.batch, *busy, *beside, *last)]
        if all(stopped):
            self.source.close()
        else:
            logger.error("not every lane ended in time")
        return all(stopped)

    @Slot(object)
    def _on_preference_failed(self, error: BaseException) -> None:
        self.notices.post_error(error, key="preferences")

    @Slot()
    def _on_closed(self) -> None:
        self.analyses.look_in(None)

    @Slot()
    def _on_opened(self) -> None:
        self.analyses.look_in(self.project.store)
        if not self.project.was_previewed:
            self._pictures.forget_all()
