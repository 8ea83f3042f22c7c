"""The captioner's model card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.starter.card import write_card

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CARD_NAME: Final = "captioner_card.json"


def write_captioner_card(
    path: Path, *, recipe: Mapping[str, Any], time: Mapping[str, float], quality: Mapping[str, Any]
) -> None:
    """Write what is the same for every captioner of ours beside what one run was."""
    write_card(
        path,
        part="Captioner (blip.safetensors): transformers BLIP, small, word vocabulary",
        data=(
            "The encoder's crops before a blurred background, each with one caption made from the scene's "
            'labels: pattern, colour, category; "part of …", two objects, the background, something unknown.'
        ),
        recipe=recipe,
        time=time,
        quality=quality,
        limits=(
            "Says only the words of its captions; categories are its weakest words, colours its strongest.",
            "Size is left out: a crop does not show it.",
            "Of photographs it can at best say that it does not know them.",
        ),
    )
