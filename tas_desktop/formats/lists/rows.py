"""Rows of an image and an expression each, with or without what it names.

Fields of a row, all but ``image`` optional: ``image``, ``image_id``, ``width``, ``height``, ``split``;
``expression``, ``expression_id``, ``reference_id``; ``target``: ``object``, ``none`` (nothing in the image)
or ``undecided``; ``object_id``, ``category``, ``score`` and ``mask``: run lengths or polygons as COCO has
them, or a text that the list's format decodes. A sentence that names several objects has a row for each, with
the same ``expression_id``; rows without an expression are objects that none names. Ids that are not given are
counted up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

OBJECT, NONE, UNDECIDED = "object", "none", "undecided"
"""What ``target`` may be."""

_OTHER_NAMES: Final = {
    "file_name": "image",
    "image_path": "image",
    "text": "expression",
    "sentence": "expression",
    "caption": "expression",
    "segmentation": "mask",
}


class Row(NamedTuple):
    """One row: its line, from 1, and the fields that are there."""

    line: int
    fields: Mapping[str, Any]


def plain_field(name: str, others: Container[str]) -> str:
    """Our name of a field that others call otherwise, unless it is there under our name too."""
    plain = _OTHER_NAMES.get(name, name)
    return name if plain in others else plain
