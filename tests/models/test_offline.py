"""Nothing is fetched unless asked: only downloads can open a connection, and nothing starts one by itself."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import tas_desktop
from tas_desktop.cli import main
from tas_desktop.models.pulling import pull
from tests.models.conftest import CONTENT, url_entry

PACKAGE = Path(tas_desktop.__file__).parent
NETWORK = {"aiohttp", "http", "httpx", "httpx2", "huggingface_hub", "requests", "socket", "urllib3", "ftplib"}
ALLOWED = {
    "models/wire.py",
    "models/hub.py",
    "config/display.py",  # the display on this machine
    "storage/signed_lock.py",  # the name of this machine
}


def imported(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_downloads_import_what_opens_connections():
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        for name in imported(file)
        if name.split(".")[0] in NETWORK or name == "urllib.request"
    }
    assert found <= ALLOWED


def test_downloads_are_asked_for_by_the_user_only():
    callers = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        for name in imported(file)
        if name in {"tas_desktop.models.pulling.pull", "tas_desktop.models.hub_entries.read_hub_entry"}
    }
    assert callers <= {"cli/model_download.py", "session/models/downloads.py"}


@pytest.mark.parametrize("command", [["list"], ["verify"], ["--help"]])
def test_commands_that_only_look_stay_offline(no_network, capsys, command):
    assert main(["models", *command]) == 0


def test_a_proxy_of_the_environment_is_used(server, settings, weights, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", "")
    entry = url_entry(server)
    named = replace(entry, source=replace(entry.source, url="http://models.invalid/files/tiny.pth"))
    assert pull(named, settings=settings).path.read_bytes() == CONTENT
    assert server.requests[-1].headers["Host"] == "models.invalid"
