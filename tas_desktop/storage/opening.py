"""Creating, finding and opening project files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage import drives, migration
from tas_desktop.storage.database import APPLICATION_ID, is_project_file, open_engine, why_not_writable
from tas_desktop.storage.errors import ProjectNotFound, damaged, translated_errors
from tas_desktop.storage.writer_lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

PROJECT_SUFFIX = ".tas"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A project file with its engine; ``read_only_reason`` is None when it can be written."""

    file: Path
    engine: Engine
    lock: WriterLock
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
    on_network = drives.network_kind(file.parent) is not None
    engine, lock = open_engine(file, shared_memory=not on_network), WriterLock(file)
    try:
        if on_network:
            lock.keep()
        with lock.turn(), translated_errors(file):
            _write_header(file)
            migration.migrate(engine)
    except BaseException:
        engine.dispose()
        lock.close()
        remove_project_file(file)
        raise
    return OpenedFile(file, engine, lock)


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
    opened = _attached(file)
    try:
        with translated_errors(file):
            return _brought_up_to_date(opened)
    except BaseException:
        opened.engine.dispose()
        opened.lock.close()
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


def _attached(file: Path) -> OpenedFile:
    """Open for writing where that is possible; on a network drive only one process at a time may."""
    lock = WriterLock(file)
    reason = why_not_writable(file)
    network = drives.network_kind(file.parent)
    if reason is None and network is not None:
        holder = lock.keep()
        if holder is not None:
            reason = (
                f"it lies on a network drive ({network}) and {holder} has it open; if that has ended, delete "
                f"{lock.file.name}"
            )
    engine = open_engine(file, read_only=reason is not None, shared_memory=network is None)
    return OpenedFile(file, engine, lock, reason)


def _brought_up_to_date(opened: OpenedFile) -> OpenedFile:
    """Migrate an older file after copying it; open a newer one for reading only."""
    file, reason = opened.file, opened.read_only_reason
    version = migration.schema_version(opened.engine)
    if version == migration.SCHEMA_HEAD:
        return opened
    if version is None:
        raise damaged(file)
    if version not in migration.known_versions():
        opened.engine.dispose()
        newer = f"it was written by a newer version of this program (schema {version})"
        return replace(opened, engine=open_engine(file, read_only=True), read_only_reason=newer)
    if reason is not None:
        raise ProjectNotFound(
            f"{file.name} is of an older version and has to be migrated, but {reason}",
            next_step="Make it writable, or open a copy of it",
        )
    with opened.lock.turn():
        # Another process may have migrated it while we waited for our turn.
        if migration.schema_version(opened.engine) != migration.SCHEMA_HEAD:
            migration.copy_before_migration(file, version=version)
            migration.migrate(opened.engine)
    return opened


def _write_header(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def remove_project_file(file: Path) -> None:
    """Remove a project file that was closed, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
