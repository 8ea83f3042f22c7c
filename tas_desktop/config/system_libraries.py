"""What the window needs from the operating system: shared libraries and a font.

Standard library only: ``tools/bootstrap`` uses this table before anything is installed, doctor afterwards.
The Debian packages are those found sufficient on a bare Debian 12.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Need(StrEnum):
    """What a library is needed for."""

    START = "start"
    """Importing Qt and OpenCV at all, with or without a display."""
    WINDOW = "window"
    """A window on an X server."""
    TESTS = "tests"
    """A virtual X server and WordNet, for tests that are skipped without."""


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A piece of the operating system.

    Attributes:
        debian: the Debian package that holds it.
        need: what stops working without it.
        soname: the shared library to look for.
        program: the executable to look for, where there is no library.
        file: the file to look for, where there is neither.
    """

    debian: str
    need: Need
    soname: str = ""
    program: str = ""
    file: str = ""

    def present(self) -> bool:
        if self.soname:
            return library_loads(self.soname)
        if self.program:
            return shutil.which(self.program) is not None
        return Path(self.file).exists()


SYSTEM_PACKAGES = (
    SystemPackage("libgl1", Need.START, soname="libGL.so.1"),
    SystemPackage("libegl1", Need.START, soname="libEGL.so.1"),
    SystemPackage("libglib2.0-0", Need.START, soname="libglib-2.0.so.0"),
    SystemPackage("libxkbcommon0", Need.START, soname="libxkbcommon.so.0"),
    SystemPackage("libfontconfig1", Need.START, soname="libfontconfig.so.1"),
    SystemPackage("libdbus-1-3", Need.START, soname="libdbus-1.so.3"),
    SystemPackage("libxkbcommon-x11-0", Need.WINDOW, soname="libxkbcommon-x11.so.0"),
    SystemPackage("libxcb-cursor0", Need.WINDOW, soname="libxcb-cursor.so.0"),
    SystemPackage("libxcb-icccm4", Need.WINDOW, soname="libxcb-icccm.so.4"),
    SystemPackage("libxcb-keysyms1", Need.WINDOW, soname="libxcb-keysyms.so.1"),
    SystemPackage("libxcb-shape0", Need.WINDOW, soname="libxcb-shape.so.0"),
    SystemPackage("xvfb", Need.TESTS, program="Xvfb"),
    SystemPackage("xauth", Need.TESTS, program="xauth"),
    SystemPackage("wordnet-base", Need.TESTS, file="/usr/share/wordnet/data.noun"),
)
FONT_PACKAGE = "fonts-dejavu-core"

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_PATTERNS = ("*.ttf", "*.otf", "*.ttc", "*.pfb")


def missing_packages(needs: set[Need]) -> list[SystemPackage]:
    """Return what this system lacks for the given needs; nothing outside Linux, where Qt brings its own."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for package in SYSTEM_PACKAGES if package.need in needs and not package.present()]


def library_loads(soname: str) -> bool:
    """Say whether the dynamic linker finds and accepts a shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def fonts_present() -> bool:
    """Say whether any scalable font is installed; Qt draws no text without one on Linux."""
    if not sys.platform.startswith("linux"):
        return True
    folders = [Path(folder).expanduser() for folder in _FONT_FOLDERS]
    return any(
        next(folder.rglob(pattern), None) is not None
        for folder in folders
        if folder.is_dir()
        for pattern in _FONT_PATTERNS
    )


def install_command(*packages: str) -> str:
    """What to type to install Debian packages, by root where there is no sudo."""
    command = " ".join(("apt-get install", *packages))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return command
    return f"sudo {command}" if shutil.which("sudo") else f"(as root) {command}"
