"""Finding image files in a folder, without opening any."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.engine.control import CancelToken

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


def _natural_key(path: str) -> list[tuple[int, int, str]]:
    """Sort key that puts ``img2`` before ``img10``."""
    key: list[tuple[int, int, str]] = []
    digits = ""
    word = ""
    for character in path:
        if "0" <= character <= "9":
            if word:
                key.append((1, 0, word.lower()))
                word = ""
            digits += character
        else:
            if digits:
                key.append((0, int(digits), ""))
                digits = ""
            word += character
    key.append((0, int(digits), "") if digits else (1, 0, word.lower()))
    return key
