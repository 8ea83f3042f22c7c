"""Names of the files that PhraseCut's loader opens."""

from __future__ import annotations

from typing import Final

PREFIX: Final = "refer_"
IMAGES: Final = "images"
IMAGE_TABLES: Final = ("image_data_split3000.json", "image_data_split.json")
"""Sizes and splits of the images; the loader opens the first name, the page of the set has the second."""

COUNTS: Final = "name_att_rel_count.json"

PAGE: Final = """# PhraseCut

Point `dataset_dir` in the loader's `utils/file_paths.py` to this folder.

- `refer_<split>.json`: a task for each phrase; masks are drawn with Pillow, edges and inside
- `image_data_split3000.json`: sizes and splits of the images
- `name_att_rel_count.json`: how often each name, attribute and predicate occurs
- `images/<image id>.jpg`: the images, where they were exported too; the content of each is what it was

A phrase's structure is found by a rule on words: the head noun is the name, words before it are attributes,
what comes after it is a relation.
"""


def image_name(image_id: int) -> str:
    """What the loader calls an image."""
    return f"{image_id}.jpg"
