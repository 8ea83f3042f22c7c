"""What an import is asked to do; plain values, so that a child process can be asked too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ImportKind(StrEnum):
    """What the labels of a file are worth here."""

    EXPRESSIONS = "expressions"  # texts to work on; masks are left out
    PREDICTIONS = "predictions"  # a model's answers, to be reviewed
    ACCEPTED = "accepted"  # labels that somebody has decided on


class NewPictures(StrEnum):
    """What becomes of pictures that the project does not have."""

    IN_PLACE = "in-place"  # added where they are
    COPY = "copy"  # copied into the project's folder
    LEAVE = "leave"  # left out, with what is on them


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """One import.

    Attributes:
        path: the file, or the folder, of the dataset.
        format_name: name of its format.
        kind: what its labels are worth.
        annotator: who imports; decides on labels whose file does not say who did.
        pictures: what becomes of new pictures.
        picture_folder: where the names of pictures start; None tries the dataset's and the project's.
        name: what predictions are told apart by, such as the model's name; the file's name where empty.
    """

    path: Path
    format_name: str
    kind: ImportKind
    annotator: str
    pictures: NewPictures = NewPictures.IN_PLACE
    picture_folder: Path | None = None
    name: str = ""

    @property
    def title(self) -> str:
        """What the import is called in the project."""
        return self.name or self.path.name
