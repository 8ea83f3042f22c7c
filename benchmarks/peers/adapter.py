"""Our window for the peers' benchmark (`../shared/tools/peers`): the only code that knows its names there.

Copied beside the shared ``probe.py`` by ``run.py``. For the scenarios with polygons the masks come from the
same JSON files that the other tools read, so that all of them draw the same shapes; for the others the
program runs as it is, models and all.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import shared_adapters
from shared_adapters import get  # noqa: F401 - what probe.py asks for

if TYPE_CHECKING:
    from collections.abc import Callable

OWN_MODELS = {"cold", "folder", "bad"}


class TasDesktop:
    """See the words at the head of the shared adapters."""

    binding = "PySide6"
    argv: ClassVar[list[str]] = []
    zoom_keys, pan_keys = "ctrl", ""

    def prepare(self) -> tuple[type, Callable[[], int]]:
        """Canvas class and main function."""
        from tas_desktop.cli import main
        from tas_desktop.ui.canvas.view import CanvasView

        if os.environ.get("TAS_SCENARIO") not in OWN_MODELS:
            self._give_polygons()
        return CanvasView, main

    def _give_polygons(self) -> None:
        from polygons import PolygonPipeline

        import tas_desktop.app
        from tas_desktop.ui.canvas import canvas

        canvas.UNRANKED_OUTLINED = 200  # all of them, as the others draw them
        self.pipeline = pipeline = PolygonPipeline()
        tas_desktop.app.start_pipeline = lambda *_arguments: pipeline

    def attach(self) -> None:
        """Find the window."""
        from PySide6 import QtWidgets

        self.window = shared_adapters.top_level(QtWidgets, "MainWindow")
        self.workspace = self.window.workspace

    def canvas(self) -> Any:
        """What gets wheel events."""
        return self.window.canvas.view.viewport()

    def open_folder(self, path: str) -> None:
        """Open as the folder dialog does; without the project of the last time where TAS_FRESH says so."""
        folder = Path(path)
        if os.environ.get("TAS_FRESH"):
            for file in folder.glob("*.tas*"):
                file.unlink()
        if hasattr(self, "pipeline"):
            self.pipeline.read_folder(folder)
        self.workspace.open_path(folder)

    def next(self) -> None:
        """The next picture."""
        self.window.actions_by_name["next-image"].trigger()

    def rows(self) -> int:
        """Rows of the image list."""
        return int(self.workspace.project.images.rowCount())

    def current(self) -> str:
        """Name of the picture on the canvas."""
        image = self.workspace.session.image
        return "" if image is None else Path(image.path).name

    def picture_size(self) -> tuple[int, int] | None:
        """Its size; for the kills once there is a mask to save."""
        picture = self.workspace.desk.picture
        if os.environ.get("TAS_SCENARIO") == "crash_loop" and self.workspace.desk.analysis is None:
            return None
        return None if picture is None else (picture.pyramid.width, picture.pyramid.height)

    def mark(self, text: str) -> None:
        """The text of the next decision."""
        self.text = text

    def autosave(self) -> None:
        """A decision on a new expression with one of the masks: what Enter sends to the disk."""
        from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
        from tas_desktop.session.project_session import NEW_EXPRESSION

        mask = self.workspace.desk.analysis.proposals[0].mask
        decision = Decision(NEW_EXPRESSION, DecisionAction.ACCEPT, self.text, "bench", (ChosenMask(mask),))
        self.workspace.project.decide(self.workspace.session.image.image_id, decision)

    def saving(self) -> bool:
        """Whether the disk has not got it yet."""
        return bool(self.workspace.project.is_saving)


shared_adapters.TOOLS["tas-desktop"] = TasDesktop
