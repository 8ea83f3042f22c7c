"""The models as the window's batch asks them: started again where their process has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.errors import BackendFailed, DeviceLost

if TYPE_CHECKING:
    from tas_desktop.batch.proposing import ImageProposals, ImageTask
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method
    from tas_desktop.session.pipeline import PipelineSource


class SurvivingProposer:
    """Fills `batch.proposer.Proposer`; a picture that ends the model process costs only itself.

    Args:
        source: the models, loaded now if need be.
        method: how to rank; None for the settings' method.

    Raises:
        KnownError: the models cannot be loaded.
    """

    def __init__(self, source: PipelineSource, method: Method | None) -> None:
        self._source, self._method = source, method
        self.recipe = source.get().proposer(method).recipe

    def propose(self, task: ImageTask, *, control: Control) -> ImageProposals:
        """See `Proposer`."""
        try:
            return self._source.get().proposer(self._method).propose(task, control=control)
        except DeviceLost as error:
            # Their process has ended with it, and the next picture starts another.
            raise BackendFailed(error.message, next_step=error.next_step) from error
