"""Text files: UTF-8 with or without a byte order mark, any newlines, within a size."""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OTHER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, which begins alike
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_AS_UTF8: Final = "Save it as UTF-8"


def read_bytes(path: Path, *, max_bytes: int) -> bytes:
    """A file's content.

    Raises:
        InputRefused: it is missing, no plain file, unreadable, or larger than ``max_bytes``.
    """
    with in_file(path):
        check_size(path, max_bytes=max_bytes)
        with path.open("rb") as stream:
            content = stream.read(max_bytes + 1)
        if len(content) > max_bytes:  # it grew meanwhile, or its size is not told
            raise ItemRefused("", _too_large(max_bytes))
        return content


def read_text(path: Path, *, max_bytes: int) -> str:
    """A file's text without its byte order mark.

    Raises:
        InputRefused: as ``read_bytes``, or it is no UTF-8; the message names the byte.
    """
    content = read_bytes(path, max_bytes=max_bytes)
    with in_file(path):
        check_encoding(content[:4])
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise not_utf8(f"byte {error.start}") from error


@contextmanager
def open_text(path: Path, *, max_bytes: int) -> Iterator[TextIO]:
    """A file's text, to be read line by line with its newlines as they are (as ``csv`` wants them).

    Raises:
        InputRefused: as ``read_text``, also while the lines are being read inside the block.
    """
    with in_file(path):
        check_size(path, max_bytes=max_bytes)
        with path.open("rb") as head:
            check_encoding(head.read(4))
        with path.open(encoding="utf-8-sig", newline="") as stream:
            try:
                yield stream
            except UnicodeDecodeError as error:
                raise not_utf8("a line") from error


def check_size(path: Path, *, max_bytes: int) -> None:
    """Refuse what is no plain file or too large, before any of it is read.

    Raises:
        ItemRefused: it is one of these.
        OSError: it is missing, or may not be looked at.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise ItemRefused("", "it is no file", next_step="Name a file")
    if size > max_bytes:
        raise ItemRefused("", _too_large(max_bytes))


def check_encoding(head: bytes) -> None:
    """Refuse a text by its first four bytes where they name another encoding.

    Raises:
        ItemRefused: it is UTF-16 or UTF-32.
    """
    for mark, name in _OTHER_MARKS:
        if head.startswith(mark):
            raise ItemRefused("", f"it is written in {name}", next_step=_AS_UTF8)


def not_utf8(item: str) -> InputRefused:
    """The refusal of bytes that are no UTF-8."""
    return ItemRefused(item, "it is not valid UTF-8", next_step=_AS_UTF8)


def _too_large(max_bytes: int) -> str:
    return f"it is larger than {max_bytes / 2**20:,.0f} MiB, the most that is read of such a file"
