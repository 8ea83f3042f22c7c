"""Spatial predicates with margins wide enough that no reasonable person would disagree.

Every test has three outcomes in the mind of a reader: clearly so, clearly not so, and arguable. A
referent must be clearly so and every rival clearly not so; all distances are fractions of the
picture's side, measured on visible pixels, x to the right and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from tas_desktop.starter.scenes.scene import Scene, SceneObject

SIDES = ("left", "right", "top", "bottom")
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}

_HALF = 0.47
_CORNER = 0.3
_NOT_CORNER = 0.42
_QUADRANT = 0.42
_NOT_QUADRANT = 0.55
_MIDDLE = 0.16
_NOT_MIDDLE = 0.3
_SIDE_GAP = 0.15
_EXTREME_GAP = 0.1
_ORDER_GAP = 0.08
_RELATION_GAP = 0.13
_RELATION_SLOPE = 0.75
_NEAR = 0.04
_NOT_NEAR = 0.17
_NEAR_SLACK = 0.12


@dataclass(frozen=True)
class Spot:
    """Where an object is, in fractions of the picture: centre and edges of the visible part."""

    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float

    def depth(self, side: str) -> float:
        """Distance of the centre from a side of the picture, 0-1."""
        return {"left": self.x, "right": 1 - self.x, "top": self.y, "bottom": 1 - self.y}[side]

    def edge_depth(self, side: str) -> float:
        """Distance of the nearest edge from a side of the picture, 0-1."""
        depths = {
            "left": self.left,
            "right": 1 - self.right,
            "top": self.top,
            "bottom": 1 - self.bottom,
        }
        return depths[side]


def spot_of(scene: Scene, item: SceneObject) -> Spot:
    """Place of an object of the scene."""
    height, width = scene.instance_hw.shape
    x, y, w, h = item.box_xywh
    cx, cy = item.centroid_xy
    return Spot(cx / width, cy / height, x / width, y / height, (x + w) / width, (y + h) / height)


def is_at_side(spot: Spot, others: list[Spot], side: str) -> bool:
    """In the half of the picture next to `side`, and every other one clearly further from it."""
    depth = spot.depth(side)
    return depth <= _HALF and all(other.depth(side) - depth >= _SIDE_GAP for other in others)


def is_in_middle(spot: Spot, others: list[Spot]) -> bool:
    """Around the picture's centre, and every other one well away from it."""
    return _from_centre(spot) <= _MIDDLE and all(_from_centre(o) >= _NOT_MIDDLE for o in others)


def _from_centre(spot: Spot) -> float:
    return max(abs(spot.x - 0.5), abs(spot.y - 0.5))


def is_in_corner(spot: Spot, others: list[Spot], vertical: str, horizontal: str) -> bool:
    """Well inside a corner, and no other one near that corner."""
    inside = max(spot.depth(vertical), spot.depth(horizontal)) <= _CORNER
    return inside and all(max(o.depth(vertical), o.depth(horizontal)) >= _NOT_CORNER for o in others)


def is_in_quadrant(spot: Spot, others: list[Spot], vertical: str, horizontal: str) -> bool:
    """Inside a quarter of the picture, and every other one clearly outside of it."""
    inside = max(spot.depth(vertical), spot.depth(horizontal)) <= _QUADRANT
    return inside and all(max(o.depth(vertical), o.depth(horizontal)) >= _NOT_QUADRANT for o in others)


def is_extreme(spot: Spot, others: list[Spot], side: str) -> bool:
    """Nearest to `side` by its centre with a clear gap, and by its edge too."""
    return all(
        other.depth(side) - spot.depth(side) >= _EXTREME_GAP
        and other.edge_depth(side) > spot.edge_depth(side)
        for other in others
    )


def place_in_order(spot: Spot, others: list[Spot], side: str) -> int | None:
    """1-based place counted from `side`, or None where a neighbour in the order is too close."""
    gaps = [other.depth(side) - spot.depth(side) for other in others]
    if any(abs(gap) < _ORDER_GAP for gap in gaps):
        return None
    return 1 + sum(gap < 0 for gap in gaps)


def is_beyond(spot: Spot, anchor: Spot, side: str) -> bool:
    """Clearly on the `side` of the anchor: left of it, above it and so on."""
    ahead = anchor.depth(side) - spot.depth(side)
    across = abs(spot.y - anchor.y) if side in ("left", "right") else abs(spot.x - anchor.x)
    return ahead >= _RELATION_GAP and across <= _RELATION_SLOPE * ahead


def is_not_beyond(spot: Spot, anchor: Spot, side: str) -> bool:
    """Clearly not on that side of the anchor: its centre is level with it or past it."""
    return spot.depth(side) >= anchor.depth(side)


def is_next_to(spot: Spot, others: list[Spot], anchor: Spot) -> bool:
    """Close to the anchor, and every other one clearly further away."""
    gap = _box_gap(spot, anchor)
    return gap <= _NEAR and all(
        _box_gap(o, anchor) >= _NOT_NEAR and _distance(o, anchor) - _distance(spot, anchor) >= _NEAR_SLACK
        for o in others
    )


def _box_gap(one: Spot, other: Spot) -> float:
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return max(across, down)


def _distance(one: Spot, other: Spot) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)
