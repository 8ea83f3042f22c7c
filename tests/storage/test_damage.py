"""Files that a disk has changed, and disks that are full: named, never a bug, and nothing made worse."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tas_desktop.storage import migration, opening
from tas_desktop.storage.errors import ProjectDamaged
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask
from tests.support.patience import PATIENCE_S

CHECKOUT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The bytes of a project with some of everything."""
    folder = tmp_path_factory.mktemp("whole")
    with ProjectStore.create(folder) as store:
        store.add_images([folder / f"{n}.jpg" for n in range(10)], annotator="ann")
        ids = store.add_expressions([(n % 10 + 1, f"thing {n}") for n in range(60)], annotator="ann")
        for number in ids[:30]:
            store.record_decision(accept(number, box_mask(number % 60), text=f"t{number}"))
        rows = [Prediction(n, "r", f"t{n}", box_mask(3), (0.1,), 0.1) for n in ids]
        store.predictions.write(Setup("tas", "starter"), rows)
    return store.file.read_bytes()


def change(content, seed):
    """Some bytes set at random, some blocks zeroed or some bits turned, as disks and cables do it."""
    chance = random.Random(seed)
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(len(damaged))
        if seed % 3 == 0:
            damaged[place] = chance.randrange(256)
        elif seed % 3 == 1:
            damaged[place : place + 64] = bytes(len(damaged[place : place + 64]))
        else:
            damaged[place] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def use_everything(file):
    with ProjectStore.open(file) as store:
        store.list_images()
        for image_id in (1, 2, 7):
            store.list_expressions(image_id)
            store.list_referents(image_id)
            store.predictions.of_image(image_id)
        with store.begin_dataset() as dataset:
            list(dataset.images())
        store.counts()
        store.undo_history("ann")
        store.categories.table()
        store.predictions.count()
        store.list_decisions(3)
        store.record_decision(accept(3, box_mask(3), text="t3"))
        store.undo_newest("ann")


@pytest.mark.parametrize("seed", range(45))
def test_a_changed_file_is_read_or_named_as_damaged(tmp_path, content, seed):
    (tmp_path / "p.tas").write_bytes(change(content, seed))
    with contextlib.suppress(ProjectDamaged):
        use_everything(tmp_path / "p.tas")


OPEN_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage.project import ProjectStore

resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
try:
    ProjectStore.open(Path(sys.argv[1]))
except TargetNotWritable as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits")
def test_a_full_disk_stops_a_migration_before_it_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(migration, "SCHEMA_HEAD", "0001")
    opened = opening.create_file(tmp_path / "p")
    opened.engine.dispose()
    opened.lock.close()
    before = opened.file.read_bytes()
    assert len(before) > 30_000
    command = [sys.executable, "-c", OPEN_ON_A_FULL_DISK, str(opened.file)]
    ended = subprocess.run(
        command, cwd=CHECKOUT, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert ended.returncode == 2, ended.stderr
    assert "Free some space" in ended.stdout
    assert opened.file.read_bytes() == before
    assert not list(opened.file.parent.glob("*.bak"))
