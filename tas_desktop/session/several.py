"""Several candidates at once: the expression names more than one object."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Several(QObject):
    """Which proposals are chosen together, in the order they were chosen.

    Signals:
        changed: the choice, or whether one is being made.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[int, ...] = ()
        self._active = False

    @property
    def is_active(self) -> bool:
        """Whether several are being chosen."""
        return self._active

    @property
    def chosen(self) -> tuple[int, ...]:
        """Proposal indices."""
        return self._chosen

    def begin(self, *, first: int | None) -> None:
        """Begin to choose, with the candidate that was selected."""
        self._active, self._chosen = True, () if first is None else (first,)
        self.changed.emit()

    def toggle(self, proposal_index: int) -> None:
        """Choose a proposal too, or no longer."""
        if self._active:
            without = tuple(index for index in self._chosen if index != proposal_index)
            self._chosen = (*self._chosen, proposal_index) if without == self._chosen else without
            self.changed.emit()

    def end(self) -> None:
        """Back to one candidate."""
        if self._active:
            self._active, self._chosen = False, ()
            self.changed.emit()
