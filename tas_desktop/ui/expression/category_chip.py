"""The category of the object as a chip; a click or a key chooses another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from tas_desktop.ui.expression.category_picker import CategoryPicker
from tas_desktop.ui.popups import name_choice, open_below

if TYPE_CHECKING:
    from tas_desktop.session.expressions.category import CategoryChoice
    from tas_desktop.ui.actions import KeyTexts


class CategoryChip(QPushButton):
    """Shows the category; filled when the annotator chose it against the head noun.

    Signals:
        done: the picker is gone; typing goes on.
    """

    done = Signal()

    def __init__(self, choice: CategoryChoice, keys: KeyTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setProperty("kind", "category")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choice, self._keys = choice, keys
        self.clicked.connect(self._on_clicked)
        choice.changed.connect(self.refresh)
        keys.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self, _retranslation: object) -> None:
        """Say it in another language."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the category of what is in the box."""
        name = self._choice.current
        hint = self._keys.beside(self.tr("Category of the object"), "change-category")
        name_choice(self, name, spoken=self.tr("Category: {0}").format(name), hint=hint)
        self.setChecked(self._choice.is_chosen)
        self.setVisible(bool(name))

    @Slot()
    def open_picker(self) -> None:
        """Choose from the project's table."""
        picker = CategoryPicker(self._choice.table, current=self._choice.current, parent=self.window())
        picker.chosen.connect(self._choice.choose)
        picker.added.connect(self._choice.add)
        open_below(picker, self, then=self._on_finished)
        picker.search.setFocus()

    @Slot()
    def _on_clicked(self) -> None:
        self.setChecked(self._choice.is_chosen)  # the click itself switches nothing
        self.open_picker()

    @Slot()
    def _on_finished(self) -> None:
        self.done.emit()
