"""Pictures that moved: found by content, by a name that is unique, or not at all."""

from __future__ import annotations

import os

import pytest
from PIL import Image

from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.formats.image_reading import read_image
from tas_desktop.projects import relocating
from tas_desktop.projects.relocating import bring_back, find_moved, list_missing
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind


def draw(file, shade):
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 6), (shade, 0, 0)).save(file)
    return file


@pytest.fixture
def store(tmp_path):
    """Three pictures; the first two were read once, so that their content is known."""
    with ProjectStore.create(tmp_path / "p") as store:
        files = [draw(store.folder / f"{name}.png", shade) for shade, name in enumerate("abc")]
        store.add_images(files, annotator="ann")
        for image_id, file in enumerate(files[:2], start=1):
            loaded = read_image(file)
            store.note_image(image_id, content_hash=loaded.content_hash, width=8, height=6)
        yield store


def move(store, name, place):
    target = store.folder / place
    target.parent.mkdir(parents=True, exist_ok=True)
    (store.folder / name).rename(target)
    return target


def test_a_renamed_and_moved_picture_is_found_by_its_content(store, tmp_path):
    move(store, "a.png", "deep/down/other name.png")
    target = move(store, "b.png", "../elsewhere/b.png")
    draw(store.folder / "unrelated" / "a.png", 200)  # has the name, not the content
    relocation = bring_back(store, [store.folder, tmp_path / "elsewhere"], annotator="bob")
    assert [(moved.image_id, moved.by_content) for moved in relocation.found] == [(2, True), (1, True)]
    assert relocation.missing == []
    with ProjectStore.open(store.file) as again:
        paths = [row.path for row in again.list_images()]
        assert again.image_path(paths[1]).samefile(target)
    assert paths == ["deep/down/other name.png", "../elsewhere/b.png", "c.png"]
    (told,) = store.undo_history("bob").done
    assert (told.kind, told.image_id, told.value) == (EventKind.IMAGES_MOVED, None, "2")
    assert bring_back(store, [store.folder], annotator="bob") == ([], [])
    store.undo(told.seq, annotator="bob")
    assert [row.path for row in store.list_images()] == ["a.png", "b.png", "c.png"]
    store.redo(told.seq, annotator="bob")
    assert [row.path for row in store.list_images()] == paths


def test_a_picture_never_read_is_found_by_a_name_that_only_one_file_has(store):
    move(store, "c.png", "sub/c.png")
    relocation = bring_back(store, [store.folder], annotator="ann")
    assert [(moved.image_id, moved.by_content) for moved in relocation.found] == [(3, False)]
    move(store, "sub/c.png", "one/c.png")
    draw(store.folder / "two" / "c.png", 9)
    relocation = bring_back(store, [store.folder], annotator="ann")
    assert relocation.found == []
    assert [row.image_id for row in relocation.missing] == [3]


def test_a_replaced_file_is_no_moved_one(store):
    draw(store.folder / "a.png", 77)
    assert list_missing(store, token=CancelToken()) == []
    move(store, "a.png", "x/a.png")
    relocation = bring_back(store, [store.folder], annotator="ann")
    assert (relocation.found, [row.image_id for row in relocation.missing]) == ([], [1])


def test_two_pictures_that_changed_places_are_in_their_places(store):
    (store.folder / "a.png").rename(store.folder / "t.png")
    (store.folder / "b.png").rename(store.folder / "a.png")
    (store.folder / "t.png").rename(store.folder / "b.png")
    assert bring_back(store, [store.folder], annotator="ann") == ([], [])


def test_files_that_belong_to_the_project_are_left_to_it(store):
    move(store, "a.png", "x/new.png")
    store.add_images([store.folder / "x" / "new.png"], annotator="ann")
    relocation = bring_back(store, [store.folder], annotator="ann")
    assert [row.image_id for row in relocation.missing] == [1]


def test_unreadable_and_unstorable_candidates_are_passed_over(store):
    target = move(store, "a.png", "x/new.png")
    odd = store.folder / os.fsdecode(b"x/caf\xe9.png")
    odd.write_bytes(target.read_bytes())
    gone = store.folder / "gone.png"
    missing = list_missing(store, token=CancelToken())
    found = find_moved(store, missing, candidates=[gone, odd, target], token=CancelToken()).found
    assert [moved.path for moved in found] == [target]


def test_files_of_another_size_are_not_read_whole(store, monkeypatch):
    target = move(store, "a.png", "x/other.png")
    Image.new("RGB", (9, 6)).save(store.folder / "x" / "larger.png")
    (store.folder / "x" / "broken.png").write_bytes(target.read_bytes()[:20])
    read = []
    real = relocating.content_hash
    monkeypatch.setattr(relocating, "content_hash", lambda path: read.append(path.name) or real(path))
    relocation = bring_back(store, [store.folder], annotator="ann")
    assert [moved.path for moved in relocation.found] == [target]
    assert read == ["other.png"]


def test_a_search_can_be_cancelled_and_notes_nothing(store):
    move(store, "a.png", "x/new.png")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        bring_back(store, [store.folder], annotator="ann", token=token)
    assert store.list_images()[0].path == "a.png"


def test_an_image_cannot_be_put_where_another_one_lies(store):
    with pytest.raises(ValueError, match="one file"):
        store.relocate_images({1: store.folder / "b.png"}, annotator="ann")
    with pytest.raises(ValueError, match="one file"):
        store.relocate_images({1: store.folder / "z.png", 2: store.folder / "z.png"}, annotator="ann")
    assert [row.path for row in store.list_images()] == ["a.png", "b.png", "c.png"]
