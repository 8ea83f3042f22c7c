"""Blind back-checks in the open project: when one comes, what it hides, and where the work goes on after."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.session.review.due_checks import BackCheckPlan, find_due

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.decision import Decision
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.review.due_checks import DueCheck
    from tas_desktop.storage.back_checks import BackCheckRow
    from tas_desktop.storage.rows import ExpressionRow

ROUND_SHARE = 0.1  # of a round that is asked for while no share is set


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where the work goes on after a check: an image, and an expression or its first open one."""

    image_id: int
    expression_id: int | None


@dataclass(slots=True)
class _Pending:
    due: DueCheck
    way_back: WayBack
    text: str | None = None  # known once the expression is in the box


class BackCheckRound(QObject):
    """Lets a decision come again without its mask and without the order's hint, and compares.

    A check never changes a decision. Skipping or flagging leaves it out, and so do other words in the box
    or going elsewhere: what is decided then is a decision like any other.

    Signals:
        began: an expression is in the box to be decided blind.
        answered: a check is on the disk (``BackCheckRow``).
        ended: no check is under way any more.
        nothing_due: a round was asked for and there is nothing to check.
        failed: a check could not be written.
    """

    began = Signal()
    answered = Signal(object)
    ended = Signal()
    nothing_due = Signal()
    failed = Signal(object)

    def __init__(
        self,
        project: ProjectSession,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self.plan = BackCheckPlan()
        self._project, self._clock = project, clock
        self._pending: _Pending | None = None
        self._since_last = 0
        self._in_round = False
        self._done: set[int] = set()  # decisions checked or left out since the project was opened
        project.opened.connect(self._on_opened)
        project.decided.connect(self._on_decided)

    @property
    def is_active(self) -> bool:
        """Whether an expression is in the box to be decided blind."""
        return self._pending is not None and self._pending.text is not None

    @property
    def is_round(self) -> bool:
        """Whether one check follows the other."""
        return self._in_round

    def set_share(self, share: float) -> None:
        """Check this share of the decisions, in [0, 1]."""
        self.plan = replace(self.plan, share=share)

    def set_minutes(self, minutes: float) -> None:
        """Let a decision rest this long before it may come again."""
        self.plan = replace(self.plan, minutes=minutes)

    # Beginning

    def next_due(self) -> DueCheck | None:
        """The check that comes between two decisions now; mostly None."""
        if self._in_round:
            due = self._find(whatever_age=True)
            if due is None:
                self._in_round = False
            return due
        if self.plan.share <= 0 or self._since_last < self.plan.gap:
            return None
        return self._find(whatever_age=False)

    def start_round(self) -> DueCheck | None:
        """The first check of a round, which takes all that were chosen, however young; None: nothing due."""
        self._in_round = True
        due = self.next_due()
        if due is None:
            self.nothing_due.emit()
        return due

    def begin(self, due: DueCheck, *, way_back: WayBack) -> None:
        """A check is on its way to the box."""
        self._pending = _Pending(due, way_back)
        self._since_last = 0

    # Under way

    def enter(self, expression: ExpressionRow | None) -> int | None:
        """An expression comes into the box: the seed of its blind order, or None when it is no check."""
        pending = self._pending
        if pending is None or (expression is None and pending.text is None):
            return None
        if expression is None or expression.expression_id != pending.due.expression_id:
            self._leave()
            return None
        if expression.decision_id != pending.due.decision_id:
            self._leave()  # somebody decided anew meanwhile
            return None
        pending.text = expression.text
        self.began.emit()
        return pending.due.decision_id

    def take(self, decision: Decision) -> bool:
        """Compare a decision instead of recording it, where it answers the check; False where it does not."""
        pending = self._pending
        if pending is None or pending.text is None:
            return False
        if (decision.expression_id, decision.text) != (pending.due.expression_id, pending.text):
            self._leave()
            return False
        self._done.add(pending.due.decision_id)
        if decision.action not in (DecisionAction.SKIP, DecisionAction.FLAG):
            self._record(pending, decision)
        return True

    def end(self) -> WayBack | None:
        """The check was answered or left out; where the work goes on."""
        pending, self._pending = self._pending, None
        if pending is None:
            return None
        self.ended.emit()
        return pending.way_back

    def _record(self, pending: _Pending, decision: Decision) -> None:
        store = self._project.store
        if store is None:
            return
        from tas_desktop.storage.back_checks import BackCheck

        check = BackCheck(
            pending.due.decision_id,
            decision.action,
            decision.annotator,
            tuple(chosen.mask for chosen in decision.masks),
            decision.seconds_spent,
        )

        def deliver(row: BackCheckRow) -> None:
            self._project.queue.read_again(row.image_id)
            self.answered.emit(row)

        self._project.ask(lambda: store.back_checks.record(check), then=deliver, otherwise=self.failed.emit)

    def _leave(self) -> None:
        self._in_round = False
        self.end()

    def _find(self, *, whatever_age: bool) -> DueCheck | None:
        columns, store = self._project.queue.columns, self._project.store
        if columns is None or store is None or store.read_only_reason is not None:
            return None
        plan = self.plan if self.plan.share > 0 else BackCheckPlan(ROUND_SHARE, self.plan.minutes)
        due = find_due(columns, plan, now=self._clock(), whatever_age=whatever_age)
        return next((check for check in due if check.decision_id not in self._done), None)

    @Slot()
    def _on_opened(self) -> None:
        self._pending, self._in_round, self._since_last = None, False, 0
        self._done.clear()

    @Slot()
    def _on_decided(self) -> None:
        self._since_last += 1
