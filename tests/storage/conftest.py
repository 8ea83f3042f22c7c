"""A small project."""

from __future__ import annotations

import pytest

from tas_desktop.storage.project import ProjectStore


@pytest.fixture
def store(tmp_path):
    """A new project with two images and no expressions."""
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.jpg", store.folder / "sub" / "b.png"], annotator="ann")
        yield store
