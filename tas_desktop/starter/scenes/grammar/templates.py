"""The templates of the grammar; every third is held out for the test split.

Slots: `{np}` noun phrase without article; `{noun}`, `{adjectives}` its pieces without the colour or
pattern that the template says itself; `{anchor}` the other object; `{at}` "on the left", "at the
top"; `{toward_side}` "to the left"; `{from_side}` "from the left"; `{side}` and `{vertical}
{horizontal}` bare; `{most}` "leftmost", "biggest"; `{nth}` "second"; `{number}` "two"; `{relation}`
"left of"; `{quality}` an adjective; `{ones}` "one" or "ones"; `{marks}` "stripes".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tas_desktop.starter.scenes.grammar.expression import Kind


@dataclass(frozen=True)
class Template:
    """One way to word a family of facts."""

    template_id: str
    kind: Kind
    family: str
    text: str
    held_out: bool = False


def _group(kind: Kind, family: str, *texts: str, held_out: tuple[str, ...]) -> list[Template]:
    return [
        Template(f"{kind}-{family}-{number}", kind, family, text, text in held_out)
        for number, text in enumerate((*texts, *held_out), start=1)
    ]


TEMPLATES: Final[tuple[Template, ...]] = (
    *_group(
        Kind.ATTRIBUTE,
        "phrase",
        "the {np}",
        "{np}",
        "a {np}",
        held_out=("find the {np}",),
    ),
    *_group(
        Kind.ATTRIBUTE,
        "coloured",
        "the {adjectives} {noun} in {colour}",
        "{adjectives} {noun} in {colour}",
        held_out=("the {adjectives} {noun} that is {colour}",),
    ),
    *_group(
        Kind.ATTRIBUTE,
        "patterned",
        "the {adjectives} {noun} with {marks}",
        held_out=("the {adjectives} {noun} that has {marks} on it",),
    ),
    *_group(
        Kind.POSITION,
        "side",
        "the {np} {at}",
        "{np} {at}",
        "{side} {np}",
        "the {np} {at} of the picture",
        held_out=("{at}, the {np}", "the {np} placed {at}"),
    ),
    *_group(
        Kind.POSITION,
        "middle",
        "the {np} in the middle",
        "middle {np}",
        held_out=("the {np} in the center of the picture",),
    ),
    *_group(
        Kind.POSITION,
        "corner",
        "the {np} in the {vertical} {horizontal} corner",
        "{np} in {vertical} {horizontal} corner",
        held_out=("the {np} in the corner at the {vertical} {horizontal}",),
    ),
    *_group(
        Kind.POSITION,
        "quadrant",
        "the {vertical} {horizontal} {np}",
        "{np} {vertical} {horizontal}",
        held_out=("the {np} to the {vertical} {horizontal}",),
    ),
    *_group(
        Kind.SUPERLATIVE,
        "side",
        "the {most} {np}",
        "{most} {np}",
        held_out=("the {np} furthest {toward_side}",),
    ),
    *_group(
        Kind.SUPERLATIVE,
        "size",
        "the {most} {np}",
        "{most} {np}",
        held_out=("the {np} that is the {most}",),
    ),
    *_group(
        Kind.ORDINAL,
        "order",
        "the {nth} {np} {from_side}",
        "{nth} {np} {from_side}",
        "{np} number {number} {from_side}",
        "the {np} that is {nth} {from_side}",
        held_out=("{nth} {from_side}, the {np}", "counting {from_side}, {np} number {number}"),
    ),
    *_group(
        Kind.RELATION,
        "beyond",
        "the {np} {relation} the {anchor}",
        "{np} {relation} {anchor}",
        "a {np} {relation} the {anchor}",
        "the {np} which is {relation} the {anchor}",
        held_out=("{relation} the {anchor}, the {np}", "{np} seen {relation} the {anchor}"),
    ),
    *_group(
        Kind.RELATION,
        "near",
        "the {np} next to the {anchor}",
        "{np} beside the {anchor}",
        held_out=("the {np} that the {anchor} is next to",),
    ),
    *_group(
        Kind.EXCLUSION,
        "quality",
        "the {np} that is not {quality}",
        "the {np} which isn't {quality}",
        "{np} not {quality}",
        "the only {np} that is not {quality}",
        held_out=("the {np} other than the {quality} {ones}", "not a {quality} {noun}, the other {np}"),
    ),
    *_group(
        Kind.EXCLUSION,
        "marks",
        "the {np} without {marks}",
        "{np} with no {marks}",
        held_out=("the {np} that has no {marks}",),
    ),
)
