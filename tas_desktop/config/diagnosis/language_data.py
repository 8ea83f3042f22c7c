"""Language data beside the starter pack's own: WordNet and installed spaCy pipelines.

None of it is used by itself: a profile names its parser and its source of synonyms.
"""

from __future__ import annotations

import os
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN_WORDNET = Path("/usr/share/wordnet")


def survey_language_data() -> Iterator[Finding]:
    """Yield findings about WordNet and spaCy pipelines; their absence is no problem."""
    wordnets = find_wordnets()
    if wordnets:
        listing = ", ".join(map(str, wordnets))
        yield Finding(Area.LANGUAGE, "WordNet", State.OK, f"{listing}; used where the profile asks for it")
    else:
        text = "not installed; synonyms come from the application's own lexicon"
        remedy = "For WordNet: apt-get install wordnet-base, or python -m nltk.downloader wordnet"
        yield Finding(Area.LANGUAGE, "WordNet", State.NOTE, text, remedy)
    pipelines = sorted(entry.name for entry in metadata.entry_points(group="spacy_models"))
    text = ", ".join(pipelines) if pipelines else "none beside the starter pack's parser"
    yield Finding(Area.LANGUAGE, "spaCy pipelines", State.OK, text)


def find_wordnets() -> list[Path]:
    """Return where WordNet's data lie: NLTK's copies first, then Debian's (formats.md 6.2)."""
    copies = [folder / "corpora" / name for folder in _nltk_folders() for name in ("wordnet", "wordnet.zip")]
    if (DEBIAN_WORDNET / "data.noun").exists():
        copies.append(DEBIAN_WORDNET)
    return [copy for copy in copies if copy.exists()]


def _nltk_folders() -> list[Path]:
    """NLTK's search path, as ``nltk.data`` builds it."""
    named = [Path(one) for one in os.environ.get("NLTK_DATA", "").split(os.pathsep) if one]
    prefixes = [
        Path(sys.prefix, *parts) for parts in (("nltk_data",), ("share", "nltk_data"), ("lib", "nltk_data"))
    ]
    if sys.platform == "win32":
        system = [Path(os.environ.get("APPDATA", "C:\\"), "nltk_data"), Path("C:\\nltk_data")]
    else:
        system = [
            Path(place, "nltk_data")
            for place in ("/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib")
        ]
    return [*named, Path.home() / "nltk_data", *prefixes, *system]
