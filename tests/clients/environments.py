"""Environments of the foreign loaders: made by uv in ``.clients/``, or the test fails."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / ".clients"
SHARING = {"torchvision"}
"""They see the packages of the application's environment behind their own: torch would be gigabytes again."""

CLIENTS = ("pycocotools", "torchvision", "supervision", "fiftyone", "datumaro", "datasets", "label_studio")

_UV_SETTINGS = {
    "UV_CACHE_DIR": str(FOLDER / "cache"),  # on the same disk, so that files are linked
    "UV_NO_CONFIG": "1",
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_NATIVE_TLS": "1",  # the system's certificates, as pip takes them
    "UV_HTTP_TIMEOUT": "300",
}


class EnvironmentFailed(Exception):
    """A client's environment could not be made; the output says why."""


def python_of(client: str) -> Path:
    """The client's Python with all of its ``requirements.txt``; made where it is missing or out of date.

    Raises:
        EnvironmentFailed: uv or a package cannot be had.
    """
    requirements = HERE / client / "requirements.txt"
    wanted = hashlib.sha256(
        requirements.read_bytes() + sys.version.encode() + sys.prefix.encode()
    ).hexdigest()
    environment = FOLDER / client
    python, stamp = environment / "bin" / "python", environment / "stamp"
    if python.exists() and stamp.is_file() and stamp.read_text() == wanted:
        return python
    uv = _uv()
    _run([uv, "venv", "--clear", "--python", sys.executable, environment])
    _run([uv, "pip", "install", "--no-deps", "--python", python, "-r", requirements])
    if client in SHARING:
        own = _run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
        (Path(own) / "application.pth").write_text(sysconfig.get_path("purelib") + "\n")
    stamp.write_text(wanted)
    return python


def _uv() -> Path:
    """uv, as a tool of these environments only."""
    tool = FOLDER / "tools" / "bin" / "uv"
    if not tool.exists():
        target = ["--target", FOLDER / "tools"]
        _run([sys.executable, "-m", "pip", "install", "--no-input", "--quiet", *target, "uv>=0.9"])
    return tool


def _run(command: list[str | Path]) -> str:
    environ = os.environ | _UV_SETTINGS
    if "PIP_INDEX_URL" in os.environ:
        environ.setdefault("UV_DEFAULT_INDEX", os.environ["PIP_INDEX_URL"])
    step = subprocess.run(
        list(map(str, command)), check=False, capture_output=True, text=True, errors="replace", env=environ
    )
    if step.returncode:
        words = " ".join(map(str, command))
        raise EnvironmentFailed(f"exit code {step.returncode}: {words}\n{step.stdout}{step.stderr}")
    return step.stdout
