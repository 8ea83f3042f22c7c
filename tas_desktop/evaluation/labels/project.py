"""Labels from a project: what its annotators accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.evaluation.labels.dataset import labelled_image
from tas_desktop.evaluation.labels.labels import Labels, Tally
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.evaluation.labels.labels import LabelledImage
    from tas_desktop.storage.project import ProjectStore

_NO_LABELS = {
    ExpressionStatus.UNDECIDED: "expressions that nobody has decided",
    ExpressionStatus.SKIPPED: "expressions that were skipped",
    ExpressionStatus.FLAGGED: "expressions that were flagged",
}


def read_project_labels(store: ProjectStore, *, split: str = "") -> Labels:
    """What is accepted now, from one consistent moment.

    Args:
        store: the project.
        split: only images of this split; all where empty.

    Raises:
        ProjectDamaged: the project's file was tampered with.
    """
    tally = Tally()
    images: list[LabelledImage] = []
    with store.begin_dataset() as stored:
        counts = stored.count_by_status()
        places = {row.image_id: row for row in stored.image_rows()}
        for image in stored.images():
            if split not in ("", image.split):
                continue
            row = places[image.image_id]
            path = store.image_path(row.path)
            labelled = labelled_image(image, path=path, tally=tally, content_hash=row.content_hash)
            if labelled is not None:
                images.append(labelled)
    for status, what in _NO_LABELS.items():
        tally.beside.note(what, count=counts.get(status, 0))
    return Labels(
        store.folder.name,
        tuple(images),
        tally.left_out.all(),
        tally.beside.all(),
        tuple(tally.favoured.most_common()),
    )
