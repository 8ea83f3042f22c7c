"""The region hierarchy: graph, trees, and what it proposes."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.backends.proposals.colour_spaces import edge_strength, lab_channels, polar_channels
from tas_desktop.backends.proposals.hierarchy import HierarchyProposer, HierarchySettings
from tas_desktop.backends.proposals.merging import MergeRule, grow_tree
from tas_desktop.backends.proposals.regions import build_graph
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.proposal import ProposalSource
from tas_desktop.engine.control import Control

BLUE, RED, WHITE = (40, 60, 200), (210, 40, 40), (245, 245, 245)


@pytest.fixture(scope="module")
def face():
    """A red square with a white square in it, on blue."""
    image = np.full((120, 160, 3), BLUE, np.uint8)
    image[30:90, 50:110] = RED
    image[45:75, 65:95] = WHITE
    noise = np.random.default_rng(0).integers(-4, 5, image.shape)
    return np.clip(image.astype(int) + noise, 0, 255).astype(np.uint8)


def box_mask(shape, top, bottom, left, right):
    mask = np.zeros(shape, bool)
    mask[top:bottom, left:right] = True
    return Mask.from_array(mask)


def test_nested_things_are_all_proposed(face):
    found = [one.mask for one in HierarchyProposer().propose(face, control=Control())]
    inner, outer = box_mask((120, 160), 45, 75, 65, 95), box_mask((120, 160), 30, 90, 50, 110)
    assert (pairwise_iou([inner, outer], found).max(1) > 0.9).all()


def test_proposals_are_ordered_distinct_and_limited(face):
    settings = HierarchySettings(max_regions=5, least_area=0.0)
    found = HierarchyProposer(settings).propose(face, control=Control())
    assert 2 <= len(found) <= 5
    qualities = [one.quality for one in found]
    assert qualities == sorted(qualities, reverse=True)
    assert all(0 <= quality <= 1 for quality in qualities)
    assert {one.source for one in found} == {ProposalSource.HIERARCHY}
    masks = [one.mask for one in found]
    overlap = pairwise_iou(masks, masks)
    assert overlap[~np.eye(len(masks), dtype=bool)].max() <= settings.duplicate_iou + 0.05


def test_a_plain_picture_has_no_regions():
    assert HierarchyProposer().propose(np.full((50, 70, 3), 128, np.uint8), control=Control()) == []


def test_settings_change_the_component_id():
    ids = {HierarchyProposer(HierarchySettings(max_regions=n)).component for n in (100, 300)}
    assert len(ids) == 2
    assert HierarchyProposer().component == HierarchyProposer().component


def test_the_graph_measures_regions_and_borders():
    labels = np.zeros((4, 6), np.int32)
    labels[:, 3:] = 1
    labels[0, 5] = 2
    channels = np.zeros((4, 6, 3), np.float32)
    channels[:, 3:] = 0.5
    edges = np.full((4, 6), 0.25, np.float32)
    graph = build_graph(labels, channels_hwc=channels, edges_hw=edges)
    assert graph.area.tolist() == [12, 11, 1]
    np.testing.assert_allclose(graph.colour[:, 0], [0, 0.5, 0.5])
    assert graph.box_xyxy.tolist() == [[0, 0, 3, 4], [3, 0, 6, 4], [5, 0, 6, 1]]
    assert graph.pairs.tolist() == [[0, 1], [1, 2]]
    assert graph.border.tolist() == [4, 2]
    np.testing.assert_allclose(graph.contrast, [1.0, 0.5])
    np.testing.assert_allclose(graph.colour_histogram.sum(1), 1)
    np.testing.assert_allclose(graph.texture_histogram.sum(1), 1)


@pytest.mark.parametrize(
    "rule",
    [
        MergeRule(colour=1),
        MergeRule(colour_histogram=1, texture_histogram=1, fill=1, area=1),
        MergeRule(edge=1, smaller_exponent=0.3),
    ],
)
def test_a_tree_holds_every_leaf_once_per_level(face, rule):
    channels = lab_channels(face)
    labels = (np.arange(120)[:, None] // 20 * 8 + np.arange(160) // 20).astype(np.int32)
    tree = grow_tree(build_graph(labels, channels_hwc=channels, edges_hw=edge_strength(channels)), rule)
    leaves = int(labels.max()) + 1
    assert tree.members.shape == (2 * leaves - 1, leaves)
    assert tree.members[-1].all()
    np.testing.assert_allclose(tree.area, tree.members @ np.bincount(labels.ravel()))
    assert (tree.born <= tree.died).all()
    assert (np.diff(tree.born[leaves:]) >= 0).all()
    sizes = tree.members[leaves:].sum(1)
    assert sizes.min() >= 2


def test_like_colours_merge_before_unlike_ones():
    labels = np.repeat(np.arange(4, dtype=np.int32), 5)[None].repeat(8, 0)
    channels = np.zeros((8, 20, 3), np.float32)
    channels[:, 5:10], channels[:, 10:15], channels[:, 15:] = 0.05, 0.8, 0.9
    graph = build_graph(labels, channels_hwc=channels, edges_hw=np.zeros((8, 20), np.float32))
    tree = grow_tree(graph, MergeRule(colour=1))
    made = [frozenset(np.flatnonzero(row).tolist()) for row in tree.members[4:]]
    assert made == [frozenset({0, 1}), frozenset({2, 3}), frozenset({0, 1, 2, 3})]


def test_polar_channels_see_no_jump_at_red():
    almost_red = np.array([[[200, 20, 24], [200, 24, 20]]], np.uint8)
    channels = polar_channels(almost_red)
    assert np.abs(channels[0, 0] - channels[0, 1]).max() < 0.05


def test_photos_are_covered(shared_data):
    """A floor well under the benchmark's figure, on a few photos; the benchmark has the whole."""
    import json

    from PIL import Image

    content = json.loads((shared_data / "photos" / "instances.json").read_text(encoding="utf-8"))
    best = []
    for image in content["images"][1:24:3]:
        with Image.open(shared_data / "photos" / "images" / image["file_name"]) as opened:
            pixels = np.asarray(opened.convert("RGB"))
        found = [one.mask for one in HierarchyProposer().propose(pixels, control=Control())]
        assert len(found) <= 300
        things = [
            Mask.from_rle(one["segmentation"])
            for one in content["annotations"]
            if one["image_id"] == image["id"] and one["area"] > 2000 and not one["iscrowd"]
        ]
        best += pairwise_iou(things, found).max(1, initial=0).tolist()
    assert np.mean(best) > 0.5
