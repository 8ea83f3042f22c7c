"""The pace of the work: one quiet line under the image list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.session.review.pace import PaceMeter


class PaceLine(ElidingLabel):
    """Decisions per minute and the time left; hidden until there is a pace."""

    def __init__(self, pace: PaceMeter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the list above shall not move when the line appears
        self.setSizePolicy(policy)
        self._pace = pace
        pace.changed.connect(self._show)
        self._show()

    def retranslate(self, _retranslation: object) -> None:
        """Another language."""
        self._show()

    @Slot()
    def _show(self) -> None:
        now, overall = self._pace.per_minute_now, self._pace.per_minute
        left, remaining = self._pace.seconds_left, self._pace.remaining
        parts = []
        if overall is not None:
            parts.append(self.tr("{0} per minute").format(_rate(overall if now is None else now)))
        if left is not None and remaining:
            parts.append(self.tr("{0} left").format(self._duration(left)))
        self.setText(" · ".join(parts))
        self.setVisible(bool(parts))
        if overall is not None:
            tip = self.tr(
                "Decisions per minute: {0} now, {1} over the session; {2} expressions to go"
            ).format("–" if now is None else _rate(now), _rate(overall), f"{remaining:,}")
            self.setToolTip(as_plain_tool_tip(tip))

    def _duration(self, seconds: float) -> str:
        minutes = max(round(seconds / 60), 1)
        if minutes < 90:
            return self.tr("{0} min").format(minutes)
        hours, rest = divmod(minutes, 60)
        if hours < 24:
            return self.tr("{0} h {1} min").format(hours, f"{rest:02d}")
        return self.tr("{0} h").format(f"{hours:,}")


def _rate(per_minute: float) -> str:
    return f"{per_minute:.0f}" if per_minute >= 10 else f"{per_minute:.1f}"
