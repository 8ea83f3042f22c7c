"""Reading and writing transactions on one project file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tas_desktop.storage.database import back_up, open_engine
from tas_desktop.storage.errors import ProjectReadOnly, moved_away, not_written, translated_errors
from tas_desktop.storage.models import Event
from tas_desktop.storage.other_writers import OthersChanges, OtherWriters, read_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from tas_desktop.storage.opening import OpenedFile


class Transactions:
    """Opens transactions: writers queue up, those of other processes too; readers never wait for them.

    SQLite's conditions of the world leave as known errors.

    Args:
        opened: the file and its engine.
    """

    def __init__(self, opened: OpenedFile) -> None:
        self._file = opened.file
        self._read_only_reason = opened.read_only_reason
        self._engine: Engine = opened.engine
        self._write_lock = threading.Lock()
        self._writers = opened.lock
        try:
            self._opened_as = self._file.stat()
            with self.read() as connection:
                self._others = OtherWriters(_last_seq(connection))
        except BaseException:
            self.close()
            raise

    @property
    def keeps_others_out(self) -> bool:
        """Whether no other process can write, because the project lies on a network drive."""
        return self._writers.is_kept

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one consistent moment and answers with plain rows."""
        with translated_errors(self._file), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def read_records(self) -> Iterator[Session]:
        """The same as a session, which answers with mapped records."""
        with translated_errors(self._file), Session(self._engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are on the disk, all of them, when the block ends without an error.

        Raises:
            ProjectReadOnly: the project was opened for reading only.
            ProjectMoved: the file is not where it was opened any more.
            ProjectBusy: another process writes for longer than we wait; the message names it.
        """
        self._check_writable()
        engine = self._engine.execution_options(writes=True)
        with self._write_lock, self._writers.turn(), translated_errors(self._file):
            self._check_place()
            with Session(engine) as session, session.begin():
                self._others.note_own_start(_last_seq(session.connection()))
                yield session
                session.flush()
                last_seq = _last_seq(session.connection())
            self._others.note_own_end(last_seq)

    @contextmanager
    def rehearse(self) -> Iterator[Session]:
        """A session over a copy, which takes every change and goes when the block ends; others may write.

        Raises:
            ProjectReadOnly: the project was opened for reading only.
        """
        self._check_writable()
        with translated_errors(self._file), tempfile.TemporaryDirectory(prefix="tas-") as folder:
            copy = Path(folder) / self._file.name
            with closing(sqlite3.connect(copy)) as target:
                back_up(self._file, target)
            engine = open_engine(copy)
            try:
                with Session(engine.execution_options(writes=True)) as session:
                    yield session
            finally:
                engine.dispose()

    def changes_of_others(self) -> OthersChanges | None:
        """What other processes wrote since the last call or since the project was opened; None: nothing.

        Costs one look into the index where nothing is new. While a transaction of this process is under
        way it answers None; the next call tells.
        """
        if not self._write_lock.acquire(blocking=False):
            return None
        try:
            with self.read() as connection:
                gaps = self._others.take_gaps(_last_seq(connection))
                return read_changes(connection, gaps) if gaps else None
        finally:
            self._write_lock.release()

    def _check_writable(self) -> None:
        if self._read_only_reason is not None:
            raise ProjectReadOnly(
                f"{self._file.name} was opened for reading only: {self._read_only_reason}",
                next_step="Work on a copy, or on a machine that can write it",
            )

    def _check_place(self) -> None:
        """Look whether the file that is open still bears its name; else writing would be for nobody."""
        try:
            there = self._file.stat()
        except OSError as error:
            raise not_written(self._file, error) from error
        if not os.path.samestat(there, self._opened_as):
            raise moved_away(self._file)

    def close(self) -> None:
        """Close all connections; SQLite folds its write-ahead log back into the file."""
        self._engine.dispose()
        self._writers.close()


def _last_seq(connection: Connection) -> int:
    """Seq of the newest event, 0 where there is none."""
    return connection.execute(select(func.max(Event.seq))).scalar_one() or 0
