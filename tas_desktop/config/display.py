"""Is there a display on which a window can open?"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TCP_BASE = 6000  # X display N listens on port 6000 + N (X protocol, appendix B)
_PATIENCE_S = 2.0


def display_available(environ: Mapping[str, str]) -> bool:
    """Say whether Qt would find a display.

    Args:
        environ: the process environment.

    Returns:
        True on macOS and Windows; on other systems True where a Qt platform is chosen explicitly or where
        the Wayland or X server that the environment names accepts a connection.
    """
    if sys.platform in {"darwin", "win32"} or environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environ) or _x_answers(environ.get("DISPLAY", ""))


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return _accepts(socket.AF_UNIX, str(Path(environ.get("XDG_RUNTIME_DIR", "/run")) / name))


def _x_answers(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # the X server's own fixed place
        return _accepts(socket.AF_UNIX, path) or _accepts(socket.AF_UNIX, f"\0{path}")
    return _accepts(socket.AF_INET, (host, _TCP_BASE + int(number)))


def _accepts(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(_PATIENCE_S)
        try:
            probe.connect(address)
        except (OSError, OverflowError):
            return False
    return True
