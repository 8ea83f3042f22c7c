"""What leaves the program: accepted referents with their expressions, image by image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask


@dataclass(frozen=True, slots=True)
class Annotation:
    """One accepted referent: one mask, one or more expressions (a RefCOCO *ref*).

    Attributes:
        referent_id: stable id in the project, >= 1; annotation id and ref id of every export.
        mask: the accepted mask, in pixels of the upright image.
        category: name from the project's category table, or ``object``.
        expressions: the exact accepted texts, in the order of the image's list; never empty.
    """

    referent_id: int
    mask: Mask
    category: str
    expressions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedImage:
    """One image with everything accepted on it.

    Attributes:
        image_id: stable id in the project, >= 1.
        path: path with forward slashes, relative to the project folder where possible.
        height, width: pixels of the upright image.
        annotations: accepted referents by ascending id; may be empty.
    """

    image_id: int
    path: str
    height: int
    width: int
    annotations: tuple[Annotation, ...]
