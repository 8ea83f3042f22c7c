"""Exports in a process of their own: what the window does when one is stopped, killed or refused."""

from __future__ import annotations

import multiprocessing
import signal

import pytest
from PySide6.QtCore import Qt

from tas_desktop.formats.format import MaskForm
from tas_desktop.session.notices import Severity
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


@pytest.fixture
def decided(qtbot, opened):
    """A project with one accepted mask."""
    type_and_wait(qtbot, opened, "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    return opened


def start(qtbot, window, target):
    """Start an export and give its process, which is still on its way to the project."""
    window.workspace.exports.export_coco(target, masks=MaskForm.POLYGONS)
    found = []

    def look():
        found[:] = [child for child in multiprocessing.active_children() if child.name == "tas-work"]
        return bool(found)

    qtbot.waitUntil(look, timeout=WAIT_MS)
    return found[0]


@needs_kill
def test_a_killed_export_is_told_with_a_next_step_and_can_be_begun_again(qtbot, decided, tmp_path):
    target = tmp_path / "out" / "instances.json"
    exports = decided.workspace.exports
    with qtbot.waitSignal(exports.failed, timeout=WAIT_MS):
        start(qtbot, decided, target).kill()
    message = decided.notices.messages[-1]
    assert message.severity is Severity.ERROR
    assert "ended unexpectedly" in message.text
    assert message.next_step
    assert not target.parent.exists() or not list(target.parent.iterdir())
    with qtbot.waitSignal(exports.done, timeout=WAIT_MS):
        exports.export_coco(target, masks=MaskForm.POLYGONS)
    assert [path.name for path in target.parent.iterdir()] == ["instances.json"]


def test_an_export_that_is_stopped_leaves_nothing(qtbot, decided, tmp_path):
    target = tmp_path / "instances.json"
    exports = decided.workspace.exports
    with qtbot.waitSignal(exports.cancelled, timeout=WAIT_MS):
        start(qtbot, decided, target)
        exports.cancel()
    qtbot.waitUntil(lambda: not exports.is_running, timeout=WAIT_MS)
    assert not [path for path in tmp_path.iterdir() if "instances" in path.name]


def test_the_window_goes_on_deciding_and_closing_ends_the_process(qtbot, decided, tmp_path):
    process = start(qtbot, decided, tmp_path / "instances.json")
    type_and_wait(qtbot, decided, "red block on the left")
    qtbot.keyClick(decided.box, Qt.Key.Key_Return)
    wait_saved(qtbot, decided, decided=2)
    decided.close()
    assert decided.workspace.close()
    assert not process.is_alive()
