"""Painter paths in levels of detail, and the one layer that the outlines are painted into."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from tas_desktop.domain.mask import Mask
from tas_desktop.session.outlines import trace_mask
from tas_desktop.ui.canvas.outlines_item import OutlinesItem
from tas_desktop.ui.canvas.paths import MaskPaths, path_of
from tas_desktop.ui.canvas.paths_ahead import PathsAhead
from tests.ui.driving import type_and_wait

RING = np.array([[0, 0], [10, 0], [10, 10.5]], dtype=np.float32)
HOLE = np.array([[2, 2], [4, 2], [4, 4]], dtype=np.float32)


def test_a_path_has_every_point_of_its_rings_in_order():
    path = path_of([RING, HOLE])
    found = [path.elementAt(i) for i in range(path.elementCount())]
    expected = [*RING, RING[0], *HOLE, HOLE[0]]
    assert [(e.x, e.y) for e in found] == [tuple(map(float, point)) for point in expected]
    assert [i for i, e in enumerate(found) if e.isMoveTo()] == [0, 4]
    assert path.fillRule() == Qt.FillRule.OddEvenFill
    assert path.contains(QPointF(8, 3))
    assert not path.contains(QPointF(3.5, 2.5)), "inside the hole"


def test_no_rings_make_an_empty_path():
    assert path_of([]).isEmpty()
    assert path_of([np.zeros((0, 2), np.float32)]).isEmpty()


def blob_mask(*, height=2000, width=3000, seed=0):
    import cv2

    rng = np.random.default_rng(seed)
    angles = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    reach = 600 + 60 * np.sin(9 * angles) + rng.uniform(-12, 12, 400)
    ring = np.column_stack([1500 + reach * np.cos(angles), 1000 + reach * np.sin(angles)])
    mask_hw = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask_hw, [np.round(ring).astype(np.int32)], 1)
    cv2.circle(mask_hw, (1500, 1000), 90, 0, -1)
    mask_hw[20:23, 20:23] = 1
    return Mask.from_array(mask_hw)


@given(st.floats(0.01, 8.0))
def test_the_level_for_a_scale_strays_at_most_half_a_screen_pixel(scale):
    outline = OUTLINE
    level = outline.level_at(scale)
    tolerance = 0.0 if level < 0 else 0.5 * 2**level
    assert tolerance * scale <= 0.5
    if level + 1 < len(outline.simplified):
        assert 0.5 * 2 ** (level + 1) * scale > 0.5, "a coarser level would have done"


OUTLINE = trace_mask(blob_mask())


@pytest.mark.parametrize("level", range(len(OUTLINE.simplified)))
def test_simplified_rings_have_fewer_points_and_stay_near(level):
    import cv2

    tolerance = 0.5 * 2**level
    finer = OUTLINE.rings if level == 0 else OUTLINE.simplified[level - 1]
    rings = OUTLINE.simplified[level]
    assert sum(map(len, rings)) < sum(map(len, finer))
    for ring in rings:
        near = min(
            max(abs(cv2.pointPolygonTest(exact, tuple(map(float, p)), True)) for p in ring)
            for exact in OUTLINE.rings
        )
        assert near < 1e-3, "its points are points of the exact ring"
    large = max(OUTLINE.rings, key=len)
    simple = max(rings, key=cv2.contourArea)
    strayed = max(abs(cv2.pointPolygonTest(simple, tuple(map(float, p)), True)) for p in large[::7])
    assert strayed <= tolerance + 0.02


def test_specks_go_and_holes_stay_until_they_are_too_small():
    smallest = [min(np.ptp(ring, axis=0).max() for ring in rings) for rings in OUTLINE.simplified]
    assert min(np.ptp(ring, axis=0).max() for ring in OUTLINE.rings) <= 3, "the speck is there"
    assert all(size >= 2**level - 0.5 for level, size in enumerate(smallest))
    assert len(OUTLINE.simplified[-1]) == 2, "the blob and its hole"


def test_levels_are_built_once():
    paths = MaskPaths(OUTLINE)
    assert paths.at(0.2) is paths.at(0.21)
    assert paths.at(0.2).elementCount() < paths.at(1.0).elementCount() < paths.exact.elementCount()


def test_all_levels_are_built_before_somebody_zooms(qtbot):
    ahead, masks = PathsAhead(), [MaskPaths(OUTLINE), MaskPaths(OUTLINE)]
    ahead.start(masks)
    assert not ahead.is_done
    qtbot.waitUntil(lambda: ahead.is_done)
    assert all(len(mask._levels) == len(OUTLINE.simplified) + 1 for mask in masks)


@pytest.fixture
def layers(monkeypatch):
    """How often the layer was painted anew."""
    painted = []
    real = OutlinesItem._paint_layer

    def paint_layer(self, *arguments, **options):
        painted.append(1)
        real(self, *arguments, **options)

    monkeypatch.setattr(OutlinesItem, "_paint_layer", paint_layer)
    return painted


def zoom_and_rest(qtbot, window, scale):
    """Zoom, and wait until the lines are painted as they should be."""
    view = window.canvas.view
    view.zoom_to(scale, QPointF(view.viewport().rect().center()))
    view.viewport().repaint()
    assert window.canvas._outlines._draft
    qtbot.waitUntil(lambda: not window.canvas._outlines._draft)
    view.viewport().repaint()


def test_panning_and_opacity_copy_the_layer_and_zooming_paints_it_anew(qtbot, opened, layers):
    type_and_wait(qtbot, opened, "red block")
    view = opened.canvas.view
    zoom_and_rest(qtbot, opened, 12.0)
    layers.clear()
    for move in (QPoint(20, 0), QPoint(30, 25), QPoint(-15, -25)):
        view._scroll_by(move)
        view.viewport().repaint()
    opened.canvas_bar.opacity.setValue(90)
    opened.canvas.preview(0)
    view.viewport().repaint()
    assert layers == []
    view._scroll_by(QPoint(0, 200))
    view.viewport().repaint()
    assert len(layers) == 1, "beyond its margin"
    view.zoom_by(1.2)
    view.viewport().repaint()
    assert len(layers) == 2


def test_a_panned_picture_looks_like_one_painted_anew(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    view = opened.canvas.view
    zoom_and_rest(qtbot, opened, 9.0)
    view._scroll_by(QPoint(41, -33))
    panned = view.viewport().grab().toImage()
    opened.canvas._show_outlines()
    assert view.viewport().grab().toImage() == panned
    light = [QColor(panned.pixel(x, 200)).lightness() for x in range(panned.width())]
    assert len(set(light)) > 2


def test_lines_are_rough_while_somebody_zooms_and_smooth_afterwards(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    view = opened.canvas.view
    view.zoom_to(9.0, QPointF(view.viewport().rect().center()))
    rough = view.viewport().grab().toImage()
    qtbot.waitUntil(lambda: not opened.canvas._outlines._draft)
    smooth = view.viewport().grab().toImage()
    assert smooth != rough
    zoom_and_rest(qtbot, opened, 9.0)
    assert view.viewport().grab().toImage() == smooth
