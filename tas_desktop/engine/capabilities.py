"""What a profile's models can give, and whether a method can work with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine import ports, tower_ports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.engine.components import Components


class MethodUnfit(InputRefused):
    """The method needs something that the profile's models cannot give."""


class Capability(StrEnum):
    """What a method may need besides crop features; values are for people."""

    CAPTIONS = QT_TRANSLATE_NOOP("Methods", "captions")
    PICTURES = QT_TRANSLATE_NOOP("Methods", "pictures prepared by the method")
    MASKED_TOKENS = QT_TRANSLATE_NOOP("Methods", "features of masked tokens")
    REGION_TOKENS = QT_TRANSLATE_NOOP("Methods", "tokens that look at one region")
    VALUE_MAP = QT_TRANSLATE_NOOP("Methods", "a map of values")
    SURGERY_MAP = QT_TRANSLATE_NOOP("Methods", "a map by value-value attention")
    SELF_MAP = QT_TRANSLATE_NOOP("Methods", "a map by self-self attention")
    GRADIENT_MAP = QT_TRANSLATE_NOOP("Methods", "gradients")
    STREAMS = QT_TRANSLATE_NOOP("Methods", "two streams that are fused")


_PORTS: Final[dict[Capability, type[Any]]] = {
    Capability.PICTURES: tower_ports.ImageTower,
    Capability.MASKED_TOKENS: tower_ports.MasksTokens,
    Capability.REGION_TOKENS: tower_ports.AttendsRegions,
    Capability.VALUE_MAP: tower_ports.MapsValues,
    Capability.SURGERY_MAP: tower_ports.MapsSurgery,
    Capability.SELF_MAP: tower_ports.MapsSelfAttention,
    Capability.GRADIENT_MAP: tower_ports.MapsGradients,
    Capability.STREAMS: tower_ports.FusesStreams,
}


def tower_of(components: Components) -> object | None:
    """The inside of the encoder's image network; None where the encoder opens none."""
    encoder = components.encoder
    return encoder.tower if isinstance(encoder, ports.OpensTower) else None


def capabilities_of(components: Components) -> frozenset[Capability]:
    """All that a profile's models can give."""
    tower = tower_of(components)
    found = {capability for capability, port in _PORTS.items() if isinstance(tower, port)}
    if components.captioner is not None:
        found.add(Capability.CAPTIONS)
    return frozenset(found)


def check_fit(
    name: str, needs: Iterable[Capability], capabilities: frozenset[Capability], *, encoder: str = ""
) -> None:
    """Make sure that a method has what it needs.

    Args:
        name: of the method.
        needs: what it needs.
        capabilities: what the profile's models give.
        encoder: name of the encoder, for the message.

    Raises:
        MethodUnfit: something is missing.
    """
    missing = sorted(need.value for need in set(needs) - capabilities)
    if missing:
        models = f"the profile's models ({encoder})" if encoder else "the profile's models"
        raise MethodUnfit(
            f"The method {name} needs {', '.join(missing)}, which {models} do not give",
            next_step="Choose another method or another profile.",
        )
