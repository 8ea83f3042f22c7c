"""Which code opens a mask proposer, by the backend's name in the profile."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from tas_desktop.backends.choices import only_file, open_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.engine.ports import MaskProposer, PromptDecoder


@runtime_checkable
class AnswersPrompts(Protocol):
    """What a proposer offers whose network can also be asked with points and boxes."""

    def prompt_decoder(self) -> PromptDecoder | None:
        """The same network for an annotator's prompts; None where it takes none."""
        ...


def open_proposer(choice: ComponentChoice, *, placement: Placement) -> MaskProposer:
    """Load the mask proposer that a profile chose.

    Args:
        choice: its part ``proposals``.
        placement: the device that its network shares with others.

    Raises:
        ProfileRefused: this program has no such backend.
        WeightsDamaged: its weights cannot be loaded.
    """
    return open_by(OPENERS, choice, placement)


def prompt_decoder_of(proposer: MaskProposer) -> PromptDecoder | None:
    """The mask decoder for an annotator's points and boxes; None where the proposer has none."""
    return proposer.prompt_decoder() if isinstance(proposer, AnswersPrompts) else None


def _open_hierarchy(choice: ComponentChoice, placement: Placement) -> MaskProposer:
    from tas_desktop.backends.proposals.hierarchy import HierarchyProposer

    placement.note_fixed(choice.role, choice.name)  # it has neither weights nor a network
    return HierarchyProposer()


def _open_starter(choice: ComponentChoice, placement: Placement) -> MaskProposer:
    from tas_desktop.backends.proposals.sam_proposer import open_sam_proposer

    placement.note_fixed(choice.role, choice.name)  # so small that a CPU does it
    return open_sam_proposer(only_file(choice).parent)


def _open_joined(choice: ComponentChoice, placement: Placement) -> MaskProposer:
    from tas_desktop.backends.proposals.joined import open_joined_proposer

    placement.note_fixed(choice.role, choice.name)
    return open_joined_proposer(only_file(choice).parent)


def _open_segment_anything(choice: ComponentChoice, placement: Placement) -> MaskProposer:
    from tas_desktop.backends.proposals.segment_anything import open_segment_anything

    return open_segment_anything(choice, placement)


def _open_hub(choice: ComponentChoice, placement: Placement) -> MaskProposer:
    from tas_desktop.backends.proposals.transformers_sam import open_hub_network

    return open_hub_network(choice, placement)


OPENERS: Final[Mapping[str, Callable[[ComponentChoice, Placement], MaskProposer]]] = MappingProxyType(
    {
        "hierarchy": _open_hierarchy,
        "sam": _open_starter,
        "joined": _open_joined,
        "segment-anything": _open_segment_anything,
        "sam-transformers": _open_hub,
        "mask-generation": _open_hub,
    }
)
