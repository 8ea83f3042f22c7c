"""Writing PhraseCut folders (formats.md section 3)."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.fitting import decided_images
from tas_desktop.formats.format import ImageFiles
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.json_writing import OpenList, as_json, open_for_json, write_list
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.outlines import trace_outlines
from tas_desktop.formats.phrasecut import layout
from tas_desktop.formats.phrasecut.structure import Structure, structure_of
from tas_desktop.formats.placed import WITHOUT_FILE
from tas_desktop.formats.refer.records import BLANK, MENDED
from tas_desktop.formats.refer.sentences import spoken
from tas_desktop.formats.split_names import SplitNames

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.formats.format import Loss, WriteOptions

NOBODY: Final = "expressions that name nothing in the image: PhraseCut cannot say that"
UNNAMED: Final = "objects that no expression names: PhraseCut has no place for them"


def write_phrasecut(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``refer_<split>.json``, the tables that the loader opens, and ``images/<id>.jpg``."""
    return _Export(target, dataset, options).write()


@dataclass
class _Export:
    target: Path
    dataset: Dataset
    options: WriteOptions
    losses: Losses = field(default_factory=Losses)
    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {kind: Counter() for kind in ("cat", "att", "rel")}
    )

    def write(self) -> tuple[Loss, ...]:
        used = {image.split for image in decided_images(self.dataset, losses=Losses())}
        splits = SplitNames(used, only="train", rest="train")
        placer = ImagePlacer(self.target / layout.IMAGES, files=self.options.image_files)
        table: list[dict[str, Any]] = []
        with ExitStack() as stack:
            lists = {}
            for name in splits.all():
                file = self.target / f"{layout.PREFIX}{name}.json"
                lists[name] = OpenList(stack.enter_context(open_for_json(file)))
            for image in decided_images(self.dataset, losses=self.losses):
                tasks = self._tasks(image)
                first = next(tasks, None)
                if first is None:
                    continue
                placed = placer.place(image, name=layout.image_name(image.image_id))
                if not placed and self.options.image_files is not ImageFiles.LEAVE:
                    self.losses.note(WITHOUT_FILE, example=image.file_name)
                    continue
                table.append(_image_record(image, splits[image.split]))
                for task in (first, *tasks):
                    lists[splits[image.split]].append(task)
            for opened in lists.values():
                opened.end(after="\n")
        self._write_tables(table)
        self.losses.extend(placer.losses())
        return self.losses.all()

    def _tasks(self, image: DatasetImage) -> Iterator[dict[str, Any]]:
        """A task for each sentence that names something."""
        objects = {item.object_id: item for item in image.objects}
        named = {number for known in image.references for number in known.object_ids}
        for number in objects.keys() - named:
            self.losses.note(UNNAMED, example=f"{image.file_name}, object {number}")
        polygons = {number: trace_outlines(objects[number].mask.to_array()) for number in sorted(named)}
        for reference in image.references:
            ids = reference.object_ids
            for sentence in reference.sentences:
                said = spoken(sentence.text)
                if not ids:
                    self.losses.note(NOBODY, example=sentence.text)
                    continue
                if said is None:
                    self.losses.note(BLANK, example=f"expression {sentence.sentence_id}")
                    continue
                if said.raw != sentence.text:
                    self.losses.note(MENDED, example=said.raw)
                structure = structure_of(said.raw)
                self._count(structure)
                yield {
                    "task_id": f"{image.image_id}__{sentence.sentence_id}",
                    "image_id": image.image_id,
                    "ann_ids": list(ids),
                    "instance_boxes": [[int(side) for side in objects[n].mask.box_xywh] for n in ids],
                    "Polygons": [polygons[number] for number in ids],
                    "phrase": said.raw,
                    "phrase_structure": structure.as_json(),
                    "ref_id": reference.reference_id,
                    "instances": [
                        {"id": n, "category": objects[n].category}
                        | ({} if objects[n].score is None else {"score": objects[n].score})
                        for n in ids
                    ],
                }

    def _count(self, structure: Structure) -> None:
        self.counts["cat"][structure.name] += 1
        self.counts["att"].update(structure.attributes)
        self.counts["rel"].update(structure.relation[:1])

    def _write_tables(self, table: list[dict[str, Any]]) -> None:
        with open_for_json(self.target / layout.IMAGE_TABLES[0]) as stream:
            write_list(stream, table)
            stream.write("\n")
        counts = {
            kind: [list(row) for row in sorted(found.items(), key=_commonest_first)]
            for kind, found in self.counts.items()
        }
        with open_for_json(self.target / layout.COUNTS) as stream:
            stream.write(as_json(counts) + "\n")
        (self.target / "README.md").write_text(layout.PAGE, encoding="utf-8", newline="\n")


def _commonest_first(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _image_record(image: DatasetImage, split: str) -> dict[str, Any]:
    """The loader's keys, and the project's own names."""
    return {
        "image_id": image.image_id,
        "width": image.width,
        "height": image.height,
        "split": split,
        "url": "",
        "coco_id": None,
        "flickr_id": None,
        "file_name": image.file_name,
        "own_split": image.split,
    }
