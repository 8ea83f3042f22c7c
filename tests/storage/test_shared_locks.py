"""Several stores of one project in one process, and other processes that come and go beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tas_desktop.storage.database import is_project_file
from tas_desktop.storage.project import ProjectStore
from tests.support.patience import PATIENCE_S

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from tas_desktop.storage.project import ProjectStore

with ProjectStore.open(Path(sys.argv[1])) as store:
    print(store.counts().expressions)
"""


def count_in_another_process(store):
    command = [sys.executable, "-c", OPEN_AND_CLOSE, str(store.file)]
    done = subprocess.run(
        command, cwd=CHECKOUT, check=True, capture_output=True, text=True, timeout=PATIENCE_S
    )
    return int(done.stdout)


@pytest.mark.parametrize("closes", [True, False])
def test_a_second_store_of_this_process_leaves_the_locks_of_the_first(store, closes):
    """As a batch in the window opens one, while a command of the terminal opens and closes the project."""
    other = ProjectStore.open(store.file)
    if closes:
        other.close()
    assert count_in_another_process(store) == 0
    store.add_expression(1, text="written afterwards", annotator="ann")
    other.close()
    assert count_in_another_process(store) == 1
    assert store.counts().expressions == 1


def test_looking_whether_a_file_is_a_project_leaves_nothing_beside_it(tmp_path, store):
    store.close()
    before = sorted(path.name for path in store.folder.iterdir())
    assert is_project_file(store.file)
    for name, content in (("odd ?#%.tas", b"SQLite format 3\0" + bytes(100)), ("empty.tas", b"")):
        (tmp_path / name).write_bytes(content)
        assert not is_project_file(tmp_path / name)
    assert sorted(path.name for path in store.folder.iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.tas", "odd ?#%.tas", "project"]
