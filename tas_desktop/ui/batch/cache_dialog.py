"""What analyses take of the disk, with a button that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tas_desktop.config.disk_use import readable_size
from tas_desktop.ui.dialog_parts import make_label
from tas_desktop.ui.dialog_size import fit_dialog

if TYPE_CHECKING:
    from tas_desktop.session.cache_session import CacheSession, KeptOnDisk

WIDTH, HEIGHT = 520, 260
_STEPS = 1000


class CacheDialog(QDialog):
    """Not modal; counts when it is opened and after clearing."""

    def __init__(self, cache: CacheSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cache-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cache = cache
        self._kept: KeptOnDisk | None = None
        self.used = make_label("strong", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.project = make_label("muted", self)
        self.place = make_label("muted", self)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.meaning = make_label("muted", self)
        self.clear_button, self.close_button = QPushButton(self), QPushButton(self)
        self.clear_button.setEnabled(False)
        self.clear_button.clicked.connect(self._on_clear)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        for button in (self.clear_button, self.close_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(10)
        for widget in (self.used, self.bar, self.place, self.project, self.meaning):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(buttons)
        cache.counted.connect(self._on_counted)
        self.retranslate()
        self.close_button.setFocus()
        cache.count()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Analyses on disk"))
        self.bar.setAccessibleName(self.tr("Share of the limit in use"))
        self.clear_button.setText(self.tr("Clear"))
        self.close_button.setText(self.tr("Close"))
        self.meaning.setText(
            self.tr(
                "An analysis that is kept spares the networks when its picture is opened again. The longest "
                "unused ones go first once the limit, which is in the settings, is reached. Decisions are "
                "not among them."
            )
        )
        self._show()

    @Slot(object)
    def _on_counted(self, kept: KeptOnDisk) -> None:
        self._kept = kept
        self._show()

    @Slot()
    def _on_clear(self) -> None:
        self.clear_button.setEnabled(False)
        self._cache.clear()

    def _show(self) -> None:
        kept = self._kept
        if kept is None:
            self.used.setText(self.tr("Counting …"))
            fit_dialog(self, width=WIDTH, height=HEIGHT)
            return
        use = kept.use
        text = self.tr("{0} of {1} in use, {2} pictures")
        self.used.setText(
            text.format(readable_size(use.size_bytes), readable_size(use.limit_bytes), f"{use.analyses:,}")
        )
        self.bar.setValue(
            round(min(use.size_bytes / use.limit_bytes, 1.0) * _STEPS) if use.limit_bytes else 0
        )
        self.place.setText(self.tr("In {0}").format(use.folder))
        in_project = self.tr("The open project keeps {0} of its own: masks and captions, without embeddings.")
        self.project.setVisible(kept.project_bytes is not None)
        self.project.setText(in_project.format(readable_size(kept.project_bytes or 0)))
        self.clear_button.setEnabled(use.analyses > 0)
        fit_dialog(self, width=WIDTH, height=HEIGHT)
