"""Exports as they look after the program they were for has written them anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write_anew(format_name: str, path: Path) -> None:
    """Turn an export of ours into what CVAT or Label Studio make of it; other formats stay as they are."""
    rewrite = _BY_FORMAT.get(format_name)
    if rewrite is not None:
        rewrite(path)


def _as_cvat(folder: Path) -> None:
    """COCO's own keys only, attributes as text, ids that every file begins anew."""
    for file in (folder / "annotations").iterdir():
        document = json.loads(file.read_text("ascii"))
        del document["references"], document["undecided"]
        ids = {record["id"]: number for number, record in enumerate(document["images"], start=1)}
        for record in document["images"]:
            record["id"] = ids[record["id"]]
            record.pop("split", None)
        for number, record in enumerate(document["annotations"], start=1):
            record.update(id=number, image_id=ids[record["image_id"]])
            record["attributes"] = {name: str(value) for name, value in record["attributes"].items()}
        file.write_text(json.dumps(document), encoding="ascii")


def _as_label_studio(folder: Path) -> None:
    """No sizes, no names but the address; ids and controls of its own, polygons, boxes, predictions."""
    file = folder / "tasks.json"
    tasks = json.loads(file.read_text("ascii"))
    for number, task in enumerate(tasks):
        task["data"] = {"image": task["data"]["image"]}
        results = task["annotations"][0]["result"]
        for result in results:
            result["id"] = result["id"].replace("object-", "Xy")
            result["from_name"] = result["from_name"].replace("expression", "caption")
        size = {name: results[0][name] for name in ("original_width", "original_height")}
        outline = {"points": [[0, 0], [60, 0], [60, 70.5], [0, 70.5]], "polygonlabels": ["Airplane"]}
        box = {"x": 1, "y": 2, "width": 30, "height": 40, "rectanglelabels": ["Car"]}
        results += [
            {"id": "outline", "type": "polygonlabels", "value": outline} | size,
            {"id": "outline", "type": "textarea", "from_name": "caption", "value": {"text": "the plane"}},
            {"id": "box", "type": "rectanglelabels", "value": box} | size,
        ]
        if number == 1:
            task["predictions"] = [{"result": results, "score": 0.5}]
            task["annotations"] = [{"result": [], "was_cancelled": True}]
        elif number == 2:
            task["annotations"] = [{"result": results, "ground_truth": True}, {"result": []}]
    file.write_text(json.dumps(tasks, indent=2), encoding="ascii")


def _as_mdetr(folder: Path) -> None:
    """No references, no sentences as typed, ids that every file begins anew, no COCO file beside them."""
    for file in folder.glob("*.json"):
        document = json.loads(file.read_text("ascii"))
        ids = {record["id"]: number for number, record in enumerate(document["images"], start=1)}
        for record in document["images"]:
            record["id"] = ids[record["id"]]
            for name in ("raw", "ref_id"):
                record.pop(name, None)
        for record in document["annotations"]:
            record["image_id"] = ids[record["image_id"]]
        file.write_text(json.dumps(document), encoding="ascii")
    for file in folder.glob("annotations/*.json"):
        file.unlink()


def _as_phrasecut(folder: Path) -> None:
    """PhraseCut's own keys only."""
    for file in folder.glob("refer_*.json"):
        tasks = json.loads(file.read_text("ascii"))
        for task in tasks:
            del task["ref_id"], task["instances"]
        file.write_text(json.dumps(tasks), encoding="ascii")


def _as_reasonseg(folder: Path) -> None:
    """LISA's own keys only; its picture says how large it is."""
    for file in folder.glob("*/*.json"):
        query = json.loads(file.read_text("ascii"))
        if isinstance(query, dict):
            for name in ("image_id", "file_name", "height", "width", "ref_id", "sent_ids", "split"):
                query.pop(name, None)
            for shape in query["shapes"]:
                for name in ("object_id", "category", "score"):
                    shape.pop(name, None)
            file.write_text(json.dumps(query), encoding="ascii")


_BY_FORMAT: dict[str, Callable[[Any], None]] = {
    "cvat": _as_cvat,
    "label-studio": _as_label_studio,
    "mdetr": _as_mdetr,
    "phrasecut": _as_phrasecut,
    "reasonseg": _as_reasonseg,
}
