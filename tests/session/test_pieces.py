"""Caches, outlines, pyramids and the folder scan."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.projects.folder_scan import find_images
from tas_desktop.session.byte_lru import ByteLru
from tas_desktop.session.outlines import Outlines, trace_mask
from tas_desktop.session.pyramid import build_pyramid


def test_cache_forgets_the_least_recently_used():
    cache = ByteLru(100)
    cache.put("a", 1, 40)
    cache.put("b", 2, 40)
    assert cache.get("a") == 1
    cache.put("c", 3, 40)
    assert cache.get("b") is None
    assert (cache.get("a"), cache.get("c"), cache.total_bytes) == (1, 3, 80)


def test_cache_keeps_the_newest_however_large():
    cache = ByteLru(10)
    cache.put("a", 1, 5)
    cache.put("b", 2, 500)
    assert "a" not in cache
    assert cache.get("b") == 2


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=60))
def test_cache_never_holds_more_than_its_limit_and_one(puts):
    cache = ByteLru(100)
    for key, size in puts:
        cache.put(key, key, size)
        assert cache.total_bytes <= 100 or list(cache._entries) == [key]
        assert cache.total_bytes == sum(entry[1] for entry in cache._entries.values())


def fill_rings(outline, shape):
    """Rasterise rings by the odd-even rule at pixel centres."""
    height, width = shape
    ys, xs = np.mgrid[:height, :width] + 0.5
    inside = np.zeros(shape, dtype=bool)
    for ring in outline.rings:
        closed = np.vstack([ring, ring[:1]])
        for (x0, y0), (x1, y1) in pairwise(closed):
            if y0 == y1:
                continue
            crosses = (ys > min(y0, y1)) & (ys <= max(y0, y1))
            at = x0 + (ys - y0) * (x1 - x0) / (y1 - y0)
            inside ^= crosses & (xs < at)
    return inside


@given(arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_filled_outline_is_the_mask(mask_hw):
    outline = trace_mask(Mask.from_array(mask_hw))
    assert outline.area == mask_hw.sum()
    assert (fill_rings(outline, mask_hw.shape) == mask_hw).all()


def test_an_outline_has_its_holes():
    mask_hw = np.ones((20, 20), dtype=bool)
    mask_hw[6:12, 6:12] = False
    outline = trace_mask(Mask.from_array(mask_hw))
    assert len(outline.rings) == 2


def test_outlines_arrive_for_the_newest_request_only(qtbot):
    tracer = Outlines()
    masks = [Mask.from_array(np.eye(8)), Mask.from_array(np.ones((8, 8)))]
    arrived = []
    tracer.ready.connect(lambda key, outlines: arrived.append((key, len(outlines))))
    with qtbot.waitSignal(tracer.ready, timeout=5000):
        tracer.request("old", masks * 200)
        tracer.request("new", masks)
    assert arrived == [("new", 2)]
    assert tracer.close()


@pytest.mark.parametrize(
    ("size", "levels"), [((10, 10), 1), ((3000, 4000), 3), ((1, 2048), 3), ((1024, 700), 2)]
)
def test_pyramid_halves_until_small(size, levels):
    pyramid = build_pyramid(np.full((*size, 3), (10, 20, 30), dtype=np.uint8))
    assert len(pyramid.levels_bgrx) == levels
    assert (pyramid.height, pyramid.width) == size
    assert pyramid.levels_bgrx[-1][0, 0].tolist() == [30, 20, 10, 255]
    assert all(level.flags.c_contiguous for level in pyramid.levels_bgrx)


def test_folder_scan_finds_images_in_natural_order(tmp_path):
    for name in ("b10.jpg", "b2.JPG", "a.png", "notes.txt", ".hidden.png", "sub/c.webp", ".git/d.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    found = [path.relative_to(tmp_path).as_posix() for path in find_images(tmp_path, token=CancelToken())]
    assert found == ["a.png", "b2.JPG", "b10.jpg", "sub/c.webp"]


def test_folder_scan_can_be_cancelled_and_names_a_missing_folder(tmp_path):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_images(tmp_path, token=token)
    with pytest.raises(FileNotFoundError):
        find_images(tmp_path / "none", token=CancelToken())
