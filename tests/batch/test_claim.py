"""One batch at a time on a project, among processes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tas_desktop.batch.claim import claim_batch
from tas_desktop.storage.errors import ProjectBusy, ProjectReadOnly
from tas_desktop.storage.project import ProjectStore

CHECKOUT = Path(__file__).resolve().parent.parent.parent
LIMIT_S = 60
HOLD = """
import sys
from pathlib import Path
from tas_desktop.batch.claim import claim_batch
from tas_desktop.storage.project import ProjectStore

with ProjectStore.open(Path(sys.argv[1])) as store, claim_batch(store):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other_batch(store):
    """Another process whose batch is at work on the project."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.file)],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate(timeout=LIMIT_S)


def test_a_second_batch_is_refused_with_process_and_machine_of_the_first(store, other_batch):
    with pytest.raises(ProjectBusy) as caught, claim_batch(store):
        pytest.fail("claimed twice")
    assert f"process {other_batch.pid} on {socket.gethostname()}" in caught.value.message
    assert caught.value.next_step
    store.add_expression(1, text="decisions go on", annotator="ann")
    other_batch.communicate("\n", timeout=LIMIT_S)
    with claim_batch(store):
        pass


def test_the_claim_of_a_killed_batch_is_free(store, other_batch):
    other_batch.kill()
    other_batch.wait(LIMIT_S)
    with claim_batch(store):
        pass


def test_nothing_is_left_beside_the_project(store):
    before = sorted(path.name for path in store.folder.iterdir())
    with claim_batch(store), pytest.raises(ProjectBusy), claim_batch(store):
        pytest.fail("claimed twice by one process")
    assert sorted(path.name for path in store.folder.iterdir()) == before


def test_another_project_is_another_claim(store, tmp_path):
    with ProjectStore.create(tmp_path / "other") as other, claim_batch(store), claim_batch(other):
        pass


def test_a_project_that_cannot_be_written_takes_no_batch(store, monkeypatch):
    monkeypatch.setattr(store, "read_only_reason", "it lies on a disc")
    with pytest.raises(ProjectReadOnly, match="it lies on a disc"), claim_batch(store):
        pytest.fail("claimed")
