"""Filter and order of each project's list, kept in a file that anybody may have changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tas_desktop.config.queue_views import (
    LONGEST_FILTER,
    MOST_KEPT,
    QueueView,
    load_queue_views,
    save_queue_views,
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "queues.json"


def test_views_come_back_in_their_order(file):
    views = {
        Path("/b/näh.tas"): QueueView("margin", 'status:todo "red mug"'),
        Path("/a.tas"): QueueView(filter="猫"),
    }
    save_queue_views(file, views)
    assert load_queue_views(file) == views
    assert list(load_queue_views(file)) == list(views)


def test_a_name_that_is_no_text_comes_back(file):
    views = {Path("/b/\udcff.tas"): QueueView("random")}
    save_queue_views(file, views)
    assert load_queue_views(file) == views


def test_the_oldest_are_forgotten(file):
    save_queue_views(file, {Path(f"/{n}.tas"): QueueView("margin") for n in range(MOST_KEPT + 5)})
    kept = load_queue_views(file)
    assert len(kept) == MOST_KEPT
    assert Path("/4.tas") not in kept
    assert Path(f"/{MOST_KEPT + 4}.tas") in kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1, null, []]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'[{"file": "", "order": "margin", "filter": ""}]',
        b'[{"file": "/a.tas", "order": 3, "filter": ""}]',
        b'[{"file": "/a.tas", "order": "margin"}]',
        b" " * 2**21,
    ],
)
def test_what_is_no_such_file_is_none(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert load_queue_views(file) == {}


def test_what_cannot_be_read_leaves_the_others(file):
    file.parent.mkdir()
    entries = [{"file": "/a.tas", "order": "margin", "filter": "x" * 9999}, {"file": 3}]
    file.write_text(json.dumps(entries))
    assert load_queue_views(file) == {Path("/a.tas"): QueueView("margin", "x" * LONGEST_FILTER)}


def test_no_file_is_no_view(file):
    assert load_queue_views(file) == {}
