"""One drawing function per category of the lexicon."""

from __future__ import annotations

from typing import Final

from tas_desktop.starter.scenes.drawings import belongings, household, nature, vehicles, vessels
from tas_desktop.starter.scenes.drawings.parts import Drawing, Part

DRAWINGS: Final[dict[str, Drawing]] = {
    drawing.__name__: drawing
    for drawing in (
        vessels.mug,
        vessels.bottle,
        vessels.teapot,
        vehicles.car,
        vehicles.bus,
        vehicles.truck,
        vehicles.boat,
        vehicles.plane,
        nature.tree,
        nature.flower,
        nature.mushroom,
        nature.apple,
        nature.fish,
        nature.bird,
        nature.rabbit,
        household.house,
        household.box,
        household.book,
        household.phone,
        household.television,
        household.chair,
        household.sofa,
        household.lamp,
        belongings.umbrella,
        belongings.hat,
        belongings.shirt,
        belongings.bag,
        belongings.ball,
        belongings.star,
        belongings.heart,
    )
}
"""Canonical category word -> the function that draws it."""

__all__ = ["DRAWINGS", "Drawing", "Part"]
