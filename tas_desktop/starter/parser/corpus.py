"""Unlabelled sentences for the parser recipe, with a part held back for the test."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HELD_OUT_SHARE = 4
"""One image in so many is held out of training."""

_LONGEST = 400
"""Characters above which a line is no sentence that an annotator would type."""


class Sentence(NamedTuple):
    """One unlabelled sentence: its text, and where it came from for reports (file stem, row id)."""

    text: str
    source: str
    uid: str
    held_out: bool


def is_held_out(image_id: str) -> bool:
    """Whether an image's sentences are kept for the test.

    Decided from the image id alone, so that all sentences of an image, in all files, fall on one side.
    """
    digest = hashlib.sha256(f"parser-split:{image_id}".encode()).digest()
    return digest[0] % HELD_OUT_SHARE == 0


def read_sentences(*places: str | Path) -> list[Sentence]:
    """Read ``.txt`` files (one sentence a line) and ``.csv`` files (columns ``sent``, ``img_id``, ``uid``).

    A folder stands for all such files in it, by name. Lines of text files have no image and are all for
    training. Repeated sentences are kept: how often a phrase occurs is part of the language.

    Raises:
        InputRefused: a place is missing, unreadable, or yields no sentence at all.
    """
    found = [sentence for path in _files(places) for sentence in _read_file(path)]
    if not found:
        names = ", ".join(str(place) for place in places)
        raise InputRefused(f"No sentences in {names}", next_step="Give text files with one sentence a line.")
    return found


def training_texts(*places: str | Path) -> list[str]:
    """Texts of all sentences that are not held out; see ``read_sentences``."""
    return [sentence.text for sentence in read_sentences(*places) if not sentence.held_out]


def _files(places: Iterable[str | Path]) -> Iterator[Path]:
    for place in places:
        path = Path(place)
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix in {".txt", ".csv"})
        else:
            yield path


def _read_file(path: Path) -> Iterator[Sentence]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            if path.suffix == ".csv":
                yield from _read_rows(csv.DictReader(lines), path)
            else:
                for number, line in enumerate(lines):
                    yield from _sentence(line, source=path.stem, uid=str(number), held_out=False)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputRefused(f"Cannot read sentences from {path}: {error}") from error


def _read_rows(rows: csv.DictReader[str], path: Path) -> Iterator[Sentence]:
    for number, row in enumerate(rows):
        text = row.get("sent")
        if text is None:
            raise InputRefused(f"{path} has no column named sent")
        held_out = is_held_out(row.get("img_id") or "")
        yield from _sentence(text, source=path.stem, uid=row.get("uid") or str(number), held_out=held_out)


def _sentence(text: str, *, source: str, uid: str, held_out: bool) -> Iterator[Sentence]:
    clean = " ".join(text.split())
    if 0 < len(clean) <= _LONGEST:
        yield Sentence(clean, source, uid, held_out)
