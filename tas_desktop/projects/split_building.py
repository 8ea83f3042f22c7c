"""Splits for a dataset: dealt by shares, test images parted by whether people are referred to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tas_desktop.projects.dataset_splits import check_shares, plan_deal
from tas_desktop.projects.equal_files import with_content_hashes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.projects.dataset_splits import DealWish
    from tas_desktop.storage.dataset import StoredDataset
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow

_PERSON: Final = "person"
TEST, TEST_PEOPLE, TEST_OTHERS = "test", "testA", "testB"


@dataclass(frozen=True, slots=True)
class SplitRule:
    """How the images of one export are dealt.

    Attributes:
        wish: shares and seed; None keeps the project's own splits.
        people: part ``test`` as RefCOCO does: ``testA`` where people are referred to, else ``testB``.
    """

    wish: DealWish | None = None
    people: bool = False


def build_splits(
    stored: StoredDataset, rule: SplitRule, *, place_of: Callable[[str], Path]
) -> dict[int, str]:
    """The split of each image by its id; every image is in one at most (formats.md section 0, clause 15).

    Args:
        stored: the project's dataset.
        rule: how to deal.
        place_of: the path of an image by its stored path, to see which files are copies of another.

    Raises:
        InputRefused: the shares make none.
    """
    rows = with_content_hashes(stored.image_rows(), place_of)
    splits = {row.image_id: row.split for row in rows}
    if rule.wish is not None:
        check_shares(rule.wish.shares)
        splits |= plan_deal(rows, rule.wish).dealt
    return part_test_images(splits, stored, rows=rows) if rule.people else splits


def deal_project(store: ProjectStore, rule: SplitRule, *, annotator: str) -> Counter[str]:
    """Put a project's images into splits for good; returns the images in each split afterwards.

    Raises:
        InputRefused: the shares make none.
    """
    with store.begin_dataset() as stored:
        splits = build_splits(stored, rule, place_of=store.image_path)
    store.set_splits(splits, annotator=annotator)
    return Counter(name for name in splits.values() if name)


def part_test_images(
    splits: dict[int, str], stored: StoredDataset, *, rows: Sequence[ImageRow]
) -> dict[int, str]:
    """The splits with ``test`` parted; images with the same content stay together.

    RefCOCO's testA shows people, testB everything else. An image with both goes where most of its objects
    belong, and to testB where they are as many.
    """
    surplus = count_people(stored)
    by_content: defaultdict[str | int, int] = defaultdict(int)
    for row in rows:
        by_content[row.content_hash or row.image_id] += surplus.get(row.image_id, 0)
    parts = {
        row.image_id: TEST_PEOPLE if by_content[row.content_hash or row.image_id] > 0 else TEST_OTHERS
        for row in rows
        if splits.get(row.image_id) == TEST
    }
    return splits | parts


def count_people(stored: StoredDataset) -> dict[int, int]:
    """For each image with accepted objects how many more of them are people than are not."""
    people = _people_of(stored.categories)
    surplus: defaultdict[int, int] = defaultdict(int)
    for image_id, category, count in stored.count_categories():
        surplus[image_id] += count if category in people else -count
    return surplus


def _people_of(table: CategoryTable) -> frozenset[str]:
    """Names of the categories of people: ``person`` and what the project put under it."""
    return frozenset(
        category.name for category in table.categories if _PERSON in (category.name, category.supercategory)
    )
