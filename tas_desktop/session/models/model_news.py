"""What the models say of themselves while they work, brought to the window's notice bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from tas_desktop.domain.notice import Notice
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.pipeline import AnnotationPipeline, PipelineSource


class ModelNews(QObject):
    """Follows the models of a source, also those that are loaded later.

    Signals:
        moved: a model was loaded, or runs on another device or in another precision than before.
    """

    moved = Signal()
    _told = Signal(object)

    def __init__(
        self, source: PipelineSource, *, notices: NoticeBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._told.connect(self._on_told)  # models speak in threads of their own
        source.on_load = self._follow

    def _follow(self, pipeline: AnnotationPipeline) -> None:
        pipeline.news.follow(self._told.emit, self.moved.emit)
        self.moved.emit()

    @Slot(object)
    def _on_told(self, notice: Notice) -> None:
        self._notices.post_notice(notice)
