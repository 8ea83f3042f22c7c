"""Analyses without their embeddings, kept in the project: one per image, of the newest models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from tas_desktop.storage.models import AnalysisRecord, Image

if TYPE_CHECKING:
    from tas_desktop.storage.transactions import Transactions


class KeptAnalyses:
    """Bytes by image and key; what they mean is the writer's affair."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def get(self, image_id: int, *, key: str) -> bytes | None:
        """The content written for this image under this key, or None."""
        query = select(AnalysisRecord.content).where(
            AnalysisRecord.image_id == image_id, AnalysisRecord.key == key
        )
        with self._transactions.read() as connection:
            return connection.execute(query).scalar_one_or_none()

    def find(self, content_hash: str, *, key: str) -> bytes | None:
        """The content written under this key for any image that has this file content, or None."""
        query = (
            select(AnalysisRecord.content)
            .join(Image, Image.id == AnalysisRecord.image_id)
            .where(Image.content_hash == content_hash, AnalysisRecord.key == key)
            .limit(1)
        )
        with self._transactions.read() as connection:
            return connection.execute(query).scalar_one_or_none()

    def put(self, image_id: int, *, key: str, content: bytes) -> None:
        """Keep the content in place of what the image had under any key."""
        row = {"image_id": image_id, "key": key, "content": content}
        statement = insert(AnalysisRecord).values(row)
        with self._transactions.write() as session:
            session.execute(statement.on_conflict_do_update(index_elements=["image_id"], set_=row))

    def list_keys(self) -> dict[int, str]:
        """The key of each image that has an analysis."""
        with self._transactions.read() as connection:
            rows = connection.execute(select(AnalysisRecord.image_id, AnalysisRecord.key))
            return {row.image_id: row.key for row in rows}

    def size_bytes(self) -> int:
        """Bytes of all contents."""
        with self._transactions.read() as connection:
            total = connection.execute(select(func.sum(func.length(AnalysisRecord.content))))
            return total.scalar_one() or 0

    def clear(self) -> None:
        """Remove every analysis; the file's space is used again by what is written next."""
        with self._transactions.write() as session:
            session.execute(delete(AnalysisRecord))
