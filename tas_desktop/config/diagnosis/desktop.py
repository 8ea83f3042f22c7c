"""What the window needs: a display, shared libraries, a font."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.display import display_available
from tas_desktop.config.system_libraries import (
    FONT_PACKAGE,
    Need,
    fonts_present,
    install_command,
    missing_packages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def survey_desktop(environ: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Yield findings about the display, the libraries that Qt loads, and fonts."""
    yield _examine_display(environ)
    yield _examine_libraries(Need.START, "libraries", "Qt and OpenCV cannot be imported")
    yield _examine_libraries(Need.WINDOW, "window libraries", "no window can open on an X server")
    if fonts_present():
        yield Finding(Area.DESKTOP, "fonts", State.OK, "installed")
    else:
        remedy = install_command(FONT_PACKAGE)
        yield Finding(
            Area.DESKTOP, "fonts", State.PROBLEM, "none installed: the window shows no text", remedy
        )


def _examine_display(environ: Mapping[str, str]) -> Finding:
    platform = environ.get("QT_QPA_PLATFORM") or _default_platform(environ)
    if display_available(environ):
        return Finding(Area.DESKTOP, "display", State.OK, f"Qt platform {platform}")
    text = "none: without a command the sample pictures are worked through without a window"
    remedy = "Start it in a desktop session, set DISPLAY, or run it under xvfb-run"
    return Finding(Area.DESKTOP, "display", State.NOTE, text, remedy)


def _default_platform(environ: Mapping[str, str]) -> str:
    fixed = {"darwin": "cocoa", "win32": "windows"}.get(sys.platform)
    return fixed or ("wayland" if environ.get("WAYLAND_DISPLAY") else "xcb")


def _examine_libraries(need: Need, name: str, consequence: str) -> Finding:
    missing = missing_packages({need})
    if not missing:
        return Finding(Area.DESKTOP, name, State.OK, "complete")
    listing = ", ".join(package.soname for package in missing)
    remedy = install_command(*(package.debian for package in missing))
    return Finding(Area.DESKTOP, name, State.PROBLEM, f"missing {listing}: {consequence}", remedy)
