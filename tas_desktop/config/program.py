"""Which program this is, to the last line of code: what an outcome kept on disk must have been made by."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import tas_desktop

_ROOMS: Final = ("domain", "language", "engine", "backends", "formats")
"""Rooms whose code an analysis of an image goes through."""

_LIBRARIES: Final = (
    "numpy",
    "opencv-python",
    "open_clip_torch",
    "Pillow",
    "scikit-image",
    "segment-anything",
    "spacy",
    "torch",
    "transformers",
)


@cache
def program_fingerprint() -> str:
    """Hash of our code and of the libraries' versions that an analysis depends on, 32 hex digits.

    A version number alone would let an analysis outlive a change of the code in a checkout, and a
    measurement of the new code would read what the old one made.
    """
    digest = hashlib.sha256(tas_desktop.__version__.encode())
    package = Path(tas_desktop.__file__).parent
    for room in _ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {_version_of(library)}\n".encode())
    return digest.hexdigest()[:32]


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
