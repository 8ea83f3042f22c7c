"""Which code opens a captioner, by the backend's name in the profile."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tas_desktop.backends.choices import digest_of, only_file, open_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.engine.ports import Captioner, SceneCaptioner


def open_captioner(choice: ComponentChoice, *, placement: Placement) -> Captioner:
    """Load the captioner that a profile chose.

    Args:
        choice: its part ``captioner``.
        placement: the device that its network shares with others.

    Raises:
        ProfileRefused: this program has no such backend.
        WeightsDamaged: its weights cannot be loaded.
    """
    return open_by(OPENERS, choice, placement)


def scene_captioner_for(captioner: Captioner) -> SceneCaptioner:
    """Who writes the caption of the whole picture: the starter pack's captioner knows single things only."""
    from tas_desktop.backends.captioners.blip import BlipCaptioner
    from tas_desktop.backends.captioners.scene_caption import ComposedSceneCaptioner
    from tas_desktop.backends.captioners.whole_picture import WholePictureCaptioner

    if isinstance(captioner, BlipCaptioner):
        return ComposedSceneCaptioner()
    return WholePictureCaptioner(captioner)


def _open_starter(choice: ComponentChoice, placement: Placement) -> Captioner:
    from tas_desktop.backends.captioners.blip import open_blip_captioner

    return open_blip_captioner(
        only_file(choice), sha256=digest_of(choice), name=choice.name, placement=placement
    )


def _open_hub(choice: ComponentChoice, placement: Placement) -> Captioner:
    from tas_desktop.backends.captioners.hub_captioner import open_hub_captioner

    return open_hub_captioner(choice, placement)


OPENERS: Final[Mapping[str, Callable[[ComponentChoice, Placement], Captioner]]] = MappingProxyType(
    {
        "blip": _open_starter,
        "blip-transformers": _open_hub,
        "blip2": _open_hub,
        "image-text-to-text": _open_hub,
    }
)
