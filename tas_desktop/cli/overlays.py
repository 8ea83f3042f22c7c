"""Where ``--overlay`` writes, and what it must not write over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused, TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def overlay_places(target: Path, pictures: Sequence[Path]) -> list[Path]:
    """The file for each picture's overlay: the target itself, or numbered ones for several pictures.

    Raises:
        InputRefused: the name says another format than PNG, or is that of one of the pictures.
        TargetNotWritable: it is a folder.
    """
    places = [target]
    if len(pictures) > 1:
        places = [target.with_stem(f"{target.stem}-{number}") for number in range(1, len(pictures) + 1)]
    for place in places:
        if place.is_dir():
            raise TargetNotWritable(
                f"{place} cannot be written: it is a folder",
                next_step=f"Name a file: {place / 'overlay.png'}",
            )
        if place.suffix.lower() != ".png":
            raise InputRefused(
                f"{place.name} does not end in .png, and overlays are PNG files",
                next_step=f"Name it {place.with_suffix('.png').name}",
            )
        if place.exists() and any(place.samefile(picture) for picture in pictures):
            raise InputRefused(
                f"{place} is one of the pictures; the overlay would replace it",
                next_step="Choose another name",
            )
    return places
