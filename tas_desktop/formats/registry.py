"""The file formats that the program knows, in the order in which they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from tas_desktop.formats.format import Format

FORMATS: tuple[Format, ...] = ()


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        InputRefused: there is none.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    raise InputRefused(
        f"There is no format {name!r}",
        next_step=f"Formats: {', '.join(known.name for known in FORMATS)}",
    )
