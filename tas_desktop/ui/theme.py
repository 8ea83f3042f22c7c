"""Light and dark: one small set of tones, followed live from the system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from tas_desktop.ui.fonts import renew_enlarged
from tas_desktop.ui.stylesheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours by purpose, as ``#rrggbb``.

    Text on its ground keeps a contrast of at least 4.5, the edge of a control and the colour of a term one of
    3 (WCAG 2.2, 1.4.3 and 1.4.11). Lines only part what space parts already.
    """

    is_dark: bool
    window: str
    panel: str
    raised: str
    line: str
    edge: str  # of what can be clicked or typed into
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    canvas: str
    visual: str  # the V term
    caption: str  # the P term
    negative: str  # the N term
    prior: str  # what the mask itself gives
    spatial: str  # what its place takes
    good: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    mask: str  # tint and outline of the selected candidate, on any picture


LIGHT = Tones(
    is_dark=False,
    window="#f3f4f7",
    panel="#ffffff",
    raised="#f8f9fb",
    line="#d9dde4",
    edge="#808898",
    text="#1c2230",
    muted="#5c6678",
    accent="#3556c8",
    on_accent="#ffffff",
    accent_soft="#e4eafb",
    canvas="#e3e6eb",
    visual="#3f74d1",
    caption="#22805b",
    negative="#b85a18",
    prior="#7d5bc4",
    spatial="#5c6678",
    good="#1b7347",
    warning="#8a5a00",
    warning_soft="#fdf1d6",
    error="#b3261e",
    error_soft="#fce8e6",
    mask="#12b5ea",
)
DARK = Tones(
    is_dark=True,
    window="#191b20",
    panel="#212429",
    raised="#292d34",
    line="#393e48",
    edge="#727a89",
    text="#e7e9ee",
    muted="#a0a8b7",
    accent="#8aa4ff",
    on_accent="#10131a",
    accent_soft="#2c3656",
    canvas="#121418",
    visual="#6fa0f5",
    caption="#4fc295",
    negative="#ef9a56",
    prior="#b9a0f5",
    spatial="#a0a8b7",
    good="#5fcf97",
    warning="#f2c063",
    warning_soft="#3b3220",
    error="#ff8f86",
    error_soft="#42262a",
    mask="#22c7f5",
)


def palette_of(tones: Tones) -> QPalette:
    """Qt's palette of a set of tones."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tones.window,
        QPalette.ColorRole.Base: tones.panel,
        QPalette.ColorRole.AlternateBase: tones.raised,
        QPalette.ColorRole.Button: tones.raised,
        QPalette.ColorRole.ToolTipBase: tones.raised,
        QPalette.ColorRole.WindowText: tones.text,
        QPalette.ColorRole.Text: tones.text,
        QPalette.ColorRole.ButtonText: tones.text,
        QPalette.ColorRole.ToolTipText: tones.text,
        QPalette.ColorRole.BrightText: tones.error,
        QPalette.ColorRole.PlaceholderText: tones.muted,
        QPalette.ColorRole.Highlight: tones.accent,
        QPalette.ColorRole.HighlightedText: tones.on_accent,
        QPalette.ColorRole.Accent: tones.accent,
        QPalette.ColorRole.Link: tones.accent,
        QPalette.ColorRole.Mid: tones.line,
        QPalette.ColorRole.Midlight: tones.line,
        QPalette.ColorRole.Dark: tones.line,
        QPalette.ColorRole.Light: tones.panel,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    disabled = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in disabled:
        faint = QColor(tones.muted)
        faint.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


class Theme(QObject):
    """Keeps the application in the tones of the system's colour scheme, or of a chosen one."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.tones = LIGHT
        self._applied: Tones | None = None
        self._chosen = Qt.ColorScheme.Unknown
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._apply()

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Follow the system (``Unknown``) or keep to light or dark."""
        self._chosen = scheme
        QGuiApplication.styleHints().setColorScheme(scheme)  # native parts, where the platform has any
        self._apply()

    @Slot()
    def _on_scheme(self) -> None:
        self._apply()

    def _apply(self) -> None:
        scheme = self._chosen
        if scheme == Qt.ColorScheme.Unknown:
            scheme = QGuiApplication.styleHints().colorScheme()
        self.tones = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        if self.tones is self._applied:
            return  # a style sheet is read anew by every widget
        self._applied = self.tones
        self._application.setPalette(palette_of(self.tones))
        self._application.setStyleSheet(style_sheet(self.tones))
        renew_enlarged()
        self.changed.emit()
