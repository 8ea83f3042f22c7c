"""A process that is killed in the middle of a download leaves nothing broken, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import deque

import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.models.places import find_model
from tas_desktop.models.pulling import pull
from tas_desktop.models.receipts import folder_of
from tests.models.conftest import CONTENT, url_entry
from tests.support.model_server import Fault
from tests.support.patience import ended_after, join, run_aside

PULL = """
import sys
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.entry import Licence, ModelEntry, UrlSource
from tas_desktop.models.pulling import pull

url, sha256, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
terms = Licence("mit", "MIT", "https://example.org", True, "Nothing.")
entry = ModelEntry("tiny", "Tiny", ("proposals",), UrlSource(url, sha256, size), terms, size)
pull(entry, control=WorkControl(report=lambda p: print(p.step, p.done, flush=True)))
"""


def begin(entry):
    source = entry.source
    arguments = [source.url, source.sha256, str(source.size_bytes)]
    return subprocess.Popen(
        [sys.executable, "-c", PULL, *arguments], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_killed_in_mid_download_and_resumed(server, settings, weights):
    entry = url_entry(server)
    weights.faults = deque([Fault(stall_after=150_000)])
    process = begin(entry)
    with ended_after(process):
        for line in process.stdout:
            if line == "download 150000\n":
                break
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert find_model("tiny") is None
    assert not (folder_of("tiny") / "tiny.pth").exists()
    kept = (folder_of("tiny") / "tiny.pth.part").stat().st_size
    place = pull(entry, settings=settings)
    assert place.path.read_bytes() == CONTENT
    assert server.requests[-1].first_byte == kept


@pytest.mark.parametrize("stall_after", [None, 0, 100_000])
def test_cancel_ends_a_download_within_a_second(server, settings, weights, stall_after):
    """Whether the server brings nothing, nothing more, or has not even answered."""
    from dataclasses import replace

    patient = replace(settings, stall_s=60.0, connect_s=60.0)
    if stall_after is None:
        weights.faults = deque([Fault(status=503, headers={"Retry-After": "60"})])
    else:
        weights.faults = deque([Fault(stall_after=stall_after)])
    token, reached, ended = CancelToken(), [], []
    control = WorkControl(token=token, report=lambda progress: reached.append(progress.step))

    def work():
        try:
            pull(url_entry(server), control=control, settings=patient)
        except Cancelled:
            ended.append(time.monotonic())

    thread = run_aside(work)
    while not server.requests or (stall_after is None and "wait" not in reached):
        assert thread.is_alive()
        thread.join(0.01)
    asked = time.monotonic()
    token.cancel()
    join(thread)
    assert ended[0] - asked < 1.0
