"""Filter and order of the list, remembered for each project from one start to the next."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from tas_desktop.config.queue_views import QueueView, load_queue_views, save_queue_views
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.review.orders import QueueOrder

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.session.project_session import ProjectSession

logger = logging.getLogger(__name__)

REST_MS = 800  # a filter is kept once its typing rests


class KeptViews(QObject):
    """Gives a project that is opened the view it had last, and keeps what the annotator chooses then.

    The file is read once, when the program starts, and written in a lane of its own.
    """

    def __init__(self, file: Path, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._project = file, project
        self._queue = project.queue
        self._views = load_queue_views(file)
        self._place: Path | None = None
        self._chosen_early = False  # in the list that is shown before its project is open
        self._lane = JobRunner("list views")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._keep)
        project.opened.connect(self._on_opened)
        project.closed.connect(self._on_closed)
        self._queue.view_changed.connect(self._on_changed)

    def close(self) -> bool:
        """Finish writing and end the lane."""
        self._on_closed()
        return self._lane.close(drain=True)

    @Slot()
    def _on_opened(self) -> None:
        store = self._project.store
        if store is None:
            return
        place = store.file.absolute()
        if not self._chosen_early:
            view = self._views.get(place, QueueView())
            known = {order.value: order for order in QueueOrder}
            self._queue.restore(view.filter, known.get(view.order, QueueOrder.DATASET))
        self._place = place
        if self._chosen_early:
            self._rest.start()
        self._chosen_early = False

    @Slot()
    def _on_closed(self) -> None:
        if self._rest.isActive():
            self._keep()
        self._place, self._chosen_early = None, False

    @Slot()
    def _on_changed(self) -> None:
        if self._place is None:
            self._chosen_early = True
        else:
            self._rest.start()

    @Slot()
    def _keep(self) -> None:
        """Put this project's view at the end of the list, where the newest stand."""
        self._rest.stop()
        place, view = self._place, QueueView(self._queue.order.value, self._queue.text)
        if place is None or self._views.get(place, QueueView()) == view:
            return
        self._views.pop(place, None)
        self._views[place] = view
        file = self._file

        def run(_control: JobControl) -> None:
            _put(file, place, view)

        self._lane.submit(Job("", run))


def _put(file: Path, place: Path, view: QueueView) -> None:
    """One view into the file, beside those that other windows have put there."""
    views = load_queue_views(file)
    views.pop(place, None)
    views[place] = view
    try:
        save_queue_views(file, views)
    except TargetNotWritable as error:  # a convenience; the work goes on without it
        logger.warning("filter and order of the list: %s", error)
