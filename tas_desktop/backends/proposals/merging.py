"""Greedy merging of a region graph into a tree, in the order of a chosen dissimilarity.

The idea of selective search (Uijlings et al. 2013): objects are regions of some scale under some
grouping rule, so grow one tree per rule and keep every node.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    _Indices = NDArray[np.int64]

    from tas_desktop.backends.proposals.regions import RegionGraph


_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class MergeRule:
    """Weights of the terms of the dissimilarity of two touching regions; the larger, the later.

    Attributes:
        colour: distance of mean colours.
        colour_histogram, texture_histogram: one minus histogram intersection.
        edge: mean edge strength along the common border.
        fill: how badly the two fill their common box.
        area: their summed area's share of the picture.
        smaller_exponent: of the smaller area's share, which multiplies it all: small regions first.
    """

    colour: float = 0.0
    colour_histogram: float = 0.0
    texture_histogram: float = 0.0
    edge: float = 0.0
    fill: float = 0.0
    area: float = 0.0
    smaller_exponent: float = 0.0


@dataclass(frozen=True, eq=False)
class MergeTree:
    """A binary tree over S leaves; node i >= S was made by merge i - S.

    Attributes:
        members: bool, (2S - 1, S): leaves under each node.
        born: dissimilarity at which each node was made; 0 for leaves.
        died: dissimilarity at which each node was merged away; the largest for the root.
        area: pixels of each node.
        box_xyxy: box of each node.
    """

    members: NDArray[np.bool_]
    born: NDArray[np.float64]
    died: NDArray[np.float64]
    area: NDArray[np.float64]
    box_xyxy: NDArray[np.int64]


def grow_tree(graph: RegionGraph, rule: MergeRule) -> MergeTree:
    """Merge touching regions, least dissimilar first, until one is left (or none touch)."""
    return _Growth(graph, rule).run()


class _Growth:
    def __init__(self, graph: RegionGraph, rule: MergeRule) -> None:
        count = len(graph)
        total = 2 * count - 1
        self.count, self.rule = count, rule
        self.pixels = float(graph.area.sum())
        self.area = _extend(graph.area, total)
        self.colour = _extend(graph.colour, total)
        colours = graph.colour_histogram * rule.colour_histogram
        self.histogram = _extend(
            np.hstack((colours, graph.texture_histogram * rule.texture_histogram)), total
        )
        self.box = _extend(graph.box_xyxy, total)
        self.members = np.zeros((total, count), bool)
        self.members[np.arange(count), np.arange(count)] = True
        self.born, self.died = np.zeros(total), np.full(total, np.nan)
        self.touching: list[dict[int, tuple[float, float]]] = [{} for _ in range(total)]
        for (a, b), border, contrast in zip(graph.pairs.tolist(), graph.border, graph.contrast, strict=True):
            self.touching[a][b] = self.touching[b][a] = (border, contrast)
        costs = self._costs(graph.pairs[:, 0], graph.pairs[:, 1], graph.border, graph.contrast)
        self.queue = [(c, a, b) for c, (a, b) in zip(costs.tolist(), graph.pairs.tolist(), strict=True)]
        heapq.heapify(self.queue)

    def run(self) -> MergeTree:
        made, alive, level = self.count, np.ones(len(self.area), bool), 0.0
        while self.queue:
            cost, a, b = heapq.heappop(self.queue)
            if not (alive[a] and alive[b]):
                continue
            level = max(level, cost)
            alive[a] = alive[b] = False
            self.died[a] = self.died[b] = self.born[made] = level
            self._join(a, b, made)
            made += 1
        died = np.where(np.isnan(self.died[:made]), level, self.died[:made])
        return MergeTree(self.members[:made], self.born[:made], died, self.area[:made], self.box[:made])

    def _join(self, a: int, b: int, made: int) -> None:
        area = self.area[a] + self.area[b]
        for array in (self.colour, self.histogram):
            array[made] = (array[a] * self.area[a] + array[b] * self.area[b]) / area
        self.area[made] = area
        self.box[made, :2] = np.minimum(self.box[a, :2], self.box[b, :2])
        self.box[made, 2:] = np.maximum(self.box[a, 2:], self.box[b, 2:])
        self.members[made] = self.members[a] | self.members[b]
        mine = self.touching[made]
        for old in (a, b):
            for other, (border, contrast) in self.touching[old].items():
                if other in (a, b):
                    continue
                before = mine.get(other, (0.0, 0.0))
                mine[other] = (before[0] + border, before[1] + contrast)
                del self.touching[other][old]
            self.touching[old] = {}
        if not mine:
            return
        others = np.fromiter(mine, np.int64, len(mine))
        shared = np.array(list(mine.values()))
        for other, pair in mine.items():
            self.touching[other][made] = pair
        costs = self._costs(others, np.full(len(others), made), shared[:, 0], shared[:, 1])
        for cost, other in zip(costs.tolist(), others.tolist(), strict=True):
            heapq.heappush(self.queue, (cost, other, made))

    def _costs(
        self, a: _Indices, b: _Indices, border: NDArray[np.float64], contrast: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        rule = self.rule
        cost = np.full(len(a), 1e-6)
        if rule.colour:
            cost += rule.colour * np.sqrt(((self.colour[a] - self.colour[b]) ** 2).sum(1))
        if rule.colour_histogram or rule.texture_histogram:
            alike = np.minimum(self.histogram[a], self.histogram[b]).sum(1)
            cost += rule.colour_histogram + rule.texture_histogram - alike
        if rule.edge:
            cost += rule.edge * contrast / border
        if rule.area:
            cost += rule.area * (self.area[a] + self.area[b]) / self.pixels
        if rule.fill:
            low = np.minimum(self.box[a, :2], self.box[b, :2])
            high = np.maximum(self.box[a, 2:], self.box[b, 2:])
            empty = (high - low).prod(1) - self.area[a] - self.area[b]
            cost += rule.fill * empty / self.pixels
        if rule.smaller_exponent:
            cost *= (np.minimum(self.area[a], self.area[b]) / self.pixels) ** rule.smaller_exponent
        return cost


def _extend(rows: NDArray[_Number], total: int) -> NDArray[_Number]:
    out = np.zeros((total, *rows.shape[1:]), rows.dtype)
    out[: len(rows)] = rows
    return out
