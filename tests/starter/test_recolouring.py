"""Crops in colours of their own: every crop differs, black stays black, shapes stay."""

from __future__ import annotations

import torch

from tas_desktop.starter.clip.recolouring import recolour


def some_crops(count: int) -> torch.Tensor:
    pixels = torch.zeros(count, 3, 8, 8)
    pixels[:, 0, 2:6, 2:6] = 200
    pixels[:, 1, 2:6, 4:6] = 90
    return pixels


def test_each_crop_gets_colours_of_its_own():
    turned = recolour(some_crops(16), rng=torch.Generator().manual_seed(1))
    shown = turned[:, :, 3, 3]
    assert len({tuple(row.round().tolist()) for row in shown}) == 16
    assert 0 <= turned.min() <= turned.max() <= 255


def test_the_black_around_a_crop_stays():
    turned = recolour(some_crops(16), rng=torch.Generator().manual_seed(2))
    assert turned[:, :, :2].abs().max() == 0


def test_one_colour_stays_one_colour():
    turned = recolour(some_crops(16), rng=torch.Generator().manual_seed(3))
    half = turned[:, :, 2:6, 2:4]
    torch.testing.assert_close(half, half[:, :, :1, :1].expand_as(half))


def test_hues_are_spread_over_the_circle():
    turned = recolour(some_crops(400), rng=torch.Generator().manual_seed(4))[:, :, 3, 3]
    strongest = turned.argmax(1).bincount(minlength=3) / 400
    assert strongest.min() > 0.15
