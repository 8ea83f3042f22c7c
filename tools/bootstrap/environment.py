"""The checkout's own Python environment, and the stamp that says what is in it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bootstrap.console import give_up, run_step, say
from bootstrap.torch_source import has_nvidia_gpu, on_linux, torch_arguments
from tas_desktop.config.system_libraries import SYSTEM_PACKAGES

CHECKOUT = Path(__file__).resolve().parents[2]
STAMP_NAME = "tas-desktop-stamp.json"
GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an installation takes, in GiB: measured with the versions in constraints.txt, system included."""

    download: float
    disk: float


CPU_FOOTPRINT = Footprint(download=0.9, disk=3.0)
CUDA_FOOTPRINT = Footprint(download=3.6, disk=6.7)


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with this checkout installed in it.

    Attributes:
        folder: where it lies.
        with_tests: whether the ``test`` extra belongs in it.
    """

    folder: Path
    with_tests: bool

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.folder / STAMP_NAME

    def _starts(self) -> bool:
        probe = [str(self.python), "-m", "pip", "--version"]
        try:
            return subprocess.run(probe, check=False, capture_output=True).returncode == 0
        except OSError:
            return False

    def is_current(self) -> bool:
        """Say whether an earlier preparation for the same requirements was completed here."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        same = stamp.get("fingerprint") == requirements_fingerprint()
        return same and (stamp.get("with_tests") or not self.with_tests) and self.python.exists()

    def install(self) -> None:
        """Make the environment where it is missing or broken, and bring its packages up to date."""
        self.stamp.unlink(missing_ok=True)
        if not self._starts():
            shutil.rmtree(self.folder, ignore_errors=True)
            say(f"Making {self.folder.name} with Python {sys.version.split()[0]}")
            run_step([sys.executable, "-m", "venv", str(self.folder)])
        project = f"{CHECKOUT}[test]" if self.with_tests else str(CHECKOUT)
        constraints = str(CHECKOUT / "constraints.txt")
        say("Fetching and installing packages; this takes a few minutes")
        arguments = ["install", "--no-input", "--disable-pip-version-check", *torch_arguments()]
        run_step([str(self.python), "-m", "pip", *arguments, "-c", constraints, "-e", project])
        stamp = {"fingerprint": requirements_fingerprint(), "with_tests": self.with_tests}
        self.stamp.write_text(json.dumps(stamp), encoding="utf-8")


def requirements_fingerprint() -> str:
    """Hash of what decides the packages: project table, constraints, system packages, Python, place."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    deciding = [
        json.dumps([project["project"], project["build-system"]], sort_keys=True),
        (CHECKOUT / "constraints.txt").read_text(encoding="utf-8"),
        repr(SYSTEM_PACKAGES),
        sys.version,
        str(CHECKOUT),
    ]
    return hashlib.sha256("\0".join(deciding).encode()).hexdigest()


def announce_footprint(environment: Environment) -> None:
    """Say what will be fetched and stored; give up where the disk cannot hold it."""
    footprint = CUDA_FOOTPRINT if on_linux() and has_nvidia_gpu() else CPU_FOOTPRINT
    free = shutil.disk_usage(CHECKOUT).free / GIB
    say(
        f"First-time installation into {environment.folder}: about {footprint.download:.1f} GiB to download, "
        f"{footprint.disk:.1f} GiB on disk; {free:.1f} GiB are free."
    )
    if on_linux() and footprint is CPU_FOOTPRINT:
        say(
            "If pip finds torch's CUDA build only, it becomes "
            f"{CUDA_FOOTPRINT.download:.1f} and {CUDA_FOOTPRINT.disk:.1f} GiB."
        )
    if free < footprint.disk:
        give_up(f"Free {footprint.disk - free:.1f} GiB on this disk, then try again.")
