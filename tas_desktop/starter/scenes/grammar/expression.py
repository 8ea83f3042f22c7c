"""An expression spoken by the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How an expression singles out its referent."""

    ATTRIBUTE = "attribute"
    POSITION = "position"
    SUPERLATIVE = "superlative"
    ORDINAL = "ordinal"
    RELATION = "relation"
    EXCLUSION = "exclusion"


class Unseen(StrEnum):
    """What of an expression training never met."""

    PAIR = "pair"
    SYNONYM = "synonym"
    TEMPLATE = "template"


@dataclass(frozen=True)
class Expression:
    """A text with the one object that it names.

    Attributes:
        text: as a person would type it, without a full stop.
        kind: how it singles out the referent.
        referent_index: index into `Scene.objects`.
        template_id: which template spoke it; "handwritten" for a person's.
        unseen: what of it training never met, in the order of `Unseen`.
    """

    text: str
    kind: Kind
    referent_index: int
    template_id: str
    unseen: tuple[Unseen, ...] = ()
