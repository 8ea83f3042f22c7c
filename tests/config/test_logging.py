"""The log file: one handler, our records at INFO, others' warnings."""

from __future__ import annotations

import logging

import pytest

from tas_desktop.config.logging import configure_logging


@pytest.fixture
def root():
    root = logging.getLogger()
    before = list(root.handlers)
    yield root
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    logging.getLogger("tas_desktop").setLevel(logging.NOTSET)


def test_records_go_to_the_file_once(tmp_path, root):
    file = tmp_path / "log" / "tas-desktop.log"
    assert configure_logging(file)
    assert configure_logging(file)
    logging.getLogger("tas_desktop.storage").info("opened %s", "näh\udce9")
    logging.getLogger("tas_desktop.storage").debug("not this")
    logging.getLogger("another").info("nor this")
    logging.getLogger("another").warning("but this")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert "INFO MainThread tas_desktop.storage: opened näh\\udce9" in lines[0]
    assert "another: but this" in lines[1]


def test_a_place_that_cannot_be_written_is_no_reason_not_to_start(tmp_path, root, caplog):
    (tmp_path / "file").touch()
    assert not configure_logging(tmp_path / "file" / "x.log")
    assert "No log file" in caplog.text
