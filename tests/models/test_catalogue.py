"""The shipped catalogue: whole, and what the design asks for is in it."""

from __future__ import annotations

import re

import pytest

from tas_desktop.config.resources import resource_path
from tas_desktop.models.catalogue import catalogue, entry_of, read_catalogue
from tas_desktop.models.entry import HubSource, UrlSource
from tas_desktop.models.errors import ModelUnknown
from tas_desktop.models.receipts import is_model_id
from tas_desktop.models.wanted import choose_files


def test_the_shipped_catalogue_is_whole():
    for model_id, entry in catalogue().items():
        assert is_model_id(model_id)
        assert entry.size_bytes > 10**8
        if isinstance(entry.source, UrlSource):
            assert re.fullmatch("[0-9a-f]{64}", entry.source.sha256)
            assert entry.size_exact
        else:
            assert isinstance(entry.source, HubSource)
            assert not entry.source.files or choose_files(
                [name for name in entry.source.files if "*" not in name], patterns=entry.source.files
            )
        assert entry.licence_url.startswith("https://")


def test_published_facts_of_sam(shared_design):
    """``methods.md`` section 7: checksums of segment-anything's files."""
    for model_id in ("sam-vit-b", "sam-vit-l", "sam-vit-h"):
        assert entry_of(model_id).source.sha256 in shared_design


@pytest.fixture
def shared_design(checkout):
    page = checkout.parent / "shared" / "design" / "methods.md"
    if not page.is_file():
        pytest.skip(f"no design pages at {page}")
    return page.read_text(encoding="utf-8")


def test_research_licences_are_not_commercial():
    limited = {model_id for model_id, entry in catalogue().items() if not entry.commercial}
    assert limited == {"blip2-opt-2.7b", "dfn2b-vit-b-16"}


def test_an_unknown_id_is_told():
    with pytest.raises(ModelUnknown, match="no model 'sam-9000'"):
        entry_of("sam-9000")


@pytest.mark.parametrize(
    ("found", "replaced"),
    [
        ('url = "https://dl', 'url = "http://dl'),
        ('role = "encoder"', 'role = "decoder"'),
        ('hub = "facebook/sam-vit-base"', 'hub = "../sam-vit-base"'),
        ('licence = "mit"', 'licence = "none"'),
        ("schema_version = 1", "schema_version = 2"),
    ],
)
def test_a_catalogue_with_a_slip_is_refused(tmp_path, found, replaced):
    text = resource_path("models.toml").read_text(encoding="utf-8")
    assert found in text
    file = tmp_path / "models.toml"
    file.write_text(text.replace(found, replaced, 1), encoding="utf-8")
    with pytest.raises((ValueError, KeyError)):
        read_catalogue(file)
