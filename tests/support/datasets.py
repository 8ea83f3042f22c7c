"""Datasets to write and read back: hypothesis strategies, a dataset of listed images, and picture files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.category import Category, CategoryTable
from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.dataset import (
    Dataset,
    DatasetImage,
    DatasetObject,
    ListedDataset,
    Reference,
    Sentence,
    SentenceOrigin,
)
from tas_desktop.domain.decision import Provenance
from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SPLITS = ("", "train", "val", "test", "testA", "testB")


def listed(dataset: Dataset) -> ListedDataset:
    """All of a dataset, to compare it."""
    return ListedDataset(dataset.categories, tuple(dataset.images()))


def coco_dataset(images: Iterable[DatasetImage]) -> ListedDataset:
    """Images with COCO's categories."""
    return ListedDataset(load_coco_categories(), tuple(images))


def with_files(dataset: Dataset, folder: Path) -> ListedDataset:
    """The dataset with a picture file of the right size for each image; each has a colour of its own."""
    images = []
    for image in dataset.images():
        path = folder / image.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        colour = (image.image_id * 37 % 256, image.image_id * 101 % 256, image.image_id // 256 % 256)
        Image.new("RGB", (image.width, image.height), colour).save(path)
        images.append(replace(image, source=path))
    return ListedDataset(dataset.categories, tuple(images))


def without_files(dataset: Dataset) -> ListedDataset:
    """The dataset without the places of its image files, which depend on where it was read from."""
    images = (replace(image, source=None) for image in dataset.images())
    return ListedDataset(dataset.categories, tuple(images))


# A mask with a hole, one of pixels that touch at corners only, and one with two parts that nest.
RING = np.array([[1, 1, 1, 1], [1, 0, 0, 1], [1, 1, 1, 1]], bool)
CORNERS = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]], bool)
ISLAND = np.array([[1] * 5, [1, 0, 0, 0, 1], [1, 0, 1, 0, 1], [1, 0, 0, 0, 1], [1] * 5], bool)


def texts() -> st.SearchStrategy[str]:
    """What passes for an expression: anything in Unicode that is not blank."""
    plain = st.sampled_from(
        [
            "the man in red on the left",
            "both dogs",
            "der große Hund",
            "右边的猫",
            "mug, \"the\" 'big' one",
            "ça va? 🙂",
        ]
    )
    return plain | st.text(
        st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30
    ).filter(str.strip)


def file_names() -> st.SearchStrategy[str]:
    """Names of PNG files, some in folders, some not in ASCII."""
    part = st.text("abcxyz019_- éß右🙂", min_size=1, max_size=8).filter(lambda text: text == text.strip())
    return st.lists(part, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".png")


@st.composite
def masks(draw: st.DrawFn, height: int, width: int) -> Mask:
    """A mask of that size that is not empty: noise, all of it, one pixel, or a shape that is difficult."""
    shapes = [
        shape for shape in (RING, CORNERS, ISLAND) if shape.shape[0] <= height and shape.shape[1] <= width
    ]
    kind = draw(st.sampled_from(["noise", "all", "pixel", *(["shape"] * 2 if shapes else [])]))
    mask_hw = np.zeros((height, width), bool)
    if kind == "noise":
        mask_hw = draw(arrays(bool, (height, width)).filter(lambda noise: bool(noise.any())))
    elif kind == "all":
        mask_hw[:] = True
    elif kind == "pixel":
        mask_hw[draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))] = True
    else:
        shape = draw(st.sampled_from(shapes))
        y = draw(st.integers(0, height - shape.shape[0]))
        x = draw(st.integers(0, width - shape.shape[1]))
        mask_hw[y : y + shape.shape[0], x : x + shape.shape[1]] = shape
    return Mask.from_array(mask_hw)


def provenances() -> st.SearchStrategy[Provenance]:
    """Grounds of decisions."""
    return st.builds(
        Provenance,
        ranking_id=st.text("0123456789abcdef", min_size=4, max_size=8),
        method=st.sampled_from(["tas", "global-local"]),
        profile=st.sampled_from(["starter", "paper"]),
        components=st.just((ComponentId("proposer", "starter-sam", "r1"),)),
        params=st.just((("alpha", 0.1), ("stages", 3), ("rectify", True), ("prompt", "a photo of {}"))),
    )


def origins() -> st.SearchStrategy[SentenceOrigin]:
    """How sentences came to their masks."""
    return st.builds(
        SentenceOrigin,
        source=st.sampled_from(["person", "import", "model"]),
        annotator=st.sampled_from(["ann", "Bjørn 🙂", ""]),
        action=st.sampled_from(["accept", "pick", "draw"]),
        seconds_spent=st.integers(0, 400).map(lambda quarters: quarters / 4),
        edited=st.booleans(),
        candidate_rank=st.none() | st.integers(1, 9),
        scores=st.just(()) | st.just((("total", 0.25), ("v", -0.5))),
        provenance=st.none() | provenances(),
    )


def category_tables() -> st.SearchStrategy[CategoryTable]:
    """COCO's categories, some with more."""
    coco = load_coco_categories()
    more = (
        *coco.categories,
        Category(92, "chawan", "kitchen", ("tea bowl",)),
        Category(120, "größe", "", ()),
    )
    return st.sampled_from([coco, CategoryTable(more)])


class _Ids:
    """Ids that no two things of a kind share, in no order."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._taken: set[int] = set()

    def take(self) -> int:
        taken = self._taken
        number = self._draw(st.integers(1, 10_000).filter(lambda number: number not in taken))
        taken.add(number)
        return number


@st.composite
def datasets(
    draw: st.DrawFn,
    *,
    max_images: int = 3,
    plural: bool = True,
    no_target: bool = True,
    undecided: bool = True,
    unnamed_objects: bool = True,
    with_origins: bool = False,
    with_scores: bool = False,
    splits: tuple[str, ...] = SPLITS,
    sentence_texts: Callable[[], st.SearchStrategy[str]] = texts,
    names: Callable[[], st.SearchStrategy[str]] = file_names,
) -> ListedDataset:
    """Small datasets with everything that the model can say, but for what is switched off.

    As in a project: a reference's id is the smallest of its sentences', no two references of an image name
    the same objects unless they name none, and each image has something on it.
    """
    categories = draw(category_tables())
    category_names = [category.name for category in categories.categories]
    object_ids, sentence_ids = _Ids(draw), _Ids(draw)
    found = draw(
        st.lists(names(), min_size=1, max_size=max_images, unique_by=lambda name: name.casefold()).filter(
            _can_lie
        )
    )
    image_ids = sorted(draw(st.sets(st.integers(1, 999), min_size=len(found), max_size=len(found))))

    def sentence(*, decided: bool) -> Sentence:
        origin = draw(st.none() | origins()) if with_origins and decided else None
        return Sentence(sentence_ids.take(), draw(sentence_texts()), origin)

    def sentences() -> tuple[Sentence, ...]:
        return tuple(sentence(decided=True) for _ in range(draw(st.integers(1, 3))))

    images = []
    for image_id, name in zip(image_ids, found, strict=True):
        height, width = draw(st.integers(1, 14)), draw(st.integers(1, 14))
        objects = tuple(
            DatasetObject(
                object_id=object_ids.take(),
                category=draw(st.sampled_from(category_names)),
                mask=draw(masks(height, width)),
                score=draw(st.none() | st.integers(0, 8).map(lambda n: n / 8)) if with_scores else None,
            )
            for _ in range(draw(st.integers(0 if no_target or undecided else 1, 3)))
        )
        objects = tuple(sorted(objects, key=lambda known: known.object_id))
        ids = [known.object_id for known in objects]
        targets: list[tuple[int, ...]] = [
            (number,) for number in ids if not unnamed_objects or draw(st.integers(0, 4))
        ]
        if plural and len(ids) > 1 and draw(st.booleans()):
            targets.append(tuple(ids) if draw(st.booleans()) else tuple(ids[:2]))
        if no_target and draw(st.integers(0, 3)) == 0:
            targets.append(())
        references = [
            Reference(min(s.sentence_id for s in said), target, said)
            for target in targets
            for said in [sentences()]
        ]
        images.append(
            DatasetImage(
                image_id=image_id,
                file_name=name,
                height=height,
                width=width,
                objects=objects,
                references=tuple(sorted(references, key=lambda known: known.reference_id)),
                undecided=tuple(sentence(decided=False) for _ in range(draw(st.integers(0, 2))))
                if undecided
                else (),
                split=draw(st.sampled_from(splits)),
            )
        )
    return ListedDataset(categories, tuple(images))


def _can_lie(names: list[str]) -> bool:
    """Whether no name is another's folder, in any case of its letters."""
    folded = {name.casefold() for name in names}
    return not any(f"{other}/" in f"{name}/" for name in folded for other in folded - {name})
