"""The released code's spatial rectifier in plain words (``methods.md`` 1.2, "Spatial rectifier")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.language.entities import extract_entity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.language.entities import Entity
    from tas_desktop.language.parse import ParsedExpression


def rectify(
    scores: NDArray[np.float64],
    *,
    masks_hw: list[NDArray[np.bool_]],
    sentence: str,
    target: str,
    parsed: ParsedExpression,
) -> int:
    """The mask that is chosen in the end: the best, or the best of the place that the sentence names."""
    best = int(np.argmax(scores))
    entity = extract_entity(parsed)
    if entity is None or entity.text != target:
        return best
    places = None
    if entity.superlatives and not entity.relations:
        places = by_superlative(sentence)
    elif entity.relations and not entity.superlatives:
        places = by_relations(sentence, entity)
    if places is None:
        return best
    champions = best_of_quadrants(scores, masks_hw)
    found = [champions[place] for place in places if place in champions]
    return max(found, key=lambda i: scores[i]) if found else best


def best_of_quadrants(scores: NDArray[np.float64], masks_hw: list[NDArray[np.bool_]]) -> dict[str, int]:
    """For each quadrant with masks in it the best of them; quadrants meet at the median of the centres."""
    rows = np.array([int(np.nonzero(mask)[0].mean()) for mask in masks_hw])
    columns = np.array([int(np.nonzero(mask)[1].mean()) for mask in masks_hw])
    champions: dict[str, int] = {}
    for i in range(len(masks_hw)):
        upper = "T" if rows[i] < np.median(rows) else "B"
        place = upper + ("L" if columns[i] < np.median(columns) else "R")
        if place not in champions or scores[i] > scores[champions[place]]:
            champions[place] = i
    return champions


def by_superlative(sentence: str) -> list[str] | None:
    """Branch A: words looked for anywhere in the sentence."""
    side = "L" if says(sentence, "left", "west") else "R" if says(sentence, "right", "east") else "LR"
    if says(sentence, "above", "top", "north"):
        return ["T" + one for one in side]
    if says(sentence, "below", "south", "underneath"):
        return ["B" + one for one in side]
    return None if side == "LR" else ["T" + side, "B" + side]


def by_relations(sentence: str, entity: Entity) -> list[str] | None:
    """Branch B: relations of a thing to itself, or to an object with the direction word in its name."""
    found = None
    for relation in entity.relations:
        for word in relation.words:
            places = by_word(word, sentence)
            if places is not None:
                if relation.object.text == entity.text or word in relation.object.text:
                    found = places
                break
    return found


def by_word(word: str, sentence: str) -> list[str] | None:
    """The half that a direction word names, narrowed by the sentence's words for the other axis."""
    upper = "T" if says(sentence, "above", "top", "north") else "B" if says_under(sentence) else "TB"
    side = "L" if says(sentence, "left", "west") else "R" if says(sentence, "right", "east") else "LR"
    if word in ("left", "west"):
        return [one + "L" for one in upper]
    if word in ("right", "east"):
        return [one + "R" for one in upper]
    if word in ("above", "north", "top"):
        return ["T" + one for one in side]
    if word in ("below", "south", "under"):
        return ["B" + one for one in side]
    return None


def says(sentence: str, *words: str) -> bool:
    """Whether any of the words occurs, also within another word."""
    return any(word in sentence for word in words)


def says_under(sentence: str) -> bool:
    """Whether the sentence points downwards."""
    return says(sentence, "below", "south", "under")
