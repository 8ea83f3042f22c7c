"""Proposals from a region hierarchy: no network, no weights, any picture.

Superpixels (Felzenszwalb and Huttenlocher 2004, from scikit-image) in two colour spaces are merged
into trees under different rules, and every node is a candidate, as in selective search (Uijlings et
al. 2013). Trees are cut to the few hundred nodes that merged last, without near copies. Nested regions
are the point: a face, a head and a person are all worth having, so duplicates are told by IoU and
TAS's overlap filter must leave these proposals alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.backends.proposals.colour_spaces import edge_strength, lab_channels, polar_channels
from tas_desktop.backends.proposals.encoding import enlarge_mask
from tas_desktop.backends.proposals.merging import MergeRule, MergeTree, grow_tree
from tas_desktop.backends.proposals.regions import build_graph
from tas_desktop.backends.proposals.working_copy import scaled_down
from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control

_VERSION = 1

_LAB_RULES = (
    MergeRule(
        colour=0.5, colour_histogram=0.5, texture_histogram=0.3, edge=1, fill=2, area=2, smaller_exponent=0.2
    ),
    MergeRule(colour_histogram=1, texture_histogram=1, fill=4, area=4),
)
_POLAR_RULES = (
    MergeRule(colour_histogram=0.3, texture_histogram=0.2, edge=1, fill=3, area=1, smaller_exponent=0.3),
    MergeRule(edge=1, fill=1, area=0.5, smaller_exponent=0.2),
)


@dataclass(frozen=True, slots=True)
class HierarchySettings:
    """Sizes and limits; tuned on every other one of the benchmark's photographs.

    Attributes:
        working_side: the longer side is scaled down to this many pixels.
        superpixel_scale, superpixel_sigma, superpixel_min: Felzenszwalb's parameters, in working pixels.
        least_area, most_area: shares of the picture between which regions are kept.
        duplicate_iou: of two regions that overlap more than this, the one that merged earlier goes.
        max_regions: at most so many.
        lab_rules, polar_rules: merge rules, one tree each, in Lab and in hue-as-angle colour.
    """

    working_side: int = 320
    superpixel_scale: float = 30.0
    superpixel_sigma: float = 0.8
    superpixel_min: int = 30
    least_area: float = 0.0045
    most_area: float = 0.92
    duplicate_iou: float = 0.85
    max_regions: int = 300
    lab_rules: tuple[MergeRule, ...] = field(default=_LAB_RULES)
    polar_rules: tuple[MergeRule, ...] = field(default=_POLAR_RULES)


class HierarchyProposer:
    """`MaskProposer` of nested regions, the most lasting first.

    ``quality`` of its proposals says how late in its tree a region merged away, in [0, 1]. That orders
    regions; it is no estimate of an IoU and must not be compared with a network's.
    """

    def __init__(self, settings: HierarchySettings | None = None) -> None:
        self.settings = settings or HierarchySettings()
        revision = fingerprint(_VERSION, asdict(self.settings))
        self.component = ComponentId("proposals", "region-hierarchy", revision)

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Regions of a (height, width, 3) uint8 image; empty where it has fewer than two colours.

        Raises:
            Cancelled: between two trees, or two masks.
        """
        settings = self.settings
        height, width = image_rgb.shape[:2]
        small = scaled_down(image_rgb, longest_side=settings.working_side)
        forest = _Forest(len(settings.lab_rules) + len(settings.polar_rules) + 2, control)
        forest.plant(small, lab_channels, settings.lab_rules, settings)
        forest.plant(small, polar_channels, settings.polar_rules, settings)
        cells_hw, members, lasting = forest.join(settings)
        control.token.check()
        cell_area = np.bincount(cells_hw.ravel(), minlength=members.shape[1])
        chosen = _suppress(members, cell_area, lasting, settings)
        proposals = []
        for node in chosen:
            control.token.check()
            mask = enlarge_mask(members[node][cells_hw], height=height, width=width)
            if mask.area:
                proposals.append(Proposal(mask, float(lasting[node]), ProposalSource.HIERARCHY))
        forest.step()
        return proposals


class _Forest:
    """Merge trees over superpixels of several colour spaces."""

    def __init__(self, steps: int, control: Control) -> None:
        self._steps, self._done, self._control = steps, 0, control
        self._labels: list[NDArray[np.int32]] = []
        self._trees: list[tuple[int, MergeTree]] = []

    def step(self) -> None:
        self._control.step(Stage.PROPOSALS, self._done, self._steps)
        self._done += 1

    def plant(
        self,
        image_rgb: NDArray[np.uint8],
        channels_of: Callable[[NDArray[np.uint8]], NDArray[np.float32]],
        rules: tuple[MergeRule, ...],
        settings: HierarchySettings,
    ) -> None:
        """Cut an image into superpixels of one colour space and grow a tree per rule."""
        from skimage.segmentation import felzenszwalb

        self.step()
        channels = channels_of(image_rgb)
        labels = felzenszwalb(
            channels,
            scale=settings.superpixel_scale,
            sigma=settings.superpixel_sigma,
            min_size=settings.superpixel_min,
        ).astype(np.int32)
        graph = build_graph(labels, channels_hwc=channels, edges_hw=edge_strength(channels))
        self._labels.append(labels)
        for rule in rules:
            self.step()
            self._trees.append((len(self._labels) - 1, grow_tree(graph, rule)))

    def join(
        self, settings: HierarchySettings
    ) -> tuple[NDArray[np.intp], NDArray[np.bool_], NDArray[np.float64]]:
        """Express the nodes of all trees in the cells that no superpixel border crosses.

        Returns:
            cells (height, width), members bool (nodes, cells), and how lasting each node is, 0-1.
        """
        code = np.zeros(self._labels[0].shape, np.int64)
        for labels in self._labels:
            code = code * (int(labels.max()) + 1) + labels
        _, first, cells = np.unique(code, return_index=True, return_inverse=True)
        leaf_of = [labels.ravel()[first] for labels in self._labels]
        members, lasting = [np.zeros((0, len(first)), bool)], [np.zeros(0)]
        for place, tree in self._trees:
            share = tree.area / code.size
            kept = (share >= settings.least_area) & (share <= settings.most_area)
            members.append(tree.members[kept][:, leaf_of[place]])
            lasting.append(tree.died[kept] / max(tree.died.max(), 1e-9))
        return cells.reshape(code.shape), np.concatenate(members), np.concatenate(lasting)


def _suppress(
    members: NDArray[np.bool_],
    cell_area: NDArray[np.int64],
    lasting: NDArray[np.float64],
    settings: HierarchySettings,
) -> list[int]:
    """Indices of the most lasting nodes without near copies, most lasting first."""
    weighted = members * cell_area.astype(np.float32)
    area = weighted.sum(1)
    overlap = weighted @ members.T.astype(np.float32)
    iou = overlap / np.maximum(area[:, None] + area[None] - overlap, 1)
    gone = np.zeros(len(members), bool)
    chosen: list[int] = []
    for node in np.argsort(-lasting, kind="stable").tolist():
        if len(chosen) == settings.max_regions:
            break
        if not gone[node]:
            chosen.append(node)
            gone |= iou[node] > settings.duplicate_iou
    return chosen
