"""From a profile to components that are ready to work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.backends.choices import unknown_backend
from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.engine.components import Components

if TYPE_CHECKING:
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice, Profile
    from tas_desktop.engine.ports import (
        Captioner,
        ImageTextEncoder,
        MaskProposer,
        PromptDecoder,
        SynonymSource,
    )
    from tas_desktop.language.parser import SpacyParser


def load_components(profile: Profile, *, placement: Placement | None = None) -> Components:
    """Import the heavy libraries and open every part of a profile; seconds the first time.

    Large networks are read when they are first needed, or by `Placement.warm_up`.

    Args:
        profile: what to load.
        placement: the device that its networks share; the best there is where left out.

    Raises:
        BackendFailed: the device cannot be used.
        ProfileRefused: it names a backend that this program does not have.
        WeightsDamaged: a file is missing or differs from its manifest.
    """
    from tas_desktop.backends.captioners.choosing import scene_captioner_for
    from tas_desktop.backends.encoders.choosing import recogniser_for

    placement = placement or _own_placement()
    proposer = load_proposer(profile.proposals, placement=placement)
    encoder = load_encoder_of(profile.encoder, placement=placement)
    captioner = load_captioner_of(profile.captioner, placement=placement)
    parser = load_parser(profile.parser)
    return Components(
        proposer=proposer,
        encoder=encoder,
        parser=parser,
        synonyms=load_synonyms(profile.synonyms, parser=parser),
        captioner=captioner,
        prompt_decoder=load_prompt_decoder(profile.proposals, proposer=proposer),
        scene_captioner=scene_captioner_for(captioner),
        recogniser=recogniser_for(encoder),
    )


def load_proposer(choice: ComponentChoice, *, placement: Placement | None = None) -> MaskProposer:
    """Mask proposals, by ``proposals.choosing``."""
    from tas_desktop.backends.proposals.choosing import open_proposer

    return open_proposer(choice, placement=placement or _own_placement())


def load_prompt_decoder(
    choice: ComponentChoice, *, proposer: MaskProposer | None = None
) -> PromptDecoder | None:
    """The mask decoder for an annotator's points and boxes; None where the profile proposes without one.

    Args:
        choice: the profile's proposals.
        proposer: what `load_proposer` made of it, whose network is then shared.
    """
    from tas_desktop.backends.proposals.choosing import prompt_decoder_of

    return prompt_decoder_of(proposer or load_proposer(choice))


def load_encoder_of(choice: ComponentChoice, *, placement: Placement | None = None) -> ImageTextEncoder:
    """Image-text encoder, by ``encoders.choosing``."""
    from tas_desktop.backends.encoders.choosing import open_encoder

    return open_encoder(choice, placement=placement or _own_placement())


def load_captioner_of(choice: ComponentChoice, *, placement: Placement | None = None) -> Captioner:
    """Captioner, by ``captioners.choosing``."""
    from tas_desktop.backends.captioners.choosing import open_captioner

    return open_captioner(choice, placement=placement or _own_placement())


def load_parser(choice: ComponentChoice) -> SpacyParser:
    """Expression parser: ``spacy``, from the profile's folder or the installed package it names."""
    from tas_desktop.language.parser import SpacyParser

    if choice.backend != "spacy":
        raise unknown_backend(choice)
    place: Path | str = choice.files[0] if choice.files else str(choice.params.get("package", ""))
    parser = SpacyParser(place, name=choice.name)
    parser.load()
    return parser


def load_synonyms(choice: ComponentChoice, *, parser: SpacyParser) -> SynonymSource:
    """Synonym source: ``lexicon``, or ``wordnet`` where one is installed."""
    if choice.backend == "lexicon":
        from tas_desktop.language.synonyms import LexiconSynonyms

        return LexiconSynonyms()
    if choice.backend == "wordnet":
        from tas_desktop.language.wordnet import WordNetSynonyms, first_noun_by
        from tas_desktop.language.wordnet_files import find_wordnets

        places = find_wordnets()
        if not places:
            raise ProfileRefused(
                f"The profile's synonym source {choice.name!r} needs WordNet, which is not installed",
                next_step="Install NLTK's WordNet or Debian's wordnet-base, or choose the lexicon",
            )
        tagged_by = parser.component.revision
        return WordNetSynonyms(places[0], first_noun=first_noun_by(parser), tagged_by=tagged_by)
    raise unknown_backend(choice)


def _own_placement() -> Placement:
    from tas_desktop.backends.devices.placement import Placement

    return Placement()
