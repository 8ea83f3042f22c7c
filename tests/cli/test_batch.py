"""``tas-desktop batch`` from the outside, over models that see colours."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

import pytest
from PIL import Image

from tas_desktop.batch.claim import claim_batch
from tas_desktop.batch.unfinished import UnfinishedBatches
from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.engine.control import Stage
from tas_desktop.storage.project import ProjectStore
from tests.support.colour_pipeline import ColourCaptioner, block_picture, colour_pipeline


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def components(monkeypatch):
    parts = colour_pipeline()._components
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda _profile: parts)
    return parts


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "blocks"
    folder.mkdir()
    for name, colour in (("a.png", "red"), ("b.png", "blue"), ("c.png", "green")):
        Image.fromarray(block_picture([(colour, 20, 30, 50, 40)])).save(folder / name)
    with ProjectStore.create(folder) as store:
        store.add_images(sorted(folder.glob("*.png")), annotator="ann")
        store.add_expressions([(1, "red block"), (2, "blue block")], annotator="ann")
    return folder


def run(capsys, *arguments):
    code = main(["batch", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def wants_more(project):
    return UnfinishedBatches(find_paths().batches).wants_more(project / "blocks.tas")


def test_json_for_machines(project, capsys):
    code, out, err = run(capsys, project, "--json")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert (report["images"], report["proposed"], report["expressions"]) == (3, 3, 2)
    assert (report["failures"], report["changed"], report["cancelled"], report["left"]) == ([], [], False, 0)
    again = json.loads(run(capsys, project / "blocks.tas", "--json")[1])
    assert (again["proposed"], again["known"]) == (0, 3)
    assert not wants_more(project)


def test_text_for_people_names_what_was_passed_over(project, capsys):
    (project / "b.png").write_bytes(b"no picture")
    code, out, _ = run(capsys, project)
    assert code == 1
    assert "2 pictures proposed for, 0 done before, 1 passed over; 1 expressions ranked" in out
    assert "b.png: " in out


def test_another_method_is_another_run_and_changes_are_told(project, capsys):
    run(capsys, project)
    report = json.loads(run(capsys, project, "--method", "tas-code", "--json")[1])
    assert (report["method"], report["proposed"]) == ("tas-code", 3)


@pytest.mark.parametrize("arguments", [["--method", "guess"], ["--profile", "nobody"], ["--workers", "0"]])
def test_what_does_not_exist_is_refused(project, capsys, arguments, monkeypatch):
    code, out, err = run(capsys, project, *arguments)
    assert code == 2
    assert out == ""
    assert err
    assert not wants_more(project)


def test_without_a_project_nothing_is_loaded(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", pytest.fail)
    code, _, err = run(capsys, tmp_path)
    assert code == 2
    assert "no project" in err


@pytest.fixture
def interrupts():
    """Set what Ctrl+C does to this process at first, wherever the tests were started from."""
    before = signal.getsignal(signal.SIGINT)
    yield lambda handler: signal.signal(signal.SIGINT, handler)
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def signalled(monkeypatch):
    """Let this process send itself a signal while it captions the second picture."""

    def send_while_captioning(number):
        asked = []

        def caption(self, crops_rgb, *, control):
            asked.append(len(asked))
            if len(asked) == 2:
                os.kill(os.getpid(), number)
            control.step(Stage.CAPTION, 0, 1)
            return ["a block"] * len(crops_rgb)

        monkeypatch.setattr(ColourCaptioner, "caption", caption)

    return send_while_captioning


def test_an_interrupt_stops_between_two_steps_and_leaves_a_note(project, capsys, interrupts, signalled):
    interrupts(signal.default_int_handler)
    signalled(signal.SIGINT)
    code, out, _ = run(capsys, project)
    assert code == 130
    assert "Stopped with 2 pictures left; run it again to go on" in out
    assert wants_more(project)
    assert run(capsys, project)[0] == 0
    assert not wants_more(project)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(sys.platform == "win32", reason="no polite kill")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 130)])
def test_a_job_in_the_background_heeds_no_interrupt_but_a_polite_kill(
    project, capsys, interrupts, signalled, number, code
):
    interrupts(signal.SIG_IGN)
    signalled(number)
    ended, out, _ = run(capsys, project)
    assert ended == code
    assert ("Stopped with 2 pictures left" in out) is (code == 130)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_second_batch_is_refused_before_models_are_loaded_and_the_first_s_note_stays(
    project, capsys, monkeypatch
):
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", pytest.fail)
    with ProjectStore.open(project) as store, claim_batch(store):
        UnfinishedBatches(find_paths().batches).note(store.file)
        code, out, err = run(capsys, project)
        assert (code, out) == (2, "")
        assert f"process {os.getpid()} on {socket.gethostname()}" in err
        assert wants_more(project)  # of this process, which counts as gone
