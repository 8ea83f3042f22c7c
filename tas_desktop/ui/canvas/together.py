"""Masks that are accepted beside the selected one: the expression names several objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from tas_desktop.ui.canvas.mask_items import SelectedMaskItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from tas_desktop.ui.canvas.paths import MaskPaths


class TogetherItems:
    """As many items as are needed, in the look of the selected mask."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: list[SelectedMaskItem] = []
        self._colour, self._opacity, self._visible = QColor(), 0.4, True

    def show(self, masks: list[MaskPaths]) -> None:
        """Show these masks and no other."""
        while len(self._items) < len(masks):
            item = SelectedMaskItem(self._colour)
            item.set_tint(self._opacity)
            item.setVisible(self._visible)
            self._scene.addItem(item)
            self._items.append(item)
        for number, item in enumerate(self._items):
            item.show_mask(masks[number] if number < len(masks) else None)

    def set_colour(self, colour: QColor) -> None:
        """Tint and outline."""
        self._colour = colour
        for item in self._items:
            item.set_colour(colour)

    def set_tint(self, opacity: float) -> None:
        """Opacity of the tint, 0 to 1."""
        self._opacity = opacity
        for item in self._items:
            item.set_tint(opacity)

    def set_visible(self, visible: bool) -> None:
        """Hide the masks, or show them again."""
        self._visible = visible
        for item in self._items:
            item.setVisible(visible)
