"""A process that is killed in the middle of a download leaves nothing broken, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import replace

import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.models.places import find_model
from tas_desktop.models.pulling import pull
from tas_desktop.models.receipts import folder_of
from tests.models.conftest import CONTENT, hub_entry, url_entry
from tests.support.model_server import Fault
from tests.support.patience import PATIENCE_S, ended_after, join, run_aside

PULL = """
import os, signal, sys
if os.environ["TEST_MOST_BYTES"]:
    import resource
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then a write beyond the limit is an error of the system
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(os.environ["TEST_MOST_BYTES"]),) * 2)
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.entry import Licence, ModelEntry, UrlSource
from tas_desktop.models.pulling import pull

url, sha256, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
terms = Licence("mit", "MIT", "https://example.org", True, "Nothing.")
entry = ModelEntry("tiny", "Tiny", ("proposals",), UrlSource(url, sha256, size), terms, size)
pull(entry, control=WorkControl(report=lambda p: print(p.step, p.done, flush=True)))
"""


def begin(entry, *, most_bytes=None):
    source = entry.source
    arguments = [source.url, source.sha256, str(source.size_bytes)]
    return subprocess.Popen(
        [sys.executable, "-c", PULL, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"TEST_MOST_BYTES": str(most_bytes or "")},
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
        process.wait(PATIENCE_S)
    assert find_model("tiny") is None
    assert not (folder_of("tiny") / "tiny.pth").exists()
    kept = (folder_of("tiny") / "tiny.pth.part").stat().st_size
    place = pull(entry, settings=settings)
    assert place.path.read_bytes() == CONTENT
    assert server.requests[-1].first_byte == kept


@pytest.mark.skipif(os.name == "nt", reason="there are no limits on what a process writes")
def test_a_disk_that_becomes_full_keeps_the_part(server, settings, weights):
    process = begin(url_entry(server), most_bytes=200_000)
    with ended_after(process):
        said = process.stdout.read()
    assert "NoRoom: The disk became full while tiny.pth was downloaded" in said
    assert not (folder_of("tiny") / "tiny.pth").exists()
    assert (folder_of("tiny") / "tiny.pth.part").stat().st_size == 200_000
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT
    assert server.requests[-1].first_byte == 200_000


def test_cancel_ends_the_asking_of_a_hub_that_does_not_answer(server, settings):
    server.add_repository("maker/tiny", {"model.safetensors": CONTENT})
    server.files["/api/models/maker/tiny"].faults = deque([Fault(stall_after=0)])
    cancelled_in_time(server, hub_entry(), settings=replace(settings, stall_s=60.0, connect_s=60.0))


@pytest.mark.parametrize("stall_after", [None, 0, 100_000])
def test_cancel_ends_a_download_within_a_second(server, settings, weights, stall_after):
    """Whether the server brings nothing, nothing more, or has not even answered."""
    patient = replace(settings, stall_s=60.0, connect_s=60.0)
    if stall_after is None:
        weights.faults = deque([Fault(status=503, headers={"Retry-After": "60"})])
    else:
        weights.faults = deque([Fault(stall_after=stall_after)])
    cancelled_in_time(server, url_entry(server), settings=patient, when_waiting=stall_after is None)


def cancelled_in_time(server, entry, *, settings, when_waiting=False):
    """Cancel once the server was asked, and see that the download ends within a second."""
    token, reached, ended = CancelToken(), [], []
    control = WorkControl(token=token, report=lambda progress: reached.append(progress.step))

    def work():
        try:
            pull(entry, control=control, settings=settings)
        except Cancelled:
            ended.append(time.monotonic())

    thread = run_aside(work)
    while not server.requests or (when_waiting and "wait" not in reached):
        assert thread.is_alive()
        thread.join(0.01)
    asked = time.monotonic()
    token.cancel()
    join(thread)
    assert ended[0] - asked < 1.0
