"""Tables of human expressions with boxes and no pictures: who could be meant, and who is.

A table is CSV with the columns ``ref_id, img_id, sent, bbox`` (others are passed over); ``bbox`` is
``[x, y, width, height]`` in pixels. All referents' boxes of an image are the candidates of each of its
sentences.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted.texts import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_COLUMNS: Final = ("ref_id", "img_id", "sent", "bbox")
_MAX_BYTES: Final = 500_000_000
_FORM: Final = "Give CSV in UTF-8 with the columns ref_id, img_id, sent and bbox, [x, y, width, height]"


@dataclass(frozen=True, slots=True, eq=False)
class BenchSentence:
    """One sentence with at least two candidates.

    Attributes:
        image_id: of the picture.
        text: the sentence as written.
        boxes_xywh: float64, shape (N, 4) with N >= 2, in pixels; all referents of the picture.
        true: which of them is meant.
    """

    image_id: int
    text: str
    boxes_xywh: NDArray[np.float64]
    true: int


class _Row(NamedTuple):
    image_id: int
    ref_id: str
    text: str
    box_xywh: tuple[float, ...]


def read_bench_table(path: Path) -> list[BenchSentence]:
    """Every sentence of a table whose picture has at least two referents, in the table's order.

    Raises:
        InputRefused: the file is missing or no such table, or a line is not as it should be; the message
            names it.
    """
    rows = list(_read_rows(path))
    boxes_of: dict[int, dict[str, tuple[float, ...]]] = {}
    for row in rows:
        boxes_of.setdefault(row.image_id, {})[row.ref_id] = row.box_xywh
    places = {
        image_id: ({ref_id: place for place, ref_id in enumerate(boxes)}, np.array(list(boxes.values())))
        for image_id, boxes in boxes_of.items()
    }
    sentences = []
    for row in rows:
        place_of, boxes_xywh = places[row.image_id]
        if len(boxes_xywh) > 1:
            sentences.append(BenchSentence(row.image_id, row.text, boxes_xywh, place_of[row.ref_id]))
    return sentences


def _read_rows(path: Path) -> Iterator[_Row]:
    seen: dict[str, tuple[int, tuple[float, ...]]] = {}
    with open_text(path, max_bytes=_MAX_BYTES) as stream:
        reader = csv.DictReader(stream)
        try:
            missing = sorted(set(_COLUMNS) - set(reader.fieldnames or ()))
            if missing:
                raise InputRefused(f"{path} lacks {' and '.join(missing)}", next_step=_FORM)
            for fields in reader:
                row = _as_row(fields)
                if row is None:
                    line = reader.reader.line_num
                    raise InputRefused(f"{path}: line {line} is not as it should be", next_step=_FORM)
                if seen.setdefault(row.ref_id, (row.image_id, row.box_xywh)) != (row.image_id, row.box_xywh):
                    line = reader.reader.line_num
                    raise InputRefused(
                        f"{path}: line {line} gives the referent {row.ref_id} another box or picture",
                        next_step="Give each referent one id",
                    )
                yield row
        except csv.Error as error:
            line = reader.reader.line_num
            raise InputRefused(f"{path}: line {line} is no CSV: {error}", next_step=_FORM) from error


def _as_row(fields: dict[str | Any, Any]) -> _Row | None:
    """The row's content; None where it has none."""
    ref_id, image_id, text, bbox = (fields.get(column) for column in _COLUMNS)
    if not (isinstance(ref_id, str) and isinstance(image_id, str)):
        return None
    if not (isinstance(text, str) and isinstance(bbox, str) and ref_id and text):
        return None
    try:
        box: Any = json.loads(bbox)
        number = int(image_id)
    except (ValueError, RecursionError):
        return None
    if not isinstance(box, list) or len(box) != 4:
        return None
    if not all(isinstance(value, int | float) and isfinite(value) for value in box):
        return None
    box_xywh = tuple(float(value) for value in box)
    return _Row(number, ref_id, text, box_xywh) if min(box_xywh[2:]) >= 0.0 else None
