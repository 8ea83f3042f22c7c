"""Whether a text file reads the same under every locale (formats.md section 0, clause 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK: Final = 2**20


def check_ascii(path: Path) -> Iterator[Finding]:
    """The first byte that is not ASCII, if any.

    Raises:
        InputRefused: the file is missing or cannot be read.
    """
    done = 0
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                if not block.isascii():
                    place = done + next(place for place, byte in enumerate(block) if byte > 127)
                    message = "it is not ASCII: REFER and pycocotools fail where the locale is not UTF-8"
                    yield Finding("ascii", f"{path.name}, byte {place}", message, "0.9")
                    return
                done += len(block)
    except OSError as error:
        raise InputRefused(
            f"{path} cannot be read: {error.strerror or error}", next_step="Name the exported file"
        ) from error
