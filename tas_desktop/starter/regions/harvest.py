"""Crops with labels, cut from drawn scenes and from foreign pictures."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.engine.crops import blur_background
from tas_desktop.starter.regions.foreign import draw_foreign_mask, draw_foreign_picture
from tas_desktop.starter.regions.labels import RegionKind, RegionLabel
from tas_desktop.starter.regions.masks import cut_part, draw_blob, leak, shake_edges, touching_pairs
from tas_desktop.starter.regions.pool import RegionCollector, RegionPool
from tas_desktop.starter.scenes import Scene, Split, generate_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Propose = Callable[[NDArray[np.uint8]], Sequence[NDArray[np.bool_]]]

_CHUNK = 40
_OBJECT_IOU, _MERGED_COVER, _PURE = 0.5, 0.5, 0.75
_GROUND_SHARE = 0.3
_LEAK_SHARE, _PART_SHARE, _MERGE_SHARE, _FOREIGN_SHARE = 0.15, 0.25, 0.5, 0.6


def harvest_scenes(
    count: int, *, split: Split, first_seed: int = 0, copies: int = 2, workers: int = 1
) -> RegionPool:
    """Crops of ``count`` scenes and of foreign pictures beside them.

    Args:
        count: scenes.
        split: their seed space.
        first_seed: seed of the first scene; the others follow.
        copies: imperfect masks per object.
        workers: processes; 1 stays in this one.
    """
    work = partial(_harvest_chunk, split=split, copies=copies)
    chunks = [
        range(seed, min(seed + _CHUNK, first_seed + count))
        for seed in range(first_seed, first_seed + count, _CHUNK)
    ]
    if workers == 1:
        return RegionPool.join([work(chunk) for chunk in chunks])
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return RegionPool.join(list(pool.map(work, chunks)))


def harvest_proposals(seeds: range, *, split: Split, propose: Propose) -> RegionPool:
    """Crops of a mask network's own proposals, labelled by the objects they lie on.

    Half of real proposals lie on the ground; a part of them is enough.
    """
    collector = RegionCollector()
    rng = np.random.default_rng((19, seeds.start, list(Split).index(split)))
    for seed in seeds:
        scene = generate_scene(seed, split=split)
        blurred = blur_background(scene.image_rgb)
        for mask in propose(scene.image_rgb):
            label = label_proposal(mask, scene)
            dull = label is not None and label.kind is RegionKind.BACKGROUND
            if label is not None and not (dull and rng.random() > _GROUND_SHARE):
                collector.add(scene.image_rgb, blurred_rgb=blurred, mask_hw=mask, label=label)
    return collector.finish()


def label_proposal(mask_hw: NDArray[np.bool_], scene: Scene) -> RegionLabel | None:
    """Say what a mask lies on; None when that is arguable.

    ``OBJECT`` from IoU 0.5 with one object; ``MERGED`` when it covers half of two; ``PART`` or
    ``BACKGROUND`` when three quarters of it lie there.
    """
    area = int(mask_hw.sum())
    counts = np.bincount(scene.instance_hw[mask_hw] + 2, minlength=len(scene.objects) + 2)
    on_object = counts[2:]
    if area == 0 or len(on_object) == 0:
        return None
    areas = np.array([item.area_px for item in scene.objects])
    iou = on_object / (areas + area - on_object)
    best = int(iou.argmax())
    if iou[best] >= _OBJECT_IOU:
        return RegionLabel.of(RegionKind.OBJECT, scene.objects[best])
    order = np.argsort(-on_object)
    first = scene.objects[int(order[0])]
    covered = on_object / areas
    if len(order) > 1 and covered[order[:2]].min() >= _MERGED_COVER:
        return RegionLabel.of(RegionKind.MERGED, first, scene.objects[int(order[1])])
    if on_object[order[0]] >= _PURE * area:
        return RegionLabel.of(RegionKind.PART, first)
    if counts[1] >= _PURE * area:
        return RegionLabel(RegionKind.BACKGROUND)
    return None


def _harvest_chunk(seeds: range, *, split: Split, copies: int) -> RegionPool:
    cv2.setNumThreads(1)
    collector = RegionCollector()
    rng = np.random.default_rng((17, seeds.start, copies, list(Split).index(split)))
    for seed in seeds:
        _harvest_scene(generate_scene(seed, split=split), collector, rng, copies=copies)
        if rng.random() < _FOREIGN_SHARE:
            picture = draw_foreign_picture(rng)
            mask = draw_foreign_mask(rng)
            label = RegionLabel(RegionKind.FOREIGN)
            collector.add(picture, blurred_rgb=blur_background(picture), mask_hw=mask, label=label)
    return collector.finish()


def _harvest_scene(
    scene: Scene, collector: RegionCollector, rng: np.random.Generator, *, copies: int
) -> None:
    add = partial(collector.add, scene.image_rgb, blurred_rgb=blur_background(scene.image_rgb))
    ground = scene.instance_hw == -1
    for index, item in enumerate(scene.objects):
        mask = scene.mask_hw(index)
        for _ in range(copies):
            seen = leak(mask, ground, rng) if rng.random() < _LEAK_SHARE else shake_edges(mask, rng)
            add(mask_hw=seen, label=RegionLabel.of(RegionKind.OBJECT, item))
        if rng.random() < _PART_SHARE and (part := cut_part(mask, rng)) is not None:
            add(mask_hw=part, label=RegionLabel.of(RegionKind.PART, item))
    for one, other in touching_pairs(scene.instance_hw):
        if rng.random() < _MERGE_SHARE:
            pair = sorted((scene.objects[one], scene.objects[other]), key=lambda item: -item.area_px)
            both = scene.mask_hw(one) | scene.mask_hw(other)
            add(mask_hw=both, label=RegionLabel.of(RegionKind.MERGED, *pair))
    if (blob := draw_blob(ground, rng)) is not None:
        add(mask_hw=blob, label=RegionLabel(RegionKind.BACKGROUND))
