"""One write to the project and what it changed; everything here runs in the project's lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.storage.rows import EventKind, ProjectCounts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import EventRow, ExpressionRow, ImageRow, RecordedDecision, UndoHistory

MOST_SINGLE = 2_000  # images; beyond it reading the whole list costs less
Change = tuple["RecordedDecision | None", "EventRow | None"]


@dataclass(frozen=True, slots=True)
class Written:
    """What the project looks like after a write.

    Attributes:
        image: the image it was about.
        expressions: that image's expressions.
        counts: totals of that image before and after; None and those of the project where the image was not
            known before.
        history: undo stack.
        recorded: the decision, when one was written.
        reverted: the event that was undone or redone, when one was.
        images: those that it changed, where it is about images.
    """

    image: ImageRow | None
    expressions: tuple[ExpressionRow, ...]
    counts: tuple[ProjectCounts | None, ProjectCounts]
    history: UndoHistory
    recorded: RecordedDecision | None = None
    reverted: EventRow | None = None
    images: tuple[ImageRow, ...] = ()

    def totals(self, before: ProjectCounts) -> ProjectCounts:
        """Totals of the project, which had these before the write."""
        old, new = self.counts
        return new if old is None else before.changed(before=old, after=new)


def write_and_read_back(
    store: ProjectStore, image_id: int | None, change: Callable[[ProjectStore], Change], *, annotator: str
) -> Written:
    """Write, then read what follows, at a cost that does not grow with the project.

    Args:
        store: the project.
        image_id: the image it is about; None for an undo, which tells only afterwards.
        change: writes; returns the decision it recorded and the event it reverted, if any.
        annotator: whose undo stack is wanted.
    """
    before = None if image_id is None else store.counts(image_id=image_id)
    recorded, reverted = change(store)
    after = store.counts(image_id=image_id)
    touched = image_id if reverted is None else reverted.image_id
    rows = [] if touched is None else store.read_images([touched])
    changed: list[ImageRow] = []
    if reverted is not None and (reverted.kind.is_about_images or reverted.kind is EventKind.IMPORTED):
        changed = read_rows(store, store.images_of_event(reverted.seq))
    return Written(
        rows[0] if rows else None,
        () if touched is None else tuple(store.list_expressions(touched)),
        (before, after),
        store.undo_history(annotator),
        recorded,
        reverted,
        tuple(changed),
    )


def read_rows(store: ProjectStore, image_ids: Collection[int]) -> list[ImageRow]:
    """The rows of some images, or of all where they are many."""
    if not image_ids:
        return []
    return store.list_images() if len(image_ids) > MOST_SINGLE else store.read_images(image_ids)
