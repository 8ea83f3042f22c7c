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


def complete_system(needs: set[Need]) -> None:
    """Install missing Debian packages where we may; give up with the command where we may not."""
    packages = [package.debian for package in missing_packages(needs)]
    if not fonts_present():
        packages.append(FONT_PACKAGE)
    packages += _missing_for_python()
    if not packages:
        return
    listing = " ".join(packages)
    if shutil.which("apt-get") is None:
        give_up(f"Install what your system calls these Debian packages, then try again: {listing}")
    privilege = _privilege()
    if privilege is None:
        give_up(f"Run this, then try again:\n  sudo apt-get install --no-install-recommends {listing}")
    say(f"Installing system packages: {listing}")
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
