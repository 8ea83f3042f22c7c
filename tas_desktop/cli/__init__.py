"""The command line: one module per command, each imported only when its command is called."""

from __future__ import annotations

from tas_desktop.cli.entry import main

__all__ = ["main"]
