"""Which picture of the project an image of a dataset is: by place, by content, else by its name alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.image_reading import ImageHeader, read_header, read_header_of
from tas_desktop.formats.untrusted.names import inside, plain_name
from tas_desktop.formats.untrusted.refusals import in_file
from tas_desktop.storage.adding import is_storable, stored_path

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow


@dataclass(frozen=True, slots=True)
class KnownPicture:
    """An image of the project.

    Attributes:
        image_id: its id.
        split: its part of the dataset.
        is_empty: whether it has no expressions.
        size_hw: height and width of the upright image; None where that cannot be told.
    """

    image_id: int
    split: str
    is_empty: bool
    size_hw: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture that the project does not have.

    Attributes:
        file: where it lies; None where its bytes came with the dataset.
        content: those bytes.
    """

    file: Path | None
    content_hash: str
    header: ImageHeader
    content: bytes = b""


class PictureFinder:
    """Finds them; remembers what was added since.

    Args:
        store: the project.
        dataset_path: file or folder of the dataset; names may start there.
        picture_folder: names start here and nowhere else; None where nobody said.
    """

    def __init__(self, store: ProjectStore, *, dataset_path: Path, picture_folder: Path | None) -> None:
        self._store = store
        folder = dataset_path if dataset_path.is_dir() else dataset_path.parent
        self._bases = (
            (folder.absolute(), store.folder) if picture_folder is None else (picture_folder.absolute(),)
        )
        self._said_where = picture_folder is not None
        self._rows = store.list_images()
        self._by_path = {row.path: row for row in self._rows}
        self._sizes: dict[int, tuple[int, int] | None] = {}
        self._added: dict[str, KnownPicture] = {}

    def find(self, image: DatasetImage) -> KnownPicture | NewPicture | None:
        """What an image is; None where there is no such picture.

        Raises:
            InputRefused: its name leads out of its folder.
            ImageRefused: a new file is no picture.
        """
        places = self._places(image)
        for place in places:
            stored = stored_path(place, folder=self._store.folder)
            if stored in self._added:
                return self._added[stored]
            if stored in self._by_path:
                return self._known(self._by_path[stored])
        file = next((place for place in places if place.is_file()), None)
        content = image.read_picture() if file is None and image.read_picture is not None else b""
        if content:
            return self._find_embedded(content)
        if file is None:
            return self._find_by_name(image)
        header = read_header(file)
        content_hash = hash_file(file)
        row = self._by_content.get(content_hash) or self._find_unread(file.stat().st_size, content_hash)
        return NewPicture(file, content_hash, header) if row is None else self._known(row)

    def at(self, stored: str) -> KnownPicture | None:
        """The picture that the project has under this path, or has got since."""
        if stored in self._added:
            return self._added[stored]
        return self._known(self._by_path[stored]) if stored in self._by_path else None

    def is_missing(self, stored: str) -> bool:
        """Whether the project has a picture of this path whose file is gone."""
        return stored in self._by_path and not self._store.image_path(stored).is_file()

    def note_added(self, picture: KnownPicture, *, stored: str, file: Path | None) -> None:
        """A picture was added to the project under this path; the file is what it was copied from."""
        self._added[stored] = picture
        if file is not None:
            self._added[stored_path(file, folder=self._store.folder)] = picture

    def _places(self, image: DatasetImage) -> list[Path]:
        own = [] if image.source is None or self._said_where else [image.source.absolute()]
        with in_file(self._bases[0]):
            return [
                *own,
                *(inside(base, image.file_name, item=f"image {image.image_id}") for base in self._bases),
            ]

    @cached_property
    def _by_content(self) -> dict[str, ImageRow]:
        return {row.content_hash: row for row in reversed(self._rows) if row.content_hash is not None}

    @cached_property
    def _by_name(self) -> dict[str, list[ImageRow]]:
        found: dict[str, list[ImageRow]] = {}
        for row in self._rows:
            found.setdefault(PurePosixPath(row.path).name, []).append(row)
        return found

    @cached_property
    def _unread_by_bytes(self) -> dict[int, list[ImageRow]]:
        """Images whose content nobody has looked at yet, by the size of their files."""
        found: dict[int, list[ImageRow]] = {}
        for row in self._rows:
            if row.content_hash is None:
                try:
                    size = self._store.image_path(row.path).stat().st_size
                except OSError:
                    continue
                found.setdefault(size, []).append(row)
        return found

    def _find_embedded(self, content: bytes) -> KnownPicture | NewPicture:
        header = read_header_of(content)
        content_hash = hashlib.sha256(content).hexdigest()
        row = self._by_content.get(content_hash) or self._find_unread(len(content), content_hash)
        return NewPicture(None, content_hash, header, content) if row is None else self._known(row)

    def _find_unread(self, size: int, content_hash: str) -> ImageRow | None:
        alike = self._unread_by_bytes.get(size, []) if self._rows else []
        return next(
            (row for row in alike if hash_file(self._store.image_path(row.path)) == content_hash), None
        )

    def _find_by_name(self, image: DatasetImage) -> KnownPicture | None:
        """The only image of that name, where the file itself is not there to be compared."""
        name = PurePosixPath(plain_name(image.file_name, item=f"image {image.image_id}"))
        alike = [row for row in self._by_name.get(name.name, []) if PurePosixPath(row.path).suffix]
        if len(alike) > 1:
            longer = [row for row in alike if f"/{row.path}".endswith(f"/{name}")]
            alike = longer if len(longer) == 1 else []
        return self._known(alike[0]) if alike else None

    def _known(self, row: ImageRow) -> KnownPicture:
        if row.image_id not in self._sizes:
            self._sizes[row.image_id] = self._size_of(row)
        return KnownPicture(row.image_id, row.split, row.expression_count == 0, self._sizes[row.image_id])

    def _size_of(self, row: ImageRow) -> tuple[int, int] | None:
        if row.height is not None and row.width is not None:
            return row.height, row.width
        try:
            header = read_header(self._store.image_path(row.path))
        except InputRefused:
            return None
        return header.height, header.width


def hash_file(file: Path) -> str:
    """SHA-256 of a file's bytes, 64 hex digits.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def storable_path(file: Path, *, folder: Path) -> str:
    """The path as the project in that folder keeps it.

    Raises:
        InputRefused: the name is no valid Unicode.
    """
    stored = stored_path(file, folder=folder)
    if not is_storable(stored):
        raise InputRefused(
            f"The name of {stored!a} is not valid UTF-8", next_step="Give the picture another name"
        )
    return stored
