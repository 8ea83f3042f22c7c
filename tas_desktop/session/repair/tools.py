"""The tools of a repair, and what each leaves in the provenance."""

from __future__ import annotations

from enum import StrEnum


class Tool(StrEnum):
    """What the mouse does on the canvas; the values name actions and steps."""

    POINTS = "points"
    BOX = "box"
    BRUSH = "brush"
    ERASER = "eraser"
    POLYGON = "polygon"
    POLYGON_CUT = "polygon-cut"
    UNION = "union"
    CUT = "cut"

    @property
    def needs_network(self) -> bool:
        """Whether it asks the mask decoder."""
        return self in (Tool.POINTS, Tool.BOX)

    @property
    def has_size(self) -> bool:
        """Whether the brush's size matters."""
        return self in (Tool.BRUSH, Tool.ERASER)


HOLES = "holes"
"""The step that fills holes; no tool of the mouse."""
