"""Taking a file that replaced another under the same name for the picture of its image.

A mask belongs to the pixels it was painted on. On a picture of another size it means nothing: its decision
stands no more. On one of the same size it may well fit, a retouched photo for instance: it stays, and is
listed for review until somebody decides anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select

from tas_desktop.storage.image_facts import append_image_changes
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Expression, Image
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


class ForeseenPicture(NamedTuple):
    """What becomes of an image's decisions when its new file is taken.

    Attributes:
        image_id: the image.
        kept: decisions that stay, to be looked at.
        lost: decisions whose masks have another size than the new picture: open again.
    """

    image_id: int
    kept: int
    lost: int


def foresee(connection: Connection, identities: Mapping[int, PictureIdentity]) -> list[ForeseenPicture]:
    """What taking these pictures would do, image by image."""
    return [_foresee(connection, image_id, identity) for image_id, identity in identities.items()]


def take(session: Session, identities: Mapping[int, PictureIdentity], *, annotator: str) -> int | None:
    """Make these the pictures of their images; returns the event's seq, None where they are already.

    Images that were never read have nothing to replace and are left out.
    """
    newest = session.scalar(select(func.max(DecisionRecord.id))) or 0
    changes = {}
    for image_id, identity in identities.items():
        image = session.get_one(Image, image_id)
        if image.content_hash not in (None, identity.content_hash):
            after = identity._replace(earlier_decisions=newest)
            changes[image_id] = (PictureIdentity.of(image).to_json(), after.to_json())
    return append_image_changes(session, EventKind.PICTURES_TAKEN, changes, annotator=annotator)


def _foresee(connection: Connection, image_id: int, identity: PictureIdentity) -> ForeseenPicture:
    standing = and_(
        Expression.image_id == image_id, Expression.removed.is_(False), Expression.decision_id.is_not(None)
    )
    total = connection.scalar(select(func.count()).select_from(Expression).where(standing)) or 0
    of_another_size = or_(DecisionMask.width != identity.width, DecisionMask.height != identity.height)
    lost = connection.scalar(
        select(func.count(func.distinct(Expression.id)))
        .join(DecisionMask, DecisionMask.decision_id == Expression.decision_id)
        .where(standing, of_another_size)
    )
    return ForeseenPicture(image_id, kept=total - (lost or 0), lost=lost or 0)
