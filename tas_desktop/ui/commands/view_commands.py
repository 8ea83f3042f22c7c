"""How the picture and the window look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup

from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class ViewCommands(CommandGroup):
    """How the picture and the window look."""

    theme_chosen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        group = QActionGroup(self)
        for name in SCHEMES:
            group.addAction(self._actions[f"theme-{name}"])
        self._actions["theme-system"].setChecked(True)

    def refresh(self) -> None:
        """Zooming takes a picture."""
        self._actions.enable(
            ("fit", "actual-size", "zoom-in", "zoom-out"), on=self._session.image is not None
        )

    @Slot()
    def fit(self) -> None:
        """The whole picture."""
        self._window.canvas.view.fit()

    @Slot()
    def actual_size(self) -> None:
        """Pixel for pixel."""
        self._window.canvas.view.show_actual_size()

    @Slot()
    def zoom_in(self) -> None:
        """One step nearer."""
        self._window.canvas.view.zoom_by(1.25)

    @Slot()
    def zoom_out(self) -> None:
        """One step away."""
        self._window.canvas.view.zoom_by(0.8)

    @Slot()
    def theme_system(self) -> None:
        """Follow the system."""
        self._on_theme_action("system")

    @Slot()
    def theme_light(self) -> None:
        """Always light."""
        self._on_theme_action("light")

    @Slot()
    def theme_dark(self) -> None:
        """Always dark."""
        self._on_theme_action("dark")

    def choose_theme(self, name: str) -> None:
        """Show the window in the colours of that name: system, light or dark."""
        self._actions[f"theme-{name}"].setChecked(True)
        self._window.theme.choose(SCHEMES[name])

    def _on_theme_action(self, name: str) -> None:
        self.choose_theme(name)
        self.theme_chosen.emit(name)
