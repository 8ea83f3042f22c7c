"""Single values of a record: whole numbers, sizes, texts."""

from __future__ import annotations

from math import isfinite
from typing import Any, Final

from tas_desktop.formats.image_refusals import MAX_PIXELS
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

LARGEST_ID: Final = 2**63 - 1
"""What a database and numpy can keep."""

LONGEST_TEXT: Final = 100_000
"""Characters; what is an expression is judged by ``check_expression`` later."""


def as_id(value: Any, *, item: str, least: int = 1) -> int:
    """An id: a plain int from ``least`` up (formats.md section 0, clause 5; RefCOCO's own start at 0).

    Raises:
        ItemRefused: it is missing, a float, a bool, a text, too small or over 63 bits.
    """
    if type(value) is not int or not least <= value <= LARGEST_ID:
        raise ItemRefused(item, f"its id is {shown(value)}, not a whole number from {least} up")
    return value


def as_whole(value: Any, *, item: str, name: str, least: int, most: int) -> int:
    """A whole number in a range.

    Raises:
        ItemRefused: it is none.
    """
    if type(value) is not int or not least <= value <= most:
        raise ItemRefused(item, f"{name} is {shown(value)}, not a whole number from {least} to {most:,}")
    return value


def as_number(value: Any, *, item: str, name: str, least: float = -1e300, most: float = 1e300) -> float:
    """A finite number in a range.

    Raises:
        ItemRefused: it is none, NaN or infinite.
    """
    if type(value) not in (int, float) or not isfinite(_fits(value)) or not least <= value <= most:
        raise ItemRefused(item, f"{name} is {shown(value)}, not a number from {least:g} to {most:g}")
    return float(value)


def as_text(value: Any, *, item: str, name: str, longest: int = LONGEST_TEXT) -> str:
    """A text that is valid Unicode and holds no NUL; may be empty.

    Raises:
        ItemRefused: it is no text, too long, or holds half a character (a lone surrogate).
    """
    if type(value) is not str:
        raise ItemRefused(item, f"{name} is {shown(value)}, not a text")
    if len(value) > longest:
        raise ItemRefused(item, f"{name} has {len(value):,} characters, more than {longest:,}")
    if "\0" in value:
        raise ItemRefused(item, f"{name} holds a NUL character: {shown(value)}")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ItemRefused(item, f"{name} holds half a character: {shown(value)}") from error
    return value


def as_list(value: Any, *, item: str, name: str, longest: int | None = None) -> list[Any]:
    """A list, of at most ``longest`` entries.

    Raises:
        ItemRefused: it is none, or longer.
    """
    if type(value) is not list:
        raise ItemRefused(item, f"{name} is {shown(value)}, not a list")
    if longest is not None and len(value) > longest:
        raise ItemRefused(item, f"{name} has {len(value):,} entries, more than {longest:,}")
    return value


def as_record(value: Any, *, item: str) -> dict[str, Any]:
    """A record with named fields (a JSON object, a dict of a pickle).

    Raises:
        ItemRefused: it is none.
    """
    if type(value) is not dict:
        raise ItemRefused(item, f"it is {shown(value)}, not a record with named fields")
    return value


def field(record: dict[str, Any], name: str, *, item: str) -> Any:
    """A field that a record must have.

    Raises:
        ItemRefused: it lacks it.
    """
    try:
        return record[name]
    except KeyError as error:
        raise ItemRefused(item, f"it has no {name!r}") from error


def as_image_size(height: Any, width: Any, *, item: str) -> tuple[int, int]:
    """Height and width of an image in pixels, as large as pictures may be here (400 megapixels).

    Raises:
        ItemRefused: a side is no whole number from 1 up, or there are too many pixels.
    """
    rows = as_whole(height, item=item, name="its height", least=1, most=MAX_PIXELS)
    columns = as_whole(width, item=item, name="its width", least=1, most=MAX_PIXELS)
    if rows * columns > MAX_PIXELS:
        raise ItemRefused(
            item, f"it has {columns} x {rows} pixels, more than {MAX_PIXELS // 1_000_000} megapixels"
        )
    return rows, columns


def _fits(value: float) -> float:
    """As a float; infinite where an int is beyond all floats."""
    try:
        return float(value)
    except OverflowError:
        return float("inf")
