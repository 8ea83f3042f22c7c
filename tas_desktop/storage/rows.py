"""What the project store hands out: plain rows, detached from the database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from tas_desktop.domain.decision import Decision
    from tas_desktop.domain.mask import Mask


class ImageStatus(StrEnum):
    """The status dot of an image."""

    UNTOUCHED = "untouched"
    PROPOSED = "proposed"
    PARTLY_DONE = "partly done"
    DONE = "done"
    FLAGGED = "flagged"


class ExpressionStatus(StrEnum):
    """Where an expression stands; follows from its newest decision that was not undone."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    NO_TARGET = "no target"
    SKIPPED = "skipped"
    FLAGGED = "flagged"


class ExpressionSource(StrEnum):
    """Who wrote an expression."""

    PERSON = "person"
    IMPORT = "import"
    MODEL = "model"


class Origin(StrEnum):
    """On whose behalf an event was written; a person's undo goes through their own only."""

    PERSON = "person"
    IMPORT = "import"
    BATCH = "batch"
    MERGE = "merge"
    PROGRAM = "program"


class EventKind(StrEnum):
    """What happened to the project, one word per kind in the log."""

    IMAGES_ADDED = "images-added"
    IMAGE_MOVED = "image-moved"  # by versions before schema 4, one event an image
    IMAGES_MOVED = "images-moved"
    PICTURES_TAKEN = "pictures-taken"
    SPLIT_SET = "split-set"  # by versions before schema 4, one event an image
    SPLITS_SET = "splits-set"
    EXPRESSION_ADDED = "expression-added"
    EXPRESSION_EDITED = "expression-edited"
    EXPRESSION_REMOVED = "expression-removed"
    EXPRESSIONS_ORDERED = "expressions-ordered"
    DECIDED = "decided"
    CATEGORY_SET = "category-set"
    CATEGORIES_SHIPPED = "categories-shipped"
    CATEGORY_WRITTEN = "categories-written"
    CATEGORY_REMOVED = "categories-removed"
    PROPOSED = "proposed"
    PREDICTED = "predicted"
    SPLIT_OFF = "split-off"
    MERGED = "merged"
    IMPORTED = "imported"  # ends what a file brought; its undo takes all of that back
    UNDONE = "undone"
    REDONE = "redone"

    @property
    def is_undoable(self) -> bool:
        """Whether a compensating event can take it back."""
        return self in _UNDOABLE

    @property
    def is_about_categories(self) -> bool:
        """Whether it changes the project's category table."""
        return self.startswith("categories-")

    @property
    def is_about_images(self) -> bool:
        """Whether it changes facts about images, told image by image beside the log."""
        return self in _ABOUT_IMAGES


_ABOUT_IMAGES = frozenset({EventKind.IMAGES_MOVED, EventKind.PICTURES_TAKEN, EventKind.SPLITS_SET})
_UNDOABLE = _ABOUT_IMAGES | frozenset(
    {
        EventKind.EXPRESSION_ADDED,
        EventKind.EXPRESSION_EDITED,
        EventKind.EXPRESSION_REMOVED,
        EventKind.EXPRESSIONS_ORDERED,
        EventKind.DECIDED,
        EventKind.CATEGORY_SET,
        EventKind.CATEGORY_WRITTEN,
        EventKind.CATEGORY_REMOVED,
        EventKind.IMPORTED,
    }
)


class ImageRow(NamedTuple):
    """One image of the list. A NamedTuple: 100,000 of them are built at once.

    Attributes:
        image_id: stable id, >= 1.
        path: as stored; ``ProjectStore.image_path`` resolves it.
        status: the status dot.
        expression_count, decided_count: expressions and how many of them have a decision.
        width, height: pixels of the upright image; None until it was read once.
        content_hash: SHA-256 of the file; None until it was read once.
        orientation: EXIF orientation of the file, 1 to 8; None until it was read once.
        split: name of the part of the dataset, such as ``train``; empty without one.
        earlier_decisions: decisions up to this id were made on another picture, which this one has replaced.
    """

    image_id: int
    path: str
    status: ImageStatus
    expression_count: int
    decided_count: int
    width: int | None
    height: int | None
    content_hash: str | None
    orientation: int | None = None
    split: str = ""
    earlier_decisions: int = 0


class ImagePlace(NamedTuple):
    """Where an image is kept, and what is in it where that is known.

    Attributes:
        image_id, path, content_hash, width, height: as in ``ImageRow``.
    """

    image_id: int
    path: str
    content_hash: str | None
    width: int | None = None
    height: int | None = None


class ExpressionRow(NamedTuple):
    """One expression of an image, with where it stands.

    ``referent_ids`` are those of its standing decision, in the order chosen; empty without a mask.
    ``proposal_counts`` are run lengths (COCO, as text) of the proposals that these masks came from.
    """

    expression_id: int
    image_id: int
    position: int
    text: str
    source: ExpressionSource
    status: ExpressionStatus
    decision_id: int | None
    referent_ids: tuple[int, ...]
    proposal_counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferentRow:
    """One live referent: an object that at least one standing decision names.

    Attributes:
        mask: the newest repaired mask among its standing decisions, else the newest.
        expression_ids: the expressions that name it, in the order of the image's list.
        texts: the exact texts that were accepted, parallel to ``expression_ids``.
    """

    referent_id: int
    image_id: int
    category: str
    mask: Mask
    expression_ids: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as the project keeps it."""

    decision_id: int
    event_seq: int
    created_at: datetime
    decision: Decision
    referent_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """What recording a decision did.

    Attributes:
        event_seq: its event; pass it to ``undo``.
        decision_id: the new decision.
        referent_ids: the referent of each of its masks.
        joined: those of them that another expression already named (IoU >= 0.9).
    """

    event_seq: int
    decision_id: int
    referent_ids: tuple[int, ...]
    joined: tuple[int, ...]


class EventRow(NamedTuple):
    """One entry of the append-only log."""

    seq: int
    kind: EventKind
    annotator: str
    created_at: datetime
    image_id: int | None
    expression_id: int | None
    referent_id: int | None
    decision_id: int | None
    target_seq: int | None
    value: str | None
    origin: Origin = Origin.PERSON

    @property
    def imported_name(self) -> str:
        """What an import was called, where this is the event it ended with."""
        return str(json.loads(self.value or "{}").get("name", ""))


class UndoHistory(NamedTuple):
    """One annotator's undoable events, oldest first, as an undo stack would hold them.

    ``undone`` is ordered so that its last entry is the next to redo.
    """

    done: tuple[EventRow, ...]
    undone: tuple[EventRow, ...]


class AddedImages(NamedTuple):
    """How many images were new, how many the project had, and which names it cannot store."""

    added: int
    known: int
    refused: tuple[tuple[str, str], ...]


class ImageMatch(StrEnum):
    """How a file compares with what the project knew of it."""

    FIRST_SEEN = "first seen"
    SAME = "same"
    REPLACED = "replaced"


class ProjectCounts(NamedTuple):
    """Totals for the status line: "12 / 250".

    ``decided`` expressions have any decision, ``accepted`` ones have a mask.
    """

    images: int = 0
    images_done: int = 0
    expressions: int = 0
    decided: int = 0
    referents: int = 0
    accepted: int = 0

    def changed(self, *, before: ProjectCounts, after: ProjectCounts) -> ProjectCounts:
        """These totals after one image's own went from ``before`` to ``after``."""
        changes = zip(self, before, after, strict=True)
        return ProjectCounts(*(total - old + new for total, old, new in changes))
