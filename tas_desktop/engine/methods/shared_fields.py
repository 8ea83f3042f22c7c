"""Parameters that several methods have, declared once, and the text that some of them mix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.methods.common import SHARE_OF_DEPTH, Scale
from tas_desktop.engine.methods.declared import choice, number, whole
from tas_desktop.engine.methods.vectors import mix, unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.query import Query


def pixel_scale() -> Any:
    """How pixels are scaled; the network's own means unless chosen otherwise."""
    return choice(
        Scale.MODEL,
        label=QT_TRANSLATE_NOOP("Methods", "Pixels scaled as for"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Means that the pixels are scaled by."),
    )


def sentence_share() -> Any:
    """Beta of a text that is mixed of the sentence and its noun phrase."""
    return number(
        0.5,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Sentence (β)"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Share of the sentence; the rest is its noun phrase."),
    )


def masked_depth() -> Any:
    """Share of the depth, from which on tokens are masked."""
    return number(
        SHARE_OF_DEPTH,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Masked depth"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Share of the network's last blocks that see masked tokens."),
        is_offered=False,
    )


def changed_depth(default: float) -> Any:
    """Share of the depth, from which on attention is changed."""
    return number(
        default,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Changed depth"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Share of the network's last blocks whose attention is changed."
        ),
        is_offered=False,
    )


def largest_kept(default: int) -> Any:
    """How many of the largest masks pass the gate (``gate.gate_largest``)."""
    return whole(
        default,
        label=QT_TRANSLATE_NOOP("Methods", "Largest masks kept"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Only so many of the largest masks may come first; 0: all."),
    )


def least_pixels(default: int) -> Any:
    """Pixels that a mask needs more than to pass the gate."""
    return whole(
        default,
        label=QT_TRANSLATE_NOOP("Methods", "Least pixels"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Masks of no more pixels come last."),
    )


def sentence_and_phrase(query: Query) -> tuple[str, str]:
    """The two texts that are mixed."""
    return query.words, query.understood.target.lower()


def mixed_text(question: Question, *, share: float) -> NDArray[np.float64]:
    """Sentence and noun phrase mixed before any scaling, then scaled, shape (D,)."""
    sentence, phrase = sentence_and_phrase(question.query)
    return unit(mix(question.plain(sentence), question.plain(phrase), share=share))


def mixed_units(question: Question, *, share: float) -> NDArray[np.float64]:
    """Sentence and noun phrase scaled before they are mixed, and not after, shape (D,)."""
    sentence, phrase = sentence_and_phrase(question.query)
    return mix(unit(question.plain(sentence)), unit(question.plain(phrase)), share=share)
