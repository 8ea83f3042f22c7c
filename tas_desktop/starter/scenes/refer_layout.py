"""Writes scenes as a REFER dataset: pictures, `instances.json`, refs and the scene card.

Pictures are JPEG at quality 95 without chroma subsampling: REFER clients derive names from `.jpg`
(formats.md 0.12), and photographs, for which the pipeline is meant, are JPEG too.
"""

from __future__ import annotations

import json
import pickle  # noqa: TID251 - REFER's refs file is a pickle; this only writes builtins
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import cv2

from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.engine.control import CancelToken
from tas_desktop.starter.scenes.card import CardTally, SceneCard
from tas_desktop.starter.scenes.composition import generate_scene
from tas_desktop.starter.scenes.grammar import Expression, speak
from tas_desktop.starter.scenes.handwriting import load_handwritten
from tas_desktop.starter.scenes.refer_records import ReferRecords
from tas_desktop.starter.scenes.scene import Scene
from tas_desktop.starter.scenes.splits import SEED_LIMIT, Split

IMAGE_DIR = Path("images/mscoco/images/train2014")
DATASET_DIR = Path("refcoco")
"""REFER exits on any folder name but refcoco, refcoco+, refcocog and refclef (formats.md 0.13)."""

INSTANCES_NAME = "instances.json"
REFS_NAME = "refs(unc).p"
CARD_NAME = "scene_card.json"

_PICKLE_PROTOCOL = 2
_JPEG = (
    cv2.IMWRITE_JPEG_QUALITY,
    95,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
)


def ignore_count(_done: int, _total: int) -> None:
    """Take progress and drop it."""


def write_refer_dataset(
    out_dir: Path,
    *,
    split: Split,
    count: int,
    handwritten: bool = False,
    progress: Callable[[int, int], None] = ignore_count,
    cancel: CancelToken | None = None,
) -> SceneCard:
    """Write `count` scenes of a split with one expression of each kind that they can carry.

    Everything is written aside and renamed, so that `out_dir` is complete or absent.

    Args:
        out_dir: must not exist, or be an empty folder.
        split: seed space; the scenes are its seeds 0 to count - 1.
        count: scenes to write, at least 1.
        handwritten: write the hand-written expressions on their own scenes of the test split
            instead; at most `count` scenes.
        progress: called with scenes done and scenes in all.
        cancel: checked before each scene.

    Raises:
        InputRefused: the count is out of range, or hand-written sentences of another split than test.
        TargetNotWritable: `out_dir` is taken or cannot be written.
        Cancelled: `cancel` was set; nothing is left behind.
    """
    _check_request(split=split, count=count, handwritten=handwritten)
    token = cancel or CancelToken()
    tally = CardTally()
    records = ReferRecords(split)
    total = min(count, _handwritten_scenes()) if handwritten else count
    out_dir = out_dir.absolute()
    try:
        _check_free(out_dir)
        out_dir.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out_dir.parent, prefix=f".{out_dir.name}-") as aside:
            root = Path(aside) / "dataset"
            (root / IMAGE_DIR).mkdir(parents=True)
            pairs = _handwritten_pairs() if handwritten else _grammar_pairs(split)
            for done, (scene, expressions) in zip(range(total), pairs, strict=False):
                token.check()
                progress(done, total)
                tally.add(scene, expressions)
                _write_image(root / IMAGE_DIR / records.add(scene, expressions), scene)
            card = tally.card()
            _write_records(root, records, card)
            token.check()
            _move_into_place(root, out_dir)
    except OSError as error:
        raise TargetNotWritable(
            f"cannot write {out_dir}: {error.strerror or error}",
            next_step="Choose a folder on a disk with free space that you may write to.",
        ) from error
    progress(total, total)
    return card


def _check_request(*, split: Split, count: int, handwritten: bool) -> None:
    if not 1 <= count <= SEED_LIMIT:
        raise InputRefused(f"cannot write {count} scenes", next_step="Ask for at least one.")
    if handwritten and split is not Split.TEST:
        raise InputRefused(
            f"there are no hand-written expressions for the {split} split",
            next_step="Use the test split.",
        )


def _check_free(out_dir: Path) -> None:
    taken = out_dir.exists() and (not out_dir.is_dir() or any(out_dir.iterdir()))
    if taken:
        raise TargetNotWritable(
            f"{out_dir} exists and is not an empty folder",
            next_step="Name a new folder, or remove this one first.",
        )


def _grammar_pairs(split: Split) -> Iterator[tuple[Scene, tuple[Expression, ...]]]:
    for seed in range(SEED_LIMIT):
        scene = generate_scene(seed, split=split)
        yield scene, speak(scene)


def _handwritten_pairs() -> Iterator[tuple[Scene, tuple[Expression, ...]]]:
    for seed, rows in groupby(load_handwritten(), key=lambda row: row.seed):
        scene = generate_scene(seed, split=Split.TEST)
        yield scene, tuple(row.as_expression(scene) for row in rows)


def _handwritten_scenes() -> int:
    return len({row.seed for row in load_handwritten()})


def _write_image(path: Path, scene: Scene) -> None:
    bgr = cv2.cvtColor(scene.image_rgb, cv2.COLOR_RGB2BGR)
    encoded, payload = cv2.imencode(".jpg", bgr, _JPEG)
    if not encoded:
        raise RuntimeError(f"OpenCV could not encode scene {scene.seed} as JPEG")
    path.write_bytes(payload.tobytes())


def _write_records(root: Path, records: ReferRecords, card: SceneCard) -> None:
    folder = root / DATASET_DIR
    folder.mkdir()
    instances = json.dumps(records.instances(), ensure_ascii=True, allow_nan=False)
    (folder / INSTANCES_NAME).write_text(instances, encoding="ascii")
    (folder / REFS_NAME).write_bytes(pickle.dumps(records.refs, protocol=_PICKLE_PROTOCOL))
    (root / CARD_NAME).write_text(json.dumps(card.to_json(), indent=1) + "\n", encoding="ascii")


def _move_into_place(root: Path, out_dir: Path) -> None:
    if out_dir.exists():
        out_dir.rmdir()
    shutil.move(root, out_dir)
