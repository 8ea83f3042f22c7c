"""Model cards of trained parts: what from, how, how long, how good, and where it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def write_card(
    path: Path,
    *,
    part: str,
    data: str,
    recipe: Mapping[str, Any],
    time: Mapping[str, float],
    quality: Mapping[str, Any],
    limits: Sequence[str],
    teacher: str = "none",
) -> None:
    """Write a card as JSON.

    Args:
        path: where to.
        part: what was trained, in one sentence.
        data: what it was trained on.
        recipe: sizes and settings.
        time: steps and minutes spent.
        quality: figures with what they were measured on.
        limits: what it cannot do.
        teacher: what labelled the data, where something did.
    """
    card = {
        "part": part,
        "data": data,
        "teacher": teacher,
        "recipe": dict(recipe),
        "time": {name: round(value, 2) for name, value in time.items()},
        "quality": dict(quality),
        "limits": list(limits),
    }
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False, default=str) + "\n", encoding="utf-8")
