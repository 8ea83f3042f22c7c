"""Downloads from a server that fails in every way: resumed or refused, and never a broken file in place."""

from __future__ import annotations

import email.utils
import hashlib
import shutil
import time
from collections import deque

import pytest

from tas_desktop.engine.control import Cancelled
from tas_desktop.models.claims import claim_model
from tas_desktop.models.consent import accept_licence
from tas_desktop.models.errors import (
    DownloadFailed,
    DownloadRefused,
    LicenceNotAccepted,
    ModelBusy,
    ModelDamaged,
    NoRoom,
)
from tas_desktop.models.inventory import Presence, state_of
from tas_desktop.models.places import find_model
from tas_desktop.models.pulling import pull
from tas_desktop.models.receipts import folder_of
from tests.models.conftest import CONTENT, RESEARCH, Told, url_entry
from tests.support.model_server import Fault


def kept_bytes():
    part = folder_of("tiny") / "tiny.pth.part"
    return part.stat().st_size if part.exists() else None


def in_place():
    return (folder_of("tiny") / "tiny.pth").exists()


def test_a_whole_download_lies_in_its_place_with_a_receipt(server, settings, weights):
    told = Told()
    place = pull(url_entry(server), control=told.control, settings=settings)
    assert place == find_model("tiny")
    assert (place.path.read_bytes(), place.path.name) == (CONTENT, "tiny.pth")
    assert place.digest == hashlib.sha256(CONTENT).hexdigest()
    done = told.of("download")
    assert (done[0], done[-1], sorted(done) == done) == (0, len(CONTENT), True)
    assert {progress.total for progress in told.steps if progress.step == "download"} == {len(CONTENT)}
    assert sorted(file.name for file in folder_of("tiny").iterdir()) == ["tas-model.json", "tiny.pth"]


def test_what_is_here_is_not_asked_for_again(server, settings, weights):
    pull(url_entry(server), settings=settings)
    before = len(server.requests)
    assert pull(url_entry(server), settings=settings) == find_model("tiny")
    assert len(server.requests) == before


def test_a_dropped_connection_is_resumed_where_it_broke(server, settings, weights):
    weights.faults = deque([Fault(stop_after=100_000), Fault(stop_after=50_000)])
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT
    first, second, third = server.requests
    assert first.first_byte == 0
    assert 0 < second.first_byte <= 100_000
    assert second.first_byte < third.first_byte <= 150_000
    assert second.headers["If-Range"] == weights.etag


def test_a_connection_that_brings_nothing_more_is_given_up_and_resumed(server, settings, weights):
    weights.faults = deque([Fault(stall_after=120_000)])
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT
    assert [request.first_byte for request in server.requests] == [0, 120_000]


def test_a_server_that_only_stalls_is_given_up_with_the_part_kept(server, settings, weights):
    weights.faults = deque([Fault(stall_after=10_000)] + [Fault(stall_after=0)] * 9)
    with pytest.raises(DownloadFailed, match=r"tiny\.pth failed: the server went silent") as told:
        pull(url_entry(server), settings=settings)
    assert "goes on from there" in told.value.next_step
    assert (kept_bytes(), in_place()) == (10_000, False)
    assert state_of(url_entry(server)).presence is Presence.PARTLY
    weights.faults.clear()
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT


def test_a_server_without_ranges_begins_anew(server, settings, weights):
    weights.ranges = False
    weights.faults = deque([Fault(stop_after=100_000)])
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT
    assert [request.first_byte > 0 for request in server.requests] == [False, True]


def test_a_server_that_always_breaks_off_at_the_same_byte_is_given_up(server, settings, weights):
    weights.ranges = False
    weights.faults = deque([Fault(stop_after=100_000)] * 20)
    with pytest.raises(DownloadFailed, match="the connection broke off"):
        pull(url_entry(server), settings=settings)
    assert len(server.requests) == 1 + settings.tries


def test_a_file_that_changed_between_two_parts_begins_anew(server, settings):
    content = CONTENT[::-1]
    entry = url_entry(server, sha256="")  # no checksum is published: the ETag alone says that it changed
    old = server.add("/files/tiny.pth", CONTENT)
    old.faults = deque([Fault(stop_after=100_000), Fault(status=404)])
    with pytest.raises(DownloadRefused):
        pull(entry, settings=settings)
    assert kept_bytes()
    server.add("/files/tiny.pth", content)
    place = pull(entry, settings=settings)
    assert place.path.read_bytes() == content
    assert server.requests[-1].first_byte > 0


def test_a_part_of_nothing_that_can_be_told_again_is_not_resumed(server, settings):
    weights = server.add("/files/tiny.pth", CONTENT, etag=None)
    weights.faults = deque([Fault(stop_after=100_000)])
    assert pull(url_entry(server, sha256=""), settings=settings).path.read_bytes() == CONTENT
    assert [request.first_byte for request in server.requests] == [0, 0]


def test_a_part_of_other_bytes_is_fetched_once_more(server, settings, weights):
    weights.faults = deque([Fault(stop_after=100_000), Fault(status=404)])
    with pytest.raises(DownloadRefused):
        pull(url_entry(server), settings=settings)
    part = folder_of("tiny") / "tiny.pth.part"
    part.write_bytes(b"\0" * kept_bytes())
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT


def test_a_wrong_checksum_is_refused_and_nothing_is_kept(server, settings):
    server.add("/files/tiny.pth", CONTENT[:-1] + b"!")
    with pytest.raises(ModelDamaged, match="is not the published file"):
        pull(url_entry(server), settings=settings)
    assert (kept_bytes(), in_place(), find_model("tiny")) == (None, False, None)
    assert state_of(url_entry(server)).presence is Presence.MISSING
    assert len(server.requests) == 1, "a file that came in one piece is not fetched twice"


def test_a_page_of_another_length_is_refused_before_it_comes(server, settings):
    server.add("/files/tiny.pth", b"<html>Log in to this network</html>")
    with pytest.raises(DownloadRefused, match=r"has 35 bytes under the name of tiny\.pth, not 300,000"):
        pull(url_entry(server), settings=settings)
    assert not in_place()


@pytest.mark.parametrize(("stop", "says"), [(None, False), (200_000, True)])
def test_without_a_published_length_the_server_says_it(server, settings, stop, says):
    weights = server.add("/files/tiny.pth", CONTENT, says_length=says)
    weights.faults = deque([Fault(stop_after=stop)])
    place = pull(url_entry(server, sha256=""), settings=settings)
    assert place.path.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("status", "cause", "step"),
    [
        (401, "does not give tiny.pth without leave", "HF_TOKEN"),
        (403, "does not give tiny.pth without leave", "HF_TOKEN"),
        (404, "has no tiny.pth", "tas-desktop models import"),
        (410, "has no tiny.pth", "tas-desktop models import"),
        (418, "answered 418", "mirror"),
    ],
)
def test_a_refusal_is_told_at_once(server, settings, weights, status, cause, step):
    weights.faults = deque([Fault(status=status)] * 9)
    with pytest.raises(DownloadRefused, match=cause) as told:
        pull(url_entry(server), settings=settings)
    assert step in told.value.next_step
    assert (len(server.requests), in_place()) == (1, False)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_trouble_that_passes_is_waited_for(server, settings, weights, status):
    weights.faults = deque([Fault(status=status)] * 3)
    told = Told()
    assert pull(url_entry(server), control=told.control, settings=settings).path.read_bytes() == CONTENT
    assert (len(server.requests), len(told.of("wait"))) == (4, 3)


def test_a_trouble_that_does_not_pass_is_told(server, settings, weights):
    weights.faults = deque([Fault(status=503)] * 9)
    with pytest.raises(DownloadFailed, match=r"is not at work \(503\)"):
        pull(url_entry(server), settings=settings)
    assert len(server.requests) == 1 + settings.tries


def test_the_server_says_how_long_to_wait(server, settings, weights):
    weights.faults = deque([Fault(status=429, headers={"Retry-After": "1"})])
    began = time.monotonic()
    pull(url_entry(server), settings=settings)
    assert time.monotonic() - began >= 1


def test_a_server_that_asks_for_an_hour_is_not_waited_for(server, settings, weights):
    in_an_hour = email.utils.formatdate(time.time() + 3600, usegmt=True)
    weights.faults = deque([Fault(status=503, headers={"Retry-After": in_an_hour})])
    with pytest.raises(DownloadFailed, match=r"asks for 3[56]\d\d s"):
        pull(url_entry(server), settings=settings)


def test_no_server_at_all_is_told(server, settings, weights):
    entry = url_entry(server)
    server.close()
    with pytest.raises(DownloadFailed, match="no connection to the server"):
        pull(entry, settings=settings)


def test_cancel_keeps_the_part_and_the_next_try_goes_on(server, settings, weights):
    weights.faults = deque([Fault(stall_after=100_000)])
    told = Told(cancel_at=100_000)
    with pytest.raises(Cancelled):
        pull(url_entry(server), control=told.control, settings=settings)
    assert (kept_bytes(), in_place()) == (100_000, False)
    state = state_of(url_entry(server))
    assert (state.presence, state.bytes_here, state.size_bytes) == (Presence.PARTLY, 100_000, len(CONTENT))
    again = Told()
    assert pull(url_entry(server), control=again.control, settings=settings).path.read_bytes() == CONTENT
    assert again.of("download")[0] == 100_000, "what had come counts"
    assert again.of("check")[-1] == 100_000
    assert server.requests[-1].first_byte == 100_000


def test_a_part_that_is_whole_is_only_checked(server, settings, weights):
    weights.faults = deque([Fault(stop_after=100_000), Fault(status=404)])
    with pytest.raises(DownloadRefused):
        pull(url_entry(server), settings=settings)
    (folder_of("tiny") / "tiny.pth.part").write_bytes(CONTENT)  # killed between the last byte and the rename
    assert pull(url_entry(server), settings=settings).path.read_bytes() == CONTENT
    assert server.requests[-1].first_byte == len(CONTENT)


def test_a_full_disk_is_told_before_the_first_byte(server, settings, weights, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 10**6))
    with pytest.raises(NoRoom, match=r"Tiny needs 0\.3 MB more, and .* has 1\.0 MB free|has 1 MB free"):
        pull(url_entry(server), settings=settings)
    assert (server.requests, in_place()) == ([], False)


def test_a_licence_that_limits_use_is_asked_for_once(server, settings, weights):
    entry = url_entry(server, terms=RESEARCH)
    with pytest.raises(LicenceNotAccepted, match="For research only") as told:
        pull(entry, settings=settings)
    assert "--accept-licence opt" in told.value.next_step
    assert server.requests == []
    accept_licence("opt")
    assert pull(entry, settings=settings).path.read_bytes() == CONTENT


def test_two_at_once_do_not_write_the_same_file(server, settings, weights):
    with claim_model("tiny"), pytest.raises(ModelBusy, match="another program"):
        pull(url_entry(server), settings=settings)
    assert pull(url_entry(server), settings=settings)
