"""A project file that goes away while it is open: nothing is written where nobody would find it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tas_desktop.storage.errors import ProjectMoved
from tas_desktop.storage.project import ProjectStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files in their place")


def rename_folder(store):
    target = store.folder.with_name("renamed")
    store.folder.rename(target)
    return target / store.file.name


def rename_file(store):
    target = store.file.with_name("renamed.tas")
    store.file.rename(target)
    Path(f"{store.file}-wal").rename(f"{target}-wal")
    return target


def replace_file(store):
    kept = rename_file(store)
    with ProjectStore.create(store.folder / "new") as other:
        pass
    other.file.rename(store.file)
    return kept


@pytest.mark.parametrize("move", [rename_folder, rename_file, replace_file])
def test_a_moved_file_is_noticed_and_has_what_was_written_before(store, move):
    store.add_expression(1, text="before", annotator="ann")
    place = move(store)
    with pytest.raises(ProjectMoved, match="moved, deleted or replaced") as caught:
        store.add_expression(1, text="after", annotator="ann")
    assert "open it again" in caught.value.next_step
    store.close()
    with ProjectStore.open(place) as again:
        assert [row.text for row in again.list_expressions(1)] == ["before"]


def test_a_deleted_file_is_noticed(store):
    store.file.unlink()
    with pytest.raises(ProjectMoved):
        store.add_expression(1, text="after", annotator="ann")


def test_a_file_that_is_put_back_goes_on(store):
    place = rename_folder(store)
    with pytest.raises(ProjectMoved):
        store.add_expression(1, text="lost", annotator="ann")
    place.parent.rename(store.folder)
    store.add_expression(1, text="found", annotator="ann")
    assert [row.text for row in store.list_expressions(1)] == ["found"]
