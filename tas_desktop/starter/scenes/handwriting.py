"""Expressions written by a person who looked at rendered test scenes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

from tas_desktop.starter.scenes.grammar import Expression, Kind, Unseen
from tas_desktop.starter.scenes.lexicon import HELD_OUT_PAIRS, HELD_OUT_SYNONYMS
from tas_desktop.starter.scenes.scene import Scene

_FILE = "handwritten.json"


@dataclass(frozen=True)
class Handwritten:
    """One sentence for one object of one test scene.

    Attributes:
        seed: scene seed in the test split.
        referent_index: index into `Scene.objects`.
        text: as written.
        kind: the grammar's kind that comes closest.
    """

    seed: int
    referent_index: int
    text: str
    kind: Kind

    def as_expression(self, scene: Scene) -> Expression:
        """The sentence as an expression of its scene; its wording is no template."""
        referent = scene.objects[self.referent_index]
        found = {
            Unseen.PAIR: (referent.colour, referent.category) in HELD_OUT_PAIRS,
            Unseen.SYNONYM: not HELD_OUT_SYNONYMS.isdisjoint(self.text.lower().split()),
        }
        unseen = tuple(what for what, is_so in found.items() if is_so)
        return Expression(self.text, self.kind, self.referent_index, "handwritten", unseen)


def load_handwritten() -> tuple[Handwritten, ...]:
    """All hand-written sentences, in the order of their scenes."""
    source = resources.files("tas_desktop.starter.scenes").joinpath(_FILE)
    rows = json.loads(source.read_text(encoding="utf-8"))
    return tuple(Handwritten(row["seed"], row["object"], row["text"], Kind(row["kind"])) for row in rows)
