"""Other processes: SIGKILL in the middle of writing, and two writers at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus
from tests.support.patience import PATIENCE_S, ended_after

CHECKOUT = Path(__file__).resolve().parent.parent.parent
WRITER = """
import sys
from pathlib import Path
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask

store = ProjectStore.open(Path(sys.argv[1]))
print("open", flush=True)
for number in range(100_000):
    expression = store.add_expression(1, text=f"mug {number}", annotator="ann")
    store.record_decision(accept(expression, box_mask(number % 80), text=f"mug {number}"))
    print(expression, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.slow
@pytest.mark.parametrize("reported", [0, 1, 2, 7, 20, 45])
def test_a_kill_loses_nothing_that_was_committed(store, reported):
    store.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store.file)],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with ended_after(writer):
        assert writer.stdout.readline() == "open\n"
        committed = [int(writer.stdout.readline()) for _ in range(reported)]
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate(timeout=PATIENCE_S)
    committed += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    assert writer.returncode == -signal.SIGKILL
    with ProjectStore.open(store.file) as again:
        rows = {row.expression_id: row for row in again.list_expressions(1)}
        assert len(committed) >= reported
        for expression in committed:
            assert rows[expression].status is ExpressionStatus.ACCEPTED
            assert rows[expression].text == f"mug {expression - 1}"
        # At most the one decision under way is undecided, and none is half there.
        undecided = [row for row in rows.values() if row.status is ExpressionStatus.UNDECIDED]
        assert len(undecided) <= 1
        assert {row.decision_id for row in rows.values()} >= set(range(1, len(committed) + 1))
        again.add_expression(1, text="life goes on", annotator="ann")
    with closing(sqlite3.connect(store.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


TWO_WRITERS = """
import sys
from pathlib import Path
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask

with ProjectStore.open(Path(sys.argv[1])) as store:
    for number in range(25):
        expression = store.add_expression(1, text=f"{sys.argv[2]} {number}", annotator=sys.argv[2])
        store.record_decision(accept(expression, box_mask(number), annotator=sys.argv[2]))
"""


def test_two_processes_write_at_once_and_nothing_is_lost(store):
    seen = store.last_event_seq()
    writers = [
        subprocess.Popen([sys.executable, "-c", TWO_WRITERS, str(store.file), name], cwd=CHECKOUT)
        for name in ("window", "batch")
    ]
    assert [writer.wait(PATIENCE_S) for writer in writers] == [0, 0]
    events = store.events_since(seen)
    assert [event.seq for event in events] == list(range(seen + 1, seen + 101))
    assert {event.annotator for event in events} == {"window", "batch"}
    assert store.counts().accepted == 50
