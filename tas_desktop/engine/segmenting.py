"""Masks from prompts: what an annotator points at, turned into one mask of the full picture.

The first point or a box is the network's affair. It looks at the whole picture and then, where the
object is small, once more at a window around it. A further point corrects the mask so far: far from the
outline it stands for a thing, which the network draws and which is added or cut; near the outline it
moves the outline (`nudging`). So every click changes what is around it and leaves the rest alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.mask_algebra import intersect, sample_mask, subtract, unite
from tas_desktop.domain.prompt import PromptedMask, Prompts
from tas_desktop.engine.enlarging import enlarge_share
from tas_desktop.engine.nudging import NudgeSettings, distance_to_outline, region_like
from tas_desktop.engine.pool import choose_by_box
from tas_desktop.engine.prompting import (
    ChoiceWeights,
    ChosenShares,
    choose_claim,
    choose_mask,
    holds,
    owned_by,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.engine.ports import PromptDecoder, PromptView
    from tas_desktop.engine.seen import SeenPicture

_IN_BOX = ((0.5, 0.5), (0.3, 0.3), (0.7, 0.3), (0.3, 0.7), (0.7, 0.7))
"""Where in a box the network is asked, in shares of its sides."""


@dataclass(frozen=True, slots=True)
class SegmentSettings:
    """Chosen on validation scenes (benchmarks/prompting.py).

    Attributes:
        thing_distance: distance of a point to the outline, in square roots of the mask's area, from
            which it stands for a thing of its own.
        replaced: share of the mask so far that a new mask must hold to take its place.
        largest_cut: share of the mask so far that a point beside the object may cut away.
        grid_side: pixels along which masks are measured; finer costs time only.
    """

    thing_distance: float = 0.2
    replaced: float = 0.7
    largest_cut: float = 0.9
    grid_side: int = 256
    weights: ChoiceWeights = field(default_factory=ChoiceWeights)
    nudge: NudgeSettings = field(default_factory=NudgeSettings)


@dataclass(frozen=True, slots=True)
class PromptTask:
    """Prompts that wait for their answer; several where the annotator clicked faster than that.

    Attributes:
        base: the mask before the first of them.
        steps: all prompts for the mask as they were after each new one; empty to look at the picture only.
        pool: the picture's proposals, where the network does not know such pictures; else empty.
        ahead: nobody waits for it: what else the networks do goes on meanwhile.
    """

    base: Mask
    steps: tuple[Prompts, ...] = ()
    pool: tuple[Mask, ...] = ()
    ahead: bool = False


def answer(decoder: PromptDecoder, seen: SeenPicture, task: PromptTask) -> PromptedMask:
    """The mask that all prompts of a task make, one after the other; see `segment`."""
    answered = PromptedMask(task.base, 1.0)
    for prompts in task.steps:
        answered = segment(decoder, seen, prompts, base=answered.mask, pool=task.pool)
    return answered


def segment(
    decoder: PromptDecoder,
    seen: SeenPicture,
    prompts: Prompts,
    *,
    base: Mask,
    pool: Sequence[Mask] = (),
    settings: SegmentSettings | None = None,
) -> PromptedMask:
    """The mask that the newest prompt makes of the mask so far.

    Args:
        decoder: the network.
        seen: the picture as the network has seen it.
        prompts: all prompts for this mask in pixels of the picture; the last point is the newest, or
            the box where there is no point.
        base: the mask so far; empty before the first prompt.
        pool: masks among which a box chooses before the network is asked; see `PromptTask`.
        settings: limits.

    Returns:
        the mask; the newest point lies in it, or beside it, as was asked.
    """
    task = _Task(decoder, seen, settings or SegmentSettings())
    if not prompts.points:
        known = choose_by_box(pool, prompts.box_xywh) if prompts.box_xywh else None
        if known is not None:
            return PromptedMask(known, 1.0)
        return task.fill_box(prompts.box_xywh, base=base) if prompts.box_xywh else PromptedMask(base, 1.0)
    newest = prompts.points[-1]
    if base.area and task.is_near_outline(base, newest.point_xy):
        return task.nudge(base, newest.point_xy, inside=newest.inside)
    return task.add_thing(base, prompts) if newest.inside else task.cut_thing(base, prompts)


class _Task:
    """One answer under way."""

    def __init__(self, decoder: PromptDecoder, seen: SeenPicture, settings: SegmentSettings) -> None:
        self._decoder, self._seen, self._settings = decoder, seen, settings

    def fill_box(self, box_xywh: BoxXywh, *, base: Mask) -> PromptedMask:
        """The mask that fills a box best, whatever was there before."""
        x, y, w, h = box_xywh
        view = self._seen.view_around(self._decoder, box_xywh)
        asked = tuple((x + across * w, y + down * h) for across, down in _IN_BOX)
        choices = self._decoder.decode(view, inside_xy=asked, outside_xy=(), box_xywh=box_xywh)
        chosen = choose_mask(
            choices, box_xywh=self._to_map_box(view, box_xywh), weights=self._settings.weights
        )
        found = self._enlarge(chosen, view)
        return PromptedMask(found if found.area else base, chosen.quality)

    def add_thing(self, base: Mask, prompts: Prompts) -> PromptedMask:
        """The thing under the newest point, with what was there before."""
        inside, outside = prompts.inside_xy, prompts.outside_xy
        newest = inside[-1]
        view = self._look_at(newest, base)
        choices = self._decoder.decode(view, inside_xy=inside, outside_xy=outside, box_xywh=None)
        at = self._to_map
        chosen = choose_mask(
            choices,
            inside_xy=at(view, inside),
            outside_xy=at(view, outside),
            weights=self._settings.weights,
        )
        if not self._agrees(chosen, view, prompts):
            own = choose_claim(
                owned_by(choices, len(inside) - 1), at(view, [newest])[0], spare_xy=at(view, outside)
            )
            if not own:
                return self.nudge(base, newest, inside=True)
            chosen = own[0]
        found = self._enlarge(chosen, view)
        kept = intersect(found, base).area if base.area else 0
        if base.area and kept < self._settings.replaced * base.area:
            found = unite(base, found)
        return self._make_sure(found, newest, chosen.quality, inside=True)

    def cut_thing(self, base: Mask, prompts: Prompts) -> PromptedMask:
        """The mask so far without the thing under the newest point."""
        newest = prompts.outside_xy[-1]
        if not base.area:
            return PromptedMask(base, 1.0)
        view = self._look_at(newest, base)
        choices = self._decoder.decode(view, inside_xy=(newest,), outside_xy=(), box_xywh=None)
        spared = self._to_map(view, prompts.inside_xy)
        for claim in choose_claim(choices, self._to_map(view, [newest])[0], spare_xy=spared):
            claimed = self._enlarge(claim, view)
            if self._may_cut(claimed, base):
                return self._make_sure(subtract(base, claimed), newest, claim.quality, inside=False)
        return self.nudge(base, newest, inside=False)

    def is_near_outline(self, base: Mask, point_xy: PointXy) -> bool:
        """Whether a point corrects the outline rather than standing for a thing."""
        return self._distance(base, point_xy) < self._settings.thing_distance * math.sqrt(base.area)

    def nudge(self, base: Mask, point_xy: PointXy, *, inside: bool) -> PromptedMask:
        """The mask with the outline moved across a point, as far as the picture looks like it."""
        seen, nudge = self._seen, self._settings.nudge
        longest = max(seen.height, seen.width)
        distance = self._distance(base, point_xy) if base.area else 0.0
        reach = min(nudge.reach * distance + nudge.least_reach * longest, nudge.most_reach * longest)
        part = seen.cut_out(point_xy, reach=reach)
        region = region_like(
            part.lab_hwc,
            part.to_part(point_xy),
            radius=reach / part.scale_yx[0],
            limit=nudge.colour_distance,
        )
        area = enlarge_share(
            region, scale_yx=part.scale_yx, origin_xy=part.origin_xy, height=seen.height, width=seen.width
        )
        changed = unite(base, area) if inside else subtract(base, area)
        return self._make_sure(changed, point_xy, 1.0, inside=inside)

    def _may_cut(self, claimed: Mask, base: Mask) -> bool:
        """Whether enough would be left."""
        return intersect(base, claimed).area <= self._settings.largest_cut * base.area

    def _look_at(self, point_xy: PointXy, base: Mask) -> PromptView:
        """The view for a thing: first the whole picture, then a window around what was found there."""
        whole = self._seen.whole
        choices = self._decoder.decode(whole, inside_xy=(point_xy,), outside_xy=(), box_xywh=None)
        rough = self._enlarge(choose_mask(choices, weights=self._settings.weights), whole)
        extent = _extent(rough, base, point_xy)
        return self._seen.view_around(self._decoder, extent)

    def _agrees(self, chosen: ChosenShares, view: PromptView, prompts: Prompts) -> bool:
        newest, outside = prompts.inside_xy[-1], prompts.outside_xy
        (at, *beside) = self._to_map(view, (newest, *outside))
        return holds(chosen.shares_hw, at) and not any(holds(chosen.shares_hw, one) for one in beside)

    def _make_sure(self, mask: Mask, point_xy: PointXy, quality: float, *, inside: bool) -> PromptedMask:
        """Let the point have its say even where scaling has moved the outline across it."""
        seen = self._seen
        x = min(max(int(point_xy[0]), 0), seen.width - 1)
        y = min(max(int(point_xy[1]), 0), seen.height - 1)
        held = bool(sample_mask(mask, rows=np.array([y]), columns=np.array([x]))[0, 0])
        if held != inside:
            pixel = Mask.from_window(np.ones((1, 1), bool), x=x, y=y, height=seen.height, width=seen.width)
            mask = unite(mask, pixel) if inside else subtract(mask, pixel)
        return PromptedMask(mask, quality)

    def _distance(self, base: Mask, point_xy: PointXy) -> float:
        """Pixels of the picture from a point to the outline of the mask so far."""
        side = self._settings.grid_side
        near = side / 2
        distance = self._distance_at(base, point_xy, step=1)
        if distance < near - 1:
            return distance
        *_, w, h = _extent(base, base, point_xy)
        step = max(1, -(-int(max(w, h)) * 2 // side))
        return self._distance_at(base, point_xy, step=step) * step

    def _distance_at(self, base: Mask, point_xy: PointXy, *, step: int) -> float:
        half = self._settings.grid_side // 2
        offsets = np.arange(-half, half + 1) * step
        grid = sample_mask(base, rows=int(point_xy[1]) + offsets, columns=int(point_xy[0]) + offsets)
        return distance_to_outline(grid, (half, half))

    def _enlarge(self, chosen: ChosenShares, view: PromptView) -> Mask:
        seen = self._seen
        scale = 1 / view.map_scale
        return enlarge_share(
            chosen.shares_hw,
            scale_yx=(scale, scale),
            origin_xy=view.origin_xy,
            height=seen.height,
            width=seen.width,
        )

    @staticmethod
    def _to_map(view: PromptView, points_xy: tuple[PointXy, ...] | list[PointXy]) -> list[PointXy]:
        (left, top), scale = view.origin_xy, view.map_scale
        return [((x - left) * scale, (y - top) * scale) for x, y in points_xy]

    @staticmethod
    def _to_map_box(view: PromptView, box_xywh: BoxXywh) -> BoxXywh:
        (left, top), scale = view.origin_xy, view.map_scale
        x, y, w, h = box_xywh
        return (x - left) * scale, (y - top) * scale, w * scale, h * scale


def _extent(mask: Mask, other: Mask, point_xy: PointXy) -> BoxXywh:
    """The box of two masks and a point."""
    boxes = [one.box_xywh for one in (mask, other) if one.area] + [(*point_xy, 1.0, 1.0)]
    left, top = (min(box[axis] for box in boxes) for axis in (0, 1))
    right, bottom = (max(box[axis] + box[axis + 2] for box in boxes) for axis in (0, 1))
    return left, top, right - left, bottom - top
