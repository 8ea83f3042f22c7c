"""Connections to a project file: pragmas, transactions, read-only modes."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x54415344  # "TASD", in the file's header: tells a project from any other SQLite file
BUSY_SECONDS = 10.0


def open_engine(project_file: Path, *, read_only: bool = False, shared_memory: bool = True) -> Engine:
    """Make an engine whose writing transactions start with ``BEGIN IMMEDIATE``.

    Args:
        project_file: the file.
        read_only: open it so that nothing can be written.
        shared_memory: False on a drive where a write-ahead log is not safe: a rollback journal then keeps
            what is committed as safe, but readers and the writer wait for each other.

    WAL, foreign keys on and ``synchronous=FULL``: a committed transaction survives a kill and a power
    cut, and readers never wait for the writer. Python's own transaction handling is switched off,
    because it starts a transaction only at the first change, after the reads it depends on.
    """
    address = _uri(project_file, read_only=read_only)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA trusted_schema=OFF")  # a file from somebody else may hold odd triggers
        if not read_only:
            connection.execute(f"PRAGMA journal_mode={'WAL' if shared_memory else 'DELETE'}")
            connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def back_up(project_file: Path, target: sqlite3.Connection) -> None:
    """Copy a project as it is at one moment, log included, over whatever the target holds."""
    with closing(sqlite3.connect(f"{project_file.absolute().as_uri()}?mode=ro", uri=True)) as source:
        source.backup(target)


def is_project_file(path: Path) -> bool:
    """Whether the file is an SQLite database with our application id; leaves nothing beside it.

    SQLite looks itself. To open and close the file otherwise would drop the locks that this process holds
    on it through open connections (POSIX ties them to the file, not to the handle): another process that
    closes the project would then take itself for the last one, and remove the log that we write to.

    Raises:
        OSError: the file may not be read.
    """
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as look:
            (number,) = look.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(number == APPLICATION_ID)


def why_not_writable(project_file: Path) -> str | None:
    """Why the operating system does not let us write here, or None when it does.

    The folder has to be writable too: SQLite keeps its write-ahead log beside the file.
    """
    if not os.access(project_file, os.W_OK):
        return f"{project_file.name} is read-only"
    if not os.access(project_file.parent, os.W_OK):
        return f"the folder of {project_file.name} is read-only"
    return None


def _uri(project_file: Path, *, read_only: bool) -> str:
    """SQLite address of the file; ``immutable`` where not even the log's index may be created."""
    address = project_file.absolute().as_uri()
    if not read_only:
        return f"{address}?mode=rw"
    log = project_file.with_name(project_file.name + "-wal")
    if os.access(project_file.parent, os.W_OK) or log.exists():
        return f"{address}?mode=ro"
    return f"{address}?mode=ro&immutable=1"
