"""The tables of a project file.

``events``, ``decisions`` and ``decision_masks`` are the truth: append-only, guarded by triggers. Texts,
counts and standing decisions in the other tables follow from them (``projection.py``) and are kept so
that a list of 100,000 images is one plain select.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime, Dialect, Float, ForeignKey, Index, LargeBinary, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# SQLite uses an index over part of a table only where the query states that part word for word.
EXPRESSIONS_ORDERED_ONLY = "kind = 'expressions-ordered'"
CATEGORIES_ONLY = "kind IN ('categories-shipped', 'categories-written', 'categories-removed')"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite itself keeps no zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Store without the zone, after moving to UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """All tables; constraint names are fixed so that later migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Image(Base):
    """An image file; the counts follow from its expressions."""

    __tablename__ = "images"

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(unique=True)
    content_hash: Mapped[str | None] = mapped_column(index=True)
    width: Mapped[int | None]
    height: Mapped[int | None]
    orientation: Mapped[int | None]  # EXIF, 1 to 8
    split: Mapped[str] = mapped_column(default="")
    proposed: Mapped[bool] = mapped_column(default=False)
    expression_count: Mapped[int] = mapped_column(default=0)
    decided_count: Mapped[int] = mapped_column(default=0)
    flagged_count: Mapped[int] = mapped_column(default=0)
    # Decisions up to this id were made on another picture, which this one has replaced.
    earlier_decisions: Mapped[int] = mapped_column(default=0)


class Expression(Base):
    """An expression; text, status and standing decision follow from its events."""

    __tablename__ = "expressions"
    __table_args__ = (Index(None, "image_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"))
    position: Mapped[int]
    text: Mapped[str]
    source: Mapped[str]
    removed: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(index=True)
    decision_id: Mapped[int | None] = mapped_column(index=True)  # no foreign key: decisions point here


class Referent(Base):
    """An object on an image; its mask is that of the decisions which name it."""

    __tablename__ = "referents"

    id: Mapped[int] = mapped_column(primary_key=True)
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"), index=True)
    category: Mapped[str]


class DecisionRecord(Base):
    """A decision with its ground; never changed."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    expression_id: Mapped[int] = mapped_column(ForeignKey("expressions.id"), index=True)
    action: Mapped[str]
    text: Mapped[str]
    annotator: Mapped[str]
    category: Mapped[str]
    seconds_spent: Mapped[float] = mapped_column(Float)
    note: Mapped[str]
    ranking_id: Mapped[str | None]
    method: Mapped[str | None]
    profile: Mapped[str | None]
    components: Mapped[list[list[str]]] = mapped_column(JSON)
    params: Mapped[list[list[str | int | float | bool]]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DecisionMask(Base):
    """One mask of a decision, the referent it went to and the proposal it came from."""

    __tablename__ = "decision_masks"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id"), index=True)
    height: Mapped[int]
    width: Mapped[int]
    counts: Mapped[str]
    proposal_counts: Mapped[str | None]
    candidate_rank: Mapped[int | None]
    edited: Mapped[bool]
    scores: Mapped[list[list[str | float]]] = mapped_column(JSON)


class Event(Base):
    """One entry of the log; ``target_seq`` names what an undo or redo is about."""

    __tablename__ = "events"
    __table_args__ = (
        Index(None, "annotator", "origin"),
        Index("ix_events_ordered_image_id", "image_id", sqlite_where=text(EXPRESSIONS_ORDERED_ONLY)),
        Index("ix_events_about_categories", "kind", sqlite_where=text(CATEGORIES_ONLY)),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    annotator: Mapped[str]
    origin: Mapped[str] = mapped_column(default="person")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    image_id: Mapped[int | None] = mapped_column(ForeignKey("images.id"))
    expression_id: Mapped[int | None] = mapped_column(ForeignKey("expressions.id"), index=True)
    referent_id: Mapped[int | None] = mapped_column(ForeignKey("referents.id"), index=True)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    target_seq: Mapped[int | None] = mapped_column(ForeignKey("events.seq"), index=True)
    value: Mapped[str | None]


class ImageChange(Base):
    """What an event about images did to one of them; never changed.

    ``before`` and ``after`` are a split, a path, or a picture's identity as JSON, by the kind of the event.
    """

    __tablename__ = "image_changes"

    event_seq: Mapped[int] = mapped_column(ForeignKey("events.seq"), primary_key=True)
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"), primary_key=True, index=True)
    before: Mapped[str]
    after: Mapped[str]


class CategoryRecord(Base):
    """A category as its events leave it; a removed one stays, because the log still names it."""

    __tablename__ = "categories"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    supercategory: Mapped[str]
    synonyms: Mapped[list[str]] = mapped_column(JSON)
    former_names: Mapped[list[str]] = mapped_column(JSON)
    removed: Mapped[bool] = mapped_column(default=False)


class SetupRecord(Base):
    """What predictions were made with: written once, named by many."""

    __tablename__ = "setups"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    method: Mapped[str]
    profile: Mapped[str]
    components: Mapped[list[list[str]]] = mapped_column(JSON)
    params: Mapped[list[list[str | int | float | bool]]] = mapped_column(JSON)


class PredictionRecord(Base):
    """What a model ranked first for an expression; no truth, replaced by the next run."""

    __tablename__ = "predictions"

    expression_id: Mapped[int] = mapped_column(ForeignKey("expressions.id"), primary_key=True)
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"), index=True)
    setup_id: Mapped[int] = mapped_column(ForeignKey("setups.id"))
    ranking_id: Mapped[str]
    text: Mapped[str]
    height: Mapped[int]
    width: Mapped[int]
    counts: Mapped[str | None]
    previous_counts: Mapped[str | None]
    totals: Mapped[list[float]] = mapped_column(JSON)
    margin: Mapped[float] = mapped_column(Float)
    rivals: Mapped[int]
    disagreement: Mapped[float] = mapped_column(Float)
    expression_kind: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AnswerRecord(Base):
    """A mask that another program gave for an expression; no truth, replaced by its next answer."""

    __tablename__ = "answers"

    expression_id: Mapped[int] = mapped_column(ForeignKey("expressions.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"), index=True)
    text: Mapped[str]
    height: Mapped[int]
    width: Mapped[int]
    counts: Mapped[str]
    score: Mapped[float | None] = mapped_column(Float)
    import_seq: Mapped[int]


class AnalysisRecord(Base):
    """An image's analysis without its embeddings; no truth, made anew where its key is another."""

    __tablename__ = "analyses"

    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"), primary_key=True)
    key: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class BackCheckRecord(Base):
    """A decision made once more, blind; never changed."""

    __tablename__ = "back_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    annotator: Mapped[str]
    action: Mapped[str]
    iou: Mapped[float] = mapped_column(Float)
    same_referent: Mapped[bool]
    seconds_spent: Mapped[float] = mapped_column(Float)
    height: Mapped[int | None]
    width: Mapped[int | None]
    counts: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
