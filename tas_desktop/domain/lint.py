"""What may be wrong with an expression: hints for the annotator, never a reason to refuse it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LintCode(StrEnum):
    """One word per kind of hint; the window words and translates them."""

    MISSPELLED = "misspelled"
    GLUED = "glued"  # "guyin" for "guy in"
    REPEATED_WORD = "repeated-word"  # "the the mug"
    ONLY_PRONOUN = "only-pronoun"  # "he", "that one": names no kind of thing
    POSITION_WORD = "position-word"  # in the mode without position words (RefCOCO+)
    DUPLICATE = "duplicate"  # the image has this expression already
    NEAR_DUPLICATE = "near-duplicate"  # it has one with the same words
    AMBIGUOUS = "ambiguous"  # the same expression names another object of the image
    WRONG_SIDE = "wrong-side"  # says "left", and the mask lies on the right
    SAME_REFERENT = "same-referent"  # the mask is that of another expression: they will be joined


@dataclass(frozen=True, slots=True)
class Finding:
    """One hint.

    Attributes:
        code: what it is about.
        start, end: characters of the expression it is about, end exclusive; 0, 0 for the whole.
        subject: those characters, or the other expression it is compared with.
        better: what could stand there instead, best first; may be empty.
        value: a figure that belongs to it (IoU of ``SAME_REFERENT``), in [0, 1].
    """

    code: LintCode
    start: int = 0
    end: int = 0
    subject: str = ""
    better: tuple[str, ...] = ()
    value: float = 0.0


def apply_finding(text: str, finding: Finding) -> str:
    """The text with the best replacement in place; unchanged where there is none."""
    if not finding.better:
        return text
    return text[: finding.start] + finding.better[0] + text[finding.end :]
