"""Which code opens an image-text encoder, by the backend's name in the profile."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tas_desktop.backends.choices import digest_of, only_file, open_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.engine.ports import ImageTextEncoder, Recogniser


def open_encoder(choice: ComponentChoice, *, placement: Placement) -> ImageTextEncoder:
    """Load the encoder that a profile chose.

    Args:
        choice: its part ``encoder``.
        placement: the device that its network shares with others.

    Raises:
        ProfileRefused: this program has no such backend.
        WeightsDamaged: its weights cannot be loaded.
    """
    return open_by(OPENERS, choice, placement)


def recogniser_for(encoder: ImageTextEncoder) -> Recogniser | None:
    """Who says whether the encoder knows such pictures; None for those trained on photographs."""
    from tas_desktop.backends.encoders.clip import ClipEncoder
    from tas_desktop.backends.encoders.recognition import FeatureRecogniser

    if isinstance(encoder, ClipEncoder):
        return FeatureRecogniser(encoder, encoder.recognition)
    return None


def _open_starter(choice: ComponentChoice, placement: Placement) -> ImageTextEncoder:
    from tas_desktop.backends.encoders.clip import open_clip_encoder

    return open_clip_encoder(
        only_file(choice), sha256=digest_of(choice), name=choice.name, placement=placement
    )


def _open_any(choice: ComponentChoice, placement: Placement) -> ImageTextEncoder:
    from tas_desktop.backends.encoders.open_clip_model import open_clip_model

    return open_clip_model(choice, placement)


OPENERS: Final[Mapping[str, Callable[[ComponentChoice, Placement], ImageTextEncoder]]] = MappingProxyType(
    {"open-clip": _open_starter, "open-clip-model": _open_any}
)
