"""Where WordNet lies on this machine, and an NLTK reader over it.

Debian's ``wordnet-base`` has the database without ``lexnames`` and ``index.sense``, outside the folders
that NLTK reads from (formats.md 6.2). The reader here takes the files from where they are and supplies
the lexicographer files' names itself, so nothing is copied.
"""

from __future__ import annotations

import io
import os
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tas_desktop.language.wordlists import word_list

DEBIAN_FOLDER = Path("/usr/share/wordnet")

_NEEDED = word_list(
    "index.noun data.noun index.verb data.verb index.adj data.adj index.adv data.adv noun.exc verb.exc"
)
_PARTS_OF_SPEECH = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}
_LEXNAMES = word_list(
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body "
    "noun.cognition noun.communication noun.event noun.feeling noun.food noun.group noun.location "
    "noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession noun.process "
    "noun.quantity noun.relation noun.shape noun.state noun.substance noun.time verb.body verb.change "
    "verb.cognition verb.communication verb.competition verb.consumption verb.contact verb.creation "
    "verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative verb.weather "
    "adj.ppl"
)
"""Lexicographer files by number (manual page lexnames(5WN))."""


@dataclass(frozen=True, slots=True)
class WordNetPlace:
    """A WordNet found on this machine.

    Attributes:
        source: ``nltk`` or ``debian``.
        folder: the folder with its database files.
    """

    source: str
    folder: Path


def find_wordnets() -> tuple[WordNetPlace, ...]:
    """All complete WordNet folders, NLTK's first. Looks at file names only; NLTK stays unloaded."""
    places = [WordNetPlace("nltk", root / "corpora" / "wordnet") for root in _nltk_roots()]
    places.append(WordNetPlace("debian", DEBIAN_FOLDER))
    return tuple(place for place in places if all((place.folder / name).is_file() for name in _NEEDED))


def _nltk_roots() -> list[Path]:
    """Folders NLTK looks into, in its order."""
    given = [Path(part) for part in os.environ.get("NLTK_DATA", "").split(os.pathsep) if part]
    prefix = Path(sys.prefix)
    bundled = [prefix / "nltk_data", prefix / "share" / "nltk_data", prefix / "lib" / "nltk_data"]
    system = [
        Path(root) / "nltk_data" for root in ("/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib")
    ]
    return [*given, Path.home() / "nltk_data", *bundled, *system]


def read_version(folder: Path) -> str:
    """WordNet's version from the licence text that opens ``data.noun``; ``unknown`` where it has none.

    Raises:
        OSError: the file cannot be read.
    """
    with (folder / "data.noun").open(encoding="latin-1") as lines:
        for line, _ in zip(lines, range(30), strict=False):
            before, found, after = line.partition("WordNet ")
            if found and before.strip().isdigit() and after[:1].isdigit():
                return after.split()[0]
    return "unknown"


def open_wordnet(folder: Path) -> Any:
    """An ``nltk.corpus.reader.WordNetCorpusReader`` over a folder; takes about a second.

    Raises:
        OSError: a file is missing or unreadable.
        ValueError: a file is no WordNet file.
    """
    import nltk.data
    from nltk.corpus.reader.wordnet import WordNetCorpusReader
    from nltk.data import SeekableUnicodeStreamReader

    class FolderWordNet(WordNetCorpusReader):
        """WordNet in one folder, with lexnames where they are missing.

        Files are read whole: NLTK would hold them open until the process ends.
        """

        def open(self, file: str) -> Any:
            missing = file == "lexnames" and not (folder / file).is_file()
            content = lexnames_text().encode() if missing else (folder / file).read_bytes()
            return SeekableUnicodeStreamReader(io.BytesIO(content), "utf8")

        def map_wn(self, version: str = "wordnet") -> None:
            """No mapping to other versions: it needs index.sense, and only other languages use it."""

    # NLTK reads nothing outside the folders on its path; this is its documented way to allow one.
    if str(folder) not in nltk.data.path:
        nltk.data.path.append(str(folder))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The multilingual functions")
        return FolderWordNet(str(folder), None)


def lexnames_text() -> str:
    """Contents of WordNet's ``lexnames`` file: number, name and part of speech, 45 lines."""
    lines = (
        f"{number:02d}\t{name}\t{_PARTS_OF_SPEECH[name.partition('.')[0]]}"
        for number, name in enumerate(_LEXNAMES)
    )
    return "\n".join(lines) + "\n"
