"""When Enter accepts: exactly what is painted for exactly the text in the box.

Pure rules without Qt and without a clock of their own, so that every millisecond can be tested. The
session tells them what happened and asks what a press of Enter means:

- The selected candidate is on the screen for this very text: accept it.
- The ranking of this text is not on the screen yet: hold the key, and accept the first candidate once
  the finished ranking is painted. Typing on, selecting or leaving the image lets go of it.
- The candidate on the screen was replaced by another less than 200 ms before the key, and not by the
  annotator: the newcomer is pointed out and Enter asks once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

NEWCOMER_WINDOW_S = 0.2


class EnterVerdict(Enum):
    """What a press of Enter means at this moment."""

    ACCEPT = auto()
    HOLD = auto()
    ASK_AGAIN = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Painted:
    """What the canvas showed at its last paint.

    Attributes:
        image_id: the image on the canvas.
        text: the expression whose ranking was on the screen.
        ranking_id: that ranking.
        proposal_index: the proposal that was tinted; -1 for a mask by hand, or what was decided before; -2
            for another program's answer.
        companions: further proposals that were tinted with it: the expression names several.
        edit_revision: which state of the mask under repair was shown; None where none is.
    """

    image_id: int
    text: str
    ranking_id: str
    proposal_index: int
    companions: tuple[int, ...] = ()
    edit_revision: int | None = None


class EnterRules:
    """Decides about Enter from what was painted and when."""

    def __init__(self) -> None:
        self._painted: Painted | None = None
        self._replaced_at: float | None = None
        self._by_annotator = False
        self._held_for: tuple[int, str] | None = None
        self._held_for_paint_only = False

    @property
    def painted(self) -> Painted | None:
        """What is on the screen."""
        return self._painted

    @property
    def is_holding(self) -> bool:
        """Whether an Enter waits for its ranking."""
        return self._held_for is not None

    def note_annotator_choice(self) -> None:
        """The annotator chose a candidate: the coming change on the screen surprises nobody."""
        self._by_annotator = True
        self._held_for = None

    def forget_annotator_choice(self) -> None:
        """The choice changed nothing, so no change on the screen is owed to it."""
        self._by_annotator = False

    def note_painted(self, painted: Painted | None, *, now: float) -> bool:
        """Record a paint; return True when a candidate was replaced by a newcomer.

        Args:
            painted: what is on the screen now; None when no candidate is.
            now: monotonic seconds of the end of the paint.
        """
        before, self._painted = self._painted, painted
        chosen, self._by_annotator = self._by_annotator, False
        if painted is None:
            return False
        if before is None or before.image_id != painted.image_id:
            self._replaced_at = None
            return False
        if before.proposal_index == painted.proposal_index:
            return False
        if painted.proposal_index == -1:  # drawn, or decided before: the annotator's own
            self._replaced_at = None
            return False
        self._replaced_at = None if chosen else now
        return not chosen

    def press(self, *, image_id: int, text: str, selected: Painted | None, now: float) -> EnterVerdict:
        """Judge a press of Enter.

        Args:
            image_id: the current image.
            text: the text in the box, as it will be stored.
            selected: the candidate that the session holds as selected for this text, or None while the
                ranking of this text has not come.
            now: monotonic seconds of the key.
        """
        if not text:
            return EnterVerdict.NOTHING
        if selected is None or selected.text != text:
            self._hold(image_id, text, paint_only=False)
            return EnterVerdict.HOLD
        if self._painted != selected:
            return self._judge_unpainted(selected, image_id=image_id, text=text)
        if self._replaced_at is not None and now - self._replaced_at < NEWCOMER_WINDOW_S:
            self._replaced_at = None
            return EnterVerdict.ASK_AGAIN
        self._held_for = None
        return EnterVerdict.ACCEPT

    def _judge_unpainted(self, selected: Painted, *, image_id: int, text: str) -> EnterVerdict:
        """The ranking is there but the screen still shows something else."""
        shown = self._painted
        same_text_shown = shown is not None and (shown.image_id, shown.text) == (image_id, text)
        if not same_text_shown or shown is None:
            self._hold(image_id, text, paint_only=self._by_annotator)
            return EnterVerdict.HOLD
        if shown.proposal_index != selected.proposal_index and not self._by_annotator:
            return EnterVerdict.ASK_AGAIN
        self._hold(image_id, text, paint_only=True)
        return EnterVerdict.HOLD

    def _hold(self, image_id: int, text: str, *, paint_only: bool) -> None:
        self._held_for = (image_id, text)
        self._held_for_paint_only = paint_only

    def release(self) -> None:
        """Let go of a held Enter: the text, the selection or the image changed."""
        self._held_for = None

    def take_held(self, *, complete: bool) -> bool:
        """Return True, once, when the held Enter may be applied to what was just painted.

        Args:
            complete: whether the painted ranking is the finished one and not V alone. A key that
                only waits for the paint of a choice the annotator has made takes any.
        """
        if self._held_for is None or self._painted is None:
            return False
        if not (complete or self._held_for_paint_only):
            return False
        if self._held_for != (self._painted.image_id, self._painted.text):
            return False
        self._held_for = None
        return True

    def reset(self) -> None:
        """Forget the screen: another image or project."""
        self._painted = None
        self._replaced_at = None
        self._by_annotator = False
        self._held_for = None
