"""Words of the model for every picture of a project that has no text: undecided, for a person to judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.batch.claim import refuse_read_only
from tas_desktop.domain.errors import BackendFailed, ImageRefused
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.storage.rows import ExpressionSource

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.storage.project import ProjectStore

AUTHOR = "suggestions"
"""Annotator of these events: a person's undo goes through the person's own doings only."""

Describe = Callable[["Path"], Sequence[str]]
"""Texts for the things of a picture file, each of which leads back to its mask."""


@dataclass(frozen=True, slots=True)
class BootstrapProgress:
    """Pictures looked at, of all without text."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BootstrapReport:
    """What a run wrote.

    Attributes:
        pictures, expressions: how many pictures got how many texts.
        failures: stored path and cause of each picture that was passed over.
        cancelled: it was stopped; what was written stays, and the next run goes on from there.
    """

    pictures: int
    expressions: int
    failures: tuple[tuple[str, str], ...]
    cancelled: bool = False


def write_suggestions(
    store: ProjectStore,
    describe: Describe,
    *,
    token: CancelToken | None = None,
    on_progress: Callable[[BootstrapProgress], None] = lambda _progress: None,
) -> BootstrapReport:
    """Describe each picture that has no expression, and commit its texts before the next.

    A picture that a person gave a text meanwhile is left alone.

    Raises:
        ProjectReadOnly: the project cannot be written; nothing was done.
    """
    refuse_read_only(store)
    token = token or CancelToken()
    bare = [row for row in store.list_images() if not row.expression_count]
    written: list[int] = []
    failures: list[tuple[str, str]] = []
    cancelled = False
    for done, row in enumerate(bare):
        on_progress(BootstrapProgress(done, len(bare)))
        try:
            token.check()
            texts = describe(store.image_path(row.path))
        except Cancelled:
            cancelled = True
            break
        except (ImageRefused, BackendFailed) as error:
            failures.append((row.path, error.message))
            continue
        if texts and not store.list_expressions(row.image_id):
            listed = [(row.image_id, text) for text in texts]
            store.add_expressions(listed, annotator=AUTHOR, source=ExpressionSource.MODEL)
            written.append(len(texts))
    on_progress(BootstrapProgress(len(bare), len(bare)))
    return BootstrapReport(len(written), sum(written), tuple(failures), cancelled)
