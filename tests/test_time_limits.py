"""What would wait for ever fails by name: in Python, in Qt, in a teardown, in native code, at the exit."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow

SETTINGS = """
[pytest]
timeout = 2.5
timeout_method = signal
qt_api = pyside6
pythonpath = {checkout}
"""
PLUGIN = """
pytest_plugins = ["tests.support.time_limits"]

def pytest_configure():
    from tests.support import time_limits
    time_limits.GRACE_S, time_limits.AGAIN_S, time_limits.EXIT_S = {grace_s}, 4.0, {exit_s}
"""


@pytest.fixture
def run(pytester, checkout):
    """Run a module of tests in a process of its own."""

    def run_module(source, *, grace_s=20.0, exit_s=60.0):
        pytester.makeini(SETTINGS.format(checkout=checkout))
        pytester.makeconftest(PLUGIN.format(grace_s=grace_s, exit_s=exit_s))
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-v", "-p", "no:cacheprovider", timeout=120)

    return run_module


ENDLESS = """
import threading

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog


def wait_for_ever():
    threading.Event().wait()


@pytest.mark.timeout(60)
def test_application(qapp):
    pass  # made before anything is timed tightly


def test_python():
    wait_for_ever()


def test_finally_waits_too():
    try:
        wait_for_ever()
    finally:
        wait_for_ever()


def test_loop(qapp):
    QEventLoop().exec()


def test_modal_dialog_within_a_loop(qapp):
    QTimer.singleShot(0, lambda: QDialog().exec())
    QEventLoop().exec()


def test_slot(qtbot):
    QTimer.singleShot(0, wait_for_ever)
    qtbot.wait(50)


@pytest.mark.timeout(60)
def test_loops_run_again(qtbot):
    reached = []
    QTimer.singleShot(20, lambda: reached.append(True))
    qtbot.waitUntil(lambda: reached == [True], timeout=20_000)


@pytest.fixture
def endless_end():
    yield
    wait_for_ever()


def test_fails_before_an_endless_teardown(endless_end):
    pytest.fail("on the way")


@pytest.fixture
def endless_begin():
    wait_for_ever()


def test_setup(endless_begin):
    pass


def test_last():
    pass
"""


def test_each_endless_test_fails_by_name_and_the_others_go_on(run):
    done = run(ENDLESS)
    done.stdout.re_match_lines(
        [
            r".*::test_application PASSED",
            r".*::test_python FAILED",
            r".*::test_finally_waits_too FAILED",
            r".*::test_loop FAILED",
            r".*::test_modal_dialog_within_a_loop FAILED",
            r".*::test_slot FAILED",
            r".*::test_loops_run_again PASSED",
            r".*::test_fails_before_an_endless_teardown FAILED",
            r".*::test_fails_before_an_endless_teardown ERROR",
            r".*::test_setup ERROR",
            r".*::test_last PASSED",
        ]
    )
    done.stdout.re_match_lines_random([r"E +Failed: Timeout \(>2.5s\) from pytest-timeout."])
    assert done.ret == pytest.ExitCode.TESTS_FAILED


NATIVE = """
import pytest
from PySide6.QtCore import QThread


@pytest.mark.timeout(60)
def test_application(qapp):
    pass  # made before anything is timed tightly


def test_native_wait(qapp):
    thread = QThread()
    thread.start()
    thread.wait()
"""


def test_native_code_that_never_returns_ends_the_run_and_is_named(run):
    done = run(NATIVE, grace_s=2.5)
    assert done.ret == 1
    done.stderr.re_match_lines([r"Timeout \(0:00:05\)!", r".* in test_native_wait"])


LEFT_BEHIND = """
import threading


def test_leaves_a_thread_behind():
    threading.Thread(target=threading.Event().wait, name="left behind").start()
"""


def test_a_thread_left_behind_does_not_keep_the_process(run):
    done = run(LEFT_BEHIND, exit_s=2.0)
    done.assert_outcomes(passed=1)
    assert done.ret == 1
    done.stderr.re_match_lines([r"Timeout \(0:00:02\)!", r".*threading.py.* in _shutdown"])
