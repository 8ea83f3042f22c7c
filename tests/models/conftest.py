"""Servers on this machine, and a folder of models of each test's own."""

from __future__ import annotations

import hashlib

import pytest

from tas_desktop.engine.control import WorkControl
from tas_desktop.models.entry import HubSource, Licence, ModelEntry, UrlSource
from tas_desktop.models.pull_settings import PullSettings
from tests.support.model_server import serving

FREE = Licence("apache-2", "Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", True, "Nothing.")
RESEARCH = Licence("opt", "OPT", "https://example.org/opt", False, "For research only.")
CONTENT = hashlib.shake_256(b"weights").digest(300_000)


@pytest.fixture(autouse=True)
def own_models(tmp_path, monkeypatch):
    """No model of another test, no token and no mirror of the machine."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "no-token"))
    for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_ENDPOINT", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def server():
    with serving() as one:
        yield one


@pytest.fixture
def settings(server):
    """Impatient ones, so that a test of patience takes no time."""
    return PullSettings(endpoint=server.url, connect_s=5.0, stall_s=0.5, tries=3, backoff_s=0.01)


@pytest.fixture
def weights(server):
    """A file at a plain URL, and the entry of a model that it is."""
    return server.add("/files/tiny.pth", CONTENT)


def url_entry(server, *, content=CONTENT, path="/files/tiny.pth", sha256=None, terms=FREE, model_id="tiny"):
    digest = hashlib.sha256(content).hexdigest() if sha256 is None else sha256
    source = UrlSource(server.url + path, digest, len(content) if digest else 0)
    return ModelEntry(model_id, "Tiny", ("proposals",), source, terms, len(content))


def hub_entry(repo="maker/tiny", *, model_id="tiny-hub", **source):
    return ModelEntry(model_id, "Tiny of the hub", ("captioner",), HubSource(repo, **source), FREE)


class Told:
    """A control that keeps what it was told, and may cancel when told enough."""

    def __init__(self, *, cancel_at=None):
        self.steps = []
        self._cancel_at = cancel_at
        self.control = WorkControl(report=self._take)

    def _take(self, progress):
        self.steps.append(progress)
        if self._cancel_at is not None and progress.step == "download" and progress.done >= self._cancel_at:
            self.control.token.cancel()

    def of(self, step):
        return [progress.done for progress in self.steps if progress.step == step]
