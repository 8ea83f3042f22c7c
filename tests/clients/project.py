"""A project for the foreign loaders, decided on drawn scenes, and what was decided, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.starter.scenes import Kind, Scene, Split, generate_scene, speak
from tas_desktop.storage.project import ProjectStore
from tests.clients.shared.telling import runs_of

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

SPLITS = ("train", "train", "testA", "testB")
FOREIGN = "Größe 猫"
"""A category that COCO does not have, not in ASCII."""


@dataclass
class MeantObject:
    """One object: what every loader should find again.

    Attributes:
        runs: lengths of its mask's runs, row by row.
        alone: texts that name it alone.
        plural: texts that name it together with others.
    """

    category: str
    runs: list[int]
    box_xywh: tuple[float, float, float, float]
    alone: list[str]
    plural: list[str]


@dataclass
class MeantImage:
    """One image."""

    name: str
    split: str
    height: int
    width: int
    objects: list[MeantObject]
    no_target: list[str]
    undecided: list[str]


@dataclass
class Meant:
    """The project's folder, the folder of its images, and what was decided on each."""

    project: Path
    images_folder: Path
    images: list[MeantImage]

    def objects(self) -> list[tuple[str, MeantObject]]:
        """Image name and object, in order."""
        return [(image.name, item) for image in self.images for item in image.objects]


def make_project(folder: Path, *, plain_names: bool) -> Meant:
    """Four scenes: one object named twice, one with a hole, two named together, one unnamed, and no target.

    Args:
        folder: new.
        plain_names: only ASCII in the images' names: under the C locale nobody opens others.
    """
    images_folder = folder / "pictures"
    below, stem = ("rooms", "scene") if plain_names else ("räume 部屋", "Szene &")
    (images_folder / below).mkdir(parents=True)
    names = [f"{below}/{stem} {n}.png" for n in range(1, len(SPLITS))]
    names.append(f"{stem}.png")  # beside them, so that names begin at the folder of both
    images = []
    with ProjectStore.create(folder / "project") as store:
        store.add_images([images_folder / name for name in names], annotator="Zoë")
        store.categories.add(FOREIGN, supercategory="größer", annotator="Zoë")
        store.set_splits(dict(enumerate(SPLITS, start=1)), annotator="Zoë")
        for number, (name, split) in enumerate(zip(names, SPLITS, strict=True), start=1):
            scene = generate_scene(number, split=Split.TEST, size_px=160)
            Image.fromarray(scene.image_rgb).save(images_folder / name)
            height, width = scene.instance_hw.shape
            image = MeantImage(name, split, height, width, [], [], [])
            _decide(store, number, scene, image)
            images.append(image)
    return Meant(folder / "project", images_folder, images)


def _decide(store: ProjectStore, number: int, scene: Scene, image: MeantImage) -> None:
    first = with_hole(scene.mask_hw(0))
    second, third = scene.mask_hw(1), scene.mask_hw(2)
    spoken = [said.text for said in speak(scene, kinds=[Kind.ATTRIBUTE])] or ["the thing"]
    _accept(store, number, image, [(first, "cup")], [f"{spoken[0]} (1)", "der größte Becher, ça va? 右边"])
    _accept(store, number, image, [(second, FOREIGN)], ['"the" other\'s one'])
    _accept(store, number, image, [(first, "cup"), (third, "dog")], ["both things"])
    [none, _undecided] = store.add_expressions([(number, "the zebra"), (number, "perhaps")], annotator="Zoë")
    store.record_decision(Decision(none, DecisionAction.NO_TARGET, "the zebra", "Zoë"))
    image.no_target.append("the zebra")
    image.undecided.append("perhaps")


def _accept(
    store: ProjectStore,
    number: int,
    image: MeantImage,
    targets: list[tuple[NDArray[np.bool_], str]],
    texts: list[str],
) -> None:
    masks = [Mask.from_array(mask_hw) for mask_hw, _ in targets]
    for expression, text in zip(
        store.add_expressions([(number, text) for text in texts], annotator="Zoë"), texts, strict=True
    ):
        chosen = tuple(map(ChosenMask, masks))
        store.record_decision(Decision(expression, DecisionAction.DRAW, text, "Zoë", chosen, targets[-1][1]))
    for mask, (mask_hw, category) in zip(masks, targets, strict=True):
        runs = runs_of(mask_hw)
        known = next((item for item in image.objects if item.runs == runs), None)
        if known is None:
            known = MeantObject(category, runs, mask.box_xywh, [], [])
            image.objects.append(known)
        (known.alone if len(targets) == 1 else known.plural).extend(texts)


def with_hole(mask_hw: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask without its pixels that are more than three away from any outside it: a frame."""
    import cv2
    import numpy as np

    inner = cv2.erode(mask_hw.astype(np.uint8), np.ones((7, 7), np.uint8))
    return mask_hw & (inner == 0)
