"""``tas-desktop open``: the window, on a folder, a picture or a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def open_window(
    path: Annotated[
        Path | None, typer.Argument(help="A folder of pictures, a picture or a .tas project.", exists=True)
    ] = None,
) -> None:
    """Open the window, on a folder of pictures, a picture or a project where one is named."""
    from tas_desktop.app import run_window

    raise typer.Exit(run_window([] if path is None else [str(path)]))
