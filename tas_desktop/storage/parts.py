"""A part of a project as a project of its own: some of its images with everything that belongs to them."""

from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Final

from tas_desktop.storage import image_facts, log
from tas_desktop.storage.adding import stored_path
from tas_desktop.storage.database import back_up
from tas_desktop.storage.errors import not_written, translated_errors
from tas_desktop.storage.opening import remove_project_file
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, Origin

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from sqlalchemy.orm import Session

# A part lies elsewhere: where pictures lay, seen from the project's folder, says nothing in it.
_MOVES: Final = "SELECT seq FROM events WHERE kind = 'images-moved'"
_GONE: Final = {
    "gone_expressions": "SELECT id FROM expressions WHERE image_id NOT IN kept",
    "gone_decisions": "SELECT id FROM decisions WHERE expression_id IN gone_expressions",
}
_DELETED: Final = {
    "back_checks": "decision_id IN gone_decisions",
    "image_changes": f"image_id NOT IN kept OR event_seq IN ({_MOVES})",
    "events": f"seq IN ({_MOVES}) OR target_seq IN ({_MOVES}) OR image_id NOT IN kept",
    "decision_masks": "decision_id IN gone_decisions",
    "decisions": "id IN gone_decisions",
    "predictions": "image_id NOT IN kept",
    "answers": "image_id NOT IN kept",
    "analyses": "image_id NOT IN kept",
    "referents": "image_id NOT IN kept",
    "expressions": "image_id NOT IN kept",
    "images": "id NOT IN kept",
}


def write_part(
    store: ProjectStore,
    file: Path,
    image_ids: Collection[int],
    *,
    numbered: tuple[int, int],
    places: Mapping[int, Path],
) -> None:
    """Write some images with all that belongs to them as a project of its own.

    Args:
        store: the project.
        file: the part's file; must not be there yet.
        image_ids: its images.
        numbered: which part it is, from 1, and of how many.
        places: where those of its images lie that it gets copies of; the others stay where they are.

    Raises:
        TargetNotWritable: the file is there already, or its folder cannot be written.
    """
    wanted = set(image_ids)
    kept = {row.image_id: row.path for row in store.list_images() if row.image_id in wanted}
    _copy_part(store.file, file, image_ids=kept)
    files = {image_id: places.get(image_id, store.image_path(path)) for image_id, path in kept.items()}
    paths = {image_id: stored_path(path, folder=file.parent) for image_id, path in files.items()}
    with ProjectStore.open(file) as part, part.begin_writing() as session:
        _note_split(session, numbered=numbered, paths_before=kept, paths=paths)


def _copy_part(source_file: Path, target_file: Path, *, image_ids: Collection[int]) -> None:
    """Copy a project file, then take out of the copy what belongs to other images; ids stay as they are.

    The log is append-only for everybody who works with a project; a part is born with less of it.

    Raises:
        TargetNotWritable: the target is there already, or its folder cannot be written.
    """
    try:
        target_file.touch(exist_ok=False)
    except OSError as error:
        raise not_written(target_file, error) from error
    try:
        with (
            translated_errors(target_file),
            closing(sqlite3.connect(target_file, isolation_level=None)) as target,
        ):
            back_up(source_file, target)
            _thin_out(target, image_ids)
    except BaseException:
        remove_project_file(target_file)
        raise


def _note_split(
    session: Session,
    *,
    numbered: tuple[int, int],
    paths_before: Mapping[int, str],
    paths: Mapping[int, str],
) -> None:
    """Write into a part that it is one, where its images lie seen from its folder, and where they lay."""
    image_facts.rewrite_paths(session, paths)
    told = {"part": uuid.uuid4().hex, "number": numbered[0], "of": numbered[1], "paths": dict(paths_before)}
    log.append_event(
        session,
        EventKind.SPLIT_OFF,
        annotator="",
        origin=Origin.PROGRAM,
        value=json.dumps(told),
    )


def _thin_out(target: sqlite3.Connection, image_ids: Collection[int]) -> None:
    target.execute("PRAGMA foreign_keys=OFF")
    target.execute("PRAGMA trusted_schema=OFF")
    target.execute("BEGIN IMMEDIATE")
    target.execute("CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)")
    target.executemany("INSERT INTO kept VALUES (?)", [(image_id,) for image_id in image_ids])
    triggers = target.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        target.execute(f'DROP TRIGGER "{name.replace(chr(34), chr(34) * 2)}"')
    for name, query in _GONE.items():
        target.execute(f"CREATE TEMP TABLE {name} AS {query}")
    for table, condition in _DELETED.items():
        target.execute(f"DELETE FROM {table} WHERE {condition}")  # noqa: S608 - our own words
    for _, sql in triggers:
        target.execute(sql)
    target.execute("COMMIT")
    target.execute("VACUUM")
