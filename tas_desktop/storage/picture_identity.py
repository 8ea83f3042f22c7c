"""Which picture an image is: what tells its file from others, and which decisions are older than it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Self

    from tas_desktop.storage.models import Image


class PictureIdentity(NamedTuple):
    """A picture as the project knows it; the fields are columns of ``Image``.

    Attributes:
        content_hash: SHA-256 of the file.
        width, height: pixels of the upright image.
        orientation: EXIF orientation of the file, 1 to 8; None where it was not asked for.
        earlier_decisions: decisions up to this id were made on another picture.
    """

    content_hash: str
    width: int
    height: int
    orientation: int | None = None
    earlier_decisions: int = 0

    @classmethod
    def of(cls, image: Image) -> Self:
        """The present identity of an image that was read.

        Raises:
            ValueError: it was never read.
        """
        if image.content_hash is None or image.width is None or image.height is None:
            raise ValueError(f"image {image.id} has not been read yet")
        return cls(image.content_hash, image.width, image.height, image.orientation, image.earlier_decisions)

    @classmethod
    def from_json(cls, told: str) -> Self:
        """Read what ``to_json`` wrote.

        Raises:
            json.JSONDecodeError: it is something else: the file is damaged.
        """
        found = json.loads(told)
        if not isinstance(found, dict) or set(found) != set(cls._fields):
            raise json.JSONDecodeError("no identity of a picture", told, 0)
        return cls(**found)

    def to_json(self) -> str:
        """Write it for the log."""
        return json.dumps(self._asdict())
