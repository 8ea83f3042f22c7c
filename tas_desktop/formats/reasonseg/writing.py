"""Writing ReasonSeg folders (formats.md section 3)."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.fitting import decided_images
from tas_desktop.formats.format import ImageFiles
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.json_writing import as_json, open_for_json
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.outlines import trace_outlines
from tas_desktop.formats.placed import WITHOUT_FILE
from tas_desktop.formats.refer.records import BLANK, MENDED
from tas_desktop.formats.refer.sentences import spoken
from tas_desktop.formats.split_names import SplitNames

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage, DatasetObject, Reference
    from tas_desktop.formats.format import Loss, WriteOptions

NOBODY: Final = "expressions that name nothing in the image: ReasonSeg cannot say that"
UNNAMED: Final = "objects that no expression names: ReasonSeg has no place for them"
_LONGEST_STEM: Final = 60  # characters; four bytes each stay below what file systems take

_PAGE: Final = """# ReasonSeg

For LISA: `<base>/reason_seg/ReasonSeg/` is this folder. Each reference is a JSON file with a picture of the
same name beside it, so that a picture with several references is there several times. Masks are drawn with
cv2, edges and inside. `explanatory/train.json` is empty: there are no answers in words.
"""


def write_reasonseg(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write a folder for each split with a JSON file and a picture for each reference."""
    return _Export(target, dataset, options).write()


@dataclass
class _Export:
    target: Path
    dataset: Dataset
    options: WriteOptions
    losses: Losses = field(default_factory=Losses)

    def write(self) -> tuple[Loss, ...]:
        used = {image.split for image in decided_images(self.dataset, losses=Losses())}
        splits = SplitNames(used, only="train", rest="train")
        placers = {}
        for name in splits.all():
            (self.target / name).mkdir()
            placers[name] = ImagePlacer(self.target / name, files=self.options.image_files)
        for image in decided_images(self.dataset, losses=self.losses):
            name = splits[image.split]
            self._write_image(image, self.target / name, placers[name])
        (self.target / "explanatory").mkdir()
        with open_for_json(self.target / "explanatory" / "train.json") as stream:
            stream.write("[]\n")
        (self.target / "README.md").write_text(_PAGE, encoding="utf-8", newline="\n")
        for placer in placers.values():
            self.losses.extend(placer.losses())
        return self.losses.all()

    def _write_image(self, image: DatasetImage, folder: Path, placer: ImagePlacer) -> None:
        named = {number for known in image.references for number in known.object_ids}
        for item in image.objects:
            if item.object_id not in named:
                self.losses.note(UNNAMED, example=f"{image.file_name}, object {item.object_id}")
        objects = {item.object_id: item for item in image.objects}
        shapes: dict[int, list[dict[str, Any]]] = {}
        first: Path | None = None
        for reference in image.references:
            record = self._record(reference, image)
            if record is None:
                continue
            for number in reference.object_ids:
                if number not in shapes:
                    shapes[number] = _shapes(objects[number])
            stem = f"{_flat_stem(image.file_name)}_{reference.reference_id}"
            picture = folder / f"{stem}.jpg"
            if first is not None:
                self._repeat(first, picture)
            elif placer.place(image, name=picture.name):
                first = picture
            elif self.options.image_files is not ImageFiles.LEAVE:
                self.losses.note(WITHOUT_FILE, example=image.file_name)
                return
            record["shapes"] = [shape for number in reference.object_ids for shape in shapes[number]]
            with open_for_json(folder / f"{stem}.json") as stream:
                stream.write(as_json(record) + "\n")

    def _record(self, reference: Reference, image: DatasetImage) -> dict[str, Any] | None:
        """All but the shapes; None where there is nothing to write."""
        said = []
        for sentence in reference.sentences:
            forms = spoken(sentence.text)
            if not reference.object_ids:
                self.losses.note(NOBODY, example=sentence.text)
            elif forms is None:
                self.losses.note(BLANK, example=f"expression {sentence.sentence_id}")
            else:
                if forms.raw != sentence.text:
                    self.losses.note(MENDED, example=forms.raw)
                said.append((sentence.sentence_id, forms.raw))
        if not said:
            return None
        record: dict[str, Any] = {
            "text": [text for _, text in said],
            "is_sentence": False,
            "shapes": [],
            "image_id": image.image_id,
            "file_name": image.file_name,
            "height": image.height,
            "width": image.width,
            "ref_id": reference.reference_id,
            "sent_ids": [number for number, _ in said],
        }
        return record | {"split": image.split} if image.split else record

    def _repeat(self, first: Path, picture: Path) -> None:
        """The same picture once more: a second name for it where the disk has such."""
        try:
            os.link(first, picture, follow_symlinks=False)
        except (OSError, NotImplementedError):
            shutil.copyfile(first, picture, follow_symlinks=False)


def _shapes(item: DatasetObject) -> list[dict[str, Any]]:
    more: dict[str, Any] = {"object_id": item.object_id, "category": item.category}
    if item.score is not None:
        more["score"] = item.score
    return [
        {"label": "target", "shape_type": "polygon", "points": points} | more
        for points in trace_outlines(item.mask.to_array())
    ]


def _flat_stem(file_name: str) -> str:
    """An image's name without folders and suffix, as part of one file's name."""
    path = PurePosixPath(file_name.replace("\\", "_"))
    return path.with_name(path.stem).as_posix().replace("/", "_")[-_LONGEST_STEM:].strip() or "image"
