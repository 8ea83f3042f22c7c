"""Readers of REFER and gRefCOCO folders, written from the clauses of formats.md.

Run as a program it needs neither the package nor an encoding: ``python refer_rules.py ROOT DATASET`` prints
what two readers make of each ref: one adds up an annotation's parts and keeps what is covered once (LAVT),
the other merges them (CARIS).
"""

from __future__ import annotations

import hashlib
import json
import pickle
import sys
from pathlib import Path

import numpy as np
from pycocotools import mask as coco_mask

FOLDERS = ("refcoco", "refcoco+", "refcocog", "refclef")
IMAGES = "images/mscoco/images/train2014"
REFS = {"refcoco": "unc", "refcoco+": "unc", "refcocog": "umd", "refclef": "unc"}
SPLITS = ("train", "val", "test", "testA", "testB", "testC")


class ReferRules:
    """Section 1: indices as REFER makes them, later entries over earlier ones."""

    def __init__(self, root, dataset="refcoco"):
        if dataset not in FOLDERS:
            sys.exit(f"no refer dataset is called [{dataset}]")
        folder = Path(root) / dataset
        self.image_dir = Path(root) / ("images/saiapr_tc-12" if dataset == "refclef" else IMAGES)
        with (folder / f"refs({REFS[dataset]}).p").open("rb") as stream:
            refs = pickle.load(stream)
        with (folder / "instances.json").open() as stream:  # no encoding, as they all do it
            instances = json.load(stream)
        self.annotations = {known["id"]: known for known in instances["annotations"]}
        self.images = {known["id"]: known for known in instances["images"]}
        self.categories = {known["id"]: known["name"] for known in instances["categories"]}
        self.refs = {ref["ref_id"]: ref for ref in refs}
        self.ref_of_annotation = {ref["ann_id"]: ref for ref in refs}
        self.annotation_of_ref = {ref["ref_id"]: self.annotations[ref["ann_id"]] for ref in refs}
        self.sentences = {s["sent_id"]: s for ref in refs for s in ref["sentences"]}

    def ref_ids(self, split):
        """``getRefIds``: by the last letter for parts of the test split, by containing it for all of it."""
        if split not in SPLITS:
            sys.exit(f"no such split [{split}]")
        chosen = []
        for ref in self.refs.values():
            if split in ("testA", "testB", "testC"):
                fits = split[-1] in ref["split"]
            elif split == "test":
                fits = "test" in ref["split"]
            else:
                fits = ref["split"] == split
            if fits:
                chosen.append(ref["ref_id"])
        return chosen

    def summed_mask(self, ref_id):
        """LAVT: the parts are added up, and a pixel is foreground where the sum is one."""
        parts = self._parts(self.annotation_of_ref[ref_id])
        summed = np.sum(coco_mask.decode(parts), axis=2).astype(np.uint8)
        return summed == 1

    def merged_mask(self, ref_id):
        """CARIS: the parts are merged."""
        return coco_mask.decode(coco_mask.merge(self._parts(self.annotation_of_ref[ref_id]))) == 1

    def _parts(self, annotation):
        image = self.images[annotation["image_id"]]
        assert type(annotation["segmentation"][0]) is list
        return coco_mask.frPyObjects(annotation["segmentation"], image["height"], image["width"])


class GrefRules:
    """Section 3: gRefCOCO's reader, which goes by ``[-1]`` and never looks at ``no_target``."""

    def __init__(self, root):
        folder = Path(root) / "grefcoco"
        with (folder / "grefs(unc).json").open() as stream:
            refs = json.load(stream)
        with (folder / "instances.json").open() as stream:
            instances = json.load(stream)
        self.annotations = {known["id"]: known for known in instances["annotations"]}
        self.images = {known["id"]: known for known in instances["images"]}
        for annotation in self.annotations.values():
            if annotation["iscrowd"]:
                sys.exit(f"annotation {annotation['id']} is a crowd")
        self.refs = {ref["ref_id"]: ref for ref in refs}

    def mask(self, ref_id):
        """All objects of a ref in one mask, empty where nothing is meant."""
        ref = self.refs[ref_id]
        image = self.images[ref["image_id"]]
        merged_hw = np.zeros((image["height"], image["width"]), bool)
        if -1 in ref["ann_id"]:
            assert len(ref["ann_id"]) == 1
            return merged_hw
        for number in ref["ann_id"]:
            segmentation = self.annotations[number]["segmentation"]
            parts = coco_mask.frPyObjects(segmentation, image["height"], image["width"])
            merged_hw |= np.sum(coco_mask.decode(parts), axis=2) > 0
        return merged_hw


def describe(rules):
    """For each ref its split, sentences and the sums of its masks by both rules."""
    return {
        str(ref_id): {
            "split": ref["split"],
            "raw": [sentence["raw"] for sentence in ref["sentences"]],
            "summed": digest(rules.summed_mask(ref_id)),
            "merged": digest(rules.merged_mask(ref_id)),
            "file": (rules.image_dir / rules.images[ref["image_id"]]["file_name"]).exists(),
        }
        for ref_id, ref in rules.refs.items()
    }


def digest(mask_hw):
    """Equal for equal masks of equal size."""
    packed = np.packbits(np.asarray(mask_hw, bool)).tobytes()
    return hashlib.sha256(repr(mask_hw.shape).encode() + packed).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(describe(ReferRules(sys.argv[1], sys.argv[2]))))
