"""From picture to picture, and from panel to panel."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message
from tas_desktop.ui.commands.group import CommandGroup


class GoCommands(CommandGroup):
    """From picture to picture, and from panel to panel."""

    def refresh(self) -> None:
        """Going takes a project."""
        self._actions.enable(
            ("next-image", "previous-image", "next-undecided", "focus-expression", "focus-filter"),
            on=self._session.project.project is not None,
        )

    @Slot()
    def next_image(self) -> None:
        """The next picture of the list."""
        self._session.step_image(1)

    @Slot()
    def previous_image(self) -> None:
        """The picture before."""
        self._session.step_image(-1)

    @Slot()
    def next_undecided(self) -> None:
        """The next picture with something left to decide."""
        if not self._session.step_image(1, undecided=True):
            text = self.tr("No picture further down has anything left to decide.")
            self._workspace.notices.post(Message(text, key="end-of-list"))

    @Slot()
    def focus_expression(self) -> None:
        """Into the expression box."""
        self._window.box.setFocus()
        self._window.box.selectAll()

    @Slot()
    def focus_filter(self) -> None:
        """Into the filter."""
        self._window.images.filter_box.setFocus()
        self._window.images.filter_box.selectAll()
