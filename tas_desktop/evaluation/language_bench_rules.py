"""What a spatial rule makes of a sentence when boxes are all it sees.

No rule is given a likeness: every candidate looks alike, so that nothing but the words of place decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.layout import Layout
from tas_desktop.engine.methods.params import RectifierRule
from tas_desktop.engine.rectifier import rectify
from tas_desktop.engine.rectifier_code import rectify_as_code
from tas_desktop.language.entities import extract_entity
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.target import code_target

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.ports import ExpressionParser
    from tas_desktop.evaluation.language_bench_tables import BenchSentence

_LONGEST_SIDE: Final = 640.0
_USUAL_SIDE: Final = 480.0
_SMALLEST_PX: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class SpatialReading:
    """A rule's word on N candidates.

    Attributes:
        gain_n: float64, shape (N,): how much it speaks for each; only the order and ties matter.
        kept_n: bool, shape (N,): those it leaves, at its own setting.
    """

    gain_n: NDArray[np.float64]
    kept_n: NDArray[np.bool_]


def read_by_rule(
    sentence: BenchSentence, rule: RectifierRule, *, parser: ExpressionParser
) -> SpatialReading | None:
    """The reading of a method's rectifier; None where it finds nothing to act on."""
    if rule is RectifierRule.TAS:
        directions = parser.understand(sentence.text).directions
        verdict = rectify(layout_of_boxes(sentence.boxes_xywh), directions)
        return None if verdict is None else SpatialReading(verdict.gain_n, verdict.kept_n)
    if rule is RectifierRule.CODE:
        return _read_as_code(sentence, parser)
    return None


def _read_as_code(sentence: BenchSentence, parser: ExpressionParser) -> SpatialReading | None:
    """The released code's rule over equal scores: everything in the half it names is as good."""
    understood = parser.understand(sentence.text.lower())
    parsed = ParsedExpression.of(understood)
    boxes = sentence.boxes_xywh
    width, height = size_of_boxes(boxes)
    verdict = rectify_as_code(
        np.zeros(len(boxes)),
        centroids_xy=boxes[:, :2] + boxes[:, 2:] / 2,
        sentence=understood.text,
        target=code_target(parsed),
        entity=extract_entity(parsed),
        size_wh=(round(width), round(height)),
    )
    if verdict is None:
        return None
    return SpatialReading(verdict.kept_n.astype(np.float64), verdict.kept_n)


def read_plainly(sentence: BenchSentence) -> SpatialReading | None:
    """The plain rule of starter-pack.md 7: halves at the median of the candidates' centres.

    It knows left, right, top and above, below and under, as whole words; None without any of them. It can
    leave nothing at all.
    """
    words = set(sentence.text.lower().split())
    centres = sentence.boxes_xywh[:, :2] + sentence.boxes_xywh[:, 2:] / 2
    middle = np.median(centres, axis=0)
    kept_n = np.ones(len(centres), dtype=bool)
    acted = False
    for names, axis, low_side in _PLAIN_HALVES:
        if words & names:
            acted = True
            kept_n &= centres[:, axis] < middle[axis] if low_side else centres[:, axis] >= middle[axis]
    return SpatialReading(kept_n.astype(np.float64), kept_n) if acted else None


_PLAIN_HALVES: Final = (
    ({"left", "leftmost"}, 0, True),
    ({"right", "rightmost"}, 0, False),
    ({"top", "above"}, 1, True),
    ({"below", "under"}, 1, False),
)


def layout_of_boxes(boxes_xywh: NDArray[np.float64]) -> Layout:
    """Boxes of referents as candidates, equally likely, each a thing of its own.

    Args:
        boxes_xywh: shape (N, 4), pixels.
    """
    size = np.array(size_of_boxes(boxes_xywh))
    top_left = boxes_xywh[:, :2] / size
    extent = np.maximum(boxes_xywh[:, 2:], _SMALLEST_PX) / size
    return Layout(
        centres_xy=top_left + extent / 2,
        boxes_xyxy=np.concatenate([top_left, top_left + extent], axis=1),
        area_n=extent.prod(axis=1),
        shared_nn=np.eye(len(boxes_xywh)),
        likely_n=np.ones(len(boxes_xywh)),
    )


def size_of_boxes(boxes_xywh: NDArray[np.float64]) -> tuple[float, float]:
    """Width and height of the picture, which the tables do not tell, as a guess from its boxes.

    COCO's pictures have a longest side of 640, most of them 640 by 480 or thereabouts, one in four upright.
    """
    right, low = (boxes_xywh[:, :2] + boxes_xywh[:, 2:]).max(axis=0)
    upright = low > _USUAL_SIDE >= right
    across = _USUAL_SIDE if upright else _LONGEST_SIDE
    down = _LONGEST_SIDE if upright else _USUAL_SIDE
    return max(float(right), across), max(float(low), down)
