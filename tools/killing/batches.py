"""Whether a batch that was killed over and over left the people's work alone and ended where it should."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

STUCK_S = 180.0
_PEOPLES = (
    "SELECT id, expression_id, action, text, annotator, category FROM decisions ORDER BY id",
    "SELECT decision_id, ordinal, referent_id, counts FROM decision_masks ORDER BY 1, 2",
    "SELECT id, text, status, decision_id, removed FROM expressions ORDER BY id",
)
_PREDICTED = (
    "SELECT e.image_id, count(*), count(p.expression_id) FROM expressions e "
    "LEFT JOIN predictions p ON p.expression_id = e.id WHERE e.decision_id IS NULL GROUP BY e.image_id"
)
_PREDICTIONS = "SELECT expression_id, text, counts, margin, totals FROM predictions ORDER BY expression_id"


class BatchCheck:
    """Looks at a project between the kills, and at its end beside one whose batch nobody disturbed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._untouched = file.parent.with_name("undisturbed")
        shutil.copytree(file.parent, self._untouched)
        self._before = [_rows(file, query) for query in _PEOPLES]

    def settle(self) -> list[str]:
        """Return what is wrong now: a person's decision that changed, a picture done by half."""
        faults = []
        if [_rows(self._file, query) for query in _PEOPLES] != self._before:
            faults.append("lost: a batch has touched what people decided")
        halves = [row for row in _rows(self._file, _PREDICTED) if row[2] not in {0, row[1]}]
        return faults + [f"picture {image}: {done} of {all_} predictions" for image, all_, done in halves]

    def finish(self) -> list[str]:
        """Let the batch end, and compare its predictions with those of an undisturbed one."""
        for folder in (self._file.parent, self._untouched):
            code = run_to_its_end(folder)
            if code != 0:
                return [f"the batch did not end: exit code {code}"]
        same = _rows(self._file, _PREDICTIONS) == _rows(self._untouched / self._file.name, _PREDICTIONS)
        return [*self.settle(), *([] if same else ["resumed predictions differ from undisturbed ones"])]


def run_to_its_end(folder: Path) -> int:
    """One batch in a process of its own; returns its exit code, or -9 where it got stuck and was killed."""
    process = os.fork()
    if process == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        code = 70
        try:
            code = run_batch_command(folder)
        finally:
            os._exit(code)
    limit = threading.Timer(STUCK_S, os.kill, (process, signal.SIGKILL))
    limit.start()
    try:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    finally:
        limit.cancel()
        limit.join()  # the next victim is forked from a process without threads


def run_batch_command(folder: Path, *options: str) -> int:
    """``tas-desktop batch`` in this process, with networks that only look at colours."""
    import tas_desktop.backends.loading
    from tas_desktop.cli import main
    from tests.support.colour_pipeline import colour_components

    def load_components(*_arguments: Any, **_options: Any) -> Any:
        return colour_components()

    tas_desktop.backends.loading.load_components = load_components
    return main(["batch", str(folder), "--no-progress", *options])


def _rows(file: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()
