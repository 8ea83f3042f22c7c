"""A download under way: the bytes so far, and what tells whether the server still has the same file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PART_ENDING: Final = ".part"
_NOTE_ENDING: Final = ".part.json"
_MOST_BYTES: Final = 2**16


@dataclass(frozen=True, slots=True)
class Origin:
    """What the bytes so far are of.

    Attributes:
        url: asked for.
        validator: a strong ``ETag``, or ``Last-Modified``; empty where the server says neither.
        size_bytes: of the whole; 0 where the server did not say.
    """

    url: str
    validator: str
    size_bytes: int


class Part:
    """The unfinished file beside its final place."""

    def __init__(self, target: Path) -> None:
        self.file = target.with_name(target.name + PART_ENDING)
        self._note = target.with_name(target.name + _NOTE_ENDING)

    def size_bytes(self) -> int:
        """Bytes that have come; 0 without any."""
        try:
            return self.file.stat().st_size
        except OSError:
            return 0

    def origin(self) -> Origin | None:
        """What they are of; None where that is not known, so that they are of no use."""
        try:
            if self._note.stat().st_size > _MOST_BYTES:
                return None
            written = json.loads(self._note.read_text(encoding="utf-8"))
            return Origin(str(written["url"]), str(written["validator"]), int(written["size_bytes"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def begin(self, origin: Origin) -> None:
        """Start anew: no bytes, of this origin."""
        self.discard()
        replace_file(self._note, json.dumps(asdict(origin)).encode("utf-8"))
        self.file.touch()

    def discard(self) -> None:
        self.file.unlink(missing_ok=True)
        self.forget()

    def forget(self) -> None:
        """Remove the note alone, once the file is in its place."""
        self._note.unlink(missing_ok=True)


def validator_of(headers: Mapping[str, str]) -> str:
    """What ``If-Range`` may carry (RFC 9110, 13.1.5): a strong ETag, else the time of the last change."""
    tag = headers.get("ETag", "").strip()
    if tag.startswith('"') and tag.endswith('"') and len(tag) > 2:
        return tag
    return headers.get("Last-Modified", "").strip()
