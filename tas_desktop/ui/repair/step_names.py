"""What a step of a repair is called in undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tas_desktop.session.repair.tools import HOLES, Tool


def step_name(how: str) -> str:
    """The name of a step, in the language of the window."""
    translate = QCoreApplication.translate
    names: dict[str, str] = {
        Tool.POINTS: translate("RepairSteps", "point"),
        Tool.BOX: translate("RepairSteps", "box"),
        Tool.BRUSH: translate("RepairSteps", "brush stroke"),
        Tool.ERASER: translate("RepairSteps", "erasing"),
        Tool.POLYGON: translate("RepairSteps", "polygon"),
        Tool.POLYGON_CUT: translate("RepairSteps", "hole"),
        Tool.UNION: translate("RepairSteps", "adding a proposal"),
        Tool.CUT: translate("RepairSteps", "cutting a proposal out"),
        HOLES: translate("RepairSteps", "filling holes"),
    }
    return names.get(how, how)
