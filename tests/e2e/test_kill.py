"""A short run of the kill test; ``python tools/kill_test.py`` is the whole one."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support.patience import PATIENCE_S


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no SIGKILL here")
def test_killed_at_any_moment_nothing_committed_is_lost(checkout, tmp_path):
    summary = tmp_path / "summary.json"
    done = subprocess.run(
        [sys.executable, "tools/kill_test.py", "--kills", "12", "--json", str(summary)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * PATIENCE_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(summary.read_text())
    assert told["faults"] == []
    assert all(told["kills"][name] >= 2 for name in ("accept", "edit", "export", "batch"))
    assert told["in_transaction"] >= 1


def test_the_kill_test_sees_what_is_lost(checkout, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(checkout / "tools"))
    from killing.ledger import ExportCheck, Ledger
    from killing.projects import make_small
    from killing.victims import Death

    ledger = Ledger.begin(make_small(tmp_path / "small"))
    told = {"kind": "committed", "events": [[999, "decided", 1, "the mug"]]}
    (fault,) = ledger.settle(Death("accept", chosen=True, lines=[told]))
    assert fault.startswith("lost: event 999")
    ledger.file.write_bytes(b"nothing")
    (fault,) = ledger.settle(Death("accept", chosen=True))
    assert fault.startswith("unreadable")
    target = tmp_path / "instances.json"
    check = ExportCheck(target, annotations=2)
    target.write_text(json.dumps({"annotations": [1, 2]}))
    assert check.settle() == []
    target.write_text('{"annotations": [1')
    assert check.settle()[0].startswith("half-written")
