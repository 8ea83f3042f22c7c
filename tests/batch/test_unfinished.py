"""Notes of batches that have begun: offered again once whoever began them is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tas_desktop.batch.unfinished import UnfinishedBatches
from tests.support.patience import ended_after

CHECKOUT = Path(__file__).resolve().parent.parent.parent
NOTING = """
import sys
from pathlib import Path
from tas_desktop.batch.unfinished import UnfinishedBatches
UnfinishedBatches(Path(sys.argv[1])).note(Path(sys.argv[2]))
print("noted", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def notes(tmp_path):
    return UnfinishedBatches(tmp_path / "notes")


def test_a_note_lasts_until_it_is_taken_back(notes, tmp_path):
    one, other = tmp_path / "one.tas", tmp_path / "other.tas"
    assert not notes.wants_more(one)
    notes.note(one)
    assert (notes.wants_more(one), notes.wants_more(other)) == (True, False)
    notes.forget(one)
    notes.forget(other)
    assert not notes.wants_more(one)


def test_a_batch_that_runs_elsewhere_is_not_offered_until_it_is_killed(notes, tmp_path):
    project = tmp_path / "one.tas"
    other = subprocess.Popen(
        [sys.executable, "-c", NOTING, str(tmp_path / "notes"), str(project)],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with ended_after(other):
        assert other.stdout.readline() == "noted\n"
        assert not notes.wants_more(project)
    assert notes.wants_more(project)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"project": 1, "by": 2}', b"\xff\xfe", b"[" * 5000])
def test_a_note_that_cannot_be_read_is_none(notes, tmp_path, content):
    project = tmp_path / "one.tas"
    notes.note(project)
    (note,) = (tmp_path / "notes").iterdir()
    note.write_bytes(content)
    assert not notes.wants_more(project)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path, caplog):
    (tmp_path / "file").touch()
    notes = UnfinishedBatches(tmp_path / "file" / "notes")
    notes.note(tmp_path / "one.tas")
    assert "not be offered again" in caplog.text
    assert not notes.wants_more(tmp_path / "one.tas")
