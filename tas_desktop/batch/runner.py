"""The batch: one image after the other, each committed before the next, resumed by asking what is missing.

There is no list of what is done beside the project itself. A run asks the project which images lack an
analysis or a prediction of the models in use, and commits each image's as soon as it has them; so a run that
was killed at any moment has lost one image's work at most, and the next run goes on from there.
"""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING

from tas_desktop.batch.claim import refuse_read_only
from tas_desktop.batch.lanes import side_by_side
from tas_desktop.batch.planning import is_same_file, make_plan, task_for
from tas_desktop.batch.progress import BatchFailure, BatchProgress, BatchReport, ChangedTop, Outcome
from tas_desktop.batch.proposing import PictureReplaced, replaced
from tas_desktop.batch.tally import Tally
from tas_desktop.domain.errors import (
    BackendFailed,
    DeviceLost,
    ExpressionRefused,
    ImageRefused,
    KnownError,
)
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.storage.errors import ProjectBusy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.batch.proposer import Proposer
    from tas_desktop.batch.proposing import ImageProposals
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow

    _Proposing = Callable[[], ImageProposals]

_LOG = logging.getLogger(__name__)
_OF_ONE_IMAGE = (ImageRefused, PictureReplaced, ExpressionRefused, BackendFailed, ProjectBusy)
"""Conditions that say nothing about the next image; every other known error ends the run."""


def ignore_progress(_progress: BatchProgress) -> None:
    """Take progress and drop it."""


def run_batch(
    store: ProjectStore,
    proposer: Proposer,
    *,
    again: bool = False,
    begin_at: int | None = None,
    lanes: int = 1,
    token: CancelToken | None = None,
    on_progress: Callable[[BatchProgress], None] = ignore_progress,
) -> BatchReport:
    """Propose for every image of a project; see the module's words on how it is resumed.

    Args:
        store: the project, open for writing.
        proposer: what analyses and ranks.
        again: rank also what is done.
        begin_at: id of the image to begin at, such as the one that somebody looks at; those before it
            come last.
        lanes: how many images the proposer is asked for at the same time; 1 asks in this thread.
        token: stops the run at its next step; what is done stays.
        on_progress: called in this thread, at most ten times a second.

    Returns:
        The report, ``cancelled`` where the token was set.

    Raises:
        ProjectReadOnly: the project cannot be written; nothing was done.
        KnownError: the project became unwritable on the way; everything before is committed.
    """
    refuse_read_only(store)
    return _Run(store, proposer, token or CancelToken(), again=again).go(
        on_progress, begin_at=begin_at, lanes=lanes
    )


class _Run:
    """One run."""

    def __init__(self, store: ProjectStore, proposer: Proposer, token: CancelToken, *, again: bool) -> None:
        self._store, self._proposer, self._recipe = store, proposer, proposer.recipe
        self._control, self._again = Control(token), again
        self._changed: set[int] = set()

    def go(
        self, on_progress: Callable[[BatchProgress], None], *, begin_at: int | None, lanes: int
    ) -> BatchReport:
        begun = time.monotonic()
        plan = make_plan(self._store, self._recipe, again=self._again, begin_at=begin_at)
        total = len(plan.to_work) + len(plan.to_check)
        tally = Tally(total, to_work=len(plan.to_work), report=on_progress)
        tally.tell()
        cancelled = False
        try:
            for image, proposing in side_by_side(plan.to_work, self._propose, lanes=lanes):
                self._guarded(image, tally, partial(self._take, image, tally, proposing))
            for image in plan.to_check:
                self._guarded(image, tally, partial(self._check, image, tally))
        except Cancelled:
            cancelled = True
        tally.tell()
        return BatchReport(
            project=str(self._store.file),
            method=self._recipe.method.name,
            profile=self._recipe.profile,
            images=total,
            proposed=tally.counts[Outcome.PROPOSED],
            known=tally.counts[Outcome.KNOWN],
            expressions=tally.expressions,
            failures=tuple(tally.failures),
            changed=self._list_changed(),
            cancelled=cancelled,
            seconds=time.monotonic() - begun,
        )

    def _propose(self, image: ImageRow) -> ImageProposals:
        self._control.token.check()
        task = task_for(image, self._store, self._recipe, again=self._again)
        return self._proposer.propose(task, control=self._control)

    def _guarded(self, image: ImageRow, tally: Tally, step: Callable[[], None]) -> None:
        """Take a step; what concerns this image only becomes a failure, and the run goes on."""
        self._control.token.check()
        try:
            step()
        except DeviceLost:
            raise  # no picture can be worked on in this process any more; the next run goes on from here
        except _OF_ONE_IMAGE as error:
            # Beside the picture's name its whole path says nothing more.
            cause = error.message.replace(str(self._store.image_path(image.path)), image.path)
            tally.note_failed(BatchFailure(image.image_id, image.path, cause, error.next_step))
        except MemoryError:
            cause = f"There is not enough memory for {image.path}"
            tally.note_failed(BatchFailure(image.image_id, image.path, cause, "Close other programs"))
        except (KnownError, Cancelled):
            raise
        except Exception as error:  # noqa: BLE001 - a night's work must not end at one odd picture
            _LOG.exception("Batch: %s", image.path)
            cause = f"The program has a fault: {error!r}"
            step_next = "The log has the details; the other pictures are not concerned"
            tally.note_failed(BatchFailure(image.image_id, image.path, cause, step_next))

    def _take(self, image: ImageRow, tally: Tally, proposing: _Proposing) -> None:
        proposals = proposing()
        self._write(image.image_id, proposals)
        tally.note_proposed(image.image_id, expressions=len(proposals.predictions))

    def _write(self, image_id: int, proposals: ImageProposals) -> None:
        """Commit an image; predictions last, since they are what says that nothing is missing."""
        store = self._store
        store.note_image(
            image_id,
            content_hash=proposals.content_hash,
            width=proposals.width,
            height=proposals.height,
            orientation=proposals.orientation,
        )
        if proposals.outline is not None:
            store.analyses.put(image_id, key=proposals.analysis_key, content=proposals.outline)
        if proposals.predictions:
            self._changed.update(store.predictions.write(self._recipe.setup, proposals.predictions))
        else:
            store.mark_proposed([image_id])

    def _check(self, image: ImageRow, tally: Tally) -> None:
        try:
            is_same = is_same_file(self._store.image_path(image.path), image.content_hash or "")
        except OSError as error:
            raise ImageRefused(
                f"{image.path} cannot be read any more: {error.strerror or error}",
                next_step="Put the file back where it was",
            ) from error
        if not is_same:
            raise replaced(image.path)
        tally.note_known()

    def _list_changed(self) -> tuple[ChangedTop, ...]:
        if not self._changed:
            return ()
        paths = {row.image_id: row.path for row in self._store.list_images()}
        return tuple(
            ChangedTop(
                image_id=row.image_id,
                expression_id=row.expression_id,
                path=paths[row.image_id],
                text=row.text,
                iou=0.0 if row.after is None else float(pairwise_iou([row.before], [row.after])[0, 0]),
            )
            for row in self._store.predictions.changed()
            if row.expression_id in self._changed
        )
