"""Pictures whose files were replaced: found, foreseen, taken and given back."""

from __future__ import annotations

import pytest
from PIL import Image

from tas_desktop.engine.control import Cancelled, WorkControl
from tas_desktop.formats.image_reading import read_image
from tas_desktop.projects.replacing import find_replaced, list_replaced, take_replaced
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask


def draw(file, shade, size=(100, 60)):
    Image.new("RGB", size, (shade, 0, 0)).save(file)
    return file


@pytest.fixture
def store(tmp_path):
    """Three pictures that were read, each with a mask; the fourth was never read."""
    with ProjectStore.create(tmp_path / "p") as store:
        files = [draw(store.folder / f"{name}.png", shade) for shade, name in enumerate("abcd")]
        store.add_images(files, annotator="ann")
        store.add_expressions([(n, "the mug") for n in (1, 2, 3)], annotator="ann")
        for image_id, file in enumerate(files[:3], start=1):
            loaded = read_image(file)
            store.note_image(image_id, content_hash=loaded.content_hash, width=100, height=60)
            store.record_decision(accept(image_id, box_mask(5)))
        yield store


def replace_all(store):
    draw(store.folder / "a.png", 90)
    draw(store.folder / "b.png", 91, size=(50, 30))
    (store.folder / "c.png").write_bytes(b"no picture")
    draw(store.folder / "d.png", 92)


def test_what_was_replaced_is_listed_with_what_it_means(store):
    assert find_replaced(store, control=WorkControl()) == []
    replace_all(store)
    seen = []
    found = find_replaced(store, control=WorkControl(report=seen.append))
    assert [(row.path, row.same_size, row.kept, row.lost) for row in found] == [
        ("a.png", True, 1, 0),
        ("b.png", False, 0, 1),
        ("c.png", False, 0, 0),
    ]
    assert "c.png" in found[2].problem
    assert [(step.done, step.total) for step in seen] == [(0, 3), (1, 3), (2, 3)]
    assert list_replaced(WorkControl(), project=store.file, image_ids={2}) == found[1:2]


def test_taking_is_one_step_back_and_leaves_out_what_cannot_be_read(store):
    replace_all(store)
    found = find_replaced(store, control=WorkControl())
    assert take_replaced(store, found, annotator="ann") == {1, 2}
    assert [row.decided_count for row in store.list_images()] == [1, 0, 1, 0]
    left = find_replaced(store, control=WorkControl())
    assert [row.path for row in left] == ["c.png"]
    assert take_replaced(store, left, annotator="ann") == frozenset()
    store.undo_newest("ann")
    assert [row.decided_count for row in store.list_images()] == [1, 1, 1, 0]
    assert len(find_replaced(store, control=WorkControl())) == 3


def test_a_missing_file_is_no_replaced_one(store):
    (store.folder / "a.png").unlink()
    assert find_replaced(store, control=WorkControl()) == []


def test_looking_can_be_cancelled(store):
    control = WorkControl()
    control.token.cancel()
    with pytest.raises(Cancelled):
        find_replaced(store, control=control)
