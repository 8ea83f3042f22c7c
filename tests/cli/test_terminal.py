"""What people see on a terminal, and machines never in a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE_S, ended_after

FULL_DEVICE = Path("/dev/full")
SHOW = """
import sys
from tas_desktop.cli.terminal import progress_bar, stages_bar, waiting
from tas_desktop.engine.control import Stage
with waiting("Loading the models"):
    pass
with progress_bar("images") as show:
    show(3, 7)
with stages_bar("mugs.jpg") as control:
    control.step(Stage.ENCODE, 5, 9)
print("{}")
"""


def run_on_terminal(code):
    """Run Python with a terminal as standard error; returns ``(stdout, what the terminal got)``."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, env=environment
    )
    os.close(theirs)
    seen = b""
    with ended_after(process):
        try:
            while part := os.read(ours, 4096):
                seen += part
        except OSError:  # Linux' way of saying that the terminal's other end is closed
            pass
        finally:
            os.close(ours)
        out, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    return out.decode(), seen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_sees_what_is_under_way():
    out, seen = run_on_terminal(SHOW)
    assert out == "{}\n"
    assert "Loading the models" in seen
    assert "3/7" in seen
    assert "mugs.jpg: encode" in seen
    assert "5/9" in seen


def test_a_pipe_sees_nothing_of_it():
    command = [sys.executable, "-c", SHOW]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    assert (done.stdout, done.stderr) == ("{}\n", "")


@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="no full device")
@pytest.mark.parametrize("arguments", [["--version"], ["doctor", "--json"]])
def test_a_full_disk_behind_the_output_is_refused_with_2(arguments):
    command = [sys.executable, "-m", "tas_desktop", *arguments]
    with FULL_DEVICE.open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=PATIENCE_S, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("tas-desktop: The output cannot be written")
    assert "Traceback" not in done.stderr
