"""Where the annotator is: the image on the desk and the expression in the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.expression_list import ExpressionListModel
from tas_desktop.session.image_desk import Phase, Place
from tas_desktop.session.review.back_check_round import WayBack
from tas_desktop.storage.rows import ExpressionSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.enter_key import EnterKey
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.kept import Kept
    from tas_desktop.session.project_opening import OpenedProject
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.review.due_checks import DueCheck
    from tas_desktop.session.session_messages import SessionMessages
    from tas_desktop.storage.rows import EventRow, ExpressionRow, ImageRow

AHEAD = 2


class Navigation(QObject):
    """Goes to images and expressions, by the annotator's keys and after each decision.

    Signals:
        expression_changed: another expression is in the box (or none).
    """

    expression_changed = Signal()

    def __init__(
        self,
        *,
        project: ProjectSession,
        desk: ImageDesk,
        ranking: RankingDesk,
        enter_key: EnterKey,
        kept: Kept,
        messages: SessionMessages,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.expressions = ExpressionListModel(self)
        self.expression: ExpressionRow | None = None
        self._project, self._desk, self._ranking = project, desk, ranking
        self._enter_key, self._messages, self._clock = enter_key, messages, clock
        self._kept = kept
        self._shown_since = clock()
        self._wanted_expression: int | None = None
        self._awaiting_expressions = False
        project.previewed.connect(self._start_over)
        project.opened.connect(self._on_opened)
        project.closed.connect(self._on_closed)
        project.expressions_loaded.connect(self._on_expressions)
        project.reverted.connect(self._on_reverted)

    @property
    def image(self) -> ImageRow | None:
        """The current image."""
        return self._desk.image

    @property
    def seconds_shown(self) -> float:
        """How long the expression has been in the box."""
        return self._clock() - self._shown_since

    def go_to_image(self, image_id: int, *, expression_id: int | None = None) -> None:
        """Bring an image to the desk, and one of its expressions into the box."""
        image = self._project.images.image(image_id)
        if image is None:
            return
        on_desk = self.image is not None and image_id == self.image.image_id
        if on_desk and self._desk.phase is not Phase.UNREADABLE:
            self._choose_expression(expression_id)
            return
        self._enter_key.forget_screen()
        self.expressions.set_rows([])
        self._put_expression(None)
        self._wanted_expression, self._awaiting_expressions = expression_id, True
        path = self._project.images.path_of(image)
        self._desk.put(image, path, ahead=self._places_ahead(image_id))
        self._project.load_expressions(image_id)

    def step_image(self, step: int, *, undecided: bool = False) -> bool:
        """Go to the next or previous image of the filtered list; False at its end."""
        current = None if self.image is None else self.image.image_id
        row = self._project.images.neighbour(current, step=step, undecided=undecided)
        if row is None:
            return False
        self.go_to_image(row.image_id)
        return True

    def go_to_expression(self, expression_id: int | None) -> None:
        """Put an expression of this image into the box; None starts a new one."""
        self._put_expression(self.expressions.find(expression_id))

    def advance(self) -> None:
        """Go on after a decision: the next undecided expression, else a new one or the next image.

        Only an expression that was imported leads to the next image: a typed one may have a sequel.
        """
        from_list = self.expression is not None and self.expression.source is ExpressionSource.IMPORT
        due = self._project.queue.checks.next_due()
        if due is None:
            self._go_on(from_list=from_list)
        else:
            self._go_to_check(due, way_back=self._way_back(from_list=from_list))

    def start_checks(self) -> None:
        """Begin a round of blind back-checks; the annotator comes back to where they are."""
        due = self._project.queue.checks.start_round()
        if due is not None and self.image is not None:
            here = None if self.expression is None else self.expression.expression_id
            self._go_to_check(due, way_back=WayBack(self.image.image_id, here))

    def return_from_check(self) -> None:
        """Go on after a back-check: to the next one of a round, else to where the work was."""
        checks = self._project.queue.checks
        way_back = checks.end()
        due = checks.next_due() if checks.is_round else None
        if way_back is not None and due is not None:
            self._go_to_check(due, way_back=way_back)
        elif way_back is not None:
            self.go_to_image(way_back.image_id, expression_id=way_back.expression_id)

    def _go_to_check(self, due: DueCheck, *, way_back: WayBack) -> None:
        self._project.queue.checks.begin(due, way_back=way_back)
        self.go_to_image(due.image_id, expression_id=due.expression_id)

    def _way_back(self, *, from_list: bool) -> WayBack:
        """Where `_go_on` would lead."""
        image_id = 0 if self.image is None else self.image.image_id
        current = None if self.expression is None else self.expression.expression_id
        following = self.expressions.next_undecided(current, wanted=self._wanted())
        if following is not None and following.expression_id != current:
            return WayBack(image_id, following.expression_id)
        onward = self._project.images.neighbour(image_id, step=1, undecided=True) if from_list else None
        return WayBack(image_id if onward is None else onward.image_id, None)

    def pass_on(self) -> None:
        """Go on from an empty box: the next undecided expression, else the next image."""
        self._go_on(from_list=True)

    def _go_on(self, *, from_list: bool) -> None:
        current = None if self.expression is None else self.expression.expression_id
        following = self.expressions.next_undecided(current, wanted=self._wanted())
        if following is not None and following.expression_id != current:
            self._put_expression(following)
        elif from_list and self.step_image(1, undecided=True):
            return
        elif from_list and not self._ranking.text:
            self._messages.tell_end_of_list()
        else:
            self._put_expression(None)

    def _put_expression(self, expression: ExpressionRow | None) -> None:
        self._enter_key.release()
        self.expression = expression
        self._shown_since = self._clock()
        blind_seed = self._project.queue.checks.enter(expression)
        self._kept.clear()
        if expression is None:
            self._ranking.load_text("")
        elif blind_seed is not None:
            self._ranking.load_text(expression.text, blind_seed=blind_seed)
        else:
            self._ranking.load_text(expression.text, accepted=expression.proposal_counts)
            self._kept.show_decision_of(expression)
        self.expression_changed.emit()

    def _choose_expression(self, expression_id: int | None) -> None:
        """Put the wanted expression into the box, else the first undecided one."""
        listed = self.expressions
        first = listed.next_undecided(None, wanted=self._wanted()) or listed.next_undecided(None)
        chosen = listed.find(expression_id) or first
        self._put_expression(chosen)

    def _wanted(self) -> tuple[int, ...]:
        """The image's expressions as the queue orders them."""
        return () if self.image is None else self._project.queue.rank_on_image(self.image.image_id)

    def _places_ahead(self, image_id: int) -> list[Place]:
        places: list[Place] = []
        current: int | None = image_id
        for _ in range(AHEAD):
            row = self._project.images.neighbour(current, step=1)
            if row is None:
                break
            places.append(Place(row.image_id, self._project.images.path_of(row)))
            current = row.image_id
        return places

    @Slot(object)
    def _on_opened(self, project: OpenedProject) -> None:
        self._messages.tell_opened(project)
        if self._project.was_previewed and self.image is not None:
            self._project.load_expressions(self.image.image_id)
        else:
            self._start_over()

    @Slot()
    def _start_over(self) -> None:
        """Another list: its first undecided image."""
        self._leave_image()
        if not self.step_image(1, undecided=True):
            self.step_image(1)

    @Slot()
    def _on_closed(self) -> None:
        """Nothing is open where a project could not be opened after its list had been shown."""
        if not self._project.images.total:
            self._leave_image()

    def _leave_image(self) -> None:
        self._desk.clear()
        self.expressions.set_rows([])
        self._put_expression(None)

    @Slot(int, object)
    def _on_expressions(self, image_id: int, rows: tuple[ExpressionRow, ...]) -> None:
        if self.image is None or image_id != self.image.image_id:
            return
        self.expressions.set_rows(rows)
        if self._awaiting_expressions:
            self._awaiting_expressions = False
            if self._ranking.text and self._wanted_expression is None:
                return  # the annotator has begun to type while the list was being read
            self._choose_expression(self._wanted_expression)
        elif self.expression is not None:
            self.expression = self.expressions.find(self.expression.expression_id)
            self.expression_changed.emit()

    @Slot(object)
    def _on_reverted(self, event: EventRow) -> None:
        if event.image_id is None:
            return
        if self.image is None or event.image_id != self.image.image_id:
            self.go_to_image(event.image_id, expression_id=event.expression_id)
        elif event.expression_id is not None:  # an order of the list or a category leaves the box alone
            self.go_to_expression(event.expression_id)
