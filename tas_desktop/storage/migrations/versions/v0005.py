"""Answers of other programs to expressions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table; answers are no truth and are replaced by newer ones of the same name."""
    op.create_table(
        "answers",
        sa.Column("expression_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("import_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["expression_id"], ["expressions.id"], name="fk_answers_expression_id_expressions"
        ),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_answers_image_id_images"),
        sa.PrimaryKeyConstraint("expression_id", "name", "ordinal", name="pk_answers"),
    )
    op.create_index("ix_answers_image_id", "answers", ["image_id"])
