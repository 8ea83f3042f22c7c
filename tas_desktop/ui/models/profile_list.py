"""The profiles at the left of the dialog: title, whether each is ready, what it takes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from tas_desktop.ui.models import wording
from tas_desktop.ui.row_ground import paint_row_ground, state_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from tas_desktop.session.models.shelf import ShelvedProfile
    from tas_desktop.ui.theme import Theme

_MARGIN_X: Final = 14
_MARGIN_Y: Final = 8
_GAP: Final = 3
_Index = QModelIndex | QPersistentModelIndex


class ProfileRole(IntEnum):
    """What a row hands out besides its text."""

    NAME = Qt.ItemDataRole.UserRole
    LINES = Qt.ItemDataRole.UserRole + 1


class ProfileRows(QAbstractListModel):
    """One row a profile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles: tuple[ShelvedProfile, ...] = ()
        self._in_use = ""

    def show_profiles(self, profiles: tuple[ShelvedProfile, ...], *, in_use: str) -> None:
        """Other profiles, or the same as they are now; the selection stays where their names do."""
        same = [one.name for one in profiles] == [one.name for one in self._profiles]
        if not same:
            self.beginResetModel()
        self._profiles, self._in_use = profiles, in_use
        if not same:
            self.endResetModel()
        elif profiles:
            self.dataChanged.emit(self.index(0), self.index(len(profiles) - 1))

    def row_of(self, name: str) -> int | None:
        """The row of a profile."""
        names = [one.name for one in self._profiles]
        return names.index(name) if name in names else None

    def profile_at(self, row: int) -> ShelvedProfile | None:
        """The profile of a row."""
        return self._profiles[row] if 0 <= row < len(self._profiles) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a profile."""
        return 0 if parent.isValid() else len(self._profiles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Lines for the delegate, one text for those who do not see them."""
        profile = self.profile_at(index.row())
        if profile is None:
            return None
        if role == ProfileRole.NAME:
            return profile.name
        if role == ProfileRole.LINES:
            return self._lines(profile)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, self._lines(profile)))
        return None

    def _lines(self, profile: ShelvedProfile) -> tuple[str, str, str]:
        """Title, state, needs."""
        if profile.needs is None:
            return profile.name, self.tr("⚠ cannot be used"), ""
        in_use = profile.name == self._in_use
        state = self.tr("● in use") if in_use and not profile.needs.missing else ""
        return (
            wording.translated(profile.needs.profile.title),
            state or wording.readiness_text(profile.needs),
            wording.short_needs_text(profile.needs),
        )


class ProfileDelegate(QStyledItemDelegate):
    """Paints a row: the title above, state and needs below."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are alike."""
        line = QFontMetrics(option.font).height()
        return QSize(160, 3 * line + 2 * _GAP + 2 * _MARGIN_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        tones = self._theme.tones
        view = self.parent()
        chosen = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        painter.save()
        paint_row_ground(painter, option, state=state_of(option, chosen=chosen), tones=tones)
        title = QFont(option.font)
        title.setWeight(QFont.Weight.DemiBold)
        fonts, colours = (title, option.font, option.font), (tones.text, tones.text, tones.muted)
        line = QFontMetrics(option.font).height()
        box = option.rect.adjusted(_MARGIN_X, _MARGIN_Y, -_MARGIN_X, 0)
        for number, text in enumerate(index.data(ProfileRole.LINES)):
            painter.setFont(fonts[number])
            painter.setPen(QColor(colours[number]))
            metrics = QFontMetrics(fonts[number])
            painter.drawText(
                QRect(box.left(), box.top() + number * (line + _GAP), box.width(), line),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()),
            )
        painter.restore()
