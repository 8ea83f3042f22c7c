"""The models of the model process as a batch asks them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tas_desktop.batch.proposing import ImageProposals, ImageTask
    from tas_desktop.batch.recipe import Recipe
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method

    class _Ask(Protocol):
        def __call__(self, task: ImageTask, *, method: Method | None, control: Control) -> ImageProposals: ...


class RemoteProposer:
    """Fills `batch.proposer.Proposer`; its calls block and belong into a lane.

    Args:
        ask: sends a task to the process and waits for what comes of it.
        recipe: what the process works with.
        method: another method than its own.
    """

    def __init__(self, ask: _Ask, *, recipe: Recipe, method: Method | None) -> None:
        self._ask, self._method = ask, method
        self.recipe = recipe if method is None else replace(recipe, method=method)

    def propose(self, task: ImageTask, *, control: Control) -> ImageProposals:
        """See `Proposer`."""
        return self._ask(task, method=self._method, control=control)
