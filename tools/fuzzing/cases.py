"""One damaged export, imported into a project: what came of it."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import time
import traceback
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NoReturn

from fuzzing.damage import damage, move_pictures
from tas_desktop.domain.errors import KnownError
from tas_desktop.domain.mask import Mask
from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
from tas_desktop.projects.importing.running import import_files
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from fuzzing.seeds import Seed
    from tas_desktop.storage.rows import ProjectCounts

LONGEST_S: Final = 10
_UNREAD: Final = 0.1
_ELSEWHERE: Final = 0.1
_PICTURES: Final = {NewPictures.IN_PLACE: 0.6, NewPictures.COPY: 0.3, NewPictures.LEAVE: 0.1}
EMPTY: Final = 0.6
"""Share of the cases that import into an empty project; the others have the sound labels already."""


class Outcome(StrEnum):
    """What came of a case; the last four are faults."""

    IMPORTED = "imported"
    REFUSED = "refused"
    CRASHED = "crashed"
    HUNG = "hung"
    PARTIAL = "partial"
    UNSOUND = "unsound"

    @property
    def is_fault(self) -> bool:
        """Whether the importer failed."""
        return self not in (Outcome.IMPORTED, Outcome.REFUSED)


@dataclass(frozen=True)
class Verdict:
    """One case.

    Attributes:
        number: seed of the case: the same number gives the same damage.
        format_name, done: which format, and what was done to its files.
        structured: whether a value was changed and not bytes.
        outcome: what came of it.
        told: message of the refusal, or the traceback.
        seconds: how long the import took.
    """

    number: int
    format_name: str
    done: str
    structured: bool
    outcome: Outcome
    told: str
    seconds: float


class Hung(BaseException):
    """The importer took too long; nothing may catch it."""


def run_case(number: int, seeds: Sequence[Seed], template: Path, home: Path) -> Verdict:
    """Copy a seed, damage it, import it.

    Args:
        number: which case.
        seeds: sound exports.
        template: file of an empty project.
        home: folder for the case; emptied afterwards.
    """
    rng = random.Random(number)
    seed = seeds[number % len(seeds)]
    folder = home / "case"
    shutil.copytree(seed.folder, folder / "set")
    project = folder / "project"
    project.mkdir()
    shutil.copyfile(template if rng.random() < EMPTY else seed.project, project / "fuzz.tas")
    path = folder / "set" / seed.path.relative_to(seed.folder)
    try:
        done, structured = damage(path, rng=rng)
        move_pictures(folder / "set", rng=rng)
        if rng.random() < _UNREAD:
            _forget_content(project / "fuzz.tas")
        options = ImportOptions(
            _pointed_at(path, rng),
            seed.format_name,
            rng.choice(list(ImportKind)),
            "fuzz",
            pictures=rng.choices(list(NewPictures), weights=[_PICTURES[one] for one in NewPictures])[0],
        )
        started = time.monotonic()
        outcome, told = _import(project, options)
        seconds = time.monotonic() - started
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Verdict(number, seed.format_name, done, structured, outcome, told, seconds)


def _pointed_at(path: Path, rng: random.Random) -> Path:
    """Most often the whole export; else one of its files, a folder in it, or one that holds nothing."""
    if rng.random() > _ELSEWHERE or not path.is_dir():
        return path
    if rng.random() < 0.1:
        (path / "empty").mkdir(exist_ok=True)
        return path / "empty"
    return rng.choice(
        [one for one in sorted(path.rglob("*")) if one.suffix not in (".png", ".jpg")] or [path]
    )


def _forget_content(project: Path) -> None:
    """As in a project whose pictures nobody has looked at yet."""
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute("UPDATE images SET content_hash = NULL, height = NULL, width = NULL")


def _import(project: Path, options: ImportOptions) -> tuple[Outcome, str]:
    with ProjectStore.open(project) as store:
        before = (store.last_event_seq(), store.counts())
        try:
            with time_limit():
                report = import_files(store, options)
        except KnownError as error:
            return (
                (Outcome.REFUSED, str(error))
                if _is_untouched(store, before)
                else (Outcome.PARTIAL, str(error))
            )
        except Hung:
            return Outcome.HUNG, traceback.format_exc()
        except BaseException:  # noqa: BLE001 - that is what is looked for
            return Outcome.CRASHED, traceback.format_exc()
        try:
            _look_through(store)
            store.undo_newest("fuzz")
            _look_through(store)
            store.redo_newest("fuzz")
            _look_through(store)
        except BaseException:  # noqa: BLE001 - likewise
            return Outcome.UNSOUND, traceback.format_exc()
        return Outcome.IMPORTED, str(report.as_json())


def _is_untouched(store: ProjectStore, before: tuple[int, ProjectCounts]) -> bool:
    copies = [file for file in (store.folder / "images").rglob("*") if file.is_file()]
    return (store.last_event_seq(), store.counts()) == before and not copies


def _look_through(store: ProjectStore) -> None:
    """Read everything that the import may have written."""
    for row in store.list_images():
        rows = store.list_expressions(row.image_id)
        if (row.expression_count, row.decided_count) != (
            len(rows),
            sum(one.decision_id is not None for one in rows),
        ):
            raise AssertionError(f"the counts of image {row.image_id} are wrong")
        for referent in store.list_referents(row.image_id):
            if not referent.mask.area or Mask.from_array(referent.mask.to_array()) != referent.mask:
                raise AssertionError(f"the mask of referent {referent.referent_id} is not sound")
        store.predictions.of_image(row.image_id)
    store.categories.table()


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise ``Hung`` after ten seconds, wherever Python is."""

    def stop(*_: object) -> NoReturn:
        raise Hung

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
