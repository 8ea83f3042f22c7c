"""Which images of a project still need work: asked of the project at the start, and at each image."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.batch.proposing import ImageTask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.batch.recipe import Recipe
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow


class Plan(NamedTuple):
    """All images: first those that take work, then those to be checked for a replaced file only."""

    to_work: tuple[ImageRow, ...]
    to_check: tuple[ImageRow, ...]


def make_plan(store: ProjectStore, recipe: Recipe, *, again: bool, begin_at: int | None = None) -> Plan:
    """Tell done from not done by method, components, parameters, text and image content.

    An image is done when the project keeps the analysis that these models would make of the content it
    knows, and each expression without a decision has a prediction of theirs for its present text.

    Args:
        store: the project.
        recipe: the models.
        again: take every image for one that is not done.
        begin_at: image to begin at; those before it come last.
    """
    images = store.list_images()
    first = next((place for place, image in enumerate(images) if image.image_id == begin_at), 0)
    images = images[first:] + images[:first]
    if again:
        return Plan(tuple(images), ())
    kept = store.analyses.list_keys()
    waiting = {row.image_id for row in store.predictions.unpredicted(recipe.setup)}

    def is_done(image: ImageRow) -> bool:
        if image.content_hash is None or image.image_id in waiting or image.image_id not in kept:
            return False
        return kept[image.image_id] == recipe.analysis_key(image.content_hash)

    done = [is_done(image) for image in images]
    return Plan(
        tuple(image for image, is_known in zip(images, done, strict=True) if not is_known),
        tuple(image for image, is_known in zip(images, done, strict=True) if is_known),
    )


def task_for(image: ImageRow, store: ProjectStore, recipe: Recipe, *, again: bool) -> ImageTask:
    """The task of one image as the project stands now: what a person decided meanwhile is left out."""
    if again:
        expressions = tuple(
            (row.expression_id, row.text)
            for row in store.list_expressions(image.image_id)
            if row.status is ExpressionStatus.UNDECIDED
        )
    else:
        needing = store.predictions.unpredicted(recipe.setup, image_id=image.image_id)
        expressions = tuple((row.expression_id, row.text) for row in needing)
    key = None if image.content_hash is None else recipe.analysis_key(image.content_hash)
    return ImageTask(
        image_id=image.image_id,
        path=image.path,
        file=store.image_path(image.path),
        content_hash=image.content_hash,
        expressions=expressions,
        outline=None if key is None else store.analyses.get(image.image_id, key=key),
    )


def is_same_file(file: Path, content_hash: str) -> bool:
    """Whether a file still has this content.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == content_hash
