"""The manifest of shipped weights notices every harm."""

from __future__ import annotations

import json

import pytest

from tas_desktop.config.diagnosis import State
from tas_desktop.config.diagnosis.weights import survey_weights
from tas_desktop.config.manifest import MANIFEST_NAME, read_manifest, verify_file, write_manifest
from tas_desktop.domain.errors import WeightsDamaged


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "sam").mkdir()
    (tmp_path / "sam" / "model.safetensors").write_bytes(b"weights" * 100)
    (tmp_path / "card.md").write_text("card", encoding="utf-8")
    write_manifest(tmp_path)
    return tmp_path


def test_whole_pack_verifies(pack):
    shipped = read_manifest(pack)
    assert [one.path for one in shipped] == ["card.md", "sam/model.safetensors"]
    for one in shipped:
        verify_file(pack, one)
    (finding,) = survey_weights(pack)
    assert finding.state is State.OK


def test_writing_again_changes_nothing(pack):
    before = (pack / MANIFEST_NAME).read_bytes()
    write_manifest(pack)
    assert (pack / MANIFEST_NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "bytes instead of"),
        (lambda path: path.write_bytes(b"x" + path.read_bytes()[1:]), "checksum"),
    ],
)
def test_harmed_file_is_named_with_the_next_step(pack, harm, word):
    shipped = read_manifest(pack)[1]
    harm(pack / shipped.path)
    with pytest.raises(WeightsDamaged, match=word) as caught:
        verify_file(pack, shipped)
    assert caught.value.next_step
    (finding,) = survey_weights(pack)
    assert finding.state is State.PROBLEM
    assert finding.name == "sam/model.safetensors"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"files": []}',
        '{"files": {"a": 3}}',
        '{"files": {"a": {"bytes": "many", "sha256": ""}}}',
        '{"files": {"../a": {"bytes": 1, "sha256": ""}}}',
        '{"files": {"/etc/passwd": {"bytes": 1, "sha256": ""}}}',
    ],
)
def test_manifest_that_is_none_is_refused(tmp_path, content):
    (tmp_path / MANIFEST_NAME).write_text(content, encoding="utf-8")
    with pytest.raises(WeightsDamaged):
        read_manifest(tmp_path)


def test_manifest_of_another_folder_is_missing(tmp_path):
    with pytest.raises(WeightsDamaged, match="No such file"):
        read_manifest(tmp_path)
    (finding,) = survey_weights(tmp_path)
    assert finding.state is State.PROBLEM


def test_format_is_the_documented_one(pack):
    content = json.loads((pack / MANIFEST_NAME).read_text(encoding="utf-8"))
    assert content["files"]["card.md"]["bytes"] == 4
