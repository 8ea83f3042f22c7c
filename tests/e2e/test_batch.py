"""A batch with the shipped networks says of each expression what a single request says of it."""

from __future__ import annotations

import json
import shutil

import pytest

from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.project import ProjectStore

pytestmark = pytest.mark.usefixtures("no_network")

TEXTS = {"mugs.jpg": "the striped red mug on the left", "trees.jpg": "the blue mug"}


@pytest.fixture
def project(sample, tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    for name in TEXTS:
        shutil.copyfile(sample(name), folder / name)
    with ProjectStore.create(folder) as store:
        store.add_images(sorted(folder.glob("*.jpg")), annotator="ann")
        ids = {row.path: row.image_id for row in store.list_images()}
        store.add_expressions([(ids[name], text) for name, text in TEXTS.items()], annotator="ann")
    return folder


def first_masks(project):
    with ProjectStore.open(project) as store:
        return {
            row.path: store.predictions.of_image(row.image_id)[0].prediction.mask.counts
            for row in store.list_images()
        }


def test_the_batch_s_first_mask_is_that_of_propose(project, propose_json, capsys):
    assert main(["batch", str(project), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["proposed"], report["expressions"], report["failures"]) == (2, 2, [])
    for name, counts in first_masks(project).items():
        single = propose_json(project / name, TEXTS[name], "--top", 1)
        assert single["candidates"][0]["rle"]["counts"] == counts
        assert single["seconds"]["cache"] >= 0, "opening what the batch has stored costs a read"


def test_without_the_user_s_cache_the_project_s_own_outlines_give_the_same(project, capsys, monkeypatch):
    assert main(["batch", str(project), "--json"]) == 0
    before = first_masks(project)
    AnalysisCache(find_paths().analyses, limit_bytes=1).clear()
    # Whoever asks for masks or captions now would fail.
    monkeypatch.setattr("tas_desktop.backends.proposals.joined.JoinedProposer.propose", pytest.fail)
    monkeypatch.setattr("tas_desktop.backends.captioners.blip.BlipCaptioner.caption", pytest.fail)
    capsys.readouterr()
    assert main(["batch", str(project), "--again", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["proposed"], report["changed"], report["failures"]) == (2, [], [])
    assert first_masks(project) == before
