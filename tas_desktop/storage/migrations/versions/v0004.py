"""Changes of many images in one event: splits, places, pictures taken in place of others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table, append-only like the log, and what is known of pictures that were replaced."""
    op.add_column("images", sa.Column("earlier_decisions", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "image_changes",
        sa.Column("event_seq", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_seq"], ["events.seq"], name="fk_image_changes_event_seq"),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_image_changes_image_id"),
        sa.PrimaryKeyConstraint("event_seq", "image_id", name="pk_image_changes"),
    )
    op.create_index("ix_image_changes_image_id", "image_changes", ["image_id"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER image_changes_no_{change.lower()} BEFORE {change} ON image_changes "
            "BEGIN SELECT RAISE(ABORT, 'image_changes is append-only'); END"
        )
