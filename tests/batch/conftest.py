"""Projects of small pictures, and models that see colours."""

from __future__ import annotations

import pytest
from PIL import Image

from tas_desktop.engine.methods import method_named
from tas_desktop.storage.project import ProjectStore
from tests.batch.colour_models import colour_models
from tests.support.colour_pipeline import block_picture

PICTURES = {
    "one.png": [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("red", 170, 115, 30, 30)],
    "two.png": [("green", 30, 30, 60, 60), ("yellow", 130, 60, 70, 50)],
    "three.png": [("purple", 60, 40, 90, 70), ("orange", 170, 20, 40, 40), ("blue", 10, 100, 40, 40)],
}
EXPRESSIONS = {
    "one.png": ("red block on the left", "blue block"),
    "two.png": ("yellow block",),
    "three.png": ("purple block", "orange block on the right"),
}


@pytest.fixture
def models():
    return colour_models()


@pytest.fixture
def other_models():
    """The same networks ranking by another rule."""
    return colour_models(method=method_named("tas-paper"))


@pytest.fixture
def store(tmp_path):
    """A project of three pictures and five expressions."""
    folder = tmp_path / "blocks"
    folder.mkdir()
    for name, blocks in PICTURES.items():
        Image.fromarray(block_picture(blocks)).save(folder / name)
    made = ProjectStore.create(folder)
    made.add_images([folder / name for name in PICTURES], annotator="ann")
    ids = {row.path: row.image_id for row in made.list_images()}
    made.add_expressions(
        [(ids[name], text) for name, texts in EXPRESSIONS.items() for text in texts], annotator="ann"
    )
    yield made
    made.close()
