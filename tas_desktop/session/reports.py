"""What desk, ranking and project report, carried to those it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.domain.errors import ImageMissing, KnownError
from tas_desktop.models.errors import LicenceNotAccepted, ModelDamaged, ModelMissing
from tas_desktop.session.image_desk import Phase
from tas_desktop.session.notices import Message, Severity

if TYPE_CHECKING:
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk


class Reports(QObject):
    """Hands a picture's facts to the project, its analysis to the ranking, and failures to the notice bar."""

    def __init__(
        self,
        *,
        project: ProjectSession,
        desk: ImageDesk,
        ranking: RankingDesk,
        notices: NoticeBoard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._desk, self._ranking, self._notices = project, desk, ranking, notices
        project.write_failed.connect(self._on_project_failed)
        project.open_failed.connect(self._on_project_failed)
        project.unsaved.changed.connect(self._on_unsaved)
        desk.picture_changed.connect(self._on_picture)
        desk.analysis_changed.connect(self._on_analysis)
        desk.phase_changed.connect(self._on_phase)
        desk.failed.connect(self._on_desk_failed)
        ranking.failed.connect(self._on_ranking_failed)
        project.queue.failed.connect(self._on_queue_failed)
        project.queue.shown.connect(self._on_queue_shown)

    @Slot(object)
    def tell_refused(self, error: BaseException) -> None:
        """Something asked for could not be done."""
        self._notices.post_error(error, key="refused")

    @Slot()
    def _on_picture(self) -> None:
        picture, image = self._desk.picture, self._desk.image
        if picture is None or image is None:
            return
        loaded = picture.image
        self._project.note_picture(image.image_id, loaded)
        for notice in loaded.notices:
            self._notices.post_notice(notice)

    @Slot()
    def _on_analysis(self) -> None:
        self._ranking.set_analysis(self._desk.analysis)

    @Slot()
    def _on_phase(self) -> None:
        if self._desk.phase is not Phase.UNREADABLE:
            self._notices.withdraw("picture")
        if self._desk.phase is not Phase.FAILED:
            self._notices.withdraw("analysis")
        if self._desk.phase is Phase.READY and self._desk.image is not None:
            self._project.note_proposed(self._desk.image.image_id)

    @Slot(object)
    def _on_desk_failed(self, error: BaseException) -> None:
        unreadable = self._desk.phase is Phase.UNREADABLE
        key, action = ("picture", "") if unreadable else ("analysis", "analyse-again")
        if isinstance(error, ImageMissing):
            action = "find-pictures"
        elif isinstance(error, ModelMissing | ModelDamaged | LicenceNotAccepted):
            action = "models-and-profiles"
        self._notices.post_error(error, key=key, action=action)

    @Slot(object)
    def _on_ranking_failed(self, error: BaseException) -> None:
        self._notices.post_error(error, key="ranking")

    @Slot(object)
    def _on_queue_failed(self, error: BaseException) -> None:
        self._notices.post_error(error, key="queue", action="refresh-list")

    @Slot()
    def _on_queue_shown(self) -> None:
        self._notices.withdraw("queue")

    @Slot(object)
    def _on_project_failed(self, error: BaseException) -> None:
        count = self._project.unsaved.count
        if not count or not isinstance(error, KnownError):
            self._notices.post_error(error, key="project")
            return
        step = self.tr("Not saved yet, and kept while this window is open: {0}.").format(f"{count:,}")
        message = Message(error.message, Severity.ERROR, step, "project", "save-again", lasting=True)
        self._notices.post(message)

    @Slot()
    def _on_unsaved(self) -> None:
        if not self._project.unsaved.count:
            self._notices.withdraw("project")
