"""Lets cycles be collected in the GUI thread only, as the program does (``session/collector.py``).

Python's own collector runs in whichever thread makes a container too many. A window of a test that is over is
mostly part of a cycle; a lane's thread that takes it down crashes, or waits for a lock of Qt's while the GUI
thread waits for the interpreter: rare, in any test, and for ever.
"""

from __future__ import annotations

import gc
import sys

import pytest

MANY_MODULES = 200


class GuiCollection:
    """The plugin: from the first application on, between tests and whenever an event loop runs."""

    def __init__(self) -> None:
        self._collector, self._modules = None, 0

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """Take over once there is an application."""
        made = yield
        if fixturedef.argname == "qapp" and self._collector is None:
            from tas_desktop.session.collector import GuiCollector

            self._collector = GuiCollector()
            self._collector.start()
        return made

    def pytest_runtest_logfinish(self):
        """Many tests run no event loop, in which the collector's timer would come."""
        if self._collector is None:
            return
        self._collector.look()
        if len(sys.modules) > self._modules + MANY_MODULES:
            # Libraries that came meanwhile need not be looked through again: half a second each time.
            self._modules = len(sys.modules)
            gc.collect()
            gc.freeze()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self):
        """Give the work back while there is still an application."""
        if self._collector is not None:
            gc.collect()  # else one may begin in a destructor of Qt's, which holds a lock that another wants
            self._collector.stop()
            self._collector = None


def pytest_configure(config: pytest.Config) -> None:
    """Register the plugin."""
    config.pluginmanager.register(GuiCollection(), "gui-collection")
