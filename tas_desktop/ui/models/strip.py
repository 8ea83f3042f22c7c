"""The place of downloads in the status bar: they go on when the dialog is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from tas_desktop.ui.icons import icon
from tas_desktop.ui.models import wording
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.session.models.downloads import Downloads
    from tas_desktop.ui.theme import Theme

_STEPS = 1000


class DownloadStrip(QWidget):
    """Visible while models are on their way.

    Signals:
        opened: the person wants to see more.
    """

    opened = Signal()

    def __init__(self, downloads: Downloads, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("download-strip")
        self._downloads, self._theme = downloads, theme
        self.label = QToolButton(self)
        self.label.setObjectName("status-button")
        self.label.clicked.connect(self.opened)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(90)
        self.cancel = QToolButton(self)
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.clicked.connect(downloads.cancel_all)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(4)
        for widget in (self.label, self.bar, self.cancel):
            layout.addWidget(widget)
        downloads.changed.connect(self._show)
        theme.changed.connect(self._on_theme)
        self.retranslate()
        self._on_theme()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop downloading; what has come is kept"))
        self._show()

    @Slot()
    def _show(self) -> None:
        under_way = self._downloads.under_way
        self.setVisible(bool(under_way))
        if not under_way:
            return
        first = under_way[0]
        text = f"{first.title}: {wording.transfer_text(first)}"
        if len(under_way) > 1:
            text = self.tr("{0} (and {1} more)").format(text, len(under_way) - 1)
        self.label.setText(text)
        self.label.setToolTip(as_plain_tool_tip("\n".join(one.title for one in under_way)))
        self.bar.setRange(0, 0 if first.share is None else _STEPS)
        self.bar.setValue(round((first.share or 0) * _STEPS))
        self.cancel.setEnabled(not all(one.is_stopping for one in under_way))

    @Slot()
    def _on_theme(self) -> None:
        self.cancel.setIcon(icon("cancel", self._theme.tones.text))
