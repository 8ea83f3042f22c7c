"""Known errors of the project database, and the one place where SQLite's are translated."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused, KnownError, TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_SIGNS_OF_DAMAGE: Final = ("malformed", "not a database", "encrypted", "decode to utf-8")


class ProjectNotFound(InputRefused):
    """There is no project at that place, or several and none was named."""


class ProjectDamaged(InputRefused):
    """The file is no project, or its content cannot be read any more."""


class ProjectReadOnly(TargetNotWritable):
    """The project was opened for reading only; the message says why."""


class ProjectMoved(TargetNotWritable):
    """The file is not where it was opened any more: what is written would reach nobody."""


class ProjectBusy(KnownError):
    """Another process holds the project for longer than we wait."""


@contextmanager
def translated_errors(project_file: Path) -> Iterator[None]:
    """Turn SQLite's conditions of the world into known errors; let the rest through as bugs."""
    from sqlalchemy.exc import DatabaseError  # whoever only catches our errors needs no database library

    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        cause = str(error.orig if isinstance(error, DatabaseError) else error)
        known = _translate(cause.lower(), project_file)
        if known is None:
            raise
        raise known from error
    except ValueError as error:
        if not _is_unreadable_value(error):
            raise
        raise damaged(project_file) from error


def _is_unreadable_value(error: ValueError) -> bool:
    """Whether a stored value is none that we ever write: bits of it have changed on the disk."""
    if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError)):
        return True
    told = str(error)
    return "is not a valid" in told or told.startswith(("Invalid isoformat", "Couldn't parse"))


def damaged(project_file: Path) -> ProjectDamaged:
    """The error for a file that cannot be read as a project."""
    return ProjectDamaged(
        f"{project_file} is not a readable project file",
        next_step="Put back a copy of it; copies made before a migration lie beside it as *.bak",
    )


def moved_away(project_file: Path) -> ProjectMoved:
    """The error for a file that was moved, deleted or replaced while it was open."""
    return ProjectMoved(
        f"{project_file} was moved, deleted or replaced while it was open: nothing can be written to it",
        next_step="Put it back, or open it again where it is now; what was decided before is in it",
    )


def not_written(project_file: Path, error: OSError) -> KnownError:
    """The error for a system that does not let us write beside the project."""
    if error.errno == errno.ENOENT:
        return moved_away(project_file)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _read_only(project_file)
    cause = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _full(project_file, cause)
    return TargetNotWritable(
        f"{project_file} could not be written: {cause}",
        next_step="Look at the folder and its permissions; what was decided before is safe",
    )


def _read_only(project_file: Path) -> ProjectReadOnly:
    return ProjectReadOnly(f"{project_file} is read-only", next_step="Make it writable, or work on a copy")


def _full(project_file: Path, cause: str) -> TargetNotWritable:
    return TargetNotWritable(
        f"{project_file} could not be written: {cause}",
        next_step="Free some space on that disk; what was decided before is safe",
    )


def _translate(cause: str, project_file: Path) -> KnownError | None:
    """The known error behind SQLite's message in lower case, or None for a fault of ours."""
    if any(sign in cause for sign in _SIGNS_OF_DAMAGE):  # first: some quote what the file holds
        return damaged(project_file)
    if "locked" in cause or "busy" in cause:
        return ProjectBusy(
            f"{project_file.name} is being written by another process",
            next_step="Wait for it to end or close it, then try again",
        )
    if "full" in cause or "disk i/o" in cause:
        return _full(project_file, cause)
    if "readonly" in cause or "read-only" in cause:
        return _read_only(project_file)
    if "unable to open" in cause:
        return ProjectNotFound(
            f"{project_file} cannot be opened", next_step="Check that it exists and may be read"
        )
    return None
