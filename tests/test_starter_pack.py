"""The starter pack that ships: complete, unharmed, small, with its model card."""

from __future__ import annotations

import pytest

from tas_desktop.config.manifest import MANIFEST_NAME, read_manifest, verify_file
from tas_desktop.config.resources import resource_path

SIZE_LIMIT_BYTES = 30 * 1024**2


@pytest.fixture(scope="module")
def pack():
    return resource_path("starter")


def test_every_file_matches_the_manifest(pack):
    shipped = read_manifest(pack)
    assert shipped
    for one in shipped:
        verify_file(pack, one)


def test_every_weights_file_is_in_the_manifest(pack):
    listed = {one.path for one in read_manifest(pack)}
    present = {path.relative_to(pack).as_posix() for path in pack.rglob("*") if path.is_file()}
    unlisted = present - listed - {MANIFEST_NAME}
    assert not {path for path in unlisted if not path.endswith(".md")}


def test_pack_stays_small(pack):
    assert sum(path.stat().st_size for path in pack.rglob("*") if path.is_file()) <= SIZE_LIMIT_BYTES


def test_pack_has_its_model_card(pack):
    cards = [path for path in pack.iterdir() if path.suffix == ".md"]
    assert cards
    text = "\n".join(path.read_text(encoding="utf-8") for path in cards).lower()
    for word in ("data", "teacher", "recipe", "limits"):
        assert word in text
