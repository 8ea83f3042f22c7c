"""The mask network's recipe, made small: it learns, can be resumed, and writes a file that proposes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tas_desktop.backends.sam.architecture import SamShape
from tas_desktop.backends.sam.decoding import cell_pixels
from tas_desktop.backends.sam.generator import CancellableMaskGenerator, GeneratorSettings
from tas_desktop.backends.sam.weights import load_sam
from tas_desktop.starter.sam.average import WeightAverage
from tas_desktop.starter.sam.batches import BatchPlan, batches_ahead, draw_batch
from tas_desktop.starter.sam.losses import DenseHints, LossWeights, choose_cells, outlines
from tas_desktop.starter.sam.pool import render_pool
from tas_desktop.starter.sam.recipe import CHECKPOINT, Recipe, TrainingStage, train_mask_network
from tas_desktop.starter.sam.run import TrainingRun
from tas_desktop.starter.scenes import Split, generate_scene

# Trains networks, which takes its time on a loaded machine.
pytestmark = pytest.mark.timeout(900)

PLAN = BatchPlan(image_size=96, images=3, prompts=4)


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    return render_pool(tmp_path_factory.mktemp("pool"), count=6, split=Split.TRAIN)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A run of a few seconds at a small size, stopped and resumed."""
    folder = tmp_path_factory.mktemp("run")
    recipe = Recipe(
        scenes=6,
        stages=(TrainingStage(0.6, BatchPlan(image_size=64, images=2, prompts=3)), TrainingStage(1.0, PLAN)),
        warmup_steps=2,
        weights=LossWeights(cells=48),
    )
    first = train_mask_network(folder / "sam.safetensors", minutes=0.05, recipe=recipe, workspace=folder)
    second = train_mask_network(
        folder / "sam.safetensors",
        minutes=0.1,
        resume=folder / CHECKPOINT,
        recipe=recipe,
        workspace=folder,
    )
    return folder, first, second


def test_the_pool_holds_the_scenes(pool):
    scene = generate_scene(4, split=Split.TRAIN)
    np.testing.assert_array_equal(pool.images[4], scene.image_rgb)
    np.testing.assert_array_equal(pool.instances[4], scene.instance_hw)
    assert (pool.categories[4] >= 0).sum() == len(scene.objects)


def test_a_batch_is_consistent(pool):
    batch = draw_batch(pool, PLAN, np.random.default_rng(3))
    assert batch.images.shape == (3, 96, 96, 3)
    assert batch.instances.shape == (3, 48, 48)
    assert batch.masks.shape == (3, 4, 48, 48)
    assert batch.sides.shape == (3, 4, 12, 12)
    for image in range(3):
        for prompt in range(4):
            x, y = (batch.points[image, prompt] // 2).astype(int)
            if batch.on_object[image, prompt]:
                assert batch.masks[image, prompt, y, x] > 0
            else:
                assert batch.masks[image, prompt].max() == 0
    on_object = batch.categories >= 0
    assert on_object.any()
    reach = batch.sides.transpose(0, 2, 3, 1)
    assert (reach[on_object] >= -1 / 96).all()
    assert (reach[~on_object] == 0).all()


def test_batches_come_from_their_seed_and_their_thread_ends(pool):
    one, two = (batches_ahead(pool, PLAN, seed=5) for _ in range(2))
    np.testing.assert_array_equal(next(one).images, next(two).images)
    one.close()
    two.close()
    import threading

    assert not [thread for thread in threading.enumerate() if thread.name == "sam-batches"]


def test_cells_are_drawn_once_each_and_mostly_near_the_mask():
    share = torch.zeros(2, 16, 16)
    share[:, 3:7, 3:7] = 0.5
    torch.manual_seed(0)
    chosen, importance = choose_cells(share, count=64)
    assert all(len(set(row.tolist())) == 64 for row in chosen)
    drawn = share.flatten(1).gather(1, chosen) > 0
    assert (drawn.sum(1) >= 14).all()
    # Weighted by importance, the sample stands for all 256 cells.
    assert 150 < float(importance.sum(1).mean()) < 400


def test_outlines_lie_between_different_objects():
    instances = torch.full((1, 4, 4), -1, dtype=torch.int8)
    instances[0, 1:3, 1:3] = 0
    assert outlines(instances)[0].int().tolist() == [[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]


def test_hints_survive_a_batch_without_objects():
    hints = DenseHints(8, categories=3)
    loss = hints.loss(
        torch.zeros(1, 8, 4, 4),
        instances=torch.full((1, 16, 16), -1, dtype=torch.int8),
        sides=torch.zeros(1, 4, 4, 4),
        categories=torch.full((1, 4, 4), -1),
    )
    assert torch.isfinite(loss)


def test_the_average_follows_and_is_written():
    module = torch.nn.Linear(2, 2)
    average = WeightAverage(module, decay=0.5)
    before = module.weight.detach().clone()
    with torch.no_grad():
        module.weight += 1
    average.follow(module, step=1000)
    average.write_to(module)
    torch.testing.assert_close(module.weight.detach(), before + 0.5)


def test_the_loss_falls_on_one_batch(pool):
    torch.manual_seed(0)
    run = TrainingRun.begin(SamShape(image_size=96), weight_decay=0.05)
    run.resize(96)
    batch = draw_batch(pool, PLAN, np.random.default_rng(0))
    figures = [run.take_step(batch, LossWeights(cells=96), rate=2e-3) for _ in range(40)]
    losses, best_iou = [one[0] for one in figures], [one[1] for one in figures]
    assert np.mean(losses[-3:]) < 0.6 * losses[0]
    assert np.mean(best_iou[-3:]) > np.mean(best_iou[:3])


def test_a_run_resumes_and_its_file_proposes(trained):
    folder, first, second = trained
    assert second.step > first.step
    assert second.seconds > first.seconds
    sam = load_sam(folder / "sam.safetensors", sha256=None)
    assert sam.image_encoder.img_size == 96
    settings = GeneratorSettings(points_per_side=4, quality_threshold=-9, stability_threshold=0, area_floor=0)
    generator = CancellableMaskGenerator(sam, settings)
    steps = []
    image = generate_scene(0, split=Split.VALIDATION).image_rgb
    found = generator.generate_stepwise(image, before_step=steps.append)
    assert steps == list(range(generator.batch_count + 2))
    assert all(mask.share_hw.shape == (48, 48) for mask in found)
    qualities = [mask.predicted_iou for mask in found]
    assert qualities == sorted(qualities, reverse=True)


@pytest.mark.parametrize(("sample_quality", "batches"), [(9.0, 3), (-9.0, 4)])
def test_a_network_that_knows_little_of_a_picture_is_asked_less(trained, sample_quality, batches):
    settings = GeneratorSettings(
        points_per_side=4, points_per_batch=4, quality_threshold=-9, sample_quality=sample_quality
    )
    generator = CancellableMaskGenerator(load_sam(trained[0] / "sam.safetensors", sha256=None), settings)
    steps = []
    generator.generate_stepwise(generate_scene(0, split=Split.VALIDATION).image_rgb, before_step=steps.append)
    assert steps == [*range(batches + 1), generator.batch_count + 1]


def test_maps_and_cells_agree_on_where_things_are():
    maps = torch.zeros(8, 8)
    maps[5, 6] = 1
    assert cell_pixels(maps)[3].sum() == 1
