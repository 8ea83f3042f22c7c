from __future__ import annotations

import cv2
import numpy as np
import pytest

from tas_desktop.engine import crops
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.engine.crops import blur_background, blurred_crop, box_of, masked_crop, pad_to_square
from tas_desktop.engine.params import CropBox


@pytest.fixture
def noise_rgb():
    return np.random.default_rng(0).integers(1, 256, (60, 90, 3), dtype=np.uint8)


def test_box_is_tight():
    mask_hw = np.zeros((20, 30), dtype=bool)
    mask_hw[3:7, 10:25] = True
    assert box_of(mask_hw) == (10, 3, 15, 4)
    assert box_of(np.zeros((5, 5), dtype=bool)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("shape", "padded"),
    [((10, 4), (10, 10)), ((4, 10), (10, 10)), ((10, 5), (10, 9)), ((5, 5), (5, 5)), ((4, 5), (4, 5))],
)
def test_padding_floors_half_of_the_difference_on_each_side(shape, padded):
    crop = np.full((*shape, 3), 7, dtype=np.uint8)
    square = pad_to_square(crop)
    assert square.shape[:2] == padded
    assert (square == 7).sum() == crop.size


def test_masked_crop_is_black_outside_the_mask_and_untouched_inside(noise_rgb):
    mask_hw = np.zeros((60, 90), dtype=bool)
    mask_hw[10:30, 40:50] = True
    mask_hw[15, 42] = False
    crop = masked_crop(noise_rgb, mask_hw=mask_hw)
    assert crop.shape == (20, 20, 3)
    np.testing.assert_array_equal(crop[:, 5:15][mask_hw[10:30, 40:50]], noise_rgb[mask_hw])
    assert not crop[5, 7].any()
    assert not crop[:, :5].any()
    assert not crop[:, 15:].any()


def test_blurred_crop_keeps_the_object_and_blurs_the_rest_as_opencv_does(noise_rgb):
    mask_hw = np.zeros((60, 90), dtype=bool)
    mask_hw[5:45, 20:60] = True
    mask_hw[5:20, 20:40] = False
    crop = blurred_crop(noise_rgb, mask_hw=mask_hw, blurred_rgb=blur_background(noise_rgb))
    expected = np.where(mask_hw[..., None], noise_rgb, cv2.GaussianBlur(noise_rgb, (75, 75), 0, 0))
    np.testing.assert_array_equal(crop, expected[5:45, 20:60])


@pytest.mark.parametrize("blurred", [False, True])
def test_upstreams_crops_lack_the_last_row_and_column(noise_rgb, blurred):
    """segment_anything's width is that from the first to the last column, and upstream cuts ``x : x + w``."""
    mask_hw = np.zeros((60, 90), dtype=bool)
    mask_hw[10:30, 40:50] = True
    mask_hw[29, 40:49] = False  # what is left of the last row goes, and the box does not shrink further
    mask_hw[10:28, 49] = False
    if blurred:
        behind = blur_background(noise_rgb)
        crop = blurred_crop(noise_rgb, mask_hw=mask_hw, blurred_rgb=behind, box=CropBox.SAM)
        expected = np.where(mask_hw[..., None], noise_rgb, behind)
    else:
        crop = masked_crop(noise_rgb, mask_hw=mask_hw, box=CropBox.SAM)
        expected = noise_rgb * mask_hw[..., None]
    np.testing.assert_array_equal(crop, pad_to_square(expected[10:29, 40:49]))


def test_a_mask_of_one_pixel_is_cropped_all_the_same(noise_rgb):
    mask_hw = np.zeros((60, 90), dtype=bool)
    mask_hw[3, 4] = True
    np.testing.assert_array_equal(
        masked_crop(noise_rgb, mask_hw=mask_hw, box=CropBox.SAM), noise_rgb[3:4, 4:5]
    )


def test_blur_works_on_pictures_smaller_than_its_kernel():
    assert blur_background(np.full((1, 1, 3), 9, dtype=np.uint8)).tolist() == [[[9, 9, 9]]]


@pytest.mark.parametrize("height", [75, 76, 111, 112, 300])
def test_a_blur_in_strips_is_the_same_and_can_be_stopped_between_them(monkeypatch, height):
    monkeypatch.setattr(crops, "STRIP_PX", 1)
    noise_rgb = np.random.default_rng(3).integers(0, 256, (height, 80, 3), dtype=np.uint8)
    strips = []
    blurred_rgb = blur_background(noise_rgb, before_strip=lambda: strips.append(1))
    assert len(strips) == -(-height // 75)
    np.testing.assert_array_equal(blurred_rgb, cv2.GaussianBlur(noise_rgb, (75, 75), 0))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        blur_background(noise_rgb, before_strip=token.check)


def test_a_long_strip_is_made_smaller_before_it_is_squared():
    strip_rgb = np.full((10, 30_000, 3), (200, 10, 10), dtype=np.uint8)
    mask_hw = np.ones((10, 30_000), dtype=bool)
    for crop in (
        masked_crop(strip_rgb, mask_hw=mask_hw),
        blurred_crop(strip_rgb, mask_hw=mask_hw, blurred_rgb=blur_background(strip_rgb)),
    ):
        assert max(crop.shape) <= 2048
        assert abs(crop.shape[0] - crop.shape[1]) <= 1
        assert crop[crop.any(axis=2)].tolist()[0] == [200, 10, 10]
