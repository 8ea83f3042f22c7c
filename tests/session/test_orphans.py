"""A window that is killed leaves no process of models behind, not even one that is still loading."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.patience import PATIENCE_S, ended_after

LOADING = """
from tas_desktop.engine.control import CancelToken
from tas_desktop.session.model_process.client import RemotePipeline
from tests.support.broken_pipelines import endless_pipeline

RemotePipeline(endless_pipeline, token=CancelToken())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_loads_for_ever_ends_with_its_window(checkout):
    window = subprocess.Popen(
        [sys.executable, "-c", LOADING], cwd=checkout, stdout=subprocess.PIPE, text=True
    )
    with ended_after(window):
        assert window.stdout.readline() == "loading\n"
        window.kill()
        # The pipe ends when nobody holds it any more, which a process left behind would.
        window.communicate(timeout=PATIENCE_S)
