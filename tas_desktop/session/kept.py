"""Masks that an expression brings along and no single proposal shows.

An expression that comes back shows what was accepted for it. Where that is one proposal, the ranking
selects it; else these masks, repaired, drawn by hand or several, are shown as they were decided, until the
annotator chooses anew. An undecided one shows what another program answered to it, if that was imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.decision import ChosenMask
from tas_desktop.session.outlines import MaskOutline, trace_mask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ExpressionRow


@dataclass(frozen=True, slots=True, eq=False)
class KeptMasks:
    """What a standing decision holds, or an answer that nobody has decided on.

    Attributes:
        decision_id: the decision; None for an answer.
        text: the text that was accepted, or answered.
        masks: its masks, in their order.
        outlines: the same, traced.
        answered_by: name of the program that answered; empty for a decision.
    """

    decision_id: int | None
    text: str
    masks: tuple[ChosenMask, ...]
    outlines: tuple[MaskOutline, ...]
    answered_by: str = ""


class Kept(QObject):
    """Reads them in the project's lane when an expression comes into the box.

    Signals:
        changed: there are others, or none any more, or they are still being read.
    """

    changed = Signal()

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._awaited: tuple[int, int | None] | None = None  # expression and decision
        self.masks: KeptMasks | None = None

    @property
    def is_active(self) -> bool:
        """Whether masks are shown, or those of a decision are about to be."""
        awaits_decision = self._awaited is not None and self._awaited[1] is not None
        return self.masks is not None or awaits_decision

    @property
    def is_decided(self) -> bool:
        """Whether what is shown, or about to be, was decided; else it is an answer."""
        return self.is_active and (self.masks is None or self.masks.decision_id is not None)

    def show_decision_of(self, expression: ExpressionRow | None) -> None:
        """An expression came into the box; its masks follow where it has some."""
        self.clear()
        store = self._project.store
        if expression is None or store is None:
            return
        if expression.status is ExpressionStatus.ACCEPTED:
            read = partial(_read_decision, store, expression)
        elif expression.status is ExpressionStatus.UNDECIDED:
            read = partial(_read_answer, store, expression)
        else:
            return
        wanted = (expression.expression_id, expression.decision_id)

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
        was_active = self.is_active
        self._awaited, self.masks = None, None
        if was_active:
            self.changed.emit()


def _is_one_proposal(masks: tuple[ChosenMask, ...]) -> bool:
    """Whether the ranking's selection shows the same."""
    return len(masks) == 1 and masks[0].mask == masks[0].proposal_mask


def _read_decision(store: ProjectStore, expression: ExpressionRow) -> KeptMasks | None:
    rows = store.list_decisions(expression.expression_id)
    row = next((one for one in reversed(rows) if one.decision_id == expression.decision_id), None)
    if row is None or _is_one_proposal(row.decision.masks):
        return None
    masks = row.decision.masks
    return KeptMasks(row.decision_id, row.decision.text, masks, tuple(trace_mask(m.mask) for m in masks))


def _read_answer(store: ProjectStore, expression: ExpressionRow) -> KeptMasks | None:
    answers = store.answers.of_expression(expression.expression_id)
    if not answers:
        return None
    masks = tuple(
        ChosenMask(one.mask, scores=() if one.score is None else (("answer", one.score),)) for one in answers
    )
    outlines = tuple(trace_mask(one.mask) for one in answers)
    return KeptMasks(None, answers[0].text, masks, outlines, answered_by=answers[0].name)
