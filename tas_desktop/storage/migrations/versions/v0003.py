"""Blind back-checks of decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table, append-only like the log."""
    op.create_table(
        "back_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("iou", sa.Float(), nullable=False),
        sa.Column("same_referent", sa.Boolean(), nullable=False),
        sa.Column("seconds_spent", sa.Float(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("counts", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_back_checks_decision_id"),
        sa.PrimaryKeyConstraint("id", name="pk_back_checks"),
    )
    op.create_index("ix_back_checks_decision_id", "back_checks", ["decision_id"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER back_checks_no_{change.lower()} BEFORE {change} ON back_checks "
            "BEGIN SELECT RAISE(ABORT, 'back_checks is append-only'); END"
        )
