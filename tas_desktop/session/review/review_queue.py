"""The review queue of the open project: filter and order of the image list, off the GUI thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.review.back_check_round import BackCheckRound
from tas_desktop.session.review.category_guess import CategoryGuess
from tas_desktop.session.review.columns import QueueColumns
from tas_desktop.session.review.filter_terms import FilterRefused, QueueFilter
from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.session.review.pace import PaceMeter
from tas_desktop.session.review.selecting import Selection, has_open, rank_on_image, select

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.other_writers import OthersChanges
    from tas_desktop.storage.project import ProjectStore

logger = logging.getLogger(__name__)

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
        columns_changed: there are newer columns.

    Attributes:
        refused: why the text in the filter cannot be read; the list then stays as it is.
        order, seed: the order of the list.
        selection: what the list shows; None until the project has been read.
        pace: how fast the work goes.
        checks: blind back-checks between the decisions.
    """

    shown = Signal()
    refused_changed = Signal()
    order_changed = Signal()
    columns_changed = Signal()

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: FilterRefused | None = None
        self.order, self.seed = QueueOrder.DATASET, 0
        self.selection: Selection | None = None
        self.pace = PaceMeter(project, self)
        self.checks = BackCheckRound(project, self)
        self._project = project
        self._filter = QueueFilter()
        self._columns: QueueColumns | None = None
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
        return self._columns

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
        if parsed != self._filter:
            self._filter = parsed
            self.refresh()

    def set_order(self, order: QueueOrder, *, seed: int | None = None) -> None:
        """Order the list; the same order again puts what has changed meanwhile in its place."""
        self.order = order
        self.seed = self.seed if seed is None else seed
        self.order_changed.emit()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Choose and order the list anew."""
        if self._asked is not None:
            self._lane.cancel(self._asked)
        if self._project.store is None:
            self._asked = None
            return
        query, order, seed = self._filter, self.order, self.seed

        def run(control: JobControl) -> Selection | None:
            if self._columns is None:
                return None
            return select(
                self._columns,
                query,
                order=order,
                seed=seed,
                token=control.token,
            )

        def take(selection: Selection | None) -> None:
            if self._asked == asked:  # else something newer was asked for meanwhile
                self._take_selection(selection)

        asked = self._lane.submit(Job("", run, on_success=take, on_failure=self._fail))
        self._asked = asked

    @Slot()
    def reload(self) -> None:
        """Read all columns anew, after a batch or another process has written; the list stays as it is."""
        store = self._project.store
        if store is None or self._reloading:
            return
        self._reloading = True

        def run() -> None:
            self._reloading = False  # what is written from here on is seen by the next reload
            self._read_all(store)

        self._submit_reading(run)

    def read_again(self, image_id: int) -> None:
        """Read the columns of one picture anew."""
        store = self._project.store
        if store is not None:
            self._submit_reading(lambda: self._read_images(store, (image_id,)), image_ids=(image_id,))

    def rank_on_image(self, image_id: int) -> tuple[int, ...]:
        """Ids of those expressions of an image that pass, in the queue's order.

        Empty where the image's own list is the queue's too: all pass and they come as they were added.
        """
        as_listed = self.order in (QueueOrder.DATASET, QueueOrder.RANDOM) and self._filter.is_empty
        if self.selection is None or self._columns is None or as_listed:
            return ()
        return rank_on_image(self.selection, self._columns, image_id)

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()

    # In the lane

    def _read_all(self, store: ProjectStore) -> None:
        guess = CategoryGuess(store.categories.table())
        with store.review.stream() as (images, expressions):
            self._columns = QueueColumns.build(images, expressions, guess=guess)

    def _read_images(self, store: ProjectStore, image_ids: Collection[int]) -> None:
        for number in image_ids:
            images, expressions = store.review.read(number)
            if self._columns is not None and images:
                self._columns = self._columns.with_image(images[0], expressions)

    # In the GUI thread

    def _submit_reading(self, run: Callable[[], None], *, image_ids: Collection[int] = ()) -> None:
        def done(_nothing: object) -> None:
            if self.selection is not None and self._columns is not None:
                for number in image_ids:
                    still = has_open(self.selection, self._columns, number)
                    self._project.images.note_open(number, still)
            self.columns_changed.emit()

        self._lane.submit(Job("", lambda _control: run(), on_success=done, on_failure=self._fail))

    def _take_selection(self, selection: Selection | None) -> None:
        self._asked = None
        if selection is not None:
            self.selection = selection
            self._project.images.show(selection.places, is_open=selection.open_places)
        self.shown.emit()

    def _set_refused(self, error: FilterRefused | None) -> None:
        if error is not None or self.refused is not None:
            self.refused = error
            self.refused_changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._asked = None
        logger.error("the review queue could not be read", exc_info=error)
        self.shown.emit()

    @Slot()
    def _on_opened(self) -> None:
        self._lane.drop_all()
        self._asked, self.selection, self._reloading = None, None, False
        store = self._project.store
        if store is None:
            return

        def run() -> None:
            self._columns = None
            self._read_all(store)

        self._submit_reading(run)
        self.refresh()

    @Slot()
    def _on_closed(self) -> None:
        self._lane.drop_all()
        self._asked, self.selection, self._columns = None, None, None

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
            self._submit_reading(lambda: self._read_images(store, numbers), image_ids=numbers)
