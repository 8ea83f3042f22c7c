"""The structure of a phrase: name, attributes, relations; put together again it is the phrase.

PhraseCut's phrases were made from such parts; its label maker asserts that they still give the phrase.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from tas_desktop.formats.mdetr.spans import head_span

_SPACES: Final = re.compile(r"\s+")


class Structure(NamedTuple):
    """Parts of a phrase.

    Attributes:
        name: what it is.
        attributes: single words before the name, the nearest first, as they are put before it one by one.
        relation: predicate and supporting object; empty where nothing follows the name.
    """

    name: str
    attributes: list[str]
    relation: list[str]

    def as_json(self) -> dict[str, Any]:
        """The record ``phrase_structure``."""
        kind = "relation" if self.relation else "attribute" if self.attributes else "name"
        return {
            "name": self.name,
            "attributes": self.attributes,
            "relation_ids": [],
            "relation_descriptions": [self.relation] if self.relation else [],
            "type": kind,
        }


def structure_of(phrase: str) -> Structure:
    """The parts of a phrase by the rule for head nouns; a phrase without words is a name."""
    span = head_span(phrase)
    if span is None:
        return Structure(" ".join(phrase.split()), [], [])
    before_head = phrase[: span[0]]
    start = len(before_head) - len(_SPACES.split(before_head)[-1])  # a word may begin with a quote
    before, rest = phrase[:start].split(), phrase[start:].split()
    name, after = rest[0], rest[1:]
    if len(after) == 1:  # no predicate without an object
        return Structure(f"{name} {after[0]}", before[::-1], [])
    return Structure(name, before[::-1], [after[0], " ".join(after[1:])] if after else [])
