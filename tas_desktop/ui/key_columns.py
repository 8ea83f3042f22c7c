"""Sections of keys in columns of about equal length."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_COLUMNS = 3
GAP = 40  # between columns
KEY_GAP = 14  # between keys and words
HEAD_LINES = 2  # of a row's height that a heading takes with the space above it


@dataclass(frozen=True, slots=True)
class KeySection:
    """What belongs together.

    Attributes:
        title: its heading.
        rows: of each command the keys, any of which will do, and what they do.
    """

    title: str
    rows: tuple[tuple[tuple[str, ...], str], ...]

    @property
    def lines(self) -> int:
        """Its height in rows."""
        return len(self.rows) + HEAD_LINES


class KeyColumns(QWidget):
    """Lays sections out once, in the most columns that a width has room for.

    Args:
        sections: in the order in which they are read.
        width: in logical pixels; one column may be wider.
    """

    def __init__(self, sections: Sequence[KeySection], *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made = [_Section(section) for section in sections]
        self._widths = {count: _width_of(parts) for count, parts in _all_parts(made)}
        self.count = self.most_within(width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in _parts(made, self.count):
            column = QVBoxLayout()
            column.setSpacing(16)
            keys_width = max((section.keys_width for section in part), default=0)
            for section in part:
                section.set_keys_width(keys_width)
                column.addWidget(section)
            column.addStretch(1)
            row.addLayout(column)
        row.addStretch(1)

    def most_within(self, width: int) -> int:
        """The number of columns that fit into a width, at least one."""
        return max((count for count, needed in self._widths.items() if needed <= width), default=1)


class _Section(QWidget):
    """A heading; below it keys as caps, and words."""

    def __init__(self, section: KeySection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = section.lines
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(KEY_GAP)
        self._grid.setVerticalSpacing(4)
        heading = _plain(section.title)
        heading.setObjectName("heading")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        caps, words = [], []
        for line, (keys, text) in enumerate(section.rows, start=1):
            caps.append(_caps(keys))
            words.append(_plain(text))
            self._grid.addWidget(
                caps[-1], line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
            self._grid.addWidget(words[-1], line, 1)
        self._grid.setColumnStretch(1, 1)
        self.keys_width = _widest(caps)
        self.words_width = _widest(words)

    def set_keys_width(self, width: int) -> None:
        """Begin the words there, as the other sections of the column do."""
        self._grid.setColumnMinimumWidth(0, width)


def _caps(keys: tuple[str, ...]) -> QWidget:
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for key in keys:
        cap = _plain(key)
        cap.setObjectName("key-cap")
        row.addWidget(cap)
    return caps


def _plain(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def _all_parts(sections: Sequence[_Section]) -> Iterator[tuple[int, list[list[_Section]]]]:
    """The sections in one column, in two, and so on."""
    for count in range(1, min(MOST_COLUMNS, max(len(sections), 1)) + 1):
        yield count, _parts(sections, count)


def _parts(sections: Sequence[_Section], count: int) -> list[list[_Section]]:
    """The sections in their order, in so many columns of which the longest is as short as can be."""
    cuts = min(
        combinations(range(1, len(sections)), count - 1),
        key=lambda cuts: max(
            sum(s.lines for s in sections[a:b]) for a, b in pairwise((0, *cuts, len(sections)))
        ),
        default=(),
    )
    return [list(sections[a:b]) for a, b in pairwise((0, *cuts, len(sections)))]


def _width_of(parts: list[list[_Section]]) -> int:
    columns = (
        max((s.keys_width for s in part), default=0) + KEY_GAP + max((s.words_width for s in part), default=0)
        for part in parts
    )
    return sum(columns) + GAP * (len(parts) - 1)


def _widest(widgets: Sequence[QWidget]) -> int:
    return max((widget.sizeHint().width() for widget in widgets), default=0)
