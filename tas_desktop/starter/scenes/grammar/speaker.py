"""Expressions for a scene: facts chosen and put into words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from tas_desktop.starter.scenes.grammar.expression import Expression, Kind, Unseen
from tas_desktop.starter.scenes.grammar.facts import FACT_FINDERS, Fact
from tas_desktop.starter.scenes.grammar.nouns import NounPhrase, Wording, word_phrase
from tas_desktop.starter.scenes.grammar.templates import TEMPLATES, Template
from tas_desktop.starter.scenes.lexicon import HELD_OUT_PAIRS
from tas_desktop.starter.scenes.scene import Scene
from tas_desktop.starter.scenes.splits import scene_rng

_MARKS: Final = {
    "striped": ("stripes",),
    "dotted": ("dots", "spots"),
    "checked": ("checks",),
}
_EXTREMES: Final = {
    "left": ("leftmost",),
    "right": ("rightmost",),
    "top": ("topmost", "highest", "uppermost"),
    "bottom": ("lowest", "bottommost"),
}
_SIZES: Final = {"largest": ("largest", "biggest"), "smallest": ("smallest",)}
_RELATIONS: Final = {
    "left": ("left of", "to the left of"),
    "right": ("right of", "to the right of"),
    "top": ("above",),
    "bottom": ("below", "under", "beneath"),
}
_ORDINALS: Final = {"1": ("first", "one"), "2": ("second", "two"), "3": ("third", "three")}

_LENGTH_WEIGHT = 0.55
_PLAIN_WEIGHT = 0.4
_ALONE_WEIGHT = 0.2
_TRIES = 6


def speak(
    scene: Scene,
    *,
    kinds: Iterable[Kind] = tuple(Kind),
    per_kind: int = 1,
    rng: np.random.Generator | None = None,
) -> tuple[Expression, ...]:
    """Expressions for a scene, each with a checked unique referent.

    Args:
        scene: the scene to speak about; held-out words and templates follow from its split.
        kinds: kinds wanted, in this order; a kind that the scene cannot carry is left out.
        per_kind: at most this many of each kind, of different text.
        rng: source of choices; by default fixed by the scene's seed.
    """
    chooser = rng or scene_rng(scene.seed, split=scene.split, stream=1)
    spoken: dict[str, Expression] = {}
    for kind in kinds:
        facts = list(FACT_FINDERS[kind](scene))
        if not facts:
            continue
        weights = np.array([_weight(scene, fact) for fact in facts])
        found = 0
        for _ in range(per_kind * _TRIES):
            fact = facts[chooser.choice(len(facts), p=weights / weights.sum())]
            expression = word_fact(scene, fact, chooser)
            if expression.text not in spoken:
                spoken[expression.text] = expression
                found += 1
            if found == per_kind:
                break
    return tuple(spoken.values())


def word_fact(scene: Scene, fact: Fact, rng: np.random.Generator) -> Expression:
    """Put one fact into words, with a template and synonyms allowed in the scene's split."""
    held_out = scene.split.holds_unseen
    fitting = [
        template
        for template in TEMPLATES
        if (template.kind, template.family) == (fact.kind, fact.family)
        and (held_out or not template.held_out)
    ]
    template = fitting[rng.integers(len(fitting))]
    wording = word_phrase(_said_by_noun_phrase(fact), rng, held_out=held_out)
    anchor = word_phrase(fact.anchor, rng, held_out=held_out) if fact.anchor else None
    slots = _slots(fact, wording, anchor, rng)
    text = " ".join(template.text.format_map(slots).split())
    return Expression(
        text,
        fact.kind,
        fact.referent_index,
        template.template_id,
        _unseen(scene, fact, template, wording, anchor),
    )


def _weight(scene: Scene, fact: Fact) -> float:
    """Prefer short phrases, objects with namesakes, and facts that are needed."""
    referent = scene.objects[fact.referent_index]
    namesakes = sum(item.category == referent.category for item in scene.objects) - 1
    needed = fact.rivals > 0 or fact.kind is Kind.ATTRIBUTE
    weight = _LENGTH_WEIGHT**fact.phrase.length
    if fact.phrase.pattern == "plain":
        weight *= _PLAIN_WEIGHT
    if namesakes == 0:
        weight *= _ALONE_WEIGHT
    return weight if needed else weight * _ALONE_WEIGHT


def _said_by_noun_phrase(fact: Fact) -> NounPhrase:
    """The phrase without what the template's own slot says."""
    phrase = fact.phrase
    if fact.kind is Kind.ATTRIBUTE and fact.family == "coloured":
        return NounPhrase(phrase.category, "", phrase.pattern, phrase.size_name)
    if fact.kind is Kind.ATTRIBUTE and fact.family == "patterned":
        return NounPhrase(phrase.category, phrase.colour, "", phrase.size_name)
    return phrase


def _slots(fact: Fact, wording: Wording, anchor: Wording | None, rng: np.random.Generator) -> dict[str, str]:
    slots = {
        **fact.slots,
        "np": wording.text,
        "noun": wording.noun,
        "adjectives": " ".join(wording.modifiers),
        "colour": fact.phrase.colour,
        "anchor": anchor.text if anchor else "",
        "ones": "one" if fact.rivals == 1 else "ones",
    }
    marked = fact.slots.get("quality") or fact.phrase.pattern
    if marked in _MARKS:
        slots["marks"] = _pick(_MARKS[marked], rng)
    if "side" in fact.slots:
        side = fact.slots["side"]
        sideways = side in ("left", "right")
        slots["at"] = f"on the {side}" if sideways else f"at the {side}"
        slots["toward_side"] = f"to the {side}" if sideways else f"toward the {side}"
        slots["from_side"] = f"from the {side}"
        slots["most"] = _pick(_EXTREMES[side], rng)
        slots["relation"] = _pick(_RELATIONS[side], rng)
    if "size" in fact.slots:
        slots["most"] = _pick(_SIZES[fact.slots["size"]], rng)
    if "place" in fact.slots:
        slots["nth"], slots["number"] = _ORDINALS[fact.slots["place"]]
    return slots


def _pick(words: tuple[str, ...], rng: np.random.Generator) -> str:
    return words[rng.integers(len(words))]


def _unseen(
    scene: Scene, fact: Fact, template: Template, wording: Wording, anchor: Wording | None
) -> tuple[Unseen, ...]:
    referent = scene.objects[fact.referent_index]
    pairs = {(referent.colour, referent.category)}
    if fact.anchor:
        pairs.add((fact.anchor.colour, fact.anchor.category))
    found = {
        Unseen.PAIR: not pairs.isdisjoint(HELD_OUT_PAIRS),
        Unseen.SYNONYM: wording.held_out or bool(anchor and anchor.held_out),
        Unseen.TEMPLATE: template.held_out,
    }
    return tuple(what for what, is_so in found.items() if is_so)
