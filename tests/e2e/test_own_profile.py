"""A profile of one's own, from its file to ranked masks: small random models in the public ones' forms."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.config.profile_copies import copy_profile
from tests.support.hub_folders import write_blip
from tests.support.hub_sam_models import sam_processor, save_hub_sam, tiny_sam
from tests.support.open_clip_folders import RESNET_TINY, VIT_TINY, write_open_clip
from tests.support.sam_models import picture

TINY_SIDE = 256


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Folders of the models, by name."""
    base = tmp_path_factory.mktemp("models")
    save_hub_sam(tiny_sam(), base / "sam", processor=sam_processor(side=TINY_SIDE))
    write_open_clip(base / "clip", VIT_TINY)
    write_open_clip(base / "resnet", RESNET_TINY)
    write_blip(base / "blip")
    return base


@pytest.fixture
def photo(tmp_path):
    """The picture that the masks were drawn for."""
    file = tmp_path / "photo.png"
    Image.fromarray(picture()).save(file)
    return file


@pytest.fixture
def profile(monkeypatch, tmp_path, models):
    """Write the profile ``mine``: a copy of a shipped one with its parts replaced."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    base = copy_profile("tas-light", "base").read_text(encoding="utf-8")

    def write(**parts):
        named = {"encoder": 'path = "{}"'.format((models / "clip").as_posix())} | parts
        text = base.replace('name = "base"', 'name = "mine"')
        text = text.replace('backend = "segment-anything"', 'backend = "sam-transformers"')
        text = text.replace('model = "sam-vit-b"', f'path = "{(models / "sam").as_posix()}"')
        text = text.replace('model = "clip-vit-b-16"', named["encoder"])
        captioner = named.get("captioner", f'path = "{(models / "blip").as_posix()}"')
        text = text.replace('model = "blip-base"', captioner + "\nparams = { max_new_tokens = 4 }")
        (find_paths().own_profiles / "mine.toml").write_text(text, encoding="utf-8")

    return write


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def ranked(capsys, photo):
    code, out, err = run(
        capsys,
        "propose",
        photo,
        "the red one",
        *("--profile", "mine", "--device", "cpu", "--json", "--no-cache", "--top", "1000"),
    )
    assert code == 0, err
    return json.loads(out)["candidates"]


def totals(candidates):
    return [(candidate["bbox"], round(candidate["total"], 4)) for candidate in candidates]


def test_local_models_rank_a_picture_and_any_part_can_be_replaced(capsys, profile, models, photo):
    profile()
    first = ranked(capsys, photo)
    assert len(first) >= 2
    assert all(candidate["caption"] for candidate in first)
    assert totals(ranked(capsys, photo)) == totals(first)
    profile(encoder='path = "{}"'.format((models / "resnet").as_posix()))
    other = ranked(capsys, photo)
    assert sorted(candidate["bbox"] for candidate in other) == sorted(
        candidate["bbox"] for candidate in first
    )
    assert totals(other) != totals(first), "another encoder scores otherwise"


def test_an_imported_model_is_named_by_its_id(capsys, profile, models, photo):
    profile(captioner='model = "me/blip"')
    code, _, err = run(capsys, "propose", photo, "the red one", "--profile", "mine")
    assert code == 2
    assert "captioner.model" in err
    assert run(capsys, "models", "import", models / "blip", "--as", "me/blip")[0] == 0
    assert len(ranked(capsys, photo)) >= 2
    code, out, _ = run(capsys, "profiles", "show", "mine", "--json")
    assert [part["state"] for part in json.loads(out)["parts"]] == ["here"] * 5


def test_a_folder_that_went_away_is_said_with_the_part(capsys, profile, tmp_path, photo):
    profile(encoder=f'path = "{(tmp_path / "gone").as_posix()}"')
    code, _, err = run(capsys, "propose", photo, "the red one", "--profile", "mine")
    assert code == 2
    assert "clip-vit-b-16" in err
    assert "Traceback" not in err
