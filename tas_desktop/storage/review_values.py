"""What the review queue is made of, without the database that it is read from."""

from __future__ import annotations

from typing import NamedTuple

from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus, ImageStatus

IMAGE_STATUSES = tuple(ImageStatus)
EXPRESSION_STATUSES = tuple(ExpressionStatus)
SOURCES = tuple(ExpressionSource)
CHECKS = ("none", "same", "other", "replaced")
"""What the newest blind back-check of the standing decision found; or that its picture was replaced since."""


class ReviewImage(NamedTuple):
    """A picture; ``status`` is its place in ``IMAGE_STATUSES``."""

    image_id: int
    path: str
    status: int
    split: str


class ReviewExpression(NamedTuple):
    """An expression with its prediction for the present text and its standing decision.

    Attributes:
        expression_id, image_id, text: as everywhere.
        status, source: places in ``EXPRESSION_STATUSES`` and ``SOURCES``.
        category: present name of the first referent's category; empty without one.
        kind: kind of expression by the prediction; empty where unknown.
        margin, rivals, disagreement: of the prediction; None without one.
        decision_id: the standing decision, 0 without one.
        decided_at: seconds since 1970 in UTC; None without a decision.
        check: place in ``CHECKS``.
    """

    expression_id: int
    image_id: int
    text: str
    status: int
    source: int
    category: str
    kind: str
    margin: float | None
    rivals: int | None
    disagreement: float | None
    decision_id: int
    decided_at: float | None
    check: int = 0
