"""Repairing a mask, drawing one, choosing several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QActionGroup

from tas_desktop.session.repair.tools import Tool
from tas_desktop.ui.actions.mask_rows import TOOL_ACTIONS
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class MaskCommands(CommandGroup):
    """Repairing a mask, drawing one, choosing several."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        tools = QActionGroup(self)
        for name in TOOL_ACTIONS:
            tools.addAction(self._actions[name])
        repair = self._session.repair
        repair.active_changed.connect(self._on_changed)
        repair.tool_changed.connect(self._on_changed)
        self._session.several.changed.connect(self._on_several)
        self._session.making.text_wanted.connect(self._on_text_wanted)

    def refresh(self) -> None:
        """Tools take a mask under repair; points and boxes a network beside."""
        repair, has_picture = self._session.repair, self._session.desk.picture is not None
        self._actions.enable(("edit-mask", "draw-mask"), on=has_picture and not repair.is_active)
        several = self._session.several.is_active
        can_choose = several or self._session.ranking.selected is not None
        self._actions["select-several"].setEnabled(can_choose and not repair.is_active)
        self._actions["select-several"].setChecked(several)
        for name, tool in TOOL_ACTIONS.items():
            possible = repair.pointing.is_possible or not tool.needs_network
            self._actions[name].setEnabled(repair.is_active and possible)
            self._actions[name].setChecked(repair.is_active and tool is repair.tool)
        others = ("fill-holes", "brush-smaller", "brush-larger", "accept-repair", "cancel-repair")
        self._actions.enable(others, on=repair.is_active)

    @Slot()
    def edit_mask(self) -> None:
        """Repair the selected candidate's mask, or draw one where there is none."""
        self._session.making.begin_repair()

    @Slot()
    def draw_mask(self) -> None:
        """Draw a mask where no proposal fits."""
        self._session.making.begin_repair(by_hand=True)

    @Slot()
    def select_several(self) -> None:
        """The expression names several objects."""
        self._session.making.toggle_several()

    @Slot()
    def tool_points(self) -> None:
        """Points."""
        self._session.repair.choose_tool(Tool.POINTS)

    @Slot()
    def tool_box(self) -> None:
        """Box."""
        self._session.repair.choose_tool(Tool.BOX)

    @Slot()
    def tool_brush(self) -> None:
        """Brush."""
        self._session.repair.choose_tool(Tool.BRUSH)

    @Slot()
    def tool_eraser(self) -> None:
        """Eraser."""
        self._session.repair.choose_tool(Tool.ERASER)

    @Slot()
    def tool_polygon(self) -> None:
        """Polygon."""
        self._session.repair.choose_tool(Tool.POLYGON)

    @Slot()
    def tool_polygon_cut(self) -> None:
        """Polygon that cuts."""
        self._session.repair.choose_tool(Tool.POLYGON_CUT)

    @Slot()
    def tool_union(self) -> None:
        """Add a proposal."""
        self._session.repair.choose_tool(Tool.UNION)

    @Slot()
    def tool_cut(self) -> None:
        """Cut a proposal."""
        self._session.repair.choose_tool(Tool.CUT)

    @Slot()
    def fill_holes(self) -> None:
        """Fill the holes."""
        self._session.repair.fill_holes()

    @Slot()
    def brush_smaller(self) -> None:
        """One step smaller."""
        self._session.repair.grow_brush(-1)

    @Slot()
    def brush_larger(self) -> None:
        """One step larger."""
        self._session.repair.grow_brush(1)

    @Slot()
    def accept_repair(self) -> None:
        """As Enter."""
        self._session.press_enter()

    @Slot()
    def cancel_repair(self) -> None:
        """As Esc."""
        self._session.escape()

    @Slot()
    def _on_changed(self) -> None:
        self.refresh()

    @Slot()
    def _on_several(self) -> None:
        """Space and the arrows belong to the list while several are chosen."""
        several = self._session.several
        self.refresh()
        if several.is_active and len(several.chosen) <= 1:
            self._window.candidates.view.setFocus()
        elif not several.is_active and self._window.candidates.view.hasFocus():
            self._window.box.setFocus()

    @Slot()
    def _on_text_wanted(self) -> None:
        self._window.box.setFocus()
