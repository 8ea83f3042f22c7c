"""Importing a dataset: first foreseen from beginning to end, then written in one transaction.

A file that turns out to be damaged at its end is refused before anything is written, and a kill at any
moment leaves the project as it was or with all of the import.
"""

from __future__ import annotations

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
    SeenFiles,
    storable_path,
)
from tas_desktop.projects.importing.report import ImportReport, Tally
from tas_desktop.projects.importing.sentences import listed_sentences
from tas_desktop.storage.answers import Answer, write_answers
from tas_desktop.storage.importing.categories import ImportedCategories
from tas_desktop.storage.importing.rows import ImportedImage
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
    seen: SeenFiles = {}
    with store.begin_reading() as session:
        foreseen = _Import(store, session, options, dataset, seen=seen, dry=True).run(control, LOOKING)
    if dry_run or foreseen.is_empty:
        return foreseen
    with PictureCopies(store.folder) as copies:
        with store.begin_writing() as session:
            writing = _Import(store, session, options, dataset, seen=seen, copies=copies)
            report = writing.run(control, WRITING)
            control.token.check()
        copies.keep()
    return report


class _Import:
    def __init__(
        self,
        store: ProjectStore,
        session: Session,
        options: ImportOptions,
        dataset: Dataset,
        *,
        seen: SeenFiles,
        dry: bool = False,
        copies: PictureCopies | None = None,
    ) -> None:
        self._store, self._session, self._options, self._dataset = store, session, options, dataset
        self._dry, self._copies = dry, copies
        self._tally = Tally()
        self._finder = PictureFinder(
            store, dataset_path=options.path, picture_folder=options.picture_folder, seen=seen
        )
        self._writer = ImportWriter(session, annotator=options.annotator, dry=dry)
        wanted = dataset.categories.categories if options.kind is ImportKind.ACCEPTED else ()
        self._categories = ImportedCategories(session, wanted[:_MAX_CATEGORIES])
        self._positions: dict[int, int] = {}
        self._predictions: list[Prediction] = []
        self._answers: list[Answer] = []

    def run(self, control: WorkControl, step: str) -> ImportReport:
        total = self._dataset.image_count
        if not self._dry:
            self._categories.write(self._session, annotator=self._options.annotator)
        self._tally.count("categories", len(self._categories.added))
        for number, image in enumerate(self._dataset.images()):
            control.step(step, number, total)
            self._take(image)
        control.step(step, total, total)
        return self._tally.report(event_seq=self._finish())

    def _take(self, image: DatasetImage) -> None:
        picture = self._picture_of(image)
        if picture is None:
            return
        self._tally.count("images")
        if image.split and not picture.split:
            self._writer.set_split(picture.image_id, before="", after=image.split)
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
            file = Path(name).absolute() if self._copies is None else self._copies.copy(picture, name=name)
        stored = storable_path(file, folder=self._store.folder)
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
        self._finder.note_added(stored, added)
        self._tally.count("new_images")
        return added

    def _leave_out(self, what: str, image: DatasetImage, reason: str = "") -> None:
        example = f"{image.file_name}: {reason}" if reason else image.file_name
        self._tally.left_out.note(what, example=example)

    def _finish(self) -> int | None:
        self._writer.flush()
        if self._predictions and not self._dry:
            setup = Setup(IMPORTED_METHOD, self._options.title)
            write_predictions(self._session, setup, self._predictions, annotator=self._options.annotator)
        event_seq = self._writer.finish(self._options.title)
        if event_seq is not None:
            write_answers(self._session, self._answers, import_seq=event_seq)
        return event_seq
