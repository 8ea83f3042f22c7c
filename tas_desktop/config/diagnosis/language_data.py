"""Language data beside the starter pack's own: WordNet and installed spaCy pipelines.

None of it is used by itself: a profile names its parser and its source of synonyms.
"""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.system_libraries import install_command
from tas_desktop.language.wordnet_files import find_wordnets

if TYPE_CHECKING:
    from collections.abc import Iterator


def survey_language_data() -> Iterator[Finding]:
    """Yield findings about WordNet and spaCy pipelines; their absence is no problem."""
    places = ", ".join(f"{place.folder} ({place.source})" for place in find_wordnets())
    if places:
        yield Finding(Area.LANGUAGE, "WordNet", State.OK, f"{places}; used where the profile asks for it")
    else:
        text = "not installed; synonyms come from the application's own lexicon"
        remedy = f"For WordNet: {install_command('wordnet-base')}, or: python -m nltk.downloader wordnet"
        yield Finding(Area.LANGUAGE, "WordNet", State.NOTE, text, remedy)
    pipelines = sorted(entry.name for entry in metadata.entry_points(group="spacy_models"))
    text = ", ".join(pipelines) if pipelines else "none beside the starter pack's parser"
    yield Finding(Area.LANGUAGE, "spaCy pipelines", State.OK, text)
