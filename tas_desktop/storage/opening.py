"""Creating, finding and opening project files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage import migration
from tas_desktop.storage.database import APPLICATION_ID, is_project_file, open_engine, why_not_writable
from tas_desktop.storage.errors import ProjectNotFound, damaged, translated_errors

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

PROJECT_SUFFIX = ".tas"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A project file with its engine; ``read_only_reason`` is None when it can be written."""

    file: Path
    engine: Engine
    read_only_reason: str | None = None


def create_file(folder: Path, *, name: str | None = None) -> OpenedFile:
    """Make a new project file in a folder that has none.

    Raises:
        TargetNotWritable: the folder cannot be made or written, or holds a project already.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = find_files(folder)
        file = folder.absolute() / f"{name or folder.absolute().name or 'project'}{PROJECT_SUFFIX}"
        if taken:
            raise TargetNotWritable(
                f"{folder} already holds the project {taken[0].name}", next_step="Open that one"
            )
        file.touch(exist_ok=False)
    except OSError as error:
        raise TargetNotWritable(
            f"No project can be made in {folder}: {error.strerror or error}",
            next_step="Choose a folder you may write to",
        ) from error
    engine = open_engine(file)
    try:
        with translated_errors(file):
            _write_header(file)
            migration.migrate(engine)
    except BaseException:
        engine.dispose()
        _remove_with_log(file)
        raise
    return OpenedFile(file, engine)


def open_file(path: Path) -> OpenedFile:
    """Open a project file, or the only one in a folder; see ``ProjectStore.open``."""
    file = _resolve(path)
    try:
        recognised = is_project_file(file)
    except OSError as error:
        raise ProjectNotFound(
            f"{file} cannot be read: {error.strerror or error}", next_step="Check its permissions"
        ) from error
    if not recognised:
        raise damaged(file)
    reason = why_not_writable(file)
    engine = open_engine(file, read_only=reason is not None)
    try:
        with translated_errors(file):
            return _opened(file, engine, reason=reason)
    except BaseException:
        engine.dispose()
        raise


def find_files(folder: Path) -> list[Path]:
    """Project files of a folder, by name."""
    return sorted(path for path in folder.glob(f"*{PROJECT_SUFFIX}") if path.is_file())


def _resolve(path: Path) -> Path:
    if path.is_file():
        return path.absolute()
    files = find_files(path.absolute()) if path.is_dir() else []
    if len(files) == 1:
        return files[0]
    if files:
        names = ", ".join(file.name for file in files)
        raise ProjectNotFound(f"{path} holds several projects: {names}", next_step="Name one of them")
    raise ProjectNotFound(
        f"There is no project at {path}", next_step="Make one by opening a folder of pictures in the window"
    )


def _opened(file: Path, engine: Engine, *, reason: str | None) -> OpenedFile:
    """Migrate an older file after copying it; open a newer one for reading only."""
    version = migration.schema_version(engine)
    if version == migration.SCHEMA_HEAD:
        return OpenedFile(file, engine, reason)
    if version is None:
        raise damaged(file)
    if version not in migration.known_versions():
        engine.dispose()
        newer = f"it was written by a newer version of this program (schema {version})"
        return OpenedFile(file, open_engine(file, read_only=True), newer)
    if reason is not None:
        raise ProjectNotFound(
            f"{file.name} is of an older version and has to be migrated, but {reason}",
            next_step="Make it writable, or open a copy of it",
        )
    migration.copy_before_migration(file, version=version)
    migration.migrate(engine)
    return OpenedFile(file, engine)


def _write_header(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _remove_with_log(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
