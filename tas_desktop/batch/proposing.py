"""One image of a batch: read, analysed, its expressions ranked. Touches no project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.understanding import kind_of
from tas_desktop.engine.ambiguity import disagreement
from tas_desktop.formats.image_reading import read_image
from tas_desktop.storage.analysis_outline import decode_outline, encode_outline
from tas_desktop.storage.prediction_rows import Prediction

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.batch.proposer import EngineProposer
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.control import Control


class PictureReplaced(InputRefused):
    """The file is another one than the project knows under this name."""


@dataclass(frozen=True, slots=True)
class ImageTask:
    """What is to be done for one image.

    Attributes:
        image_id: which one.
        path: as the project stores it.
        file: where it lies.
        content_hash: what the project knows of it; None where it was never read.
        expressions: id and text of each expression to rank.
        outline: bytes of the analysis that the project keeps, of whatever models; None without one.
    """

    image_id: int
    path: str
    file: Path
    content_hash: str | None
    expressions: tuple[tuple[int, str], ...]
    outline: bytes | None


@dataclass(frozen=True, slots=True)
class ImageProposals:
    """What came of it, ready to be written.

    Attributes:
        content_hash, width, height: of the file read, in pixels of the upright image.
        orientation: EXIF orientation that the file gave, 1 to 8.
        analysis_key: of the analysis.
        outline: the analysis without its embeddings; None where the project has this one already.
        predictions: one for each expression of the task.
    """

    content_hash: str
    width: int
    height: int
    orientation: int
    analysis_key: str
    outline: bytes | None
    predictions: tuple[Prediction, ...]


def propose_for(task: ImageTask, models: EngineProposer, *, control: Control) -> ImageProposals:
    """Do one task.

    Args:
        task: the image and its expressions.
        models: what analyses and ranks.
        control: the cancel flag, looked at between steps, and the stages' progress.

    Raises:
        ImageRefused: the file cannot be read.
        PictureReplaced: it is another one than before.
        BackendFailed: a network could not do its work.
        Cancelled: the flag was set.
    """
    control.token.check()
    image = read_image(task.file)
    if task.content_hash not in (None, image.content_hash):
        raise replaced(task.path)
    key = models.recipe.analysis_key(image.content_hash)
    outline = None if task.outline is None else decode_outline(task.outline)
    analysis = models.analyse(image, outline, control)
    predictions = []
    for expression_id, text in task.expressions:
        control.token.check()
        predictions.append(_prediction(expression_id, models.rank(analysis, text)))
    return ImageProposals(
        content_hash=image.content_hash,
        width=image.width,
        height=image.height,
        orientation=image.orientation,
        analysis_key=key,
        outline=None if outline is not None and outline.key == key else encode_outline(analysis),
        predictions=tuple(predictions),
    )


def replaced(path: str) -> PictureReplaced:
    """The error for a file that changed since the project first read it."""
    return PictureReplaced(
        f"{path} is no longer the picture that this project knows under its name",
        next_step="Put the first one back, or add the new one under a name of its own",
    )


def _prediction(expression_id: int, ranking: Ranking) -> Prediction:
    first = ranking.candidates[0].proposal.mask if ranking.candidates else None
    return Prediction(
        expression_id=expression_id,
        ranking_id=ranking.ranking_id,
        text=ranking.expression,
        mask=first,
        totals=tuple(candidate.total for candidate in ranking.candidates),
        margin=ranking.margin,
        rivals=len(ranking.rivals or ()),
        disagreement=disagreement(ranking),
        expression_kind=kind_of(ranking.understood),
    )
