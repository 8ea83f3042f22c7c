"""What predictions are made with, by name: enough to tell what is done from what is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tas_desktop.engine.pipeline import analysis_key_by
from tas_desktop.storage.prediction_rows import Setup

if TYPE_CHECKING:
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.engine.methods import Method


@dataclass(frozen=True)
class Recipe:
    """The same in every process and on every machine with the same models; picklable.

    Attributes:
        profile: name of the profile.
        component_ids: its parts, as in ``Components.ids``.
        method: thinning rule, weights and rectifier.
    """

    profile: str
    component_ids: tuple[ComponentId, ...]
    method: Method

    @cached_property
    def setup(self) -> Setup:
        """As the project names it beside each prediction."""
        return Setup(self.method.name, self.profile, self.component_ids, self.method.params)

    def analysis_key(self, content_hash: str) -> str:
        """Key of the analysis of an image with this content."""
        return analysis_key_by(content_hash, self.component_ids, self.method.analysis)
