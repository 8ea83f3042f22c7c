"""Methods as the window's models answer for them: behind whoever is at the screen, like a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.batch.proposing import ImageTask
from tas_desktop.domain.errors import BackendFailed, ImageRefused
from tas_desktop.evaluation.answering.answers import ImageAnswers, UnitAnswer
from tas_desktop.evaluation.answering.methods import text_for
from tas_desktop.storage.analysis_outline import decode_outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tas_desktop.batch.proposer import Proposer
    from tas_desktop.batch.proposing import ImageProposals
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.mask import Mask
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method
    from tas_desktop.evaluation.labels.labels import LabelledImage
    from tas_desktop.evaluation.protocol import Protocol
    from tas_desktop.formats.format import Loss
    from tas_desktop.session.pipeline import PipelineSource


class PipelineMethods:
    """Fills ``evaluation.answering.answers.AnswerSource``; its calls block and belong into a lane.

    The analysis of the first method goes along to the next ones, so that where both thin out alike no mask
    is drawn twice, whatever the settings let the cache keep.

    Args:
        source: the models, loaded now if need be, and again where their process has gone.
        methods: by the names under which they are reported.
        protocol: which form of a sentence is read.
    """

    def __init__(self, source: PipelineSource, methods: Mapping[str, Method], *, protocol: Protocol) -> None:
        self._source, self._methods, self._protocol = source, dict(methods), protocol
        self._parts: tuple[ComponentId, ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """See ``AnswerSource``."""
        return tuple(self._methods)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """See ``AnswerSource``: none."""
        return ()

    def identity(self, name: str) -> str:
        """See ``AnswerSource``."""
        return self._source.get().proposer(self._methods[name]).recipe.setup.fingerprint

    def answer(self, image: LabelledImage, names: Sequence[str], *, control: Control) -> list[ImageAnswers]:
        """See ``AnswerSource``."""
        outline: bytes | None = None
        answered = []
        for name in names:
            method = self._methods[name]
            texts = [text_for(unit, method, self._protocol.text) for unit in image.units]
            task = ImageTask(
                image_id=image.image_id,
                path=image.name,
                file=image.path,
                content_hash=image.content_hash,
                expressions=tuple(enumerate(texts)),
                outline=outline,
            )
            proposals = self._proposer(method).propose(task, control=control)
            _check_size(image, proposals)
            outline = proposals.outline or outline
            answered.append(
                ImageAnswers(
                    name=name,
                    answers=tuple(UnitAnswer(prediction.mask) for prediction in proposals.predictions),
                    proposals=_masks(outline),
                )
            )
        return answered

    def _proposer(self, method: Method) -> Proposer:
        """The models as they are now, which must be those that the comparison began with."""
        proposer = self._source.get().proposer(method)
        parts = proposer.recipe.component_ids
        if self._parts is None:
            self._parts = parts
        if parts != self._parts:
            raise BackendFailed(
                "Other models were put to work while methods were compared", next_step="Compare once more"
            )
        return proposer


def _check_size(image: LabelledImage, proposals: ImageProposals) -> None:
    if (proposals.height, proposals.width) != (image.height, image.width):
        raise ImageRefused(
            f"{image.name} is {proposals.width}x{proposals.height} pixels, its labels are of "
            f"{image.width}x{image.height}",
            next_step="Put the picture back that was labelled",
        )


def _masks(outline: bytes | None) -> tuple[Mask, ...] | None:
    """The masks that were chosen between."""
    decoded = None if outline is None else decode_outline(outline)
    return None if decoded is None else tuple(proposal.mask for proposal in decoded.proposals)
