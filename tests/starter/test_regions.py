"""Training crops: labels that are true, faults that stay within bounds, the same cut as the engine's."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.engine.crops import blur_background, blurred_crop, masked_crop
from tas_desktop.starter.regions.harvest import harvest_proposals, harvest_scenes, label_proposal
from tas_desktop.starter.regions.labels import RegionKind, RegionLabel, caption_region
from tas_desktop.starter.regions.masks import cut_part, draw_blob, leak, shake_edges, touching_pairs
from tas_desktop.starter.regions.pool import MAX_SIDE_PX, RegionCollector, RegionPool
from tas_desktop.starter.scenes import Split, generate_scene
from tas_desktop.starter.scenes.lexicon import HELD_OUT_PAIRS


@pytest.fixture(scope="module")
def scene():
    return generate_scene(3, split=Split.TRAIN)


@pytest.fixture(scope="module")
def pool():
    return harvest_scenes(40, split=Split.TRAIN, first_seed=50)


def test_pool_keeps_the_engines_crops(scene):
    blurred = blur_background(scene.image_rgb)
    collector = RegionCollector()
    for index, item in enumerate(scene.objects):
        label = RegionLabel.of(RegionKind.OBJECT, item)
        collector.add(scene.image_rgb, blurred_rgb=blurred, mask_hw=scene.mask_hw(index), label=label)
    pool = collector.finish()
    seen = 0
    for index in range(len(scene.objects)):
        mask = scene.mask_hw(index)
        whole = masked_crop(scene.image_rgb, mask_hw=mask)
        if max(whole.shape) > MAX_SIDE_PX:
            assert max(pool.black_crop(index).shape) <= MAX_SIDE_PX
            continue
        seen += 1
        np.testing.assert_array_equal(pool.black_crop(index), masked_crop(scene.image_rgb, mask_hw=mask))
        expected = blurred_crop(scene.image_rgb, mask_hw=mask, blurred_rgb=blurred)
        np.testing.assert_array_equal(pool.blurred_crop(index), expected)
    assert seen


def test_real_proposals_are_harvested_with_little_ground():
    def propose(image_rgb):
        scene = next(one for one in scenes if np.array_equal(one.image_rgb, image_rgb))
        return [scene.mask_hw(0), scene.instance_hw == -1]

    scenes = [generate_scene(seed, split=Split.TRAIN) for seed in range(300, 312)]
    pool = harvest_proposals(range(300, 312), split=Split.TRAIN, propose=propose)
    kinds = [pool.label(index).kind for index in range(len(pool))]
    assert kinds.count(RegionKind.OBJECT) == 12
    assert 0 < kinds.count(RegionKind.BACKGROUND) < 12  # a part of the ground is enough


def test_pool_survives_its_file(pool, tmp_path):
    pool.save(tmp_path / "pool.npz")
    again = RegionPool.load(tmp_path / "pool.npz")
    assert len(again) == len(pool)
    np.testing.assert_array_equal(again.black_crop(len(pool) - 1), pool.black_crop(len(pool) - 1))
    assert again.label(0) == pool.label(0)


def test_harvest_holds_every_kind_and_is_repeatable(pool):
    assert {pool.label(index).kind for index in range(len(pool))} == set(RegionKind)
    again = harvest_scenes(40, split=Split.TRAIN, first_seed=50)
    np.testing.assert_array_equal(pool.labels, again.labels)
    np.testing.assert_array_equal(pool.rgba[::997], again.rgba[::997])


def test_training_crops_hold_no_held_out_pair(pool):
    said = [caption_region(pool.label(index)) for index in range(len(pool))]
    assert not [text for text in said for pair in HELD_OUT_PAIRS if " ".join(pair) in text]


def test_captions():
    label = RegionLabel(RegionKind.OBJECT, 1, 11, 0)
    assert caption_region(label) == "a plain orange apple"
    assert caption_region(RegionLabel(RegionKind.PART, 0, 0, 1)) == "part of a striped red mug"
    assert caption_region(RegionLabel(RegionKind.MERGED, 0, 0, 1, 4, 3, 0)) == (
        "a striped red mug and a plain blue car"
    )
    assert caption_region(RegionLabel(RegionKind.BACKGROUND)) == "part of the background"


def test_faults_stay_near_their_object(scene):
    rng = np.random.default_rng(0)
    ground = scene.instance_hw == -1
    for index in range(len(scene.objects)):
        mask = scene.mask_hw(index)
        for _ in range(10):
            shaken = shake_edges(mask, rng)
            assert (shaken & mask).sum() / (shaken | mask).sum() > 0.4
            leaked = leak(mask, ground, rng)
            assert leaked[mask].all()
            assert not (leaked & ~mask & ~ground).any()
            part = cut_part(mask, rng)
            assert part is None or (part <= mask).all()
    blob = draw_blob(ground, rng)
    assert blob is not None
    assert (blob <= ground).all()


def test_touching_pairs_touch():
    instance = np.full((12, 12), -1, np.int16)
    instance[2:6, 2:6], instance[2:6, 6:9], instance[9:11, 2:4] = 0, 1, 2
    assert touching_pairs(instance) == [(0, 1)]


def test_proposals_are_labelled_by_what_they_lie_on(scene):
    index = int(np.argmax([item.area_px for item in scene.objects]))
    mask, item = scene.mask_hw(index), scene.objects[index]
    assert label_proposal(mask, scene) == RegionLabel.of(RegionKind.OBJECT, item)
    piece = mask.copy()
    piece[np.flatnonzero(mask.any(1))[0] + mask.any(1).sum() // 4 :] = False
    assert label_proposal(piece, scene) == RegionLabel.of(RegionKind.PART, item)
    ground = scene.instance_hw == -1
    assert label_proposal(ground, scene) == RegionLabel(RegionKind.BACKGROUND)
    assert label_proposal(np.zeros_like(mask), scene) is None
