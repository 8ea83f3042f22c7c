"""The propose command with a stand-in profile; the shipped one is driven in tests/e2e."""

from __future__ import annotations

import dataclasses
import json

import cv2
import numpy as np
import pytest
from pycocotools import mask as coco_mask

from tas_desktop.cli import main
from tests.engine.conftest import Painting

THINGS = [("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50), ("red", 110, 5, 45, 45)]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Folders of this test's own: no analysis comes from another test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def scene(monkeypatch):
    scene = Painting(THINGS)
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: scene.components())
    return scene


@pytest.fixture
def picture(scene, tmp_path):
    path = tmp_path / "picture.png"
    cv2.imwrite(str(path), cv2.cvtColor(scene.image.pixels_rgb, cv2.COLOR_RGB2BGR))
    return path


def run(capsys, *arguments):
    code = main(["propose", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_json_has_everything_machines_need(picture, capsys):
    code, out, err = run(capsys, picture, "the red block on the right", "--json")
    assert code == 0
    assert err == ""
    content = json.loads(out)
    assert content["image"] == {"width": 160, "height": 120}
    assert content["understood"]["target"] == "the red block"
    assert [d["places"] for d in content["understood"]["directions"]] == [["right"]]
    assert content["understood"]["negatives"] == ["a blue block"]
    first = content["candidates"][0]
    assert first["rank"] == 1
    assert first["bbox"] == [110, 5, 45, 45]
    assert first["area"] == 2025 == int(coco_mask.area(first["rle"]))
    assert isinstance(first["rle"]["counts"], str)
    assert first["total"] == pytest.approx(
        sum(first[term] for term in ("v", "p", "n", "spatial", "prior")), abs=1e-5
    )
    assert {"proposals", "encode", "caption", "phrases", "rank"} <= set(content["seconds"])
    assert content["notices"] == []


def test_several_pictures_give_a_list_and_numbered_overlays(picture, tmp_path, capsys):
    overlay = tmp_path / "out" / "painted.png"
    code, out, _ = run(capsys, picture, picture, "blue block", "--json", "--top", 1, "--overlay", overlay)
    assert code == 0
    content = json.loads(out)
    assert [len(item["candidates"]) for item in content] == [1, 1]
    assert sorted(p.name for p in overlay.parent.iterdir()) == ["painted-1.png", "painted-2.png"]
    assert cv2.imread(str(overlay.with_stem("painted-1"))).shape == (120, 160, 3)


def test_an_overlay_tints_the_first_candidate(picture, scene, tmp_path, capsys):
    overlay = tmp_path / "painted.png"
    assert run(capsys, picture, "the blue block", "--overlay", overlay)[0] == 0
    painted = cv2.cvtColor(cv2.imread(str(overlay)), cv2.COLOR_BGR2RGB)
    changed = (painted != scene.image.pixels_rgb).any(axis=2)
    assert changed[75:95, 110:120].all()
    assert not changed[110:, :80].any()


def test_people_get_a_table_without_control_codes_in_a_pipe(picture, capsys):
    code, out, err = run(capsys, picture, "the [bold]red[/] block")
    assert code == 0
    assert "a red block" in out
    assert "[bold]red[/]" in out
    assert "\x1b" not in out + err


def test_notices_go_to_standard_error(picture, capsys):
    grey = picture.with_name("grey.png")
    cv2.imwrite(str(grey), np.zeros((1, 1), dtype=np.uint8))
    code, out, err = run(capsys, grey, "the red block")
    assert code == 0
    assert "no candidates" in out
    assert "no candidates" in err


@pytest.mark.parametrize("expression", ["", "   ", "x" * 2001])
def test_refused_expressions_end_with_2_before_anything_is_loaded(picture, capsys, monkeypatch, expression):
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: pytest.fail("loaded"))
    code, out, err = run(capsys, picture, expression)
    assert (code, out) == (2, "")
    assert err.startswith("tas-desktop: The expression")


def test_one_refused_picture_leaves_nothing_written(picture, tmp_path, capsys):
    broken = tmp_path / "broken.jpg"
    broken.write_text("no picture")
    overlay = tmp_path / "painted.png"
    for bad in (broken, tmp_path / "missing.png"):
        code, out, err = run(capsys, picture, bad, "the red block", "--overlay", overlay)
        assert (code, out) == (2, "")
        assert bad.name in err
        assert sorted(p.name for p in tmp_path.glob("*painted*")) == []


def test_an_overlay_that_cannot_be_written_is_refused(picture, tmp_path, capsys):
    code, out, err = run(capsys, picture, "the red block", "--overlay", tmp_path, "--json")
    assert (code, out) == (2, "")
    assert "cannot be written" in err


def test_unknown_methods_and_profiles_are_refused(picture, capsys):
    assert run(capsys, picture, "the red block", "--method", "magic")[0] == 2
    assert run(capsys, picture, "the red block", "--profile", "magic")[0] == 2


def test_methods_and_lambda_change_the_scores(picture, capsys):
    def first(*options):
        return json.loads(run(capsys, picture, "the red block", "--json", *options)[1])["candidates"][0]

    code, paper = first("--method", "tas-code"), first("--method", "tas-paper")
    assert code["n"] == pytest.approx(7 * paper["n"], abs=1e-5)
    assert first("--method", "tas-paper", "--lambda", "0.7")["n"] == pytest.approx(code["n"])


def test_proposals_of_another_profile_do_not_leak(picture, scene, monkeypatch, capsys):
    empty = dataclasses.replace(scene.components(), captioner=None)
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: empty)
    content = json.loads(run(capsys, picture, "the red block", "--json")[1])
    assert all(c["caption"] == "" and c["p"] == 0 for c in content["candidates"])
    assert [n["code"] for n in content["notices"]] == ["no-captions"]


def kept_files(home):
    return sorted(home.rglob("*.analysis"))


def test_a_second_run_reads_the_analysis_and_says_the_same(picture, home, capsys):
    arguments = (picture, "the red block on the right", "--json")
    made, kept, anew = (
        json.loads(run(capsys, *arguments, *options)[1]) for options in ((), (), ("--no-cache",))
    )
    stages = {"proposals", "encode", "caption", "phrases"}
    assert len(kept_files(home)) == 1
    assert "cache" not in made["seconds"].keys() | anew["seconds"].keys()
    assert kept["seconds"]["cache"] > 0
    assert {kept["seconds"][stage] for stage in stages} == {0.0}
    for content in (made, kept, anew):
        del content["seconds"]
    assert made == kept == anew


def test_people_are_told_that_the_analysis_was_kept(picture, capsys):
    first, second = (run(capsys, picture, "the red block")[1] for _ in range(2))
    assert "from the cache" not in first
    assert "from the cache" in second


def test_without_the_cache_nothing_is_kept(picture, home, capsys):
    assert run(capsys, picture, "the red block", "--no-cache")[0] == 0
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("[cache]\nlimit_gb = 0\n")
    assert run(capsys, picture, "the red block")[0] == 0
    assert kept_files(home) == []


def test_methods_that_filter_differently_keep_analyses_of_their_own(picture, home, capsys):
    for method in ("tas", "tas-code", "tas-paper"):
        fresh, kept = (
            json.loads(run(capsys, picture, "the red block", "--json", "--method", method, *options)[1])
            for options in (("--no-cache",), ())
        )
        assert fresh["candidates"] == kept["candidates"]
    assert len(kept_files(home)) == 2, "tas-code and tas-paper filter alike, tas does not"


def test_a_damaged_analysis_is_made_anew(picture, home, capsys):
    first = json.loads(run(capsys, picture, "the red block", "--json")[1])
    (file,) = kept_files(home)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9] + b"something")
    second = json.loads(run(capsys, picture, "the red block", "--json")[1])
    assert second["candidates"] == first["candidates"]
    assert "cache" not in second["seconds"]
    assert kept_files(home) == [file]
    third = json.loads(run(capsys, picture, "the red block", "--json")[1])
    assert "cache" in third["seconds"]


def test_a_cache_that_cannot_be_written_is_no_failure(picture, home, capsys):
    home.mkdir()
    (home / "cache").touch()
    code, out, _ = run(capsys, picture, "the red block", "--json")
    assert code == 0
    assert json.loads(out)["candidates"]


def test_a_place_that_cannot_be_written_is_said_before_anything_is_loaded(
    picture, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: pytest.fail("loaded"))
    (tmp_path / "file").touch()
    for target in (tmp_path / "file" / "o.png", tmp_path, picture, tmp_path / "o.bmp"):
        assert run(capsys, picture, "the red block", "--overlay", target)[:2] == (2, "")
