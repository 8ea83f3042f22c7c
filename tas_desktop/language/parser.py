"""The expression parser of the application: any spaCy pipeline, with rules of our own on top."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.understanding import Understanding
from tas_desktop.language.directions import find_directions
from tas_desktop.language.oddities import find_oddities
from tas_desktop.language.pipeline import SpacyPipeline
from tas_desktop.language.referent import find_referent

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression

RULES_REVISION = "2"
"""Raised with every change of the rules that can change what is understood."""


class SpacyParser:
    """Implements ``engine.ports.ExpressionParser``.

    Args:
        place: a pipeline folder, or the name of an installed pipeline such as ``en_core_web_trf``.
        name: how the profile calls it.
        single_sentence: see ``SpacyPipeline``.
    """

    def __init__(
        self, place: str | Path, *, name: str = "starter-parser", single_sentence: bool | None = None
    ) -> None:
        self._name = name
        self._pipeline = SpacyPipeline(place, single_sentence=single_sentence)

    @cached_property
    def component(self) -> ComponentId:
        """Identity of the pipeline's files together with our rules; spaCy stays unloaded.

        Raises:
            WeightsDamaged: there is no such pipeline.
        """
        return ComponentId("parser", self._name, f"{self._pipeline.revision}+rules{RULES_REVISION}")

    def load(self) -> None:
        """Load spaCy and the pipeline now, so that the first expression need not wait."""
        self._pipeline.load()

    def parse(self, text: str) -> ParsedExpression:
        """Parse of the lower-cased text, as TAS parses expressions (methods.md 1.2)."""
        return self._pipeline.parse(text, lower=True)

    def understand(self, text: str) -> Understanding:
        """Target, head noun and directions of an expression.

        Any text is answered; ``notices`` holds the codes of what was odd (``language.oddities``).

        Raises:
            WeightsDamaged: the pipeline cannot be loaded.
        """
        parsed = self.parse(text)
        directions = find_directions(parsed)
        referent = find_referent(parsed, directions)
        head = "" if referent.head is None else parsed.words[referent.head]
        return Understanding(
            text=text,
            target=parsed.span_text(referent.start, referent.end),
            head=head,
            directions=directions,
            tokens=parsed.tokens,
            chunks=parsed.chunks,
            notices=find_oddities(parsed, head=head),
        )

    def noun_phrases(self, text: str, *, repeats: bool = False) -> list[str]:
        """Noun chunks of a caption as written, in order.

        Args:
            text: the caption.
            repeats: keep phrases that occur again, whose weight in the mean of negatives grows with
                them in the released code; else each comes once, whatever its case.
        """
        phrases = [chunk.text for chunk in self._pipeline.parse(text).chunks]
        if repeats:
            return phrases
        once: dict[str, str] = {}
        for phrase in phrases:
            once.setdefault(phrase.lower(), phrase)
        return list(once.values())
