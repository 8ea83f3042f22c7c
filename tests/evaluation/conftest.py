from __future__ import annotations

import json
import pickle

import cv2
import numpy as np
import pytest

from tests.engine.conftest import PALETTE, Painting


@pytest.fixture
def refer_folder(tmp_path):
    """A REFER dataset of two painted pictures: polygons in one, RLE in the other."""
    pictures = [
        [("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50), ("red", 110, 5, 45, 45)],
        [("green", 20, 20, 60, 60), ("yellow", 100, 20, 30, 80)],
    ]
    images = tmp_path / "set" / "images/mscoco/images/train2014"
    images.mkdir(parents=True)
    folder = tmp_path / "set" / "refcoco"
    folder.mkdir()
    records, annotations, refs = [], [], []
    for number, things in enumerate(pictures, start=1):
        scene = Painting(things)
        name = f"COCO_train2014_{number:012d}.png"
        cv2.imwrite(str(images / name), cv2.cvtColor(scene.image.pixels_rgb, cv2.COLOR_RGB2BGR))
        records.append({"id": number, "file_name": name, "height": 120, "width": 160})
        for (colour, x, y, w, h), mask in zip(things, scene.masks, strict=True):
            polygon = [[x, y, x + w, y, x + w, y + h, x, y + h]]
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": number,
                    "category_id": 1,
                    "segmentation": polygon if number == 1 else mask.to_rle(),
                }
            )
            side = "" if colour != "red" else " on the left" if x < 80 else " on the right"
            text = f"The {colour} block{side}"
            sentence = {
                "tokens": text.lower().split(),
                "raw": text,
                "sent": text.lower(),
                "sent_id": len(refs),
            }
            kind = {
                "kind": "position" if side else "attribute",
                "unseen": ["pair"] if colour == "blue" else [],
            }
            refs.append(
                {
                    "ref_id": len(refs),
                    "ann_id": len(annotations),
                    "image_id": number,
                    "category_id": 1,
                    "split": "test",
                    "sent_ids": [len(refs)],
                    "sentences": [sentence | kind],
                    "file_name": name,
                }
            )
    (folder / "instances.json").write_text(json.dumps({"images": records, "annotations": annotations}))
    (folder / "refs(unc).p").write_bytes(pickle.dumps(refs, protocol=2))
    assert set(PALETTE) >= {"red", "green"}
    assert np.isfinite(len(refs))
    return tmp_path / "set"
