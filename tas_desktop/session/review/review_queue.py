"""The review queue of the open project: filter and order of the image list, off the GUI thread."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.review.back_check_round import BackCheckRound
from tas_desktop.session.review.column_reader import ColumnReader
from tas_desktop.session.review.filter_terms import FilterRefused, QueueFilter
from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.session.review.pace import PaceMeter
from tas_desktop.session.review.selecting import Selection, has_open, rank_on_image, select

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.review.column_reader import LiveRanking
    from tas_desktop.session.review.columns import QueueColumns
    from tas_desktop.storage.other_writers import OthersChanges

MOST_SINGLE = 50  # pictures that are read one by one; beyond that reading all costs less


class ReviewQueue(QObject):
    """Reads the project's columns once, keeps them up to date, and tells the image list what to show.

    The lane alone makes new columns; the GUI thread reads the ones that are there. A decision moves no row
    under the annotator's eyes: the list is chosen and ordered anew when the filter or the order is set, and
    by `refresh`.

    Signals:
        shown: the list shows what was asked for last.
        refused_changed: the filter cannot be read, or can be again; see ``refused``.
        order_changed: another order was chosen.
        view_changed: filter or order are others than before.
        restored: the filter was set by the program; see ``text``.
        columns_changed: there are newer columns.
        failed: the project could not be read for the list; the next filter or order tries again.

    Attributes:
        refused: why the text in the filter cannot be read; the list then stays as it is.
        text: the filter as it was read last.
        order, seed: the order of the list.
        selection: what the list shows; None until the project has been read.
        pace: how fast the work goes.
        checks: blind back-checks between the decisions.
    """

    shown = Signal()
    refused_changed = Signal()
    order_changed = Signal()
    view_changed = Signal()
    restored = Signal()
    columns_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        project: ProjectSession,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.refused: FilterRefused | None = None
        self.text = ""
        self.order, self.seed = QueueOrder.DATASET, 0
        self.selection: Selection | None = None
        self.pace = PaceMeter(project, self, clock=clock)
        self.checks = BackCheckRound(project, self)
        self._project = project
        self._filter = QueueFilter()
        self._reader = ColumnReader()
        self._lane = JobRunner("queue")
        self._asked: int | None = None
        self._reloading = False
        project.opened.connect(self._on_opened)
        project.closed.connect(self._on_closed)
        project.expressions_loaded.connect(self._on_expressions)
        project.watch.changed.connect(self._on_others)

    @property
    def columns(self) -> QueueColumns | None:
        """The newest columns; None until the project has been read."""
        return self._reader.columns

    @property
    def is_settled(self) -> bool:
        """Whether the list shows what was asked for last."""
        return self._asked is None

    def set_filter(self, text: str) -> None:
        """Show only what passes; a text that cannot be read changes nothing but ``refused``."""
        try:
            parsed = QueueFilter.parse(text)
        except FilterRefused as error:
            self._set_refused(error)
            return
        self._set_refused(None)
        self.text = text
        if parsed != self._filter:
            self._filter = parsed
            self.refresh()
            self.view_changed.emit()

    def set_order(self, order: QueueOrder, *, seed: int | None = None) -> None:
        """Order the list; the same order again puts what has changed meanwhile in its place."""
        self.order = order
        self.seed = self.seed if seed is None else seed
        self.order_changed.emit()
        self.refresh()
        self.view_changed.emit()

    def restore(self, text: str, order: QueueOrder) -> None:
        """Filter and order as they were kept; a filter that cannot be read any longer is none."""
        try:
            self._filter, self.text = QueueFilter.parse(text), text
        except FilterRefused:
            self._filter, self.text = QueueFilter(), ""
        self._set_refused(None)
        self.restored.emit()
        self.set_order(order)

    @Slot()
    def refresh(self) -> None:
        """Choose and order the list anew."""
        if self._asked is not None:
            self._lane.cancel(self._asked)
        store = self._project.store
        if store is None:
            self._asked = None
            return
        reader, query, order, seed = self._reader, self._filter, self.order, self.seed

        def run(control: JobControl) -> Selection:
            columns = reader.columns
            if columns is None or reader.is_outdated:
                columns = reader.read_all(store)
            return select(columns, query, order=order, seed=seed, token=control.token)

        def take(selection: Selection) -> None:
            if self._asked == asked:  # else something newer was asked for meanwhile
                self._asked = None
                self._take_selection(selection)

        def fail(error: BaseException) -> None:
            if self._asked == asked:
                self._asked = None
                self.shown.emit()
                self.failed.emit(error)

        asked = self._lane.submit(Job("", run, on_success=take, on_failure=fail))
        self._asked = asked

    @Slot()
    def reload(self) -> None:
        """Read all columns anew, after a batch or another process has written; the list stays as it is."""
        store = self._project.store
        if store is None or self._reloading:
            return
        self._reloading = True

        def run(reader: ColumnReader) -> None:
            self._reloading = False  # what is written from here on is seen by the next reload
            reader.read_all(store)

        self._submit_reading(run)

    def read_again(self, image_id: int) -> None:
        """Read the columns of one picture anew."""
        store = self._project.store
        if store is not None:
            numbers = (image_id,)
            self._submit_reading(lambda reader: reader.read_images(store, numbers), image_ids=numbers)

    def read_changed(self, image_ids: Collection[int]) -> None:
        """Read the columns of these pictures anew, or everything where they are many."""
        store = self._project.store
        if len(image_ids) > MOST_SINGLE:
            self.reload()
        elif store is not None and image_ids:
            self._submit_reading(lambda reader: reader.read_images(store, image_ids), image_ids=image_ids)

    def note_live(self, live: LiveRanking) -> None:
        """Give an expression the numbers of its ranking at the screen; the list stays as it is."""
        store = self._project.store
        if store is not None:
            self._submit_reading(lambda reader: reader.note(store, live))

    def rank_on_image(self, image_id: int) -> tuple[int, ...]:
        """Ids of those expressions of an image that pass, in the queue's order.

        Empty where the image's own list is the queue's too: all pass and they come as they were added.
        """
        as_listed = self.order in (QueueOrder.DATASET, QueueOrder.RANDOM) and self._filter.is_empty
        if self.selection is None or self.columns is None or as_listed:
            return ()
        return rank_on_image(self.selection, self.columns, image_id)

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()

    def _submit_reading(
        self, run: Callable[[ColumnReader], object], *, image_ids: Collection[int] = ()
    ) -> None:
        reader = self._reader

        def done(_nothing: object) -> None:
            if self.selection is not None and self.columns is not None:
                for number in image_ids:
                    still = has_open(self.selection, self.columns, number)
                    self._project.images.note_open(number, still)
            self.columns_changed.emit()

        def fail(error: BaseException) -> None:
            reader.is_outdated = True
            self.failed.emit(error)

        self._lane.submit(Job("", lambda _control: run(reader), on_success=done, on_failure=fail))

    def _take_selection(self, selection: Selection) -> None:
        self.selection = selection
        self._project.images.show(selection.places, is_open=selection.open_places)
        self.shown.emit()

    def _set_refused(self, error: FilterRefused | None) -> None:
        if error is not None or self.refused is not None:
            self.refused = error
            self.refused_changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self._lane.drop_all()
        self._asked, self.selection, self._reloading = None, None, False
        self._reader = ColumnReader()  # the lane may still be busy with the one before
        store = self._project.store
        if store is None:
            return
        self._submit_reading(lambda reader: reader.read_all(store))
        self.refresh()

    @Slot()
    def _on_closed(self) -> None:
        self._lane.drop_all()
        self._asked, self.selection = None, None
        self._reader = ColumnReader()

    @Slot(int, object)
    def _on_expressions(self, image_id: int, _rows: object) -> None:
        self.read_again(image_id)

    @Slot(object)
    def _on_others(self, changes: OthersChanges) -> None:
        """Another process wrote: read its pictures, or everything where they are many."""
        store = self._project.store
        if changes.images_added or len(changes.image_ids) > MOST_SINGLE:
            self.reload()
        elif store is not None:
            numbers = changes.image_ids
            self._submit_reading(
                lambda reader: reader.read_images(store, numbers, by_others=True), image_ids=numbers
            )
