"""A ranking method: a formula with its parameters, and what it wants of an analysis."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.capabilities import capabilities_of, check_fit
from tas_desktop.engine.methods.declared import parameters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods.declared import Parameter, Value
    from tas_desktop.engine.methods.params import RankingParams
    from tas_desktop.engine.params import AnalysisParams


@dataclass(frozen=True, slots=True)
class Method:
    """A named choice for both halves of the pipeline; picklable.

    Attributes:
        name: as on the command line and in provenance.
        thinning: how proposals are thinned out.
        ranking: the formula with its parameters.
        summary: a few words for people, translated in the context ``Methods``.
    """

    name: str
    thinning: AnalysisParams
    ranking: RankingParams
    summary: str

    @property
    def analysis(self) -> AnalysisParams:
        """How an image is analysed for it: thinned out, with the extras that it wants."""
        return replace(self.thinning, extras=self.ranking.extras)

    @property
    def needs(self) -> frozenset[Capability]:
        """What the profile's models must be able to give."""
        return self.ranking.needs

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its declared parameters; the current values are fields of `ranking`."""
        return parameters_of(type(self.ranking))

    @property
    def params(self) -> tuple[tuple[str, Value], ...]:
        """Parameters of analysis and ranking by name, sorted; without chips, which belong to a text."""
        values = self.thinning.shaping | asdict(self.ranking)
        return tuple(
            (name, value)
            for name, value in sorted(values.items())
            if isinstance(value, str | int | float | bool)
        )

    def with_ranking(self, **changes: object) -> Method:
        """The same method with some fields of ``ranking`` replaced; they are validated again.

        Raises:
            InputRefused: a value is out of range.
        """
        return replace(self, ranking=replace(self.ranking, **changes))  # type: ignore[arg-type]

    def with_values(self, changes: Mapping[str, object]) -> Method:
        """The same method with some declared parameters replaced.

        Raises:
            InputRefused: there is no such parameter, or its value is of another kind or out of range.
        """
        for name in changes:
            self._parameter(name)
        return self.with_ranking(**changes)

    def with_assignments(self, assignments: Iterable[str]) -> Method:
        """The same method with parameters replaced as typed: ``alpha=0.2``.

        Raises:
            InputRefused: no assignment, no such parameter, or its value is of another kind or out of range.
        """
        changes: dict[str, object] = {}
        for text in assignments:
            name, sign, value = text.partition("=")
            if not sign:
                raise InputRefused(f"{text!r} sets no parameter", next_step="Write NAME=VALUE.")
            changes[name.strip()] = self._parameter(name.strip()).read(value)
        return self.with_values(changes)

    def check_fit(self, components: Components) -> None:
        """Make sure that a profile's models give what the method needs.

        Raises:
            MethodUnfit: they do not.
        """
        capabilities = capabilities_of(components)
        check_fit(self.name, self.needs, capabilities, encoder=components.encoder.component.name)

    def _parameter(self, name: str) -> Parameter:
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        names = ", ".join(parameter.name for parameter in self.parameters)
        raise InputRefused(f"The method {self.name} has no parameter {name!r}", next_step=f"It has: {names}.")
