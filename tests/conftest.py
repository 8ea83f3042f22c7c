"""Fixtures that every room's tests may use, and the ground rules of a test run."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent
ARTIFACTS = CHECKOUT / "test-artifacts"
DISPLAY_S = 30.0
SLOW_S = 900
CLIENTS = CHECKOUT / "tests" / "clients"  # whose environments are made by the first test that needs one
INSTALLING_S = 1800

pytest_plugins = [
    "pytester",
    "tests.support.collecting",
    "tests.support.sam_fixtures",
    "tests.support.time_limits",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the windows on the real display")
    parser.addoption(
        "--conformance", action="store_true", help="run networks of full size too (make conformance)"
    )


def pytest_configure(config: pytest.Config) -> None:
    # Before torch is first imported, here and in child processes. The tests' networks are so small that a
    # second thread gains nothing; where another process wants the core, its barriers made runs 10x slower.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # How long one example takes says something about the machine, nothing about the code.
    settings.register_profile("tas", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("tas-ci", settings.get_profile("tas"), derandomize=True, print_blob=True)
    settings.load_profile("tas-ci" if "CI" in os.environ else "tas")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave networks of full size to `make conformance`; give slow tests and installations more time."""
    if not config.getoption("--conformance"):
        config.hook.pytest_deselected(items=[one for one in items if one.get_closest_marker("conformance")])
        items[:] = [one for one in items if not one.get_closest_marker("conformance")]
    for item in items:
        if item.get_closest_marker("timeout"):
            continue
        if item.path.is_relative_to(CLIENTS) or item.get_closest_marker("conformance"):
            item.add_marker(pytest.mark.timeout(INSTALLING_S))
        elif item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.timeout(SLOW_S))


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory):
    """Keep settings, caches, logs and projects of a test run away from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path_factory.mktemp("data-dir")))
        yield


@pytest.fixture(autouse=True)
def no_lane_left():
    """Threads with event loops end with the test that started them.

    One that is left behind may wait for the interpreter with one of Qt's locks in its hands, while the main
    thread, collecting what the test has left, waits for that lock: neither goes on.
    """
    yield
    lifetimes = sys.modules.get("tas_desktop.session.lifetimes")
    left = sorted(map(str, lifetimes._held)) if lifetimes else []
    if left:
        for thing in list(lifetimes._held):
            thing.close()
        pytest.fail(f"left running: {left}")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's root."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Photos, expressions and a teacher's weights beside the checkout; skips where they are absent."""
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no test data in {folder}")
    return folder


@pytest.fixture
def no_network(monkeypatch):
    """Let every attempt to reach another machine, or to look one up, fail the test."""

    def refuse(*arguments, **options):
        pytest.fail(f"network used: {arguments[-1]!r}")

    real_connect = socket.socket.connect

    def connect(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            refuse(address)
        return real_connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def virtual_display():
    """A virtual X server; yields its DISPLAY. Skips where Xvfb is not installed."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    started = threading.Timer(DISPLAY_S, process.kill)
    started.start()
    try:
        with os.fdopen(reading) as stream:
            number = stream.readline().strip()
        started.cancel()
        if not number:
            pytest.fail("Xvfb did not start")
        yield f":{number}"
    finally:
        started.cancel()
        process.terminate()
        try:
            process.wait(DISPLAY_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(DISPLAY_S)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Leave a picture of every open window where a test of the window fails."""
    report = yield
    if report.when == "call" and report.failed:
        _save_window_pictures(re.sub(r"[^\w.-]+", "_", item.nodeid))
    return report


def _save_window_pictures(name: str) -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    visible = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for number, widget in enumerate(visible):
        ARTIFACTS.mkdir(exist_ok=True)
        widget.grab().save(str(ARTIFACTS / f"{name}-{number}.png"))
