"""Install what is missing of the operating system, or say exactly what to install."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from bootstrap.console import give_up, run_step, say
from tas_desktop.config.system_libraries import FONT_PACKAGE, Need, fonts_present, missing_packages

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def complete_system(*, with_tests: bool) -> None:
    """Install missing Debian packages where we may; where we may not, say which.

    Gives up without what the application needs. What only some tests need is wished for: they are skipped
    without it.
    """
    needed = [package.debian for package in missing_packages({Need.START, Need.WINDOW})]
    if not fonts_present():
        needed.append(FONT_PACKAGE)
    needed += _missing_for_python()
    wished = [package.debian for package in missing_packages({Need.TESTS})] if with_tests else []
    if not needed and not wished:
        return
    privilege = _privilege() if shutil.which("apt-get") else None
    if privilege is not None:
        _install([*needed, *wished], privilege=privilege)
    elif needed:
        give_up(f"Install these, then try again. {_instruction([*needed, *wished])}")
    else:
        say(f"Some tests will be skipped; to run them too, install these. {_instruction(wished)}")


def _instruction(packages: list[str]) -> str:
    listing = " ".join(packages)
    if shutil.which("apt-get") is None:
        return f"On Debian they are called:\n  {listing}"
    install = f"apt-get install --no-install-recommends {listing}"
    if shutil.which("sudo") is None:
        return f"As root (there is no sudo here):\n  apt-get update && {install}"
    return f"On this system:\n  sudo apt-get update && sudo {install}"


def _install(packages: list[str], *, privilege: list[str]) -> None:
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_step([*privilege, "apt-get", "-qq", "update"], environ=quiet)
    install = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", *packages]
    run_step([*privilege, *install], environ=quiet)


def _missing_for_python() -> list[str]:
    """Debian splits the module that fills a new environment off its Python, and leaves certificates out."""
    packages = []
    if find_spec("ensurepip") is None or find_spec("venv") is None:
        packages.append("python3-venv")
    if shutil.which("apt-get") and not CERTIFICATES.exists():
        packages.append("ca-certificates")
    return packages


def _privilege() -> list[str] | None:
    """The words to put before apt-get, or None where we have no right to install."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if silent.returncode == 0 else None
