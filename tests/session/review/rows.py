"""Rows of the review queue, short to write."""

from __future__ import annotations

from tas_desktop.storage.review_values import (
    EXPRESSION_STATUSES,
    IMAGE_STATUSES,
    SOURCES,
    ReviewExpression,
    ReviewImage,
)
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus, ImageStatus


def picture(number, *, path="", status=ImageStatus.UNTOUCHED, split=""):
    return ReviewImage(number, path or f"folder/img{number}.jpg", IMAGE_STATUSES.index(status), split)


def expression(number, image, text="the mug", **changes):
    row = ReviewExpression(
        expression_id=number,
        image_id=image,
        text=text,
        status=EXPRESSION_STATUSES.index(changes.pop("status", ExpressionStatus.UNDECIDED)),
        source=SOURCES.index(changes.pop("source", ExpressionSource.IMPORT)),
        category="",
        kind="",
        margin=None,
        rivals=None,
        disagreement=None,
        decision_id=0,
        decided_at=None,
    )
    return row._replace(**changes)
