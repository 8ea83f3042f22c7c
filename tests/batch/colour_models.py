"""The colour pipeline's parts as a batch takes them."""

from __future__ import annotations

from tas_desktop.batch.proposer import EngineProposer
from tas_desktop.engine.components import Components
from tas_desktop.engine.methods import method_named
from tas_desktop.language.synonyms import LexiconSynonyms
from tests.support.colour_pipeline import (
    ColourCaptioner,
    ConnectedColours,
    JoinedCaptions,
    MeanColourEncoder,
    WordListParser,
)


def colour_models(*, method=None, cache=None, proposer=None, captioner=None) -> EngineProposer:
    parts = Components(
        proposer=proposer or ConnectedColours(),
        encoder=MeanColourEncoder(),
        parser=WordListParser(),
        synonyms=LexiconSynonyms(),
        captioner=captioner or ColourCaptioner(),
        scene_captioner=JoinedCaptions(),
    )
    return EngineProposer(parts, method=method or method_named("tas"), profile="colours", cache=cache)
