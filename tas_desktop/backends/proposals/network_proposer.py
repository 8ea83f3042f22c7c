"""Proposals of a promptable mask network of full size."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.backends.choices import check_params
from tas_desktop.backends.devices.choosing import AUTO, PRECISIONS
from tas_desktop.backends.sam.automatic import AutomaticSettings, draw_masks
from tas_desktop.backends.sam.network_prompts import NetworkPromptDecoder
from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.proposal import Proposal, ProposalSource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.backends.sam.networks import MaskNetwork
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.engine.control import Control

PRECISION: Final = "precision"
_PARAMS: Final[dict[str, type]] = {
    **{one.name: type(one.default) for one in fields(AutomaticSettings)},
    PRECISION: str,
}
_BOUNDS: Final = {
    "points_per_side": (1, 128),
    "points_per_batch": (1, 1024),
    "min_mask_region_area": (0, 10**9),
}


class NetworkProposer:
    """`engine.ports.MaskProposer` over a mask network.

    Args:
        network: the network.
        name: as the profile calls it.
        weights: digest of the weights; with the settings it makes the component's revision.
        settings: what the mask generator keeps.
    """

    def __init__(self, network: MaskNetwork, *, name: str, weights: str, settings: AutomaticSettings) -> None:
        self.network, self.settings, self._weights = network, settings, weights
        kept = {key: value for key, value in asdict(settings).items() if key != "points_per_batch"}
        component = ComponentId("proposals", name, fingerprint(weights, kept))
        self.component = network.resident.identify(component)

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Masks of a (height, width, 3) uint8 image in the order of `draw_masks`; may be empty.

        Raises:
            Cancelled: between two blocks of the image encoder, two batches of points or two masks.
            WeightsDamaged, ModelRefused: the weights, read when first needed, cannot be used.
            BackendFailed: memory is not enough even on the CPU, or the device is lost.
        """
        return [
            Proposal(one.mask, min(max(one.predicted_iou, 0.0), 1.0), ProposalSource.SAM)
            for one in draw_masks(self.network, image_rgb, settings=self.settings, control=control)
        ]

    def prompt_decoder(self) -> NetworkPromptDecoder:
        """The same network for an annotator's prompts; it may be used while this one proposes."""
        name, revision = self.component.name, self._weights[:16]
        return NetworkPromptDecoder(self.network, name=name, revision=revision)

    def close(self) -> None:
        """Give the network's memory back."""
        self.network.close()


def read_settings(choice: ComponentChoice) -> tuple[AutomaticSettings, str]:
    """Settings of the mask generator and the precision that a profile's part asks for.

    Raises:
        ProfileRefused: a parameter is unknown, of the wrong type or out of bounds.
    """
    given: dict[str, Any] = dict(check_params(choice, _PARAMS, choices={PRECISION: (AUTO, *PRECISIONS)}))
    precision = str(given.pop(PRECISION, AUTO))
    for name, value in given.items():
        least, most = _BOUNDS.get(name, (0, 20 if name == "stability_score_offset" else 1))
        if not least <= value <= most:
            raise ProfileRefused(
                f"The profile's {choice.role} has {name} = {value}, which is not between {least} and {most}",
                next_step="Correct the profile",
            )
    return AutomaticSettings(**given), precision
