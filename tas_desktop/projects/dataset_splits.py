"""Dealing images into the parts of a dataset: train, val, test, or by other names."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tas_desktop.storage.project import ProjectStore

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")


def parse_shares(texts: Sequence[str]) -> dict[str, float]:
    """Read ``train=0.8`` and the like.

    Raises:
        InputRefused: a text is none such, or a name comes twice.
    """
    shares: dict[str, float] = {}
    for text in texts:
        name, _, number = text.partition("=")
        try:
            share = float(number)
        except ValueError:
            share = -1.0
        if not _NAME.fullmatch(name) or name in shares or not 0 <= share < float("inf"):
            raise InputRefused(
                f"{text!r} names no part of a dataset and its share", next_step="Write name=share: train=0.8"
            )
        shares[name] = share
    if not sum(shares.values()) > 0:
        raise InputRefused("No image would be in any part", next_step="Give a share above 0")
    return shares


def deal_splits(
    store: ProjectStore, shares: Mapping[str, float], *, annotator: str, seed: int = 0, again: bool = False
) -> Counter[str]:
    """Put the images without a split into splits at random, so that all of them come near the shares.

    Args:
        store: the project.
        shares: by name; in proportion, whatever their sum.
        annotator: who deals.
        seed: the same seed deals the same images the same way.
        again: deal those anew that have a split.

    Returns:
        Images in each split afterwards.
    """
    rows = store.list_images()
    free = [row.image_id for row in rows if again or not row.split]
    kept = Counter(row.split for row in rows if row.split and not again)
    random.Random(seed).shuffle(free)
    wanted = _whole_numbers(len(free) + sum(kept[name] for name in shares), shares)
    dealt: dict[int, str] = {}
    # Those that earlier dealing left furthest behind come first, until each has what it should.
    for name in sorted(shares, key=lambda name: kept[name] - wanted[name]):
        for _ in range(min(max(wanted[name] - kept[name], 0), len(free))):
            dealt[free.pop()] = name
    store.set_splits(dealt, annotator=annotator)
    return kept + Counter(dealt.values())


def _whole_numbers(total: int, shares: Mapping[str, float]) -> dict[str, int]:
    """The total in whole parts by the largest remainders."""
    weight = sum(shares.values())
    exact = {name: total * share / weight for name, share in shares.items()}
    parts = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: parts[name] - exact[name])
    for name in by_remainder[: total - sum(parts.values())]:
        parts[name] += 1
    return parts
