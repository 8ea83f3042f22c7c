"""Dealing images into the parts of a dataset: train, val, test, or by other names."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")


def parse_shares(texts: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Read ``train=0.8`` and the like.

    Raises:
        InputRefused: a text is none such, or a name comes twice.
    """
    shares = []
    for text in texts:
        name, _, number = text.partition("=")
        try:
            shares.append((name, float(number)))
        except ValueError as error:
            raise _refusal(text) from error
    check_shares(shares)
    return tuple(shares)


def check_shares(shares: Sequence[tuple[str, float]]) -> None:
    """Refuse shares that nothing can be dealt by.

    Raises:
        InputRefused: a name or share is none, a name comes twice, or all shares are 0.
    """
    names = [name for name, _ in shares]
    for name, share in shares:
        if not _NAME.fullmatch(name) or names.count(name) > 1 or not 0 <= share < float("inf"):
            raise _refusal(f"{name}={share:g}")
    if not sum(share for _, share in shares) > 0:
        raise InputRefused("No image would be in any part", next_step="Give a share above 0")


def _refusal(text: str) -> InputRefused:
    return InputRefused(
        f"{text!r} names no part of a dataset and its share",
        next_step="Write name=share: train=0.8; each name once, of letters, digits, dot, dash and underscore",
    )


@dataclass(frozen=True, slots=True)
class DealWish:
    """How images shall be dealt.

    Attributes:
        shares: name and share of each split; in proportion, whatever their sum.
        seed: the same seed deals the same images the same way.
        again: deal those anew that have a split.
    """

    shares: tuple[tuple[str, float], ...]
    seed: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class PlannedDeal:
    """What dealing does.

    Attributes:
        dealt: split by image id, of the images that are dealt.
        moved: how many of them have another split now.
        before, after: images in each split; those without one under the empty name.
    """

    dealt: Mapping[int, str]
    moved: int
    before: Counter[str]
    after: Counter[str]


def plan_deal(rows: Sequence[ImageRow], wish: DealWish) -> PlannedDeal:
    """Put the images without a split into splits at random, so that all of them come near the shares.

    Image files with the same content go to one split, so that nothing leaks from one into another.

    Args:
        rows: all images of the project.
        wish: the shares; ``parse_shares`` and ``check_shares`` refuse what makes none.
    """
    shares = dict(wish.shares)
    before = Counter(row.split for row in rows)
    splits = {row.image_id: row.split for row in rows}
    equal = group_equal(rows)
    heads = [group[0] for group in equal]
    free = [row.image_id for row in heads if wish.again or not row.split]
    kept = Counter(row.split for row in heads if row.split and not wish.again)
    random.Random(wish.seed).shuffle(free)
    wanted = _whole_numbers(len(free) + sum(kept[name] for name in shares), shares)
    dealt: dict[int, str] = {}
    # Those that earlier dealing left furthest behind come first, until each has what it should.
    for name in sorted(shares, key=lambda name: kept[name] - wanted[name]):
        for _ in range(min(max(wanted[name] - kept[name], 0), len(free))):
            dealt[free.pop()] = name
    for head, *others in equal:
        name = dealt.get(head.image_id, head.split)
        dealt |= {row.image_id: name for row in others if name and (wish.again or not row.split)}
    moved = sum(splits[image_id] != name for image_id, name in dealt.items())
    return PlannedDeal(dealt, moved, before, Counter((splits | dealt).values()))


def deal_splits(store: ProjectStore, wish: DealWish, *, annotator: str) -> Counter[str]:
    """Deal a project's images; see ``plan_deal``. Returns the images in each split afterwards.

    Raises:
        InputRefused: the shares make none.
    """
    check_shares(wish.shares)
    planned = plan_deal(store.list_images(), wish)
    store.set_splits(planned.dealt, annotator=annotator)
    return Counter({name: count for name, count in planned.after.items() if name})


def group_equal(rows: Sequence[ImageRow]) -> list[list[ImageRow]]:
    """Images in groups of the same content, those with a split first; one not read yet stands alone."""
    groups: dict[str | int, list[ImageRow]] = {}
    for row in rows:
        groups.setdefault(row.content_hash or row.image_id, []).append(row)
    return [sorted(group, key=lambda row: (not row.split, row.image_id)) for group in groups.values()]


def _whole_numbers(total: int, shares: Mapping[str, float]) -> dict[str, int]:
    """The total in whole parts by the largest remainders."""
    weight = sum(shares.values())
    exact = {name: total * share / weight for name, share in shares.items()}
    parts = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: parts[name] - exact[name])
    for name in by_remainder[: total - sum(parts.values())]:
        parts[name] += 1
    return parts
