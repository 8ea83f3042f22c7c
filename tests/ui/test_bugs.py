"""A bug of the program is shown once, without stopping the work; a crash leaves its stacks behind."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tas_desktop.config.crash_traces import CRASH_FILE, PREVIOUS_FILE
from tas_desktop.ui.bugs.dialog import MOST_KEPT, BugDialog
from tas_desktop.ui.bugs.log_dialog import LogDialog
from tas_desktop.ui.bugs.report import BugReport
from tas_desktop.ui.bugs.watch import BugWatch
from tests.support.patience import PATIENCE_S, join
from tests.ui.driving import WAIT_MS


@pytest.fixture
def watch(qapp, tmp_path):
    made = BugWatch(tmp_path / "log" / "tas-desktop.log")
    yield made
    if made.dialog is not None:
        made.dialog.close()


def fail(watch, error):
    """What the interpreter does with an exception that nobody catches."""
    try:
        raise error
    except type(error) as caught:
        watch.on_exception(type(caught), caught, caught.__traceback__)


def test_a_bug_opens_one_dialog_with_its_traceback(qtbot, watch, capsys):
    fail(watch, ZeroDivisionError("nothing <b>left</b> to share"))
    qtbot.waitUntil(lambda: watch.dialog is not None, timeout=WAIT_MS)
    assert not watch.dialog.isModal()
    text = watch.dialog.details.toPlainText()
    assert "ZeroDivisionError: nothing <b>left</b> to share" in text
    assert "test_bugs.py" in text
    assert "Traceback" in capsys.readouterr().err, "standard error has it too"


def test_more_bugs_join_the_open_dialog(qtbot, watch):
    for number in range(MOST_KEPT + 5):
        fail(watch, ValueError(f"number {number}"))
    qtbot.waitUntil(lambda: watch.dialog is not None and watch.dialog.count == MOST_KEPT + 5, timeout=WAIT_MS)
    text = watch.dialog.details.toPlainText()
    assert "number 0" in text
    assert f"number {MOST_KEPT}" not in text


def test_a_closed_dialog_comes_back_with_the_next_bug(qtbot, watch):
    fail(watch, ValueError("first"))
    qtbot.waitUntil(lambda: watch.dialog is not None, timeout=WAIT_MS)
    watch.dialog.close()
    qtbot.waitUntil(lambda: watch.dialog is None, timeout=WAIT_MS)
    fail(watch, ValueError("second"))
    qtbot.waitUntil(lambda: watch.dialog is not None, timeout=WAIT_MS)
    assert watch.dialog.count == 1
    assert "first" not in watch.dialog.details.toPlainText()


def test_the_details_can_be_copied(qtbot, watch, tmp_path):
    fail(watch, ValueError("copy me"))
    qtbot.waitUntil(lambda: watch.dialog is not None, timeout=WAIT_MS)
    watch.dialog.copy_button.click()
    assert "copy me" in QGuiApplication.clipboard().text()
    assert "Python" in QGuiApplication.clipboard().text()


def test_a_bug_in_another_thread_is_shown_by_the_window_thread(qtbot, watch, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", watch._on_thread_exception)
    shown_in = []
    monkeypatch.setattr(
        BugDialog, "add", lambda self, report: shown_in.append((threading.current_thread(), report))
    )

    def fail_here():
        raise LookupError("in the lane")

    lane = threading.Thread(target=fail_here, name="some lane", daemon=True)
    lane.start()
    join(lane)
    qtbot.waitUntil(lambda: bool(shown_in), timeout=WAIT_MS)
    ((thread, report),) = shown_in
    assert thread is threading.main_thread()
    assert report.thread == "some lane"
    assert "in the lane" in report.summary


def test_an_interrupt_is_no_bug(watch, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        watch.on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not caplog.records


def test_a_summary_is_one_line():
    report = BugReport.of(ValueError("two\nlines"), None, thread="main")
    assert report.summary == "ValueError: two lines"


def crash(folder: Path) -> str:
    """Let a process die in native code; returns what it says of the run before."""
    script = (
        "import sys; from pathlib import Path\n"
        "from tas_desktop.config.crash_traces import enable_crash_traces\n"
        "print(enable_crash_traces(Path(sys.argv[1])), flush=True)\n"
        "import faulthandler; faulthandler._sigsegv()"
    )
    command = [sys.executable, "-c", script, str(folder)]
    died = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    assert died.returncode != 0
    return died.stdout.strip()


def test_a_crash_of_native_code_leaves_its_stacks_for_the_next_start(tmp_path):
    assert crash(tmp_path) == "None"
    assert "Segmentation fault" in (tmp_path / CRASH_FILE).read_text()
    assert crash(tmp_path) == str(tmp_path / PREVIOUS_FILE)
    assert "Segmentation fault" in (tmp_path / PREVIOUS_FILE).read_text()


def test_help_shows_the_newest_lines_of_the_log(qtbot, window):
    log = window.paths.log_file
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("old\n" * 100_000 + "the newest line <b>\n", encoding="utf-8")
    log.with_name(PREVIOUS_FILE).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    window.actions_by_name["show-log"].trigger()
    shown = window.findChild(LogDialog)
    text = shown.lines.toPlainText()
    assert text.endswith("the newest line <b>\n")
    assert len(text) < 250_000
    assert "Segmentation fault" in text
    shown.close()


def test_a_crash_of_the_run_before_is_told_in_the_notice_bar(window):
    window.commands.log.tell_crash()
    (message,) = window.notices.messages
    assert message.action == "show-log"
