"""Images, expressions, referents, decisions and the event log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_APPEND_ONLY = ("events", "decisions", "decision_masks")


def upgrade() -> None:
    """Make all tables, then the triggers that keep the log append-only."""
    _create_images()
    _create_decisions()
    _create_events()
    for table in _APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _create_images() -> None:
    op.create_table(
        "images",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        sa.Column("expression_count", sa.Integer(), nullable=False),
        sa.Column("decided_count", sa.Integer(), nullable=False),
        sa.Column("flagged_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_images"),
        sa.UniqueConstraint("path", name="uq_images_path"),
    )
    op.create_index("ix_images_content_hash", "images", ["content_hash"])
    op.create_table(
        "expressions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_expressions_image_id"),
        sa.PrimaryKeyConstraint("id", name="pk_expressions"),
    )
    op.create_index("ix_expressions_image_id_position", "expressions", ["image_id", "position"])
    op.create_index("ix_expressions_status", "expressions", ["status"])
    op.create_index("ix_expressions_decision_id", "expressions", ["decision_id"])


def _create_decisions() -> None:
    op.create_table(
        "referents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_referents_image_id"),
        sa.PrimaryKeyConstraint("id", name="pk_referents"),
    )
    op.create_index("ix_referents_image_id", "referents", ["image_id"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("expression_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("annotator", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("seconds_spent", sa.Float(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("ranking_id", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("profile", sa.String(), nullable=True),
        sa.Column("components", sa.JSON(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["expression_id"], ["expressions.id"], name="fk_decisions_expression_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_expression_id", "decisions", ["expression_id"])
    op.create_table(
        "decision_masks",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("referent_id", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("proposal_counts", sa.String(), nullable=True),
        sa.Column("candidate_rank", sa.Integer(), nullable=True),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_decision_masks_decision_id"),
        sa.ForeignKeyConstraint(["referent_id"], ["referents.id"], name="fk_decision_masks_referent_id"),
        sa.PrimaryKeyConstraint("decision_id", "ordinal", name="pk_decision_masks"),
    )
    op.create_index("ix_decision_masks_referent_id", "decision_masks", ["referent_id"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("annotator", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=True),
        sa.Column("expression_id", sa.Integer(), nullable=True),
        sa.Column("referent_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("target_seq", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_events_image_id"),
        sa.ForeignKeyConstraint(["expression_id"], ["expressions.id"], name="fk_events_expression_id"),
        sa.ForeignKeyConstraint(["referent_id"], ["referents.id"], name="fk_events_referent_id"),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_events_decision_id"),
        sa.ForeignKeyConstraint(["target_seq"], ["events.seq"], name="fk_events_target_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
    )
    for column in ("annotator", "expression_id", "referent_id", "target_seq"):
        op.create_index(f"ix_events_{column}", "events", [column])
