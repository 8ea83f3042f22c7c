"""The page that goes with an export: where each code of the field looks for the images."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.formats.refer.layout import Layout

_READERS = (
    ("images/mscoco/images/train2014", "LAVT, mask-grounding, LISA, EVF-SAM, TAS, Zero-shot-RIS"),
    ("images/mscoco/train2014", "MarkHershey/refer, PolyFormer"),
    ("images/train2014", "CRIS, ReLA, gRefCOCO, MDETR for gRefCOCO"),
    ("train2014", "CARIS"),
)


def describe_layout(layout: Layout) -> str:
    """Markdown for the export's root; the same for equal layouts."""
    lines = [
        f"# {layout.folder}",
        "",
        f"- `{layout.folder}/instances.json`: every object as COCO instances, polygons exact to the pixel",
        f"- `{layout.folder}/{layout.refs}`: the referring expressions",
        f"- `{layout.images}/`: the images, where they were exported too",
        "",
        "Images that were renamed keep their own name in `orig_file_name`.",
        "",
    ]
    if layout.images not in dict(_READERS):  # REFER has one place for such a set, and so has everybody
        return "\n".join(lines)
    lines += [
        "## Where programs look for the images",
        "",
        "| folder below this one | read by | link, on Linux and macOS |",
        "|---|---|---|",
    ]
    for folder, readers in _READERS:
        lines.append(f"| `{folder}` | {readers} | {_link(layout.images, folder)} |")
    return "\n".join([*lines, ""])


def _link(images: str, folder: str) -> str:
    if folder == images:
        return "the images are here"
    place = PurePosixPath(folder)
    up = "../" * (len(place.parts) - 1)
    made = f"mkdir -p {place.parent} && " if len(place.parts) > 1 else ""
    return f"`{made}ln -s {up}{images} {folder}`"
