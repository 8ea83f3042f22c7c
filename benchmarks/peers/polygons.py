"""A pipeline that proposes the polygons of the JSON files beside the pictures, which other tools load too."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.methods import method_named
from tas_desktop.session.engine_pipeline import EnginePipeline
from tests.support.colour_pipeline import colour_components


class GivenPolygons:
    """Proposes what was put into ``masks``."""

    component = ComponentId("proposals", "polygons", "1")
    masks: tuple[Mask, ...] = ()

    def propose(self, _image_rgb: object, **_control: object) -> list[Proposal]:
        return [Proposal(mask, 0.9, ProposalSource.GIVEN) for mask in self.masks]


class PolygonPipeline(EnginePipeline):
    """The engine over given polygons; networks that only look at colours fill the rest."""

    def __init__(self) -> None:
        self._given = GivenPolygons()
        self._files: dict[str, Path] = {}
        super().__init__(
            colour_components(proposer=self._given),
            method=method_named("tas"),
            profile="polygons",
            devices=(("proposals", "cpu"),),
        )

    def read_folder(self, folder: Path) -> None:
        """Note which JSON file belongs to which picture, by the picture's content."""
        for file in folder.glob("*.json"):
            picture = file.with_suffix(".jpg")
            if picture.exists():
                self._files[hashlib.sha256(picture.read_bytes()).hexdigest()] = file

    def analyse(self, image: Any, **options: Any) -> Any:
        """See `EnginePipeline`."""
        file = self._files.get(image.content_hash)
        self._given.masks = () if file is None else read_masks(file, width=image.width, height=image.height)
        return super().analyse(image, **options)


def read_masks(file: Path, *, width: int, height: int) -> tuple[Mask, ...]:
    """Masks of a labelme file's polygons."""
    from pycocotools import mask as coco_mask

    shapes = json.loads(file.read_text(encoding="utf-8"))["shapes"]
    rings = [[value for point in shape["points"] for value in point] for shape in shapes]
    return tuple(Mask.from_rle(rle) for rle in coco_mask.frPyObjects(rings, height, width))
