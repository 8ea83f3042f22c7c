"""What a file format is to the rest of the program: a name, what it can carry, and its three functions."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset


class Carries(StrEnum):
    """What may get lost; the preview of an export says so for what a format does not carry."""

    MASKS = "masks"
    CATEGORIES = "categories"
    SEVERAL_TARGETS = "several targets"
    NO_TARGET = "no target"
    UNDECIDED = "undecided"
    SPLITS = "splits"
    ORIGIN = "origin"
    IMAGES = "images"
    SCORES = "scores"


class Layout(StrEnum):
    """Whether an export is one file or a folder."""

    FILE = "file"
    FOLDER = "folder"


class MaskForm(StrEnum):
    """How masks are written; one form for a whole file, never mixed (formats.md section 0, clause 1)."""

    POLYGONS = "polygons"
    RLE = "rle"


class ImageFiles(StrEnum):
    """What becomes of the image files of a folder export."""

    COPY = "copy"
    LINK = "link"
    LEAVE = "leave"


class ImageNames(StrEnum):
    """Names of the images in a folder export: the user's, or COCO's pattern (clause 12)."""

    OWN = "own"
    COCO = "coco"


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How an export is written; a format heeds those that it names in ``Format.options``.

    Attributes:
        created: moment to write into the files; without it they do not depend on the clock.
        dataset: name of the dataset where the layout has one, such as ``refcoco+`` (clause 13).
    """

    masks: MaskForm = MaskForm.POLYGONS
    image_files: ImageFiles = ImageFiles.COPY
    image_names: ImageNames = ImageNames.OWN
    with_origin: bool = False
    created: datetime | None = None
    dataset: str = "refcoco"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a written file does not hold: what and why, how often, and a few examples."""

    what: str
    count: int
    examples: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One breach of a clause.

    Attributes:
        check: name of the check, such as ``ids-unique``; stable, for scripts.
        item: the offending thing: ``annotation 17``, a line, a file.
        message: what is wrong and what follows from it in the clients that read it.
        clause: of formats.md, such as ``0.5``.
    """

    check: str
    item: str
    message: str
    clause: str = ""


IMAGE_FILE: Final = "image-file"
"""Name of the check for image files that are not there: of its own an export tells as a loss, and is kept."""

Tick = Callable[[], None]
"""Called after each item of a long reading; raises ``Cancelled`` to stop it."""


def never_stop() -> None:
    """Go on."""


class Writer(Protocol):
    """Writes a dataset into a file or new empty folder that nobody else sees yet."""

    def __call__(self, target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
        """Write; say what was lost. Raises ``Cancelled`` and ``OSError``; the caller tidies up."""
        ...


class Reader(Protocol):
    """Opens files that are not trusted as a dataset."""

    def __call__(self, path: Path, *, tick: Tick = never_stop) -> Dataset:
        """Open; masks may be decoded later, image by image. Raises ``InputRefused`` with file and item."""
        ...


class Checker(Protocol):
    """Looks for breaches of the format's clauses in files that are not trusted."""

    def __call__(self, path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
        """Every breach found; raises ``InputRefused`` only where there is nothing to look at."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    Attributes:
        name: as typed on the command line.
        title: as shown in the window.
        layout: one file or a folder.
        suffix: of the file, with its dot; empty for folders.
        carries: what survives a round trip.
        options: names of the fields of ``WriteOptions`` that it heeds.
        writer, reader, checker: ``module:function``, imported when first used, so that the list of
            formats costs nothing; empty where there is none.
    """

    name: str
    title: str
    layout: Layout
    carries: frozenset[Carries]
    suffix: str = ""
    options: frozenset[str] = field(default_factory=frozenset)
    writer: str = ""
    reader: str = ""
    checker: str = ""

    def write(self, target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
        """See ``Writer``."""
        return cast("Writer", _resolve(self.writer))(target, dataset, options=options)

    def read(self, path: Path, *, tick: Tick = never_stop) -> Dataset:
        """See ``Reader``."""
        return cast("Reader", _resolve(self.reader))(path, tick=tick)

    def check(self, path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
        """See ``Checker``."""
        return cast("Checker", _resolve(self.checker))(path, tick=tick)


def _resolve(name: str) -> Any:
    return pkgutil.resolve_name(name)
