from __future__ import annotations

import dataclasses
import json

import pytest
from PIL import Image

from tas_desktop.backends import loading
from tas_desktop.cli import main
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.storage.project import ProjectStore
from tests.engine.conftest import GivenMasks, Painting
from tests.evaluation.conftest import refer_folder  # noqa: F401 - a fixture

FIGURES = {"miou", "oiou", *(f"p@{x}" for x in (0.5, 0.6, 0.7, 0.8, 0.9)), "oracle_miou", "n"}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Folders of this test's own: no analysis comes from another test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def stand_in_profile(monkeypatch):
    whole = GivenMasks(Painting([("red", 0, 0, 160, 120)]).masks)
    components = dataclasses.replace(Painting([]).components(), proposer=whole)
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: components)


def run(capsys, *arguments):
    code = main(["evaluate", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def without_times(content):
    """The report without what differs from run to run."""
    for place in (content, *content["methods"].values()):
        place.pop("rank_ms_median")
    return content


def test_json_is_the_report(refer_folder, capsys):  # noqa: F811
    code, out, err = run(capsys, refer_folder, "--method", "tas", "--proposals", "ground-truth", "--json")
    assert (code, err) == (0, "")
    content = json.loads(out)
    assert set(content) >= FIGURES | {"by_kind", "by_unseen", "protocol", "left_out"}
    assert content["methods"]["tas"]["intervals"]["miou"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert content["miou"] == 1.0
    assert content["n"] == 5
    assert all(set(figures) == FIGURES for figures in content["by_kind"].values())


def test_people_get_a_table(refer_folder, capsys):  # noqa: F811
    code, out, err = run(capsys, refer_folder)
    assert code == 0
    assert "position" in out
    assert "\x1b" not in out + err


def test_limit_and_threshold(refer_folder, capsys):  # noqa: F811
    content = json.loads(
        run(
            capsys,
            refer_folder,
            "--limit",
            1,
            "--proposals",
            "ground-truth",
            "--precision",
            "above",
            "--json",
        )[1]
    )
    assert content["n"] == 3
    assert content["p@0.9"] == 1.0


def test_the_ablation_page_is_written(refer_folder, tmp_path, capsys):  # noqa: F811
    page = tmp_path / "ablation.md"
    assert run(capsys, refer_folder, "--ablation", page, "--handwritten", refer_folder)[0] == 0
    assert page.read_text().count("| V+P+N |") == 4


def test_what_is_no_dataset_is_refused(tmp_path, capsys):
    for arguments in ((tmp_path,), (tmp_path / "missing",)):
        code, out, _ = run(capsys, *arguments)
        assert (code, out) == (2, "")


def test_analyses_are_kept_and_the_report_is_the_same(refer_folder, home, capsys):  # noqa: F811
    anew = run(capsys, refer_folder, "--json", "--no-cache")[1]
    assert list(home.rglob("*.analysis")) == []
    made = run(capsys, refer_folder, "--json")[1]
    assert len(list(home.rglob("*.analysis"))) == 2
    texts = (made, anew, run(capsys, refer_folder, "--json")[1])
    one, *others = (without_times(json.loads(text)) for text in texts)
    assert others == [one, one]


def test_a_time_is_only_told_of_what_was_analysed(refer_folder, capsys):  # noqa: F811
    first, second = (" ".join(run(capsys, refer_folder)[1].split()) for _ in range(2))
    assert "s to analyse one" in first
    assert "from the cache" not in first
    assert "s to analyse one" not in second
    assert "2 analyses from the cache" in second


def test_an_unwritable_page_is_said_before_anything_runs(refer_folder, tmp_path, capsys, monkeypatch):  # noqa: F811
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: pytest.fail("loaded"))
    code, out, err = run(capsys, refer_folder, "--ablation", tmp_path)
    assert (code, out) == (2, "")
    assert "cannot be written" in err


def test_several_methods_are_compared_in_one_run(refer_folder, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "out"
    arguments = ("--method", "tas", "--method", "tas-code", "--proposals", "ground-truth", "--out", out)
    code, printed, err = run(capsys, refer_folder, *arguments, "--draws", 50)
    assert code == 0
    assert "tas − tas-code" in printed
    assert (out / "report.md").exists()
    assert "report.md written" in err
    content = json.loads((out / "report.json").read_text())
    assert list(content["methods"]) == ["tas", "tas-code"]
    assert content["differences"][0]["second"] == "tas-code"
    assert "2 images were measured before" in " ".join(run(capsys, refer_folder, *arguments)[1].split())


def test_every_method_at_once(refer_folder, capsys):  # noqa: F811
    code, out, _ = run(capsys, refer_folder, "--method", "all", "--json", "--draws", 20)
    from tas_desktop.engine.methods import METHODS

    assert code in (0, 1)
    assert {"tas", "tas-code"} <= set(json.loads(out)["methods"]) <= set(METHODS)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--method", "none"),
        ("--lambda", "-1"),
        ("--draws", "0"),
        ("--size", "481"),
        ("--gt", "both"),
        ("--split", "testB"),
        ("--predictions", "nothing.json"),
        ("--format", "none"),
        ("--imported",),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_loaded(refer_folder, capsys, monkeypatch, wrong):  # noqa: F811
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: pytest.fail("loaded"))
    code, out, err = run(capsys, refer_folder, *wrong)
    assert (code, out) == (2, "")
    assert err


def test_protocol_switches_are_in_the_report(refer_folder, capsys):  # noqa: F811
    switches = (
        "--size",
        480,
        "--comparator",
        "above",
        "--gt",
        "exactly-one",
        "--empty",
        "skip",
        "--text",
        "sent",
    )
    content = json.loads(run(capsys, refer_folder, *switches, "--json", "--draws", 20)[1])
    assert content["protocol"] == {
        "size": "480",
        "gt": "exactly-one",
        "text": "sent",
        "comparator": ">",
        "empty": "skip",
    }


def test_missing_images_are_named_and_the_exit_code_says_so(refer_folder, capsys):  # noqa: F811
    next(refer_folder.rglob("*1.png")).unlink()
    code, _out, err = run(capsys, refer_folder, "--draws", 20)
    assert code == 1
    assert "not scored: 3 sentences of images that are missing" in err
    assert "000000000001.png" in err


@pytest.fixture
def project(tmp_path):
    """A project with two accepted expressions on a painted picture, and one that nobody decided."""
    scene = Painting([("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50)])
    folder = tmp_path / "project"
    folder.mkdir()
    Image.fromarray(scene.image.pixels_rgb).save(folder / "a.png")
    with ProjectStore.create(folder) as store:
        store.add_images([folder / "a.png"], annotator="ann")
        for text, mask in zip(("The red block", "The blue block"), scene.masks, strict=True):
            expression_id = store.add_expression(1, text=text, annotator="ann")
            chosen = (ChosenMask(mask),)
            store.record_decision(Decision(expression_id, DecisionAction.DRAW, text, "ann", chosen))
        store.add_expression(1, text="later", annotator="ann")
    return folder


def test_a_projects_accepted_labels_are_scored(project, capsys):
    code, out, err = run(capsys, project, "--proposals", "ground-truth", "--json", "--draws", 20)
    content = json.loads(out)
    assert (code, err) == (0, "")
    assert (content["n"], content["miou"], content["labels"]) == (2, 1.0, "project")
    assert content["beside"] == [{"what": "expressions that nobody has decided", "count": 1, "examples": []}]


def test_predictions_are_scored_without_any_model(project, tmp_path, capsys, monkeypatch):
    assert main(["export", str(project), str(tmp_path / "peer.json"), "--format", "coco"]) == 0
    with ProjectStore.open(project) as store:
        store.remove_expression(2, annotator="ann")
    capsys.readouterr()
    components = loading.load_components
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: pytest.fail("loaded"))
    arguments = ("--predictions", f"whole={tmp_path / 'peer.json'}", "--json", "--draws", 20)
    code, out, _ = run(capsys, project, *arguments)
    content = json.loads(out)
    assert code == 1, "one prediction has no sentence any more"
    assert content["methods"]["whole"]["miou"] == 1.0
    assert content["left_out"][0]["what"].startswith("whole: predictions for sentences")
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", components)
    bring_in = ["import", str(project), str(tmp_path / "peer.json"), "--format", "coco"]
    assert main([*bring_in, "--as", "predictions", "--name", "peer"]) == 0
    capsys.readouterr()
    out = run(capsys, project, "--imported", "--method", "tas", "--proposals", "ground-truth")[1]
    assert "tas − peer" in out
