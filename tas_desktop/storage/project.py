"""A project on disk: the one door to its database."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.expression import check_expression
from tas_desktop.storage import adding, image_facts, log, opening, reading, referents, taken_pictures
from tas_desktop.storage.answers import Answers
from tas_desktop.storage.back_checks import BackChecks
from tas_desktop.storage.categories import Categories
from tas_desktop.storage.dataset import StoredDataset
from tas_desktop.storage.decision_facts import DecisionFacts
from tas_desktop.storage.image_projection import changed_images
from tas_desktop.storage.importing.taking_back import imported_images
from tas_desktop.storage.kept_analyses import KeptAnalyses
from tas_desktop.storage.models import Referent
from tas_desktop.storage.predictions import Predictions
from tas_desktop.storage.review_rows import ReviewRows
from tas_desktop.storage.rows import (
    AddedImages,
    DecisionRow,
    EventKind,
    EventRow,
    ExpressionRow,
    ExpressionSource,
    ImageMatch,
    ImagePlace,
    ImageRow,
    Origin,
    ProjectCounts,
    RecordedDecision,
    ReferentRow,
    UndoHistory,
)
from tas_desktop.storage.transactions import Transactions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Self

    from sqlalchemy.orm import Session

    from tas_desktop.domain.decision import Decision
    from tas_desktop.storage.other_writers import OthersChanges
    from tas_desktop.storage.picture_identity import PictureIdentity
    from tas_desktop.storage.taken_pictures import ForeseenPicture


class ProjectStore:
    """Images, expressions, decisions and referents of one project.

    Every writing method is one transaction, committed to disk when it returns; a kill at any moment
    loses nothing that returned. Methods may be called from any thread; writers queue up, readers never
    wait for them. Conditions of the world are raised as ``KnownError``: ``ProjectReadOnly``,
    ``ProjectBusy``, ``ProjectDamaged``, ``TargetNotWritable`` (disk full).

    Attributes:
        file: the ``*.tas`` file.
        folder: the project folder; image paths are relative to it.
        read_only_reason: why nothing can be written, or None when it can.
        categories: the project's own category table.
        predictions: what models ranked first.
        answers: masks that other programs gave for expressions.
        analyses: analyses of images without their embeddings.
        review: columns that the review queue orders and filters by.
        back_checks: decisions made once more, blind.
        decision_facts: what the statistics count.
    """

    def __init__(self, opened: opening.OpenedFile) -> None:
        self.file = opened.file
        self.folder = opened.file.parent
        self.read_only_reason = opened.read_only_reason
        self._transactions = Transactions(opened)
        self.categories = Categories(self._transactions)
        self.predictions = Predictions(self._transactions)
        self.answers = Answers(self._transactions)
        self.analyses = KeptAnalyses(self._transactions)
        self.review = ReviewRows(self._transactions)
        self.back_checks = BackChecks(self._transactions)
        self.decision_facts = DecisionFacts(self._transactions)

    @property
    def keeps_others_out(self) -> bool:
        """Whether only this process can write the project: it lies on a network drive."""
        return self._transactions.keeps_others_out

    @classmethod
    def create(cls, folder: Path, *, name: str | None = None) -> ProjectStore:
        """Make ``<folder>/<name or folder's name>.tas``; the folder is made when missing.

        Raises:
            TargetNotWritable: the folder cannot be written, or holds a project already.
        """
        return cls(opening.create_file(folder, name=name))

    @classmethod
    def open(cls, path: Path) -> ProjectStore:
        """Open a ``*.tas`` file, or the only one in a folder; older ones are copied, then migrated.

        A file of a newer program, or one that cannot be written, opens with ``read_only_reason`` set.

        Raises:
            ProjectNotFound: nothing there, or several projects in the folder.
            ProjectDamaged: the file is no readable project.
        """
        return cls(opening.open_file(path))

    def close(self) -> None:
        """Close all connections; SQLite folds its write-ahead log back into the file."""
        self._transactions.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Images

    def add_images(self, paths: Iterable[Path], *, annotator: str) -> AddedImages:
        """Add image files by path, without reading them; those already known stay as they are."""
        with self._transactions.write() as session:
            return adding.add_images(session, paths, folder=self.folder, annotator=annotator)

    def image_path(self, stored: str) -> Path:
        """Where an image with the stored path lies now."""
        return Path(os.path.normpath(self.folder / stored))

    def note_image(
        self, image_id: int, *, content_hash: str, width: int, height: int, orientation: int | None = None
    ) -> ImageMatch:
        """Keep identity, size and EXIF orientation of a file that was read.

        A replaced file is reported, not taken over.
        """
        with self._transactions.read() as connection:
            known = image_facts.read_content_hash(connection, image_id)
        if known is not None:
            return ImageMatch.SAME if known == content_hash else ImageMatch.REPLACED
        with self._transactions.write() as session:
            image_facts.write_identity(
                session,
                image_id,
                content_hash=content_hash,
                width=width,
                height=height,
                orientation=orientation,
            )
        return ImageMatch.FIRST_SEEN

    def mark_proposed(self, image_ids: Iterable[int]) -> None:
        """Note that these images have been analysed."""
        with self._transactions.write() as session:
            image_facts.write_proposed(session, image_ids)

    def relocate_images(
        self, places: Mapping[int, Path], *, annotator: str, origin: Origin = Origin.PERSON
    ) -> int | None:
        """Note where images lie now, by id; returns the event's seq, None where nothing changed.

        What the program notes by itself (``Origin.PROGRAM``) is in nobody's undo stack.
        """
        if not places:
            return None
        paths = {image_id: adding.stored_path(path, folder=self.folder) for image_id, path in places.items()}
        with self._transactions.write() as session:
            return image_facts.write_paths(session, paths, annotator=annotator, origin=origin)

    def foresee_pictures(self, identities: Mapping[int, PictureIdentity]) -> list[ForeseenPicture]:
        """What ``take_pictures`` would do to the decisions on these images."""
        with self._transactions.read() as connection:
            return taken_pictures.foresee(connection, identities)

    def take_pictures(self, identities: Mapping[int, PictureIdentity], *, annotator: str) -> int | None:
        """Let files that were replaced be the pictures of these images from now on.

        Decisions with masks of another size stand no more, their expressions are open again; the others stay
        and are to be looked at (``ReviewExpression.check``). What models made of the old pictures is dropped.
        One event, whose undo brings all of it back but the models' work.

        Returns:
            The event's seq; None where nothing changed.
        """
        with self._transactions.write() as session:
            return taken_pictures.take(session, identities, annotator=annotator)

    def set_splits(self, splits: Mapping[int, str], *, annotator: str) -> int | None:
        """Put images into parts of the dataset (``train``, ``val``, ...) by id; empty takes them out.

        Returns the event's seq, None where nothing changed.
        """
        with self._transactions.write() as session:
            return image_facts.write_splits(session, splits, annotator=annotator)

    def list_images(self, *, offset: int = 0, limit: int | None = None) -> list[ImageRow]:
        """Images in the order they were added."""
        with self._transactions.read() as connection:
            return reading.read_images(connection, offset=offset, limit=limit)

    def list_places(self) -> list[ImagePlace]:
        """Where all images are, in the order they were added; a fraction of what ``list_images`` costs."""
        with self._transactions.read() as connection:
            return reading.read_places(connection)

    def read_images(self, image_ids: Collection[int]) -> list[ImageRow]:
        """Some images, at most some thousands, in the order they were added."""
        with self._transactions.read() as connection:
            return reading.read_images(connection, image_ids=image_ids)

    # Expressions

    def add_expression(
        self,
        image_id: int,
        *,
        text: str,
        annotator: str,
        source: ExpressionSource = ExpressionSource.PERSON,
        origin: Origin | None = None,
    ) -> int:
        """Append an expression to an image's list and return its id.

        ``origin`` says on whose behalf, where ``source``, who wrote it, does not.

        Raises:
            ExpressionRefused: the text is blank or over 2,000 characters.
        """
        check_expression(text)
        with self._transactions.write() as session:
            return adding.add_expressions(
                session, [(image_id, text)], annotator=annotator, source=source, origin=origin
            )[0]

    def add_expressions(
        self,
        texts: Iterable[tuple[int, str]],
        *,
        annotator: str,
        source: ExpressionSource = ExpressionSource.IMPORT,
    ) -> list[int]:
        """Append many ``(image id, text)`` in one transaction and return their ids; all or none."""
        listed = list(texts)
        for _, text in listed:
            check_expression(text)
        with self._transactions.write() as session:
            return adding.add_expressions(session, listed, annotator=annotator, source=source)

    def edit_expression(self, expression_id: int, *, text: str, annotator: str) -> int:
        """Change the text and return the event's seq; decisions on the old text stop standing."""
        check_expression(text)
        with self._transactions.write() as session:
            return log.append_expression_event(
                session, EventKind.EXPRESSION_EDITED, expression_id, annotator=annotator, value=text
            )

    def remove_expression(self, expression_id: int, *, annotator: str) -> int:
        """Take the expression off the list and return the event's seq; undo brings it back."""
        with self._transactions.write() as session:
            return log.append_expression_event(
                session, EventKind.EXPRESSION_REMOVED, expression_id, annotator=annotator
            )

    def order_expressions(self, image_id: int, expression_ids: Sequence[int], *, annotator: str) -> int:
        """Put an image's list into this order and return the event's seq; those not named follow.

        Raises:
            ValueError: one of them is not the image's, or is named twice.
        """
        with self._transactions.write() as session:
            return log.append_order(session, image_id, expression_ids, annotator=annotator)

    def list_expressions(self, image_id: int) -> list[ExpressionRow]:
        """An image's expressions in list order."""
        with self._transactions.read() as connection:
            return reading.read_expressions(connection, image_id=image_id)

    def list_texts(self) -> list[tuple[int, str]]:
        """Image id and text of every expression on a list."""
        with self._transactions.read() as connection:
            return reading.read_texts(connection)

    # Decisions and referents

    def record_decision(self, decision: Decision) -> RecordedDecision:
        """Commit a decision; its text becomes the expression's text.

        A mask that overlaps a referent of the image by IoU >= 0.9 joins it (product.md, "Same
        referent, one ref"); else it becomes a new referent.

        Raises:
            ExpressionRefused: the text is blank or over 2,000 characters.
            InputRefused: a mask is empty.
        """
        check_expression(decision.text)
        if any(chosen.mask.area == 0 for chosen in decision.masks):
            raise InputRefused(
                "The mask is empty", next_step="Paint the object, or decide that there is none"
            )
        with self._transactions.write() as session:
            return log.append_decision(session, decision)

    def set_category(self, referent_id: int, *, category: str, annotator: str) -> int:
        """Change a referent's category and return the event's seq."""
        with self._transactions.write() as session:
            return log.append_referent_event(
                session, EventKind.CATEGORY_SET, referent_id, annotator=annotator, value=category
            )

    def list_referents(self, image_id: int) -> list[ReferentRow]:
        """The image's live referents by id."""
        with self._transactions.read() as connection:
            return list(referents.live_referents(connection, Referent.image_id == image_id))

    def list_decisions(self, expression_id: int) -> list[DecisionRow]:
        """Every decision on the expression, oldest first, undone ones included."""
        with self._transactions.read_records() as session:
            return reading.read_decisions(session, expression_id=expression_id)

    @contextmanager
    def begin_dataset(self) -> Iterator[StoredDataset]:
        """Everything decided, as a dataset, from one consistent moment that lasts as long as the block."""
        with self._transactions.read() as connection:
            yield StoredDataset(connection)

    def counts(self, *, image_id: int | None = None) -> ProjectCounts:
        """Totals over the project, or over one image."""
        with self._transactions.read() as connection:
            return reading.read_counts(connection, image_id=image_id)

    # The log

    def undo(self, event_seq: int, *, annotator: str) -> int:
        """Take an event back by appending a compensating one; returns its seq."""
        with self._transactions.write() as session:
            return log.append_compensation(
                session, EventKind.UNDONE, target_seq=event_seq, annotator=annotator
            )

    def redo(self, event_seq: int, *, annotator: str) -> int:
        """Let an undone event stand again; returns the new event's seq."""
        with self._transactions.write() as session:
            return log.append_compensation(
                session, EventKind.REDONE, target_seq=event_seq, annotator=annotator
            )

    def undo_newest(self, annotator: str, *, limit: int = 200) -> EventRow | None:
        """Take back this annotator's newest event that stands, and return it; None where there is none."""
        with self._transactions.write() as session:
            return log.compensate_newest(session, EventKind.UNDONE, annotator=annotator, limit=limit)

    def redo_newest(self, annotator: str, *, limit: int = 200) -> EventRow | None:
        """Let what this annotator undid last stand again, and return it; None where there is none."""
        with self._transactions.write() as session:
            return log.compensate_newest(session, EventKind.REDONE, annotator=annotator, limit=limit)

    def undo_history(self, annotator: str, *, limit: int = 200) -> UndoHistory:
        """This annotator's undo stack, rebuilt from their last ``limit`` events."""
        with self._transactions.read() as connection:
            return log.read_undo_history(connection, annotator=annotator, limit=limit)

    def last_event_seq(self) -> int:
        """Seq of the newest event, 0 in a new project: cheap to ask whether anything changed."""
        with self._transactions.read() as connection:
            return log.read_last_seq(connection)

    def events_since(self, event_seq: int) -> tuple[EventRow, ...]:
        """Events after ``event_seq``, oldest first, also those that another process wrote."""
        with self._transactions.read() as connection:
            return log.read_events(connection, after_seq=event_seq)

    def images_of_event(self, event_seq: int) -> list[int]:
        """Ids of the images that an event about images, or the end of an import, changed."""
        with self._transactions.read() as connection:
            return [*connection.scalars(changed_images(event_seq)), *imported_images(connection, event_seq)]

    def changes_of_others(self) -> OthersChanges | None:
        """What other processes wrote since the last call, or since the project was opened; None: nothing."""
        return self._transactions.changes_of_others()

    # For the functions of this room that write or read much

    @contextmanager
    def begin_writing(self) -> Iterator[Session]:
        """A transaction for what is written by many functions of this room; committed at the end."""
        with self._transactions.write() as session:
            yield session

    @contextmanager
    def rehearse_writing(self) -> Iterator[Session]:
        """A transaction on a copy that is thrown away: what would be written can be looked at in it."""
        with self._transactions.rehearse() as session:
            yield session

    @contextmanager
    def begin_reading(self) -> Iterator[Session]:
        """One consistent moment, for what is read by many functions of this room."""
        with self._transactions.read_records() as session:
            yield session
