"""Finding image files in a folder, without opening any."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.engine.control import CancelToken

_DIGITS = re.compile("[0-9]+")
_LONGEST_NUMBER = 20  # digits; longer ones are hashes, whose order tells nobody anything
IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"})


def find_images(folder: Path, *, token: CancelToken) -> list[Path]:
    """Image files below a folder by suffix, hidden ones left out, in natural order of their paths.

    Raises:
        Cancelled: the token was set.
        OSError: the folder itself cannot be listed.
    """
    os.scandir(folder).close()
    found: list[str] = []
    for directory, subfolders, names in os.walk(folder):
        token.check()
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found.extend(os.path.join(directory, name) for name in _image_names(names))  # noqa: PTH118 - 100,000 of them
    found.sort(key=_natural_key)
    return [Path(path) for path in found]


def _image_names(names: list[str]) -> Iterator[str]:
    return (name for name in names if os.path.splitext(name)[1].lower() in IMAGE_SUFFIXES and name[0] != ".")  # noqa: PTH122


def _natural_key(path: str) -> str:
    """Sort key that puts ``img2`` before ``img10``: numbers written in equally many digits.

    One text for each path, since comparing texts is the quickest: the sort of 100,000 holds the interpreter.
    """
    return f"{_DIGITS.sub(_pad, path.lower())}\0{path}"


def _pad(digits: re.Match[str]) -> str:
    return digits.group().zfill(_LONGEST_NUMBER)
