"""The masks of a decision that no single proposal shows: repaired, drawn by hand, or several.

An expression that comes back shows what was accepted for it. Where that is one proposal, the ranking
selects it; else these masks are shown as they were decided, until the annotator chooses anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.session.outlines import MaskOutline, trace_mask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.domain.decision import ChosenMask
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.rows import ExpressionRow


@dataclass(frozen=True, slots=True, eq=False)
class KeptMasks:
    """What a standing decision holds.

    Attributes:
        decision_id: the decision.
        text: the text that was accepted.
        masks: its masks, in their order.
        outlines: the same, traced.
    """

    decision_id: int
    text: str
    masks: tuple[ChosenMask, ...]
    outlines: tuple[MaskOutline, ...]


class Kept(QObject):
    """Reads them in the project's lane when an expression comes into the box.

    Signals:
        changed: there are others, or none any more, or they are still being read.
    """

    changed = Signal()

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._awaited: int | None = None
        self.masks: KeptMasks | None = None

    @property
    def is_active(self) -> bool:
        """Whether the decision's masks are shown, or about to be."""
        return self.masks is not None or self._awaited is not None

    def show_decision_of(self, expression: ExpressionRow | None) -> None:
        """An expression came into the box; its decision follows where it has one with a mask."""
        self.clear()
        store = self._project.store
        if expression is None or expression.status is not ExpressionStatus.ACCEPTED or store is None:
            return
        wanted, expression_id = expression.decision_id, expression.expression_id

        def read() -> KeptMasks | None:
            rows = store.list_decisions(expression_id)
            row = next((one for one in reversed(rows) if one.decision_id == wanted), None)
            if row is None or _is_one_proposal(row.decision.masks):
                return None
            masks = row.decision.masks
            return KeptMasks(
                row.decision_id, row.decision.text, masks, tuple(trace_mask(m.mask) for m in masks)
            )

        def deliver(kept: KeptMasks | None) -> None:
            if self._awaited == wanted:
                self._awaited, self.masks = None, kept
                self.changed.emit()

        def give_up(_error: BaseException) -> None:
            deliver(None)

        self._awaited = wanted
        self._project.ask(read, then=deliver, otherwise=give_up)
        self.changed.emit()

    def clear(self) -> None:
        """The annotator chooses anew, or went elsewhere."""
        if self.is_active:
            self._awaited, self.masks = None, None
            self.changed.emit()


def _is_one_proposal(masks: tuple[ChosenMask, ...]) -> bool:
    """Whether the ranking's selection shows the same."""
    return len(masks) == 1 and masks[0].mask == masks[0].proposal_mask
