"""A batch killed with SIGKILL at moments chosen by name: the next one goes on, and nothing is half there."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tas_desktop.batch.runner import run_batch
from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus
from tests.batch.colour_models import colour_models
from tests.batch.conftest import EXPRESSIONS
from tests.support.patience import PATIENCE_S

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ALL = sum(map(len, EXPRESSIONS.values()))
KILLED = """
import os, signal, sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from tas_desktop.batch.runner import run_batch
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.kept_analyses import KeptAnalyses
from tas_desktop.storage.predictions import Predictions
from tas_desktop.storage.project import ProjectStore
from tests.batch.colour_models import colour_models
from tests.support.colour_pipeline import ColourCaptioner

project, cache, moment, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
passed = dict.fromkeys((moment,), 0)

def reach(here):
    if here == moment:
        passed[here] += 1
        if passed[here] == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

def around(owner, name):
    inner = getattr(owner, name)
    def outer(*arguments, **options):
        reach(f"before {name}")
        answer = inner(*arguments, **options)
        reach(f"after {name}")
        return answer
    setattr(owner, name, outer)

around(ColourCaptioner, "caption")
around(ProjectStore, "note_image")
around(KeptAnalyses, "put")
around(Predictions, "write")
around(Path, "replace")  # of a cache's file that was written aside
event.listen(Engine, "commit", lambda connection: reach("at commit"))
with ProjectStore.open(project) as store:
    run_batch(store, colour_models(cache=AnalysisCache(cache, limit_bytes=10**8)))
"""
MOMENTS = [
    ("before caption", 1),
    ("before caption", 3),
    ("before replace", 2),
    ("after replace", 2),
    ("before note_image", 1),
    ("after note_image", 2),
    ("before put", 3),
    ("after put", 1),
    ("before write", 2),
    ("after write", 1),
    ("after write", 3),
    *(("at commit", number) for number in range(1, 10)),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.slow
@pytest.mark.parametrize(("moment", "number"), MOMENTS)
def test_a_killed_batch_is_gone_on_with(store, tmp_path, moment, number):
    decided = store.list_expressions(1)[1]
    store.record_decision(Decision(decided.expression_id, DecisionAction.NO_TARGET, decided.text, "ann"))
    store.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(store.file), str(tmp_path / "cache"), moment, str(number)],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with ProjectStore.open(store.file) as again:
        kept = len(again.analyses.list_keys())
        report = run_batch(again, colour_models(cache=AnalysisCache(tmp_path / "cache", limit_bytes=10**8)))
        assert (report.failures, report.left) == ((), 0)
        assert report.known <= kept, "what was committed, and no more, is passed over"
        rows = [row for image in again.list_images() for row in again.predictions.of_image(image.image_id)]
        assert len(rows) == ALL - 1
        assert all(row.is_current for row in rows)
        statuses = [row.status for row in again.list_expressions(1)]
        assert statuses == [ExpressionStatus.UNDECIDED, ExpressionStatus.NO_TARGET]
        assert run_batch(again, colour_models()).known == 3, "and then nothing is left to do"
    with closing(sqlite3.connect(store.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
