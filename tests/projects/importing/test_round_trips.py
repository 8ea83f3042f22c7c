"""Project, export, import as accepted into a new project, export: what a format carries comes back whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tas_desktop.engine.control import WorkControl
from tas_desktop.formats.format import Carries, WriteOptions
from tas_desktop.formats.registry import find_format, readable_formats
from tas_desktop.projects.exporting.request import ExportRequest
from tas_desktop.projects.exporting.running import export_project
from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
from tas_desktop.projects.importing.running import import_dataset, import_files
from tas_desktop.storage.project import ProjectStore
from tests.support.datasets import datasets, with_files

NAMES = [known.name for known in readable_formats() if known.writer]
WHOLE = frozenset(Carries) - {Carries.IMAGES, Carries.SCORES}  # a project has no scores of predictions


def make_project(folder, dataset):
    options = ImportOptions(folder / "set" / "x", "any", ImportKind.ACCEPTED, "ann")
    with ProjectStore.create(folder / "first") as store:
        import_dataset(store, with_files(dataset, folder / "set"), options)
        return store.file


def export(project, target, name):
    options = WriteOptions(with_origin="with_origin" in find_format(name).options)
    return export_project(WorkControl(), request=ExportRequest(project, target, name, options=options))


def bring_back(exported, name, folder, pictures):
    """Import an export into a new project, with the pictures that it carries or those it was made from."""
    if Carries.IMAGES in find_format(name).carries:
        where = {"pictures": NewPictures.COPY}
    else:
        where = {"picture_folder": pictures}
    options = ImportOptions(exported, name, ImportKind.ACCEPTED, "ann", **where)
    with ProjectStore.create(folder) as store:
        return import_files(store, options), store.file


def content(path):
    """Bytes of all files that are no pictures."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {
        "" if file == path else file.relative_to(path).as_posix(): file.read_bytes()
        for file in files
        if file.is_file()
    }


def labels(project):
    """Masks and categories by sentence and picture."""
    found = {}
    with ProjectStore.open(project) as store:
        for row in store.list_images():
            objects = {known.referent_id: known for known in store.list_referents(row.image_id)}
            for said in store.list_expressions(row.image_id):
                masks = frozenset(objects[number].mask for number in said.referent_ids)
                found.setdefault((Path(row.path).name, said.text), []).append(masks)
    return {key: sorted(masks, key=str) for key, masks in found.items()}


@pytest.mark.parametrize("name", NAMES)
@given(dataset=datasets(with_origins=True, max_images=2))
@settings(max_examples=3, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a trip takes a second
def test_what_is_exported_comes_back(name, dataset, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trip")
    dataset = replace(dataset, listed=tuple(one for one in dataset.listed if one.references or one.undecided))
    first = make_project(folder, dataset)
    suffix = find_format(name).suffix
    report = export(first, folder / f"one{suffix}", name)
    pictures = Path(report.images_folder)
    _, second = bring_back(folder / f"one{suffix}", name, folder / "second", pictures)
    report = export(second, folder / f"two{suffix}", name)
    if find_format(name).carries >= WHOLE:
        assert content(folder / f"two{suffix}") == content(folder / f"one{suffix}")
        assert not report.losses
    _, third = bring_back(folder / f"two{suffix}", name, folder / "third", Path(report.images_folder))
    export(third, folder / f"three{suffix}", name)
    assert content(folder / f"three{suffix}") == content(folder / f"two{suffix}")
    if Carries.MASKS in find_format(name).carries:
        before = labels(first)
        for key, masks in labels(second).items():
            with suppress(KeyError):  # a format may normalise a text
                assert set(masks) <= {*before[key], frozenset()}
