"""Names that the readers of REFER datasets have built in (formats.md sections 1 and 3)."""

from __future__ import annotations

from typing import Final, NamedTuple

SPLITS: Final = ("train", "val", "test", "testA", "testB", "testC")
"""What REFER's ``getRefIds`` knows; any other name ends the program that asks for it (clause 13)."""

JOINT_SPLITS: Final = ("testAB", "testBC", "testAC")
"""Splits of refs of RefClef that are part of both."""

IMAGE_DIRS: Final = (
    "images/mscoco/images/train2014",
    "images/mscoco/train2014",
    "images/train2014",
    "train2014",
    "images/saiapr_tc-12",
    "images",
)
"""Where the codes of the field look for images below the root."""

INSTANCES: Final = "instances.json"

_SPLIT_WORDS: Final = {
    "training": "train",
    "validation": "val",
    "valid": "val",
    "dev": "val",
    "testing": "test",
} | {name.lower(): name for name in SPLITS}


class Layout(NamedTuple):
    """Where the parts of a dataset lie below its root.

    Attributes:
        folder: the dataset's name and folder.
        refs: file name of the refs.
        images: folder of the images.
    """

    folder: str
    refs: str
    images: str


REFER_LAYOUTS: Final = {
    layout.folder: layout
    for layout in (
        Layout("refcoco", "refs(unc).p", IMAGE_DIRS[0]),
        Layout("refcoco+", "refs(unc).p", IMAGE_DIRS[0]),
        Layout("refcocog", "refs(umd).p", IMAGE_DIRS[0]),
        Layout("refclef", "refs(unc).p", "images/saiapr_tc-12"),
    )
}
"""The four folder names that REFER accepts (clause 13), and where it looks for the images of each."""

GREF_LAYOUT: Final = Layout("grefcoco", "grefs(unc).json", "images/train2014")


def split_named(name: str) -> str | None:
    """REFER's name of a split: ``train`` for none, ``val`` for ``validation``; None where it has none."""
    return _SPLIT_WORDS.get(name.lower()) if name else "train"
