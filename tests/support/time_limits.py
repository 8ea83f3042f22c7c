"""Lets every test end: pytest-timeout's limit also for Qt's event loops, teardowns, native code and the exit.

pytest-timeout raises in the test when SIGALRM comes. That does not reach

- Qt's event loops: they wait in C++, where Python runs no signal handler, and what a slot raises stays
  there. The signal's wake-up descriptor calls a slot, in which the handler ends all loops of the thread; it
  comes again and raises when they are gone, in the test's own code, or after it.
- The teardown of a test that has failed: pytest and pytest-timeout call their timers off at the first
  failure. The limit is set anew for what follows.
- Native code that never returns to Python (a mutex, ``QThread.wait``), a collection, and the interpreter's
  end, where threads left behind are joined: faulthandler's watch needs no interpreter. It writes the stacks
  of all threads to the run's standard error and ends the process with code 1.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import pytest
from pytest_timeout import is_debugging

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

COLLECTION_S = 600.0
# How long native code may go on after a test's limit.
GRACE_S = 60.0
# From pytest's last line to the end of the process.
EXIT_S = 120.0
# A raise that a slot swallowed, or a `finally` that waits as well: the next alarm comes this much later.
AGAIN_S = 5.0
UNWIND_S = 0.1
MOST_UNWINDING = 10


class Alarm:
    """SIGALRM's handler around pytest-timeout's, which raises.

    Args:
        fail: pytest-timeout's handler.
    """

    def __init__(self, fail: Callable[[int, FrameType | None], object]) -> None:
        self.fail = fail
        self._unwinding = 0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """End Qt's loops and come again; without any, or where one does not end, raise here."""
        __tracebackhide__ = True
        core = sys.modules.get("PySide6.QtCore")
        in_loop = core is not None and core.QThread.currentThread().loopLevel() > 0
        if in_loop and self._unwinding < MOST_UNWINDING:
            self._unwinding += 1
            core.QCoreApplication.exit(1)
            signal.setitimer(signal.ITIMER_REAL, UNWIND_S)
            return
        signal.setitimer(signal.ITIMER_REAL, AGAIN_S)
        if not in_loop:
            self.revive_loops()
        self.fail(number, frame)

    def revive_loops(self) -> bool:
        """Undo the end of all loops, if there was one: an application refuses any until it has run again."""
        if not self._unwinding:
            return False
        from PySide6.QtCore import QCoreApplication, QTimer

        self._unwinding = 0
        QTimer.singleShot(0, lambda: QCoreApplication.exit(0))
        QCoreApplication.exec()
        return True


class Bell:
    """Calls a slot in the main thread's event loop whenever a signal has come, so that its handler runs."""

    def __init__(self) -> None:
        from PySide6.QtCore import QSocketNotifier

        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Take everything back."""
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._reading.close()
        self._writing.close()

    def _on_signal(self) -> None:
        # Handlers run as soon as the interpreter does, which is before the first line here.
        with contextlib.suppress(BlockingIOError):
            self._reading.recv(512)


class TimeLimits:
    """The plugin."""

    def __init__(self) -> None:
        self._bell: Bell | None = None
        self._alarm: Alarm | None = None
        self._settings: dict[str, object] = {}
        # While pytest configures itself nothing is captured: this is the run's own standard error.
        self._stderr = os.dup(2)
        self._watch(COLLECTION_S)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """Hang the bell as soon as there is an application."""
        made = yield
        if fixturedef.argname == "qapp" and self._bell is None:
            self._bell = Bell()
        return made

    @pytest.hookimpl(wrapper=True)
    def pytest_timeout_set_timer(self, item, settings):
        """Put our handler around pytest-timeout's, and faulthandler's watch behind both."""
        answer = yield
        self._settings[item.nodeid] = settings
        handler = signal.getsignal(signal.SIGALRM) if settings.method == "signal" else None
        if callable(handler):
            self._alarm = Alarm(handler)
            signal.signal(signal.SIGALRM, self._alarm)
        self._watch(settings.timeout + GRACE_S)
        return answer

    def _fail_late(self):
        """Fail also what was over as soon as its loop had been ended."""
        try:
            outcome = yield
        finally:
            ended = self._alarm is not None and self._alarm.revive_loops()
        if ended:
            self._alarm.fail(signal.SIGALRM, None)
        return outcome

    pytest_runtest_setup = pytest.hookimpl(wrapper=True, tryfirst=True)(_fail_late)
    pytest_runtest_call = pytest.hookimpl(wrapper=True, tryfirst=True)(_fail_late)
    pytest_runtest_teardown = pytest.hookimpl(wrapper=True, tryfirst=True)(_fail_late)

    @pytest.hookimpl(wrapper=True)
    def pytest_timeout_cancel_timer(self, item):
        """Nothing is under way that needs a limit."""
        self._alarm = None
        faulthandler.cancel_dump_traceback_later()
        return (yield)

    @pytest.hookimpl(trylast=True)
    def pytest_exception_interact(self, node):
        """Set the limit anew for what follows a failure; all others have called theirs off by now."""
        settings = self._settings.get(node.nodeid)
        if settings is not None:
            node.ihook.pytest_timeout_set_timer(item=node, settings=settings)

    def pytest_runtest_logfinish(self, nodeid):
        """The test is over."""
        self._settings.pop(nodeid, None)

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self):
        """Watch over the interpreter's end too."""
        if self._bell is not None:
            self._bell.close()
        self._watch(EXIT_S)

    def _watch(self, seconds: float) -> None:
        if not is_debugging():
            faulthandler.dump_traceback_later(seconds, exit=True, file=self._stderr)


def pytest_configure(config: pytest.Config) -> None:
    """Register the limits of this run."""
    config.pluginmanager.register(TimeLimits(), "time-limits")
