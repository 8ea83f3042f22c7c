"""Importing a dataset: first gone through to its end, then written in one transaction.

A file that turns out to be damaged at its end is refused before anything is written, others may work on the
project meanwhile, and a kill at any moment leaves it as it was or with all of the import.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.engine.control import WorkControl
from tas_desktop.formats.registry import find_format, readable_formats
from tas_desktop.projects.importing.copying import PictureCopies
from tas_desktop.projects.importing.labels import ImageLabels
from tas_desktop.projects.importing.options import ImportKind, NewPictures
from tas_desktop.projects.importing.pictures import (
    KnownPicture,
    NewPicture,
    PictureFinder,
    storable_path,
)
from tas_desktop.projects.importing.report import ImportReport, Tally
from tas_desktop.projects.importing.sentences import listed_sentences
from tas_desktop.storage.answers import Answer, write_answers
from tas_desktop.storage.importing.categories import ImportedCategories
from tas_desktop.storage.importing.rows import ImportedImage
from tas_desktop.storage.importing.spool import RowSpool
from tas_desktop.storage.importing.standing import Standing, read_standing
from tas_desktop.storage.importing.writer import ImportWriter
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.prediction_writing import write_predictions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.projects.importing.options import ImportOptions
    from tas_desktop.storage.project import ProjectStore

READING: Final = "read"
LOOKING: Final = "look through"
WRITING: Final = "write"
"""Steps of an import, for whoever shows how far it is."""

IMPORTED_METHOD: Final = "imported"
"""Method of predictions that another program made."""

_MAX_CATEGORIES: Final = 20_000


def import_files(
    store: ProjectStore, options: ImportOptions, *, dry_run: bool = False, control: WorkControl | None = None
) -> ImportReport:
    """Bring what a file or folder of some format holds into a project.

    Args:
        store: the project.
        options: what to import and how.
        dry_run: only say what would happen.
        control: progress and cancellation.

    Raises:
        InputRefused: the format is not known or cannot be read, the file is none of it or is damaged; the
            message names file and item.
        ProjectReadOnly: the project cannot be written.
        TargetNotWritable: pictures cannot be copied.
        Cancelled: the token was set; nothing was written.
    """
    control = control or WorkControl()
    known = find_format(options.format_name, among=readable_formats())
    control.step(READING)
    dataset = known.read(options.path, tick=control.token.check)
    return import_dataset(store, dataset, options, dry_run=dry_run, control=control)


def import_dataset(
    store: ProjectStore,
    dataset: Dataset,
    options: ImportOptions,
    *,
    dry_run: bool = False,
    control: WorkControl | None = None,
) -> ImportReport:
    """Bring a dataset into a project; see ``import_files``.

    Raises:
        InputRefused: it turns out to be damaged while its images are gone through.
    """
    control = control or WorkControl()
    with RowSpool() as spool, PictureCopies(store.folder) as copies:
        begin = partial(
            _Import,
            store,
            options,
            dataset,
            spool=None if dry_run else spool,
            copies=None if dry_run else copies,
        )
        with store.begin_reading() as session:
            prepared = begin(session)
            report = prepared.run(control)
        if dry_run or report.is_empty:
            return report
        with store.begin_writing() as session:
            if not prepared.is_current(session):  # somebody worked on meanwhile: look at all of it again
                spool.clear()
                prepared = begin(session)
                report = prepared.run(control)
            event_seq = prepared.write(session, control)
            control.token.check()
        copies.keep()
    return replace(report, event_seq=event_seq)


class _Import:
    def __init__(
        self,
        store: ProjectStore,
        options: ImportOptions,
        dataset: Dataset,
        session: Session,
        *,
        spool: RowSpool | None = None,
        copies: PictureCopies | None = None,
    ) -> None:
        self._store, self._session, self._options, self._dataset = store, session, options, dataset
        self._copies = copies
        self._tally = Tally()
        self._finder = PictureFinder(store, dataset_path=options.path, picture_folder=options.picture_folder)
        self._writer = ImportWriter(session, annotator=options.annotator, spool=spool)
        wanted = dataset.categories.categories if options.kind is ImportKind.ACCEPTED else ()
        self._categories = ImportedCategories(session, wanted[:_MAX_CATEGORIES])
        self._tell_of_categories(len(wanted))
        self._positions: dict[int, int] = {}
        self._predictions: list[Prediction] = []
        self._answers: list[Answer] = []

    def run(self, control: WorkControl) -> ImportReport:
        """Go through the dataset, which writes nothing but copies of pictures."""
        total = self._dataset.image_count
        for number, image in enumerate(self._dataset.images()):
            control.step(LOOKING, number, total)
            self._take(image)
        control.step(LOOKING, total, total)
        return self._tally.report()

    def _tell_of_categories(self, count: int) -> None:
        self._tally.count("categories", len(self._categories.added))
        self._tally.left_out.note(
            f"categories beyond the first {_MAX_CATEGORIES:,}; their objects have none of their own",
            count=max(0, count - _MAX_CATEGORIES),
        )
        for name, known in self._categories.renamed():
            what = "names of categories that mean another one here, which their objects get"
            self._tally.left_out.note(what, example=f"{name}: {known}")

    def is_current(self, session: Session) -> bool:
        """Whether the project is still as it was gone through."""
        return self._writer.is_current(session)

    def write(self, session: Session, control: WorkControl) -> int | None:
        """Write what was made of it; returns the event that takes it back."""
        annotator, title = self._options.annotator, self._options.title
        self._categories.write(session, annotator=annotator)
        self._writer.write(session, step=lambda done: control.step(WRITING, done))
        if self._predictions:
            write_predictions(session, Setup(IMPORTED_METHOD, title), self._predictions, annotator=annotator)
        event_seq = self._writer.finish(session, title)
        if event_seq is not None:
            write_answers(session, self._answers, import_seq=event_seq)
        return event_seq

    def _take(self, image: DatasetImage) -> None:
        picture = self._picture_of(image)
        if picture is None:
            return
        self._tally.count("images")
        if image.split and not picture.split:
            self._writer.set_split(picture.image_id, before="", after=image.split)
            self._tally.count("splits")
        standing = self._standing_on(picture)
        labels = ImageLabels(
            image,
            image_id=picture.image_id,
            standing=standing,
            writer=self._writer,
            tally=self._tally,
            categories=self._categories,
            annotator=self._options.annotator,
            title=self._options.title,
        )
        for said in listed_sentences(image, self._tally):
            labels.take(said, self._options.kind)
        if self._options.kind is not ImportKind.EXPRESSIONS:
            labels.note_unnamed()
        self._positions[picture.image_id] = standing.next_position
        self._predictions += labels.predictions
        self._answers += labels.answers

    def _standing_on(self, picture: KnownPicture) -> Standing:
        if picture.is_empty:
            standing = Standing([], {}, next_position=0)
        else:
            standing = read_standing(
                self._session, picture.image_id, newest_expression_id=self._writer.newest_expression_id
            )
        standing.next_position = self._positions.get(picture.image_id, standing.next_position)
        return standing

    def _picture_of(self, image: DatasetImage) -> KnownPicture | None:
        """The project's picture, added where it is new; None where the image is left out, and counted."""
        try:
            found = self._finder.find(image)
        except (ImageRefused, OSError) as error:
            reason = error.message if isinstance(error, ImageRefused) else error.strerror or str(error)
            self._leave_out("pictures that cannot be read", image, reason)
            return None
        if found is None:
            self._leave_out("pictures that were not found", image)
            return None
        size_hw = (
            (found.header.height, found.header.width) if isinstance(found, NewPicture) else found.size_hw
        )
        needs_masks = bool(image.objects) and self._options.kind is not ImportKind.EXPRESSIONS
        if needs_masks and size_hw not in (None, (image.height, image.width)):
            self._leave_out("pictures of another size than their masks", image)
            return None
        if isinstance(found, KnownPicture):
            return found
        if self._options.pictures is NewPictures.LEAVE:
            self._leave_out("pictures that the project does not have", image)
            return None
        return self._add(found, image)

    def _add(self, picture: NewPicture, image: DatasetImage) -> KnownPicture:
        file = picture.file
        if file is None or self._options.pictures is NewPictures.COPY:
            name = image.file_name
            rehearsed = Path(picture.content_hash, name).absolute()
            missing = self._finder.is_missing
            file = rehearsed if self._copies is None else self._copies.copy(picture, name=name, taken=missing)
        stored = storable_path(file, folder=self._store.folder)
        added = self._finder.at(stored)
        if added is not None:  # two images of the file are one picture
            return added
        header = picture.header
        number = self._writer.add_image(
            ImportedImage(
                path=stored,
                width=header.width,
                height=header.height,
                content_hash=picture.content_hash,
                orientation=header.orientation,
                wanted_id=image.image_id,
            )
        )
        added = KnownPicture(number, "", is_empty=True, size_hw=(header.height, header.width))
        self._finder.note_added(added, stored=stored, file=picture.file)
        self._tally.count("new_images")
        return added

    def _leave_out(self, what: str, image: DatasetImage, reason: str = "") -> None:
        example = f"{image.file_name}: {reason}" if reason else image.file_name
        self._tally.left_out.note(what, example=example)
