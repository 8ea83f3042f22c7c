"""Whether a window could open."""

from __future__ import annotations

import socket

import pytest

from tas_desktop.config import display
from tas_desktop.config.display import display_available


@pytest.fixture(autouse=True)
def on_linux(monkeypatch):
    monkeypatch.setattr(display.sys, "platform", "linux")


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":997"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":"},
        {"DISPLAY": "localhost:59000"},
        {"WAYLAND_DISPLAY": "wayland-97", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_no_display_where_nothing_answers(environ):
    assert not display_available(environ)


def test_chosen_platform_counts_as_a_display():
    assert display_available({"QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_desktop_systems_always_have_one(monkeypatch, platform):
    monkeypatch.setattr(display.sys, "platform", platform)
    assert display_available({})


def test_listening_wayland_socket_is_found(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert display_available({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


@pytest.mark.xvfb
def test_running_x_server_is_found(virtual_display):
    assert display_available({"DISPLAY": virtual_display})
    assert display_available({"DISPLAY": f"{virtual_display}.0"})
