"""The open project: its image list and everything that is written to it, through one lane."""

from __future__ import annotations

import importlib
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.image_list import ImageListModel
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.project_opening import OpenedProject, open_folder, open_project, open_sample
from tas_desktop.session.project_watch import ProjectWatch, Refreshed
from tas_desktop.session.review.review_queue import ReviewQueue
from tas_desktop.session.unsaved_writes import UnsavedWrite, UnsavedWrites
from tas_desktop.session.writing import Change, Written, write_and_read_back
from tas_desktop.storage.rows import ExpressionSource, ImageMatch, Origin, ProjectCounts, UndoHistory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.domain.decision import Decision
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.session.list_preview import ListPreview
    from tas_desktop.session.thumbnails import Thumbnails
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ExpressionRow, ImageRow, RecordedDecision

NEW_EXPRESSION = 0
OPENING_NEEDS = (
    "tas_desktop.storage.project",
    "alembic.command",
    "alembic.config",
    "tas_desktop.formats.image_reading",
)
NO_HISTORY = UndoHistory((), ())
NO_COUNTS = ProjectCounts(*(0 for _ in ProjectCounts._fields))


class ProjectSession(QObject):
    """Opens a project and writes to it in order; the GUI thread never waits for the disk."""

    opening = Signal(str)  # name of the folder or file
    previewed = Signal()  # the list can be looked at; what is decided meanwhile is written once it is open
    opened = Signal(object)  # OpenedProject
    open_failed = Signal(object)
    closed = Signal()
    expressions_loaded = Signal(int, object)  # image id, tuple of ExpressionRow
    decided = Signal(int, object)  # image id, RecordedDecision
    reverted = Signal(object)  # EventRow that was undone or redone
    write_failed = Signal(object)
    picture_replaced = Signal(int)  # image id
    history_changed = Signal()
    counts_changed = Signal()
    saving_changed = Signal(bool)

    def __init__(
        self,
        *,
        thumbnails: Thumbnails,
        annotator: str,
        fallback_folder: Path,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.images = ImageListModel(thumbnails, self)
        self.annotator = annotator
        self.counts = NO_COUNTS
        self.history = NO_HISTORY
        self.project: OpenedProject | None = None
        self._thumbnails = thumbnails
        self._fallback_folder = fallback_folder
        self._lane = JobRunner("project")
        self._unsaved = 0
        self._lane.finished.connect(self._on_finished)
        self._writes: set[int] = set()
        self._shown_image: int | None = None
        self._preview: ListPreview | None = None
        self._held: list[Callable[[], None]] = []
        self._is_holding = False
        self.watch = ProjectWatch(self, self)
        self.queue = ReviewQueue(self, self, clock=clock)
        self.unsaved = UnsavedWrites(self)

    @property
    def store(self) -> ProjectStore | None:
        """The open project's store, for lanes that read it themselves."""
        return None if self.project is None else self.project.store

    @property
    def shown_image(self) -> int | None:
        """The image whose expressions were asked for last."""
        return self._shown_image

    @property
    def was_previewed(self) -> bool:
        """While ``opened`` is emitted: whether the list was on the screen before, with the same images."""
        return self._preview is not None

    @property
    def is_saving(self) -> bool:
        """Whether a write is on its way to the disk."""
        return bool(self._writes or self._held)

    def prepare(self) -> None:
        """Import what opening needs, in the lane, so that the first project opens as quickly as the next."""

        def run(_control: JobControl) -> None:
            for module in OPENING_NEEDS:
                importlib.import_module(module)

        self._lane.submit(Job("", run, on_failure=self._fail))

    def open_folder(self, folder: Path) -> None:
        """Open the project of a folder, making one and adding the images that are new."""
        self._open(
            folder,
            lambda control: open_folder(
                folder,
                fallback_folder=self._fallback_folder,
                annotator=self.annotator,
                token=control.token,
                show=control.deliver_partial,
            ),
        )

    def open_project(self, file: Path) -> None:
        """Open a ``*.tas`` file."""
        self._open(file, lambda _control: open_project(file, annotator=self.annotator))

    def open_sample(self, pictures: Path, folder: Path) -> None:
        """Copy the sample pictures to a folder of the user's, once, and open it."""
        self._open(
            folder,
            lambda control: open_sample(pictures, folder, annotator=self.annotator, token=control.token),
        )

    def load_expressions(self, image_id: int) -> None:
        """Read an image's expressions; ``expressions_loaded`` follows."""

        def deliver(rows: list[ExpressionRow]) -> None:
            self._note_expressions(image_id, tuple(rows))

        store = self.store
        self._shown_image = image_id
        if store is not None:
            self.ask(lambda: store.list_expressions(image_id), then=deliver, otherwise=self._fail)

    def ask(
        self,
        run: Callable[[], Any],
        *,
        then: Callable[[Any], None],
        otherwise: Callable[[BaseException], None],
    ) -> None:
        """Read something in the lane, after what is being written; the answer comes in the GUI thread."""
        self._lane.submit(Job("", lambda _control: run(), on_success=then, on_failure=otherwise))

    def hold_writes(self) -> None:
        """Hold back what is written until `release_writes`: somebody writes for longer than we wait."""
        self._is_holding = True

    def release_writes(self) -> None:
        """Write what was held."""
        self._is_holding = False
        held, self._held = self._held, []
        for write in held:
            write()

    def show_images(self, rows: Sequence[ImageRow]) -> None:
        """Show images that an edit of ours has changed, in the list, the queue, and as the one at hand."""
        self.images.merge_rows(rows)
        self.queue.read_changed([row.image_id for row in rows])
        if self._shown_image is not None and any(row.image_id == self._shown_image for row in rows):
            self.load_expressions(self._shown_image)

    def take_refreshed(self, refreshed: Refreshed) -> None:
        """Show what other processes wrote."""
        self.counts, self.history = refreshed.counts, refreshed.history
        self.images.merge_rows(refreshed.images)
        if refreshed.shown is not None:
            self._note_expressions(refreshed.shown, refreshed.expressions)
        self.counts_changed.emit()
        self.history_changed.emit()

    def take_history(self, history: UndoHistory) -> None:
        """Show the undo stack after an edit that is about no image."""
        self.history = history
        self.history_changed.emit()

    def write(self, image_id: int, change: Callable[[ProjectStore], None]) -> None:
        """Change something of an image, in the lane; its list, the counts and the history follow."""

        def run(store: ProjectStore) -> tuple[None, None]:
            change(store)
            return None, None

        self._write(image_id, run)

    def decide(
        self, image_id: int, decision: Decision, *, source: ExpressionSource = ExpressionSource.PERSON
    ) -> None:
        """Record a decision; with `NEW_EXPRESSION` as its id the expression is added first, by ``source``."""
        filled = decision

        def run(store: ProjectStore) -> RecordedDecision:
            nonlocal filled  # tried again, the expression is there already
            if filled.expression_id == NEW_EXPRESSION:
                added = store.add_expression(
                    image_id,
                    text=decision.text,
                    annotator=decision.annotator,
                    source=source,
                    origin=Origin.PERSON,
                )
                filled = replace(decision, expression_id=added)
            return store.record_decision(filled)

        self._write(image_id, lambda store: (run(store), None))

    def remove_expression(self, image_id: int, expression_id: int) -> None:
        """Take an expression off its image's list; undo brings it back."""

        def run(store: ProjectStore) -> tuple[None, None]:
            store.remove_expression(expression_id, annotator=self.annotator)
            return None, None

        self._write(image_id, run)

    def undo(self) -> None:
        """Take back this annotator's newest event that stands."""
        self._write(None, lambda store: (None, store.undo_newest(self.annotator)))

    def redo(self) -> None:
        """Let the event undone last stand again."""
        self._write(None, lambda store: (None, store.redo_newest(self.annotator)))

    def note_picture(self, image_id: int, loaded: LoadedImage) -> None:
        """Keep identity, size and orientation of an image that was read; say so where it was replaced."""
        store = self.store
        if self._is_holding or (store is None and self._preview is not None):
            self._held.append(partial(self.note_picture, image_id, loaded))
            return
        if store is None or store.read_only_reason is not None:
            return

        def tell(match: ImageMatch) -> None:
            if match is ImageMatch.REPLACED:
                self.picture_replaced.emit(image_id)

        def note() -> ImageMatch:
            return store.note_image(
                image_id,
                content_hash=loaded.content_hash,
                width=loaded.width,
                height=loaded.height,
                orientation=loaded.orientation,
            )

        self.ask(note, then=tell, otherwise=self._fail)

    def note_proposed(self, image_id: int) -> None:
        """Note that an image has been analysed."""
        row = self.images.image(image_id)
        if row is None or row.status.value != "untouched":
            return

        def run(store: ProjectStore) -> tuple[None, None]:
            store.mark_proposed([image_id])
            return None, None

        self._write(image_id, run, keep=False)

    def write_again(self, write: UnsavedWrite) -> None:
        """Try a write once more that has failed."""
        self._write(write.image_id, write.run)

    def close(self) -> bool:
        """Finish what is being written, what has failed before included, then end the lane."""
        self.release_writes()
        self.unsaved.retry()
        stopped = [self._thumbnails.close(), self.queue.close(), self._lane.close(drain=True)]
        self._close_store()
        return all(stopped)

    # Opening

    def _open(self, place: Path, run: Callable[[JobControl], OpenedProject]) -> None:
        self.opening.emit(place.name or str(place))
        if self._is_holding:
            self.release_writes()  # they belong to the project that is open now
        self._lane.submit(
            Job(
                "open",
                run,
                on_success=self._take_project,
                on_partial=self._take_preview,
                on_failure=self._fail_open,
            )
        )

    def _take_preview(self, preview: ListPreview) -> None:
        self._close_store()
        self._thumbnails.forget_all()
        self._preview = preview
        self.images.set_rows(preview.images, resolve=preview.resolve)
        self.previewed.emit()

    def _take_project(self, project: OpenedProject) -> None:
        preview = self._preview
        if preview is None or not preview.is_beginning_of(project.images):
            self._preview = None
            self._close_store()
            self._thumbnails.forget_all()
            self.images.set_rows(project.images, resolve=project.store.image_path)
        else:
            self.images.merge_rows(project.images)
        self.project = project
        self.counts, self.history = project.counts, project.history
        self.opened.emit(project)
        self._preview = None
        self.release_writes()
        self.counts_changed.emit()
        self.history_changed.emit()

    def _fail_open(self, error: BaseException) -> None:
        if self._preview is not None:
            self._preview = None
            self._held.clear()
            self.images.set_rows([], resolve=Path)
            self.closed.emit()
        self.open_failed.emit(error)

    def _close_store(self) -> None:
        if self.project is not None:
            self.project.store.close()
            self.project = None
            self.closed.emit()

    # Writing

    def _write(
        self,
        image_id: int | None,
        run: Callable[[ProjectStore], Change],
        *,
        keep: bool = True,
    ) -> None:
        """Write in the lane; where it fails it is kept and can be tried again, unless ``keep`` is False."""
        store = self.store
        if store is None or self._is_holding:
            if self._preview is not None or self._is_holding:
                self._held.append(partial(self._write, image_id, run, keep=keep))
                self.saving_changed.emit(True)
            return

        def write(_control: JobControl) -> Written:
            return write_and_read_back(store, image_id, run, annotator=self.annotator)

        def fail(error: BaseException) -> None:
            if image_id is not None and keep:
                self.unsaved.take(error, UnsavedWrite(image_id, run))
            self._fail(error)

        self._writes.add(self._lane.submit(Job("", write, on_success=self._take_written, on_failure=fail)))
        self.saving_changed.emit(True)

    def _take_written(self, written: Written) -> None:
        self.counts, self.history = written.totals(self.counts), written.history
        if written.image is not None:
            self.images.replace_row(written.image)
            self._note_expressions(written.image.image_id, written.expressions)
            if written.recorded is not None:
                self.decided.emit(written.image.image_id, written.recorded)
        self.show_images(written.images)
        if written.reverted is not None:
            self.reverted.emit(written.reverted)
        self.counts_changed.emit()
        self.history_changed.emit()

    def _note_expressions(self, image_id: int, rows: tuple[ExpressionRow, ...]) -> None:
        self.expressions_loaded.emit(image_id, rows)

    def _fail(self, error: BaseException) -> None:
        self.write_failed.emit(error)

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        if job_id in self._writes:
            self._writes.discard(job_id)
            if not self._writes:
                self.saving_changed.emit(False)
