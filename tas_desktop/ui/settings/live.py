"""What each setting changes in the open window, at the start and whenever it is chosen anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tas_desktop.config.setting_rows import SETTINGS
from tas_desktop.ui.fonts import set_application_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.ui.language import Language
    from tas_desktop.ui.main_window import MainWindow


_DONE_ALREADY = ("general.language", "general.text_percent")  # the window was built in their defaults


class LiveSettings(QObject):
    """Carries settings into the window, and choices made elsewhere in the window into the settings."""

    def __init__(self, window: MainWindow, language: Language) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = window.workspace.preferences
        self._base_font = QApplication.font()
        self._effects: dict[tuple[str, str], Callable[[Any], None]] = {
            ("general", "annotator"): self._set_annotator,
            ("general", "language"): language.choose,
            ("general", "theme"): window.commands.view.choose_theme,
            ("general", "text_percent"): self._set_text_size,
            ("ranking", "debounce_ms"): window.workspace.ranking.set_debounce,
            ("review", "back_check_share"): window.workspace.project.queue.checks.set_share,
            ("review", "back_check_minutes"): window.workspace.project.queue.checks.set_minutes,
            ("canvas", "mask_opacity"): self._set_opacity,
            ("canvas", "show_outlines"): window.canvas.set_outlines_shown,
        }
        for row in SETTINGS:
            value = row.value_in(self._preferences.settings)
            if value != row.default or row.key not in _DONE_ALREADY:
                self._on_changed(row.section, row.name, value)
        self._preferences.changed.connect(self._on_changed)
        window.commands.view.theme_chosen.connect(self._on_theme_chosen)
        window.canvas_bar.opacity_settled.connect(self._on_opacity_settled)
        for notice in self._preferences.notices:
            window.workspace.notices.post_notice(notice)

    @property
    def keys(self) -> set[str]:
        """The settings that change something in the open window."""
        return {".".join(key) for key in self._effects}

    @Slot(str, str, object)
    def _on_changed(self, section: str, name: str, value: Any) -> None:
        effect = self._effects.get((section, name))
        if effect is not None:
            effect(value)

    def _set_annotator(self, name: str) -> None:
        self._window.workspace.project.annotator = name

    def _set_opacity(self, opacity: float) -> None:
        self._window.canvas_bar.opacity.setValue(round(opacity * 100))

    def _set_text_size(self, percent: int) -> None:
        font = QFont(self._base_font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * percent / 100)
        else:  # a system may give its font in pixels
            font.setPixelSize(round(font.pixelSize() * percent / 100))
        set_application_font(font)

    @Slot(str)
    def _on_theme_chosen(self, name: str) -> None:
        self._preferences.keep("general", "theme", name)

    @Slot(float)
    def _on_opacity_settled(self, opacity: float) -> None:
        self._preferences.keep("canvas", "mask_opacity", opacity)
