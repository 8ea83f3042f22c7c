"""The preparation behind `make run` and `make test`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import __main__ as program
from bootstrap import console, environment, preparation, system_step, torch_source
from bootstrap.environment import Environment, announce_footprint, requirements_fingerprint
from tas_desktop.config.system_libraries import Need, SystemPackage


@pytest.fixture
def checkout_copy(tmp_path, checkout, monkeypatch):
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((checkout / name).read_bytes())
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(preparation, "CHECKOUT", tmp_path)
    return tmp_path


@pytest.fixture
def steps(monkeypatch):
    """The commands that the preparation would run."""
    seen: list[list[str]] = []

    def record(command, *, environ=None):
        seen.append(list(command))
        if "venv" in command:
            Path(command[-1]).mkdir()

    monkeypatch.setattr(environment, "run_step", record)
    monkeypatch.setattr(system_step, "run_step", record)
    return seen


def prepared(checkout_copy, *, with_tests):
    """An environment folder as a completed preparation leaves it."""
    made = Environment(checkout_copy / ".venv", with_tests=with_tests)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.stamp.write_text(
        json.dumps({"fingerprint": requirements_fingerprint(), "with_tests": with_tests}), encoding="utf-8"
    )
    return made


@pytest.mark.parametrize(
    ("has_tests", "wants_tests", "current"),
    [(False, False, True), (True, False, True), (True, True, True), (False, True, False)],
)
def test_environment_with_tests_serves_both_commands(checkout_copy, has_tests, wants_tests, current):
    made = prepared(checkout_copy, with_tests=has_tests)
    assert Environment(made.folder, with_tests=wants_tests).is_current() is current


@pytest.mark.parametrize(
    ("name", "old", "new", "current"),
    [
        ("constraints.txt", "numpy==", "numpy<", False),
        ("pyproject.toml", '"tomlkit>=', '"tomlkit>', False),
        ("pyproject.toml", "line-length = ", "line-length = 1", True),
    ],
)
def test_only_requirements_make_it_stale(checkout_copy, name, old, new, current):
    made = prepared(checkout_copy, with_tests=True)
    source = checkout_copy / name
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert made.is_current() is current


@pytest.mark.parametrize("stamp", ["", "{", "{}", '{"fingerprint": 3}'])
def test_damaged_stamp_is_stale(checkout_copy, stamp):
    made = prepared(checkout_copy, with_tests=True)
    made.stamp.write_text(stamp, encoding="utf-8")
    assert not made.is_current()


def test_prepared_checkout_runs_no_step(checkout_copy, steps, capsys):
    prepared(checkout_copy, with_tests=True)
    preparation.prepare(with_tests=True)
    assert not steps
    assert not capsys.readouterr().err


def test_new_checkout_makes_the_environment_and_installs_the_tested_set(checkout_copy, steps, monkeypatch):
    monkeypatch.setattr(environment, "torch_arguments", lambda: ["--extra-index-url", "cpu"])
    made = Environment(checkout_copy / ".venv", with_tests=True)
    made.install()
    make_venv, install = steps
    assert make_venv[1:3] == ["-m", "venv"]
    assert install[-4:] == ["-c", str(checkout_copy / "constraints.txt"), "-e", f"{checkout_copy}[test]"]
    assert "--extra-index-url" in install
    assert json.loads(made.stamp.read_text(encoding="utf-8"))["with_tests"] is True


def test_failed_installation_leaves_no_stamp(checkout_copy, monkeypatch):
    made = prepared(checkout_copy, with_tests=True)

    def fail(command, *, environ=None):
        raise SystemExit(1)

    monkeypatch.setattr(environment, "run_step", fail)
    with pytest.raises(SystemExit):
        made.install()
    assert not made.is_current()


def test_full_disk_is_said_before_anything_is_fetched(checkout_copy, monkeypatch, capsys):
    usage = environment.shutil.disk_usage(checkout_copy)
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda _: usage._replace(free=1024**3))
    with pytest.raises(SystemExit):
        announce_footprint(Environment(checkout_copy / ".venv", with_tests=False))
    said = capsys.readouterr().err
    assert "1.0 GiB are free" in said
    assert "Free " in said


@pytest.fixture
def bare_system(monkeypatch):
    """A Debian without GUI libraries, fonts, certificates and the venv module."""
    package = SystemPackage("libgl1", Need.START, soname="libGL.so.1")
    monkeypatch.setattr(
        system_step, "missing_packages", lambda needs: [package] if Need.START in needs else []
    )
    monkeypatch.setattr(system_step, "fonts_present", lambda: False)
    monkeypatch.setattr(system_step, "find_spec", lambda name: None)
    monkeypatch.setattr(system_step, "CERTIFICATES", Path("/nowhere"))
    monkeypatch.setattr(system_step.shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("bare_system")
@pytest.mark.parametrize(("user", "prefix"), [(0, []), (1000, ["sudo", "-n"])])
def test_bare_system_is_completed_by_root_or_sudo(monkeypatch, steps, user, prefix):
    monkeypatch.setattr(system_step.os, "geteuid", lambda: user)
    allowed = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(system_step.subprocess, "run", lambda *args, **options: allowed)
    system_step.complete_system(with_tests=False)
    update, install = steps
    assert update[: len(prefix)] == prefix
    assert update[-1] == "update"
    assert install[-4:] == ["libgl1", "fonts-dejavu-core", "python3-venv", "ca-certificates"]


@pytest.mark.usefixtures("bare_system")
@pytest.mark.parametrize(
    ("has_sudo", "start"),
    [(True, "  sudo apt-get update && sudo apt-get"), (False, "  apt-get update && apt-get")],
)
def test_bare_system_without_rights_says_what_to_install(monkeypatch, steps, capsys, has_sudo, start):
    programs = {"apt-get", "sudo"} if has_sudo else {"apt-get"}
    monkeypatch.setattr(system_step.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(system_step.os, "geteuid", lambda: 1000)
    refused = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(system_step.subprocess, "run", lambda *args, **options: refused)
    with pytest.raises(SystemExit):
        system_step.complete_system(with_tests=False)
    assert not steps
    packages = "libgl1 fonts-dejavu-core python3-venv ca-certificates"
    assert f"{start} install --no-install-recommends {packages}\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("apt", "words"),
    [
        (True, "sudo apt-get update && sudo apt-get install --no-install-recommends xvfb\n"),
        (False, "called:\n  xvfb\n"),
    ],
)
def test_wishes_of_some_tests_stop_nobody(monkeypatch, steps, capsys, apt, words):
    wished = SystemPackage("xvfb", Need.TESTS, program="Xvfb")
    monkeypatch.setattr(
        system_step, "missing_packages", lambda needs: [wished] if Need.TESTS in needs else []
    )
    monkeypatch.setattr(system_step, "fonts_present", lambda: True)
    monkeypatch.setattr(system_step, "_missing_for_python", list)
    monkeypatch.setattr(system_step, "_privilege", lambda: None)
    monkeypatch.setattr(system_step.shutil, "which", lambda name: f"/usr/bin/{name}" if apt else None)
    system_step.complete_system(with_tests=True)
    assert not steps
    assert words in capsys.readouterr().err
    system_step.complete_system(with_tests=False)
    assert not capsys.readouterr().err


def test_complete_system_is_left_alone(monkeypatch, steps):
    monkeypatch.setattr(system_step, "missing_packages", lambda needs: [])
    monkeypatch.setattr(system_step, "fonts_present", lambda: True)
    monkeypatch.setattr(system_step, "_missing_for_python", list)
    system_step.complete_system(with_tests=False)
    assert not steps


@pytest.mark.parametrize(
    ("linux", "gpu", "answers", "wants_index"),
    [
        (True, False, True, True),
        (True, False, False, False),
        (True, True, True, False),
        (False, False, True, False),
    ],
)
def test_small_torch_is_fetched_where_it_helps_and_is_to_be_had(
    monkeypatch, linux, gpu, answers, wants_index
):
    monkeypatch.setattr(torch_source, "on_linux", lambda: linux)
    monkeypatch.setattr(torch_source, "has_nvidia_gpu", lambda: gpu)
    monkeypatch.setattr(torch_source, "_answers", lambda url: answers)
    assert bool(torch_source.torch_arguments()) is wants_index


def test_index_that_does_not_answer_is_no_error(monkeypatch):
    def refuse(*args, **options):
        raise torch_source.urllib.error.URLError("unreachable")

    monkeypatch.setattr(torch_source, "on_linux", lambda: True)
    monkeypatch.setattr(torch_source, "has_nvidia_gpu", lambda: False)
    monkeypatch.setattr(torch_source.urllib.request, "urlopen", refuse)
    assert torch_source.torch_arguments() == []


def test_failed_step_shows_what_it_said_and_stops(capsys):
    script = "print('the reason'); raise SystemExit(3)"
    with pytest.raises(SystemExit):
        console.run_step([sys.executable, "-c", script])
    said = capsys.readouterr().err
    assert "the reason" in said
    assert "exit code 3" in said


def test_step_that_works_is_silent_in_a_pipe(capsys):
    console.run_step([sys.executable, "-c", "print('chatter')"])
    assert "chatter" not in capsys.readouterr().err


def test_missing_program_is_named():
    with pytest.raises(SystemExit):
        console.run_step(["no-such-program-of-ours"])


@pytest.mark.parametrize(
    ("version", "argv", "words"),
    [
        ((3, 10), ["bootstrap", "run"], "PYTHON="),
        ((3, 11), ["bootstrap"], "run|test"),
        ((3, 11), ["bootstrap", "install"], "run|test"),
    ],
)
def test_wrong_start_says_how_to_do_it_right(monkeypatch, capsys, version, argv, words):
    monkeypatch.setattr(program.sys, "version_info", version)
    monkeypatch.setattr(program.sys, "argv", argv)
    with pytest.raises(SystemExit):
        program.main()
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(("completed_before", "words"), [(True, "up to date"), (False, "to download")])
def test_size_is_said_until_a_preparation_was_completed(
    checkout_copy, steps, monkeypatch, capsys, completed_before, words
):
    monkeypatch.setattr(preparation, "complete_system", lambda **options: None)
    monkeypatch.setattr(environment, "torch_arguments", list)
    made = prepared(checkout_copy, with_tests=False)
    if completed_before:
        made.stamp.write_text("{}", encoding="utf-8")
    else:
        made.stamp.unlink()
    preparation.prepare(with_tests=False)
    assert words in capsys.readouterr().err
    assert steps
    assert made.stamp.exists()
