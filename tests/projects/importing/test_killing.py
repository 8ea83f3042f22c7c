"""SIGKILL in the middle of an import: all of it is in the project afterwards, or nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest
from PIL import Image

from tas_desktop.storage.project import ProjectStore

IMAGES = 30
# Kills itself before its n-th statement that writes; the last one is COMMIT's turn.
VICTIM = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
from tas_desktop.projects.importing.running import import_files
from tas_desktop.storage.project import ProjectStore

project, labels, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
seen = 0

def count(connection, cursor, statement, parameters, context, executemany):
    global seen
    if statement.split()[0] in ("INSERT", "UPDATE"):
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)

options = ImportOptions(labels, "jsonl", ImportKind.ACCEPTED, "ann", pictures=NewPictures.COPY)
with ProjectStore.open(project) as store:
    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", lambda connection: count(None, None, "UPDATE", None, None, None))
    import_files(store, options)
print(seen)
"""


@pytest.fixture
def labels(tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    lines = []
    for number in range(IMAGES):
        Image.new("RGB", (4, 3), (number, 0, 0)).save(folder / f"{number}.png")
        lines.append(json.dumps({"image": f"{number}.png", "expression": f"thing {number}"}))
    (folder / "list.jsonl").write_text("\n".join(lines))
    return folder / "list.jsonl"


def run(project, labels, moment):
    command = [sys.executable, "-c", VICTIM, str(project), str(labels), str(moment)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.slow
def test_an_import_that_is_killed_leaves_nothing_or_all(tmp_path, labels):
    with ProjectStore.create(tmp_path / "whole") as store:
        whole = store.folder
    finished = run(whole, labels, 0)
    assert finished.returncode == 0, finished.stderr
    statements = int(finished.stdout)
    assert statements > 4
    with ProjectStore.create(tmp_path / "project") as store:
        project = store.folder
    for moment in range(1, statements + 1):
        killed = run(project, labels, moment)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        with ProjectStore.open(project) as store:
            assert store.counts().images == store.counts().expressions == 0, (
                f"half an import, killed at {moment}"
            )
    run(project, labels, 0)
    with ProjectStore.open(project) as store, ProjectStore.open(whole) as other:
        assert store.counts() == other.counts()
        assert store.counts().expressions == IMAGES
        assert [row.path for row in store.list_images()] == [row.path for row in other.list_images()]
