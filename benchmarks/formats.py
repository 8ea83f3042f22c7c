"""Time and memory of import and export at RefCOCO's size.

Usage: python benchmarks/formats.py [--images 20000] [--formats refcoco jsonl ...] [--folder DIR]

Makes a dataset of drawn scenes' masks (2.5 references an image, 2.84 sentences a reference, 480 x 480 pixels,
picture files of some hundred bytes), imports it into a project as accepted labels, exports that in each
format (the format's own checks included), and imports each export into a new project. Every step runs in a
process of its own; its peak memory is that process's. Limits: import 5 minutes, export 10 minutes, 2 GB.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calibration import calibration_line
from PIL import Image

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import Carries, WriteOptions
from tas_desktop.formats.registry import find_format, readable_formats, writable_formats
from tas_desktop.projects.exporting.request import ExportRequest
from tas_desktop.projects.exporting.running import export_project
from tas_desktop.projects.importing.options import ImportKind, ImportOptions
from tas_desktop.projects.importing.running import import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.category import CategoryTable

IMAGES = 20_000
SIDE_PX = 480
SCENES = 200  # drawn; their masks are used over and over
IMPORT_LIMIT_S, EXPORT_LIMIT_S, LIMIT_MB = 300, 600, 2000
SOURCE = "jsonl"


class DrawnDataset:
    """A deterministic dataset of any size whose masks come from the scene generator."""

    def __init__(self, images: int, folder: Path) -> None:
        self.image_count = images
        self._folder = folder

    @property
    def categories(self) -> CategoryTable:
        return load_coco_categories()

    @cached_property
    def _scenes(self) -> list[list[tuple[str, Mask, str]]]:
        """Of each scene the category, mask and description of its objects."""
        from tas_desktop.starter.scenes import Split, generate_scene

        scenes = []
        for seed in range(min(SCENES, self.image_count)):
            scene = generate_scene(seed, split=Split.TRAIN, size_px=SIDE_PX)
            scenes.append(
                [
                    (
                        self.categories.find(known.category).name,
                        Mask.from_array(scene.mask_hw(index)),
                        f"{known.size_name} {known.colour} {known.category}",
                    )
                    for index, known in enumerate(scene.objects)
                ]
            )
        return scenes

    def images(self) -> Iterator[DatasetImage]:
        object_ids = sentence_ids = 0
        for number in range(self.image_count):
            scene = self._scenes[number % len(self._scenes)]
            objects, references = [], []
            for place, (category, mask, words) in enumerate(scene[: 2 + number % 2]):  # 2.5 on average
                object_ids += 1
                objects.append(DatasetObject(object_ids, category, mask))
                count = 2 if (object_ids % 25) < 4 else 3  # 2.84 on average
                sentences = tuple(
                    Sentence(
                        sentence_ids + turn, f"the {words} {place} of image {number}, said in way {turn}"
                    )
                    for turn in range(1, count + 1)
                )
                sentence_ids += count
                references.append(Reference(sentences[0].sentence_id, (object_ids,), sentences))
            name = f"images/{number // 1000:03}/{number:06}.png"
            yield DatasetImage(
                image_id=number + 1,
                file_name=name,
                height=SIDE_PX,
                width=SIDE_PX,
                objects=tuple(objects),
                references=tuple(references),
                split="train" if number % 10 else "val",
                source=self._folder / name,
            )


def make_source(images: int, folder: Path) -> None:
    """Write the dataset and its picture files, which differ in their last bytes."""
    dataset = DrawnDataset(images, folder)
    stream = io.BytesIO()
    Image.new("P", (SIDE_PX, SIDE_PX)).save(stream, "PNG")
    for image in dataset.images():
        place = folder / image.file_name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(stream.getvalue() + image.image_id.to_bytes(4, "big"))
    find_format(SOURCE).write(folder / "source.jsonl", dataset, options=WriteOptions())


def import_into(project: Path, path: Path, format_name: str, pictures: str) -> dict[str, int | str]:
    """Import as accepted labels into a new project; the pictures lie in a folder, or where the files say."""
    from tas_desktop.storage.project import ProjectStore

    folder = Path(pictures) if pictures else None
    options = ImportOptions(path, format_name, ImportKind.ACCEPTED, "bench", picture_folder=folder)
    with ProjectStore.create(project) as store:
        import_files(store, options)
        counts = store.counts()
    return {"images": counts.images, "expressions": counts.expressions, "referents": counts.referents}


def export_to(project: Path, target: Path, format_name: str, _: str) -> dict[str, int | str]:
    """Export and check."""
    from tas_desktop.engine.control import WorkControl

    report = export_project(WorkControl(), request=ExportRequest(project, target, format_name))
    counts = report.counts
    totals = {"images": counts.images, "expressions": counts.sentences, "referents": counts.objects}
    return {**totals, "images_folder": report.images_folder}


def step_apart(*arguments: str | Path) -> dict[str, Any]:
    """Run one step in a process of its own."""
    command = [sys.executable, __file__, "--step", *map(str, arguments)]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return told


def run_step(name: str, first: str, second: str, format_name: str, pictures: str = "") -> None:
    """Do one step and print how long it took and how much memory it had at its peak."""
    start = time.perf_counter()
    work = {"import": import_into, "export": export_to}[name]
    told = work(Path(first), Path(second), format_name, pictures)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**told, "seconds": time.perf_counter() - start, "peak_mb": peak_mb}))


def tell(what: str, told: dict[str, Any], limit_s: float) -> bool:
    """Print one line; whether it is within the limits."""
    good = told["seconds"] <= limit_s and told["peak_mb"] <= LIMIT_MB
    print(
        f"{what:<28} {told['seconds']:8.1f} s {told['peak_mb']:8.0f} MB   {told['images']:,} images, "
        f"{told['referents']:,} referents, {told['expressions']:,} expressions{'' if good else '   OVER'}",
        flush=True,
    )
    return good


def measure(images: int, formats: list[str], folder: Path) -> bool:
    """All steps; whether each was within its limits."""
    print(calibration_line())
    make_source(images, folder / "source")
    project = folder / "project"
    source = folder / "source" / "source.jsonl"
    good = tell(f"import {SOURCE}", step_apart("import", project, source, SOURCE), IMPORT_LIMIT_S)
    readable = {known.name for known in readable_formats()}
    for name in formats:
        target = folder / f"export-{name}"
        exported = step_apart("export", project, target, name)
        good &= tell(f"export {name}", exported, EXPORT_LIMIT_S)
        if name in readable:
            again = folder / f"again-{name}"
            has_pictures = Carries.IMAGES in find_format(name).carries
            pictures = "" if has_pictures else exported["images_folder"]
            imported = step_apart("import", again, target, name, pictures)
            good &= tell(f"import {name}", imported, IMPORT_LIMIT_S)
            shutil.rmtree(again)
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    return good


def main() -> int:
    """Parse arguments and measure."""
    if sys.argv[1:2] == ["--step"]:
        run_step(*sys.argv[2:7])
        return 0
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--images", type=int, default=IMAGES)
    parser.add_argument("--formats", nargs="*", default=[known.name for known in writable_formats()])
    parser.add_argument("--folder", type=Path, default=None, help="a folder on the disk to measure")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder, prefix="tas-formats-") as folder:
        return 0 if measure(arguments.images, arguments.formats, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
