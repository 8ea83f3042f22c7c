"""Orientation and split of images, the project's own categories, predictions, kept analyses, origins."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from tas_desktop.config.categories import load_coco_categories

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and tables, then fill the category table with the shipped one."""
    op.add_column("images", sa.Column("orientation", sa.Integer(), nullable=True))
    op.add_column("images", sa.Column("split", sa.String(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("origin", sa.String(), nullable=False, server_default="person"))
    op.drop_index("ix_events_annotator", "events")
    op.create_index("ix_events_annotator_origin", "events", ["annotator", "origin"])
    # Few events are of these kinds: indexes over them alone cost the others nothing.
    op.create_index(
        "ix_events_ordered_image_id",
        "events",
        ["image_id"],
        sqlite_where=sa.text("kind = 'expressions-ordered'"),
    )
    op.create_index(
        "ix_events_about_categories",
        "events",
        ["kind"],
        sqlite_where=sa.text("kind IN ('categories-shipped', 'categories-written', 'categories-removed')"),
    )
    _create_predictions()
    _create_analyses()
    _create_categories()


def _create_predictions() -> None:
    op.create_table(
        "setups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("components", sa.JSON(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setups"),
        sa.UniqueConstraint("fingerprint", name="uq_setups_fingerprint"),
    )
    op.create_table(
        "predictions",
        sa.Column("expression_id", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("setup_id", sa.Integer(), nullable=False),
        sa.Column("ranking_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("counts", sa.String(), nullable=True),
        sa.Column("previous_counts", sa.String(), nullable=True),
        sa.Column("totals", sa.JSON(), nullable=False),
        sa.Column("margin", sa.Float(), nullable=False),
        sa.Column("rivals", sa.Integer(), nullable=False),
        sa.Column("disagreement", sa.Float(), nullable=False),
        sa.Column("expression_kind", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["expression_id"], ["expressions.id"], name="fk_predictions_expression_id"),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_predictions_image_id"),
        sa.ForeignKeyConstraint(["setup_id"], ["setups.id"], name="fk_predictions_setup_id"),
        sa.PrimaryKeyConstraint("expression_id", name="pk_predictions"),
    )
    op.create_index("ix_predictions_image_id", "predictions", ["image_id"])


def _create_analyses() -> None:
    op.create_table(
        "analyses",
        sa.Column("image_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name="fk_analyses_image_id"),
        sa.PrimaryKeyConstraint("image_id", name="pk_analyses"),
    )


def _create_categories() -> None:
    categories = op.create_table(
        "categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("supercategory", sa.String(), nullable=False),
        sa.Column("synonyms", sa.JSON(), nullable=False),
        sa.Column("former_names", sa.JSON(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_categories"),
    )
    shipped = [
        {
            "id": category.id,
            "name": category.name,
            "supercategory": category.supercategory,
            "synonyms": list(category.synonyms),
            "former_names": [],
            "removed": False,
        }
        for category in load_coco_categories().categories
    ]
    op.bulk_insert(categories, shipped)
    # The log is the truth: the table that later edits start from stands in it.
    events = sa.table(
        "events",
        sa.column("kind", sa.String()),
        sa.column("annotator", sa.String()),
        sa.column("origin", sa.String()),
        sa.column("created_at", sa.DateTime()),
        sa.column("value", sa.String()),
    )
    first = {
        "kind": "categories-shipped",
        "annotator": "",
        "origin": "program",
        "created_at": datetime.now(UTC).replace(tzinfo=None),
        "value": json.dumps(shipped),
    }
    op.bulk_insert(events, [first])
