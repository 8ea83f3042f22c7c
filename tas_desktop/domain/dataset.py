"""A dataset between a project and its files: what every format writes from and reads into.

Images come one at a time, because a set of RefCOCO's size does not fit into memory with its masks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.decision import Provenance
    from tas_desktop.domain.mask import Mask


@dataclass(frozen=True, slots=True)
class SentenceOrigin:
    """How a sentence came to its mask; exports carry it only where they are asked to.

    Attributes:
        source: who wrote the text: ``person``, ``import`` or ``model``.
        annotator: who decided.
        action: what was decided, a ``DecisionAction``'s value.
        seconds_spent: time in front of the expression.
        edited: whether a mask was repaired by hand.
        candidate_rank: 1-based rank of the first mask's candidate; None where it was drawn.
        scores: named terms of that candidate.
        provenance: method, profile, revisions and parameters of the ranking; None without one.
    """

    source: str
    annotator: str
    action: str
    seconds_spent: float = 0.0
    edited: bool = False
    candidate_rank: int | None = None
    scores: tuple[tuple[str, float], ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One expression as it was accepted.

    Attributes:
        sentence_id: unique over the dataset, >= 1; a project's expression id.
        text: as typed, plain text.
        origin: None where a file does not say.
    """

    sentence_id: int
    text: str
    origin: SentenceOrigin | None = None


@dataclass(frozen=True, slots=True)
class DatasetObject:
    """One object with its mask (a COCO *annotation*).

    Attributes:
        object_id: unique over the dataset, >= 1; a project's referent id.
        category: name from the dataset's category table.
        mask: in pixels of the upright image.
        score: how sure a model was of it, where the file holds predictions.
    """

    object_id: int
    category: str
    mask: Mask
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Sentences that name the same object or objects (a RefCOCO *ref*; formats.md section 0, clause 10).

    Attributes:
        reference_id: unique over the dataset, >= 1; the smallest of its sentence ids in a project.
        object_ids: one for most, several for plural sentences, none where nothing in the image is meant.
        sentences: in the order of the image's list; never empty.
    """

    reference_id: int
    object_ids: tuple[int, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class DatasetImage:
    """One image with everything on it.

    Attributes:
        image_id: unique over the dataset, >= 1.
        file_name: with forward slashes, relative to the images' folder; never leads out of it.
        height, width: pixels of the upright image; 0 where a list of expressions without masks does not say.
        objects: by ascending id; those that no reference names too.
        references: by ascending id.
        undecided: sentences without a decision, in the order of the list.
        split: name of the part of the dataset; empty without one.
        source: where the image file lies now; None where the dataset's files do not say.
        read_picture: gives the image file's bytes where the dataset's files hold the pictures themselves,
            none for one that they lack; may raise ``InputRefused``.
    """

    image_id: int
    file_name: str
    height: int
    width: int
    objects: tuple[DatasetObject, ...] = ()
    references: tuple[Reference, ...] = ()
    undecided: tuple[Sentence, ...] = ()
    split: str = ""
    source: Path | None = None
    read_picture: Callable[[], bytes] | None = field(default=None, compare=False)


class Dataset(Protocol):
    """What writers get and readers give."""

    @property
    def categories(self) -> CategoryTable:
        """The categories of its objects, and possibly more."""
        ...

    @property
    def image_count(self) -> int:
        """How many images one pass gives."""
        ...

    def images(self) -> Iterator[DatasetImage]:
        """The images by ascending id, anew at each call.

        Whoever made the dataset counts progress here and raises ``Cancelled`` between two images, so that
        writers need not.
        """
        ...


@dataclass(frozen=True)
class ListedDataset:
    """A small dataset whose images are all there."""

    categories: CategoryTable
    listed: tuple[DatasetImage, ...]

    @property
    def image_count(self) -> int:
        """How many images there are."""
        return len(self.listed)

    def images(self) -> Iterator[DatasetImage]:
        """The images as they were listed."""
        yield from self.listed
