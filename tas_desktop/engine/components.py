"""The parts of one profile, loaded and ready: what ``analyse()`` and ``rank()`` work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.engine.ports import (
        Captioner,
        ExpressionParser,
        ImageTextEncoder,
        MaskProposer,
        PromptDecoder,
        Recogniser,
        SceneCaptioner,
        SynonymSource,
    )


@dataclass(frozen=True, slots=True)
class Components:
    """Everything a profile names.

    Attributes:
        captioner, scene_captioner: without both there is no P and no N; the ranking says so.
        recogniser: None when the networks know ordinary photographs.
        prompt_decoder: draws masks of what an annotator points at; None where no network can.
    """

    proposer: MaskProposer
    encoder: ImageTextEncoder
    parser: ExpressionParser
    synonyms: SynonymSource
    captioner: Captioner | None = None
    scene_captioner: SceneCaptioner | None = None
    recogniser: Recogniser | None = None
    prompt_decoder: PromptDecoder | None = None

    @property
    def ids(self) -> tuple[ComponentId, ...]:
        """Identities of all parts present, in a fixed order."""
        vision = (self.proposer, self.encoder, self.captioner, self.scene_captioner, self.recogniser)
        words = (self.parser, self.synonyms)
        return tuple(part.component for part in (*vision, *words) if part is not None)
