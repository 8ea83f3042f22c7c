"""The program's frame: version, help, refusals and what happens without a command."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from tas_desktop import __version__
from tas_desktop.cli import entry
from tas_desktop.cli.registry import COMMANDS, CommandEntry
from tas_desktop.domain.errors import ImageRefused
from tests.support.patience import PATIENCE_S


@pytest.fixture
def run_main(capsys):
    def run(*arguments):
        code = entry.main(arguments)
        streams = capsys.readouterr()
        return code, streams.out, streams.err

    return run


@pytest.fixture
def command_of(monkeypatch):
    """Register a function as the command ``probe``."""

    def register(function):
        module = types.ModuleType("tas_desktop.cli.probe")
        module.probe = function
        monkeypatch.setitem(sys.modules, module.__name__, module)
        commands = {**COMMANDS, "probe": CommandEntry("probe", "probe", "Probe.")}
        monkeypatch.setattr(entry, "COMMANDS", commands)

    return register


def test_version(run_main):
    assert run_main("--version") == (0, f"tas-desktop {__version__}\n", "")


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(run_main, flag):
    code, out, _ = run_main(flag)
    assert code == 0
    for name, command in COMMANDS.items():
        assert name in out
        assert command.help in out


@pytest.mark.parametrize("arguments", [["nonsense"], ["--nonsense"], ["doctor", "--nonsense"]])
def test_wrong_usage_is_refused_with_2(run_main, arguments):
    code, out, err = run_main(*arguments)
    assert code == 2
    assert not out
    assert "nonsense" in err


def test_known_error_becomes_a_message_and_2(run_main, command_of):
    def probe():
        raise ImageRefused("cat.png is truncated", next_step="Choose another picture.")

    command_of(probe)
    assert run_main("probe") == (2, "", "tas-desktop: cat.png is truncated\n  Choose another picture.\n")


def test_bug_keeps_its_traceback(command_of):
    def probe():
        raise ZeroDivisionError

    command_of(probe)
    with pytest.raises(ZeroDivisionError):
        entry.main(["probe"])


def test_data_dir_is_set_before_the_command_runs(run_main, command_of, tmp_path, monkeypatch):
    import os

    monkeypatch.setenv(entry.DATA_DIR_VARIABLE, "before")
    seen = []

    def probe():
        seen.append(os.environ[entry.DATA_DIR_VARIABLE])

    command_of(probe)
    code, *_ = run_main("--data-dir", str(tmp_path), "probe")
    assert code == 0
    assert seen == [str(tmp_path)]


def test_module_and_main_script_are_the_same_program(checkout):
    for start in (["-m", "tas_desktop"], ["main.py"]):
        answer = subprocess.run(
            [sys.executable, *start, "--version"],
            cwd=checkout,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert answer.stdout == f"tas-desktop {__version__}\n"


def test_main_script_says_what_is_missing_and_what_to_do(checkout):
    answer = subprocess.run(
        [sys.executable, "-S", "-E", "main.py"],
        cwd=checkout,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert answer.returncode == 1
    assert "PySide6" in answer.stderr
    assert "make run" in answer.stderr
