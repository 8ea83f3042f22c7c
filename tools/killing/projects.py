"""The projects that the victims work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = (
    [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("red", 170, 115, 30, 30)],
    [("green", 30, 30, 60, 60), ("yellow", 130, 60, 70, 50), ("orange", 20, 110, 40, 30)],
    [("purple", 60, 40, 90, 70), ("orange", 170, 20, 40, 40), ("blue", 10, 100, 40, 40)],
)
BATCH_IMAGES = 24
EXPORT_IMAGES, EXPORT_MASKS = 40, 8


def make_small(folder: Path) -> Path:
    """A project of three pictures of coloured blocks; returns its file."""
    from PIL import Image

    from tas_desktop.storage.project import ProjectStore
    from tests.support.colour_pipeline import block_picture

    folder.mkdir(parents=True)
    names = [folder / f"{number}.png" for number in range(len(PICTURES))]
    for name, blocks in zip(names, PICTURES, strict=True):
        Image.fromarray(block_picture(blocks)).save(name)
    with ProjectStore.create(folder, name="small") as store:
        store.add_images(names, annotator="setup")
        return store.file


def make_undecided(folder: Path) -> Path:
    """A project of pictures with three expressions each, some of which a person has decided."""
    from PIL import Image

    from tas_desktop.domain.decision import Decision, DecisionAction
    from tas_desktop.storage.project import ProjectStore
    from tests.support.colour_pipeline import COLOURS, block_picture

    folder.mkdir(parents=True)
    names = [folder / f"{number:02d}.png" for number in range(BATCH_IMAGES)]
    colours = list(COLOURS)
    for number, name in enumerate(names):
        first, second = colours[number % 6], colours[(number + 1) % 6]
        blocks = [(first, 10 + number, 20, 50, 40), (second, 120, 30 + number, 60, 60)]
        Image.fromarray(block_picture(blocks)).save(name)
    with ProjectStore.create(folder, name="batched") as store:
        store.add_images(names, annotator="setup")
        for image in range(1, BATCH_IMAGES + 1):
            texts = [(image, f"the {colours[(image - 1) % 6]} block {n}") for n in range(3)]
            added = store.add_expressions(texts, annotator="setup")
            if image % 3 == 0:
                store.record_decision(Decision(added[0], DecisionAction.SKIP, texts[0][1], "setup", ()))
        return store.file


def make_annotated(folder: Path) -> tuple[Path, int]:
    """A project with accepted masks to export; returns its file and how many there are."""
    import numpy as np

    from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
    from tas_desktop.domain.mask import Mask
    from tas_desktop.storage.project import ProjectStore

    rng = np.random.default_rng(5)
    with ProjectStore.create(folder, name="annotated") as store:
        store.add_images([folder / f"{n:03d}.jpg" for n in range(EXPORT_IMAGES)], annotator="setup")
        for image in range(1, EXPORT_IMAGES + 1):
            for number in range(EXPORT_MASKS):
                mask_hw = np.zeros((240, 320), bool)
                top, left = 10 + 28 * number, int(rng.integers(0, 200))
                mask_hw[top : top + 24, left : left + 90] = rng.random((24, 90)) < 0.9
                text = f"thing {number} of {image}"
                added = store.add_expression(image, text=text, annotator="setup")
                chosen = (ChosenMask(Mask.from_array(mask_hw)),)
                store.record_decision(Decision(added, DecisionAction.ACCEPT, text, "setup", chosen, "cup"))
        return store.file, store.counts().referents
