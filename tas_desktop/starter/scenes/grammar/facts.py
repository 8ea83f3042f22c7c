"""True and unique things that can be said about the objects of a scene, before any words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tas_desktop.starter.scenes.grammar import geometry
from tas_desktop.starter.scenes.grammar.expression import Kind
from tas_desktop.starter.scenes.grammar.geometry import SIDES, Spot, spot_of
from tas_desktop.starter.scenes.grammar.nouns import (
    NounPhrase,
    covered,
    covers_sliver,
    is_identifying,
    phrases_of,
)
from tas_desktop.starter.scenes.scene import Scene

_SUPERLATIVE_FULL_RATIO = 1.5
_SUPERLATIVE_VISIBLE_RATIO = 1.3
_MIN_ORDERED = 3


@dataclass(frozen=True)
class Fact:
    """A checked way to single out one object.

    Attributes:
        kind: kind of expression that can say it.
        family: which templates can word it.
        referent_index: the object singled out.
        phrase: noun phrase of the referent.
        rivals: other objects that the noun phrase alone would cover.
        slots: words that fill the template beside the noun phrases.
        anchor: noun phrase of the object that a relation starts from.
    """

    kind: Kind
    family: str
    referent_index: int
    phrase: NounPhrase
    rivals: int = 0
    slots: dict[str, str] = field(default_factory=dict)
    anchor: NounPhrase | None = None


def attribute_facts(scene: Scene) -> Iterator[Fact]:
    """The noun phrase alone is enough."""
    for index, item in enumerate(scene.objects):
        for phrase in phrases_of(item, sizes=True):
            if is_identifying(scene, index, phrase):
                yield Fact(Kind.ATTRIBUTE, "phrase", index, phrase)
                if phrase.colour and not phrase.size_name:
                    yield Fact(Kind.ATTRIBUTE, "coloured", index, phrase)
                if phrase.pattern not in ("", "plain"):
                    yield Fact(Kind.ATTRIBUTE, "patterned", index, phrase)


def position_facts(scene: Scene) -> Iterator[Fact]:
    """A part of the picture tells the referent from what else the phrase covers."""
    for index, phrase, spot, others in _choices(scene):
        rivals = len(others)
        for side in SIDES:
            if geometry.is_at_side(spot, others, side):
                yield Fact(Kind.POSITION, "side", index, phrase, rivals, {"side": side})
        if geometry.is_in_middle(spot, others):
            yield Fact(Kind.POSITION, "middle", index, phrase, rivals)
        for vertical in ("top", "bottom"):
            for horizontal in ("left", "right"):
                slots = {"vertical": vertical, "horizontal": horizontal}
                if geometry.is_in_corner(spot, others, vertical, horizontal):
                    yield Fact(Kind.POSITION, "corner", index, phrase, rivals, slots)
                if geometry.is_in_quadrant(spot, others, vertical, horizontal):
                    yield Fact(Kind.POSITION, "quadrant", index, phrase, rivals, slots)


def superlative_facts(scene: Scene) -> Iterator[Fact]:
    """The referent goes furthest among at least two of what the phrase covers."""
    for index, phrase, spot, others in _choices(scene):
        if not others:
            continue
        for side in SIDES:
            if geometry.is_extreme(spot, others, side):
                yield Fact(Kind.SUPERLATIVE, "side", index, phrase, len(others), {"side": side})
        for size in ("largest", "smallest"):
            if _is_size_extreme(scene, index, phrase, size):
                yield Fact(Kind.SUPERLATIVE, "size", index, phrase, len(others), {"size": size})


def ordinal_facts(scene: Scene) -> Iterator[Fact]:
    """The referent's place in a clear order of at least three."""
    for index, phrase, spot, others in _choices(scene):
        if len(others) < _MIN_ORDERED - 1:
            continue
        for side in SIDES:
            place = geometry.place_in_order(spot, others, side)
            if place is not None and place <= _MIN_ORDERED:
                slots = {"side": side, "place": str(place)}
                yield Fact(Kind.ORDINAL, "order", index, phrase, len(others), slots)


def relation_facts(scene: Scene) -> Iterator[Fact]:
    """The referent stands to another, identified object as nothing else covered does."""
    spots = [spot_of(scene, item) for item in scene.objects]
    for index, phrase, spot, others in _choices(scene):
        rivals = set(covered(scene, phrase))
        for anchor_index, anchor in enumerate(scene.objects):
            if anchor_index in rivals or anchor.category == phrase.category:
                continue
            anchor_spot = spots[anchor_index]
            found = list(_relations(spot, others, anchor_spot))
            if not found:
                continue
            for anchor_phrase in phrases_of(anchor):
                if not is_identifying(scene, anchor_index, anchor_phrase):
                    continue
                for family, slots in found:
                    yield Fact(Kind.RELATION, family, index, phrase, len(others), slots, anchor_phrase)


def _relations(spot: Spot, others: list[Spot], anchor: Spot) -> Iterator[tuple[str, dict[str, str]]]:
    for side in SIDES:
        if geometry.is_beyond(spot, anchor, side) and all(
            geometry.is_not_beyond(other, anchor, side) for other in others
        ):
            yield "beyond", {"side": side}
    if geometry.is_next_to(spot, others, anchor):
        yield "near", {}


def exclusion_facts(scene: Scene) -> Iterator[Fact]:
    """All that the phrase covers have a quality, except the referent."""
    for index, item in enumerate(scene.objects):
        for phrase in (
            NounPhrase(item.category),
            NounPhrase(item.category, colour=item.colour),
            NounPhrase(item.category, pattern=item.pattern),
        ):
            rivals = [scene.objects[k] for k in covered(scene, phrase) if k != index]
            if not rivals or covers_sliver(scene, phrase):
                continue
            colours = {rival.colour for rival in rivals}
            if len(colours) == 1 and item.colour not in colours:
                slots = {"quality": colours.pop()}
                yield Fact(Kind.EXCLUSION, "quality", index, phrase, len(rivals), slots)
            patterns = {rival.pattern for rival in rivals}
            if len(patterns) == 1 and item.pattern not in patterns and "plain" not in patterns:
                slots = {"quality": patterns.pop()}
                yield Fact(Kind.EXCLUSION, "quality", index, phrase, len(rivals), slots)
                yield Fact(Kind.EXCLUSION, "marks", index, phrase, len(rivals), slots)


def _choices(scene: Scene) -> Iterator[tuple[int, NounPhrase, Spot, list[Spot]]]:
    """Each object with each phrase that covers it, its place, and the places of its rivals."""
    spots = [spot_of(scene, item) for item in scene.objects]
    for index, item in enumerate(scene.objects):
        for phrase in phrases_of(item):
            if not covers_sliver(scene, phrase):
                rivals = [spots[k] for k in covered(scene, phrase) if k != index]
                yield index, phrase, spots[index], rivals


def _is_size_extreme(scene: Scene, index: int, phrase: NounPhrase, size: str) -> bool:
    referent = scene.objects[index]
    for other_index in covered(scene, phrase):
        other = scene.objects[other_index]
        if other_index == index:
            continue
        large, small = (referent, other) if size == "largest" else (other, referent)
        if (
            large.full_area_px < _SUPERLATIVE_FULL_RATIO * small.full_area_px
            or large.area_px < _SUPERLATIVE_VISIBLE_RATIO * small.area_px
        ):
            return False
    return True


FACT_FINDERS: Final[dict[Kind, Callable[[Scene], Iterator[Fact]]]] = {
    Kind.ATTRIBUTE: attribute_facts,
    Kind.POSITION: position_facts,
    Kind.SUPERLATIVE: superlative_facts,
    Kind.ORDINAL: ordinal_facts,
    Kind.RELATION: relation_facts,
    Kind.EXCLUSION: exclusion_facts,
}
