"""Ways to a mask beside the ranking: repairing one, drawing one, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from tas_desktop.session.enter_key import EnterKey
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.mask_choice import MaskChoice
    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.session_messages import SessionMessages


class MaskMaking(QObject):
    """Begins and ends them, and puts a repair aside when the annotator goes elsewhere.

    Signals:
        text_wanted: a mask is there, and nothing in the box says what it shows.
    """

    text_wanted = Signal()

    def __init__(
        self,
        *,
        desk: ImageDesk,
        ranking: RankingDesk,
        choice: MaskChoice,
        navigation: Navigation,
        enter_key: EnterKey,
        messages: SessionMessages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._ranking, self._choice = desk, ranking, choice
        self._navigation, self._enter_key, self._messages = navigation, enter_key, messages
        self._place = (0, 0)
        desk.image_changed.connect(self._leave)
        navigation.expression_changed.connect(self._leave)

    @property
    def is_under_way(self) -> bool:
        """Whether a mask is repaired or several are chosen."""
        return self._choice.repair.is_active or self._choice.several.is_active

    def begin_repair(self, *, by_hand: bool = False) -> None:
        """Repair the mask of the selected candidate, or draw one by hand where none fits."""
        place = self._find_place()
        self._enter_key.choose_by_hand(lambda: self._choice.begin_repair(by_hand=by_hand, place=place))

    def toggle_several(self) -> None:
        """Begin or end choosing several candidates: the expression names more than one object."""
        if self._desk.image is not None:
            self._enter_key.release()
            self._choice.toggle_several()

    @Slot()
    def toggle_selected(self) -> None:
        """While several are chosen: choose the selected candidate too, or no longer."""
        selected = self._ranking.selected
        if selected is not None:
            self._choice.several.toggle(selected.proposal_index)

    def cancel(self) -> None:
        """Back to the ranking."""
        self._enter_key.choose_by_hand(self._end)

    def is_acceptable(self) -> bool:
        """Whether a repair has a mask and a text for it; says what is missing."""
        repair = self._choice.repair
        repair.end_stroke()
        if not self._ranking.text:
            self._messages.tell_text_wanted()
            self.text_wanted.emit()
            return False
        if not repair.pointing.is_pending and not self._choice.offer.masks():
            self._messages.tell_empty_repair()
            return False
        return True

    def _end(self) -> bool:
        self._choice.end()
        return True

    @Slot()
    def _leave(self) -> None:
        """The annotator went elsewhere: another picture, or another expression."""
        kept, row = self._choice.kept, self._navigation.expression
        if kept.masks is not None and (row is None or row.decision_id != kept.masks.decision_id):
            kept.clear()  # the decision was taken back
        before, self._place = self._place, self._find_place()
        if self._place != before and self._choice.leave():
            self._messages.tell_repair_left()

    def _find_place(self) -> tuple[int, int]:
        """Image and expression; 0 for none, or one that is not on the list yet."""
        image, expression = self._desk.image, self._navigation.expression
        return 0 if image is None else image.image_id, 0 if expression is None else expression.expression_id
