"""The encoder's model card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.starter.card import write_card
from tas_desktop.starter.scenes.lexicon import (
    CATEGORIES,
    COLOURS,
    HELD_OUT_PAIRS,
    HELD_OUT_SYNONYMS,
    PATTERNS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CARD_NAME: Final = "clip_card.json"


def write_encoder_card(
    path: Path, *, recipe: Mapping[str, Any], time: Mapping[str, float], quality: Mapping[str, Any]
) -> None:
    """Write what is the same for every encoder of ours beside what one run was."""
    write_card(
        path,
        part="Image-text encoder: open_clip CLIP, small vision transformer, pruned byte-pair vocabulary",
        data=(
            "Drawn scenes of the training split only: crops of objects with loose, cut, merged and leaking "
            "masks, ground, and noise pictures as stand-ins for photographs; texts from the grammar's "
            "training templates and openings, tails and wider words of our own. No photograph, no text "
            f"from elsewhere. Never seen: {len(HELD_OUT_PAIRS)} colour-category pairs, "
            f"{len(HELD_OUT_SYNONYMS)} synonyms and the grammar's held-out templates."
        ),
        recipe=recipe,
        time=time,
        quality=quality,
        limits=(
            (
                f"Knows {len(CATEGORIES)} drawn categories, {len(COLOURS)} colours and {len(PATTERNS)} "
                "patterns; photographs are outside of it."
            ),
            (
                "Words outside its table become one unknown token: they say nothing, whatever they mean. "
                "Synonyms it never saw help only where the synonym source leads to a word that it knows."
            ),
            "Position, size, order and relations are passed over by design: a crop shows none of them.",
            'Denied qualities ("not red") are the least sure of what it reads.',
        ),
    )
