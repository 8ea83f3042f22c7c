"""Work in a process of its own: outcome, progress, cancel, failures, kills, and a window that goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.engine.control import Cancelled, CancelToken, WorkProgress
from tas_desktop.session.failure import ChildProcessBug
from tas_desktop.session.work_process import client
from tas_desktop.session.work_process.client import WorkEnded, run_apart
from tests.support import works

LIMIT_S = 60.0


def test_work_is_done_elsewhere_and_tells_how_far_it_is(caplog):
    told = []
    numbers, pid = run_apart(partial(works.count_to, number=5), token=CancelToken(), on_progress=told.append)
    assert numbers == list(range(5))
    assert pid != os.getpid()
    assert told[0] == WorkProgress("count", 0, 5)
    assert "counting to 5" in caplog.text


def test_cancel_stops_at_a_step_and_leaves_nothing(tmp_path):
    target, token = tmp_path / "out.json", CancelToken()
    target.write_text("of before")
    with pytest.raises(Cancelled):
        run_apart(
            partial(works.wait_for_stop, target=target),
            token=token,
            on_progress=lambda _progress: token.cancel(),
            writes=target,
        )
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    assert target.read_text() == "of before"


def test_work_that_does_not_listen_is_killed_and_tidied_up_after(tmp_path, monkeypatch):
    monkeypatch.setattr(client, "CANCEL_PATIENCE_S", 0.2)
    target, token = tmp_path / "out.json", CancelToken()
    with pytest.raises(Cancelled):
        run_apart(
            partial(works.wait_deaf, target=target),
            token=token,
            on_progress=lambda _progress: token.cancel(),
            writes=target,
        )
    assert not list(tmp_path.iterdir())


def test_a_process_that_is_killed_is_a_known_error_and_leaves_nothing(tmp_path):
    target = tmp_path / "out.json"
    with pytest.raises(WorkEnded) as caught:
        run_apart(partial(works.die, target=target), token=CancelToken(), writes=target)
    assert "code 7" in caught.value.message
    assert caught.value.next_step
    assert not list(tmp_path.iterdir())


def test_known_errors_and_bugs_arrive_as_such(tmp_path):
    target = tmp_path / "out.json"
    with pytest.raises(TargetNotWritable) as caught:
        run_apart(partial(works.refuse, target=target), token=CancelToken(), writes=target)
    assert caught.value.next_step == "Free some space"
    assert not list(tmp_path.iterdir())
    with pytest.raises(ChildProcessBug, match="ZeroDivisionError: of the program"):
        run_apart(works.break_down, token=CancelToken())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_work_ends_when_its_window_is_killed(tmp_path, checkout):
    noted = tmp_path / "pid"
    lines = (
        "from functools import partial",
        "from tas_desktop.engine.control import CancelToken",
        "from tas_desktop.session.work_process.client import run_apart",
        "from tests.support import works",
        "if __name__ == '__main__':",
        f"    run_apart(partial(works.note_process, file={str(noted)!r}), token=CancelToken())",
    )
    script = tmp_path / "window.py"
    script.write_text("\n".join(lines))
    window = subprocess.Popen(
        [sys.executable, str(script)], cwd=checkout, env=os.environ | {"PYTHONPATH": str(checkout)}
    )
    try:
        assert until(lambda: noted.exists() and noted.read_text())
    finally:
        window.kill()
        window.wait(LIMIT_S)
    assert until(lambda: is_gone(int(noted.read_text())))


def until(reached):
    """Whether something of another process comes about before the limit."""
    end = time.monotonic() + LIMIT_S
    while not reached() and time.monotonic() < end:
        time.sleep(0.02)
    return reached()


def is_gone(pid):
    """Whether the process has ended; one that nobody waited for counts."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
