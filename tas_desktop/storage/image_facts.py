"""What is learnt about an image after it was added: its identity, its size, that it was analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from tas_desktop.storage.models import Image

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


def read_content_hash(connection: Connection, image_id: int) -> str | None:
    """The content hash an image had when it was first read; None before that."""
    return connection.execute(select(Image.content_hash).where(Image.id == image_id)).scalar_one()


def write_identity(session: Session, image_id: int, *, content_hash: str, width: int, height: int) -> None:
    """Keep hash and size, in pixels of the upright image, unless another process has done so meanwhile."""
    session.execute(
        update(Image)
        .where(Image.id == image_id, Image.content_hash.is_(None))
        .values(content_hash=content_hash, width=width, height=height)
    )


def write_proposed(session: Session, image_ids: Iterable[int]) -> None:
    """Note that these images have been analysed."""
    session.execute(update(Image).where(Image.id.in_(list(image_ids))).values(proposed=True))
