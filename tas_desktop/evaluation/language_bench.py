"""The language bench: words of place on human sentences, with boxes and no pictures (starter-pack.md 7).

For each sentence with a spatial word and at least two candidates a rule says which candidates it leaves and
which it likes best. *Kept* is the share of sentences whose true referent is left, *left* the mean share of
candidates that are: keeping all gives 1 and 1. Sentences that a rule does not act on count as all left.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tas_desktop.domain.errors import InputRefused
from tas_desktop.evaluation.language_bench_rules import read_by_rule, read_plainly
from tas_desktop.evaluation.language_bench_words import SPATIAL_WORDS, has_spatial_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.engine.methods.params import RectifierRule
    from tas_desktop.engine.ports import ExpressionParser
    from tas_desktop.evaluation.language_bench_rules import SpatialReading
    from tas_desktop.evaluation.language_bench_tables import BenchSentence

_CURVE_POINTS: Final = 41


class ImageChoice(StrEnum):
    """Which pictures, by their id: rules are developed on even ones and reported on odd ones."""

    ODD = "odd"
    EVEN = "even"
    ALL = "all"

    def takes(self, image_id: int) -> bool:
        """Whether the picture is among them."""
        return self is ImageChoice.ALL or (image_id % 2 == 1) == (self is ImageChoice.ODD)


@dataclass(frozen=True, slots=True)
class BenchPoint:
    """How often the true referent is left, and how much else is; both in [0, 1].

    Attributes:
        n: sentences.
        kept: share whose true referent is left.
        left: mean share of the candidates that are left.
    """

    n: int
    kept: float
    left: float


@dataclass(frozen=True, slots=True)
class BenchFigures:
    """What one rule did on a set of sentences.

    Attributes:
        point: at the rule's own setting.
        top1: share whose true referent the rule likes best; among equals, chance decides.
        chance: the same for a rule that likes all alike.
        curve: ``(kept, left)`` from the strictest setting to the one that leaves all.
        acted: share of the sentences that the rule acted on.
        plain: the plain rule on the same sentences.
        plain_acted: the plain rule on those that it understands, and the method there.
        own_there: the method on the sentences that the plain rule understands.
    """

    point: BenchPoint
    top1: float
    chance: float
    curve: tuple[tuple[float, float], ...]
    acted: float
    plain: BenchPoint
    plain_acted: BenchPoint
    own_there: BenchPoint

    def to_json(self) -> dict[str, Any]:
        """Figures rounded to four digits, with the words that made a sentence count."""
        return {
            "n": self.point.n,
            "kept": _short(self.point.kept),
            "left": _short(self.point.left),
            "top1": _short(self.top1),
            "chance": _short(self.chance),
            "acted": _short(self.acted),
            "curve": [[_short(kept), _short(left)] for kept, left in self.curve],
            "plain": _as_json(self.plain),
            "plain_where_it_acts": _as_json(self.plain_acted),
            "own_where_plain_acts": _as_json(self.own_there),
            "words": list(SPATIAL_WORDS),
        }


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence's figures."""

    kept: bool
    left: float
    top1: float
    chance: float
    acted: bool


def choose_sentences(
    sentences: Iterable[BenchSentence], images: ImageChoice = ImageChoice.ALL
) -> list[BenchSentence]:
    """Those of the chosen pictures that have a spatial word.

    Raises:
        InputRefused: there is none.
    """
    chosen = [s for s in sentences if images.takes(s.image_id) and has_spatial_word(s.text)]
    if not chosen:
        raise InputRefused(
            f"No sentence of the {images} pictures has two candidates and a spatial word",
            next_step="Give tables with several referents a picture, or --images all",
        )
    return chosen


def read_sentences(
    sentences: Sequence[BenchSentence],
    rule: RectifierRule,
    *,
    parser: ExpressionParser,
    on_sentence: Callable[[int, int], None],
) -> list[SpatialReading | None]:
    """What the rectifier of a method makes of each sentence; ``on_sentence`` is told done and total."""
    readings = []
    for done, sentence in enumerate(sentences, start=1):
        readings.append(read_by_rule(sentence, rule, parser=parser))
        on_sentence(done, len(sentences))
    return readings


def figures_of(sentences: Sequence[BenchSentence], readings: Sequence[SpatialReading | None]) -> BenchFigures:
    """Figures over one or more sentences and the reading of each, beside the plain rule's."""
    told = [_tell(s, reading) for s, reading in zip(sentences, readings, strict=True)]
    plain = [_tell(s, read_plainly(s)) for s in sentences]
    there = [i for i, one in enumerate(plain) if one.acted]
    return BenchFigures(
        point=_point(told),
        top1=float(np.mean([one.top1 for one in told])),
        chance=float(np.mean([one.chance for one in told])),
        curve=_curve(sentences, readings),
        acted=float(np.mean([one.acted for one in told])),
        plain=_point(plain),
        plain_acted=_point([plain[i] for i in there]),
        own_there=_point([told[i] for i in there]),
    )


def _tell(sentence: BenchSentence, reading: SpatialReading | None) -> _Told:
    chance = 1.0 / len(sentence.boxes_xywh)
    if reading is None:
        return _Told(kept=True, left=1.0, top1=chance, chance=chance, acted=False)
    best_n = reading.gain_n == reading.gain_n.max()
    return _Told(
        kept=bool(reading.kept_n[sentence.true]),
        left=float(reading.kept_n.mean()),
        top1=float(best_n[sentence.true]) / float(best_n.sum()),
        chance=chance,
        acted=True,
    )


def _point(told: Sequence[_Told]) -> BenchPoint:
    if not told:
        return BenchPoint(0, 1.0, 1.0)
    kept, left = np.mean([one.kept for one in told]), np.mean([one.left for one in told])
    return BenchPoint(len(told), float(kept), float(left))


def _curve(
    sentences: Sequence[BenchSentence], readings: Sequence[SpatialReading | None]
) -> tuple[tuple[float, float], ...]:
    """Kept and left as the gain that a candidate needs falls; the best one of a sentence always stays.

    Settings are even steps in the share of candidates left, so that the points spread over the curve.
    """
    gains = [None if reading is None else reading.gain_n for reading in readings]
    everything = np.concatenate([gain_n for gain_n in gains if gain_n is not None] or [np.zeros(1)])
    thresholds = np.unique(np.quantile(everything, np.linspace(0.0, 1.0, _CURVE_POINTS)))[::-1]
    points = []
    for least in thresholds:
        kept, left = [], []
        for sentence, gain_n in zip(sentences, gains, strict=True):
            stays_n = (
                np.ones(len(sentence.boxes_xywh), dtype=bool)
                if gain_n is None
                else (gain_n >= least) | (gain_n == gain_n.max())
            )
            kept.append(stays_n[sentence.true])
            left.append(stays_n.mean())
        points.append((float(np.mean(kept)), float(np.mean(left))))
    return tuple(dict.fromkeys(points))


def _as_json(point: BenchPoint) -> dict[str, float]:
    return {"n": point.n, "kept": _short(point.kept), "left": _short(point.left)}


def _short(value: float) -> float:
    return round(value, 4)
