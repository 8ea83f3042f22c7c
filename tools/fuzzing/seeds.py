"""Sound files of every format that can be written and read, to be damaged."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from fuzzing.foreign import write_anew
from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence, SentenceOrigin
from tas_desktop.domain.decision import Provenance
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import Layout, MaskForm, WriteOptions
from tas_desktop.formats.registry import readable_formats
from tas_desktop.projects.importing.options import ImportKind, ImportOptions
from tas_desktop.projects.importing.running import import_files
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.formats.format import Format

_TEXTS: Final = (
    "the mug",
    "the left mug",
    "der große Hund",
    "右边的猫",
    'a "red", big one',
    "🙂 on the left",
)
_SPLITS: Final = ("", "train", "val", "test", "testA")
_VARIANTS: Final = 4
# What no writer of ours makes: texts that have no masks, and columns in another order.
_LISTS: Final = {
    "txt": "1.png\tthe mug\nsub/2.png\tthe left mug\n\n1.png\tright dog\n",
    "csv": "image,expression\n1.png,the mug\nsub/2.png,the left mug\n",
    "jsonl": '{"image": "1.png", "expression": "the mug"}\n{"image": "sub/2.png", "expression": "dog"}\n',
}


@dataclass(frozen=True)
class Seed:
    """A sound export.

    Attributes:
        format_name: its format.
        path: what is given to the reader.
        folder: what is copied for each case: the export with its pictures.
        project: file of a project that has the labels already, as it would lie beside the copy.
    """

    format_name: str
    path: Path
    folder: Path
    project: Path


@dataclass(frozen=True)
class _Images:
    categories: CategoryTable
    listed: tuple[DatasetImage, ...]

    @property
    def image_count(self) -> int:
        return len(self.listed)

    def images(self) -> Iterator[DatasetImage]:
        yield from self.listed


def write_seeds(home: Path, *, rng: random.Random, names: frozenset[str] = frozenset()) -> list[Seed]:
    """Write some datasets in every readable format.

    Args:
        home: an empty folder.
        rng: what the datasets are drawn from.
        names: only these formats; all where empty.
    """
    seeds = []
    for known in readable_formats():
        if names and known.name not in names:
            continue
        for variant in range(_VARIANTS):
            folder = home / f"{known.name}-{variant}"
            folder.mkdir(parents=True)
            dataset = _draw_dataset(rng, folder)
            path = folder / ("export" if known.layout is Layout.FOLDER else f"export{known.suffix}")
            if not known.writer or (known.name in _LISTS and variant == _VARIANTS - 1):
                path.write_text(_LISTS[known.name], encoding="utf-8")
            else:
                _write(known, path, dataset, variant)
                if variant == _VARIANTS - 1:
                    write_anew(known.name, path)
            seeds.append(Seed(known.name, path, folder, _imported(path, folder, known.name)))
    return seeds


def _imported(path: Path, folder: Path, format_name: str) -> Path:
    """A project with the labels of an export; its pictures are where a case has them."""
    build = folder.with_name(f"{folder.name}-project")
    shutil.copytree(folder, build / "set")
    options = ImportOptions(
        build / "set" / path.relative_to(folder), format_name, ImportKind.ACCEPTED, "fuzz"
    )
    with ProjectStore.create(build / "project", name="fuzz") as store:
        import_files(store, options)
        return store.file


def _write(known: Format, path: Path, dataset: _Images, variant: int) -> None:
    if known.layout is Layout.FOLDER:
        path.mkdir()
    options = WriteOptions(
        masks=MaskForm.RLE if variant % 2 else MaskForm.POLYGONS, with_origin=variant >= _VARIANTS // 2
    )
    known.write(path, dataset, options=options)


def _draw_dataset(rng: random.Random, folder: Path) -> _Images:
    images = []
    number = 0
    for image_id, name in ((1, "1.png"), (2, "sub/2.png"), (3, "dritt é.png")):
        height, width = rng.randint(5, 14), rng.randint(5, 14)
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", (width, height), (image_id * 50, 100, 200)).save(path)
        objects = []
        for _ in range(rng.randint(1, 3)):
            number += 1
            category = rng.choice(["person", "cup", "object"])
            score = rng.random() if rng.random() < 0.3 else None
            objects.append(DatasetObject(number, category, _draw_mask(rng, height, width), score))
        images.append(
            DatasetImage(
                image_id, name, height, width, tuple(objects), split=rng.choice(_SPLITS), source=path
            )
        )
    return _Images(load_coco_categories(), tuple(_with_sentences(rng, images)))


def _with_sentences(rng: random.Random, images: list[DatasetImage]) -> Iterator[DatasetImage]:
    number = 0
    for image in images:
        ids = [known.object_id for known in image.objects]
        targets = [(known,) for known in ids] + ([tuple(ids)] if len(ids) > 1 else []) + [()]
        references = []
        for target in targets:
            sentences = []
            for _ in range(rng.randint(1, 2)):
                number += 1
                sentences.append(Sentence(number, rng.choice(_TEXTS), _draw_origin(rng)))
            references.append(Reference(sentences[0].sentence_id, target, tuple(sentences)))
        number += 1
        undecided = (Sentence(number, rng.choice(_TEXTS)),)
        yield replace(image, references=tuple(references), undecided=undecided)


def _draw_origin(rng: random.Random) -> SentenceOrigin | None:
    if rng.random() < 0.3:
        return None
    ground = Provenance("abc", "tas", "starter", (ComponentId("encoder", "clip", "1"),), (("alpha", 0.1),))
    return SentenceOrigin(
        "person", "ann", "pick", 2.5, edited=True, candidate_rank=2, scores=(("v", 0.5),), provenance=ground
    )


def _draw_mask(rng: random.Random, height: int, width: int) -> Mask:
    """A box with a hole."""
    mask_hw = np.zeros((height, width), bool)
    top, left = rng.randint(0, height - 4), rng.randint(0, width - 4)
    mask_hw[top : top + 4, left : left + 4] = True
    mask_hw[top + 1, left + 1] = rng.random() < 0.5
    return Mask.from_array(mask_hw)
