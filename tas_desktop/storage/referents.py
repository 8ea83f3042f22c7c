"""Referents: which object a mask belongs to, and what mask and texts an object has."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.rle import is_sound_rle
from tas_desktop.storage.category_projection import read_aliases
from tas_desktop.storage.errors import ProjectDamaged
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Expression, Referent
from tas_desktop.storage.rows import ReferentRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.orm import Session

    from tas_desktop.domain.decision import ChosenMask, Decision

SAME_REFERENT_IOU = 0.9  # product.md, "Same referent, one ref"


class AssignedReferent(NamedTuple):
    """The referent that a mask of a decision went to."""

    referent_id: int
    joined: bool


def live_referents(
    connection: Connection,
    where: ColumnElement[bool] | None = None,
    *,
    aliases: Mapping[str, str] | None = None,
) -> Iterator[ReferentRow]:
    """Referents that a standing decision names, by image and id.

    Args:
        connection: to the project.
        where: narrows on ``Referent``.
        aliases: what categories are called now; looked up where None, which who needs no category spares.
    """
    query = (
        select(
            Referent.id.label("referent_id"),
            Referent.image_id,
            Referent.category,
            Expression.id.label("expression_id"),
            DecisionRecord.id.label("decision_id"),
            DecisionRecord.text,
            DecisionMask.edited,
            DecisionMask.height,
            DecisionMask.width,
            DecisionMask.counts,
        )
        .join(DecisionMask, DecisionMask.referent_id == Referent.id)
        .join(DecisionRecord, DecisionRecord.id == DecisionMask.decision_id)
        .join(Expression, Expression.decision_id == DecisionRecord.id)
        .where(Expression.removed.is_(False))
        .order_by(Referent.image_id, Referent.id, Expression.position, Expression.id)
    )
    if where is not None:
        query = query.where(where)
    names = read_aliases(connection) if aliases is None else aliases
    for _, group in groupby(connection.execute(query), key=attrgetter("referent_id")):
        namings = list(group)
        shown = max(namings, key=lambda row: (row.edited, row.decision_id))
        yield ReferentRow(
            referent_id=shown.referent_id,
            image_id=shown.image_id,
            category=names.get(shown.category, shown.category),
            mask=stored_mask(shown.height, shown.width, shown.counts),
            expression_ids=tuple(row.expression_id for row in namings),
            texts=tuple(row.text for row in namings),
        )


def assign_referents(session: Session, decision: Decision, *, image_id: int) -> list[AssignedReferent]:
    """Find or make the referent of each mask of a decision.

    A mask goes to the referent of this image that it overlaps best, if by IoU >= 0.9. Referents whose
    decisions were all undone take part after the living ones, so that redoing meets the same object.
    """
    of_image = live_referents(session.connection(), Referent.image_id == image_id, aliases={})
    live = {row.referent_id: row for row in of_image}
    known = {row: mask for row, mask in _last_masks(session, image_id).items() if row not in live}
    known |= {row.referent_id: row.mask for row in live.values()}
    assigned: list[AssignedReferent] = []
    for chosen in decision.masks:
        free = {row: mask for row, mask in known.items() if row not in {a.referent_id for a in assigned}}
        referent_id = _best_match(chosen.mask, free, live=set(live))
        if referent_id is None:
            referent_id = _make_referent(session, decision, image_id=image_id)
        others = (
            set(live[referent_id].expression_ids) - {decision.expression_id} if referent_id in live else set()
        )
        assigned.append(AssignedReferent(referent_id, joined=bool(others)))
    return assigned


def mask_rows(
    masks: Sequence[ChosenMask], assigned: Sequence[AssignedReferent], *, decision_id: int
) -> list[DecisionMask]:
    """The table rows of a decision's masks."""
    return [
        DecisionMask(
            decision_id=decision_id,
            ordinal=ordinal,
            referent_id=referent.referent_id,
            height=chosen.mask.height,
            width=chosen.mask.width,
            counts=chosen.mask.counts,
            proposal_counts=chosen.proposal_mask.counts if chosen.proposal_mask else None,
            candidate_rank=chosen.candidate_rank,
            edited=chosen.edited,
            scores=[[name, value] for name, value in chosen.scores],
        )
        for ordinal, (chosen, referent) in enumerate(zip(masks, assigned, strict=True))
    ]


def stored_mask(height: int, width: int, counts: str) -> Mask:
    """A mask from the project's file, which somebody else may have written.

    Raises:
        ProjectDamaged: the runs do not fill the size; decoding them could end the process.
    """
    if not is_sound_rle(counts, height=height, width=width):
        raise ProjectDamaged(
            "A mask in the project file is damaged", next_step="Put back a copy of the project file"
        )
    return Mask(height, width, counts)


def _best_match(mask: Mask, known: dict[int, Mask], *, live: set[int]) -> int | None:
    """The referent that overlaps the mask by IoU >= 0.9: living before dormant, then by overlap."""
    comparable = {
        row: other for row, other in known.items() if (other.height, other.width) == (mask.height, mask.width)
    }
    if not comparable:
        return None
    overlaps = pairwise_iou([mask], list(comparable.values()))[0]
    near = [
        (referent_id in live, overlap, -referent_id)
        for referent_id, overlap in zip(comparable, overlaps, strict=True)
        if overlap >= SAME_REFERENT_IOU
    ]
    return -max(near)[2] if near else None


def _last_masks(session: Session, image_id: int) -> dict[int, Mask]:
    """The newest mask that each referent of the image ever had."""
    rows = session.execute(
        select(DecisionMask.referent_id, DecisionMask.height, DecisionMask.width, DecisionMask.counts)
        .join(Referent, Referent.id == DecisionMask.referent_id)
        .where(Referent.image_id == image_id)
        .order_by(DecisionMask.decision_id)
    )
    return {referent_id: stored_mask(height, width, counts) for referent_id, height, width, counts in rows}


def _make_referent(session: Session, decision: Decision, *, image_id: int) -> int:
    referent = Referent(image_id=image_id, category=decision.category)
    session.add(referent)
    session.flush()
    return referent.id
