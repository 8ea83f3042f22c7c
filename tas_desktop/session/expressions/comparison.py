"""The text in the box and the selected mask against what the image has already; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.language.lint.likeness import ambiguous_texts, find_duplicates, plain_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.mask import Mask
    from tas_desktop.storage.rows import ExpressionRow, ReferentRow

SAME_REFERENT_IOU: Final = 0.9
"""From here on storage joins a mask to the referent that has one like it (product.md)."""


def find_joined(
    mask: Mask, referents: Sequence[ReferentRow], *, own_expression: int | None
) -> tuple[ReferentRow, float] | None:
    """The referent of another expression that accepting the mask would join, and the IoU."""
    others = [
        row
        for row in referents
        if set(row.expression_ids) - {own_expression}
        and (row.mask.height, row.mask.width) == (mask.height, mask.width)
    ]
    if not others:
        return None
    overlaps = pairwise_iou([mask], [row.mask for row in others])[0]
    best = int(overlaps.argmax())
    return (others[best], float(overlaps[best])) if overlaps[best] >= SAME_REFERENT_IOU else None


def compare_with_image(
    text: str,
    *,
    own_expression: int | None,
    mask: Mask | None,
    expressions: Sequence[ExpressionRow],
    referents: Sequence[ReferentRow],
) -> tuple[Finding, ...]:
    """Same referent, same text of another object, and texts that say the same.

    Args:
        text: what is in the box.
        own_expression: id of the expression in the box, None for a new one.
        mask: the selected candidate's, None without one.
        expressions: the image's list.
        referents: the image's accepted objects.
    """
    others = [row for row in expressions if row.expression_id != own_expression]
    findings: list[Finding] = []
    joined = None if mask is None else find_joined(mask, referents, own_expression=own_expression)
    if joined is not None:
        row, overlap = joined
        texts = [t for i, t in zip(row.expression_ids, row.texts, strict=True) if i != own_expression]
        findings.append(Finding(LintCode.SAME_REFERENT, subject=texts[0], value=overlap))
    twin = next((row for row in others if plain_form(row.text) == plain_form(text) != ""), None)
    elsewhere = (
        twin is not None
        and bool(twin.referent_ids)
        and mask is not None
        and (joined is None or joined[0].referent_id not in twin.referent_ids)
    )
    if twin is not None and elsewhere:
        findings.append(Finding(LintCode.AMBIGUOUS, subject=twin.text))
    else:
        findings.extend(find_duplicates(text, (row.text for row in others)))
    return tuple(findings)


def ambiguous_rows(expressions: Sequence[ExpressionRow]) -> frozenset[int]:
    """Ids of expressions whose text names two different objects of the image."""
    return ambiguous_texts((row.expression_id, row.text, row.referent_ids) for row in expressions)
