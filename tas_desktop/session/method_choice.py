"""The ranking method and its parameters, as the annotator set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.methods import (
    METHODS,
    Method,
    RankingParams,
    RectifierRule,
    TasParams,
    Wording,
    method_named,
    parameters_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.methods import Parameter
    from tas_desktop.engine.methods.declared import Value
    from tas_desktop.session.analyses import Analyses
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.ranking_desk import RankingDesk


class MethodChoice(QObject):
    """One method of `METHODS`, and the parameters that differ from its own.

    Signals:
        changed: another method or parameter ranks from now on.
        chosen: the annotator changed it, to be remembered: name, differing parameters.
        refused: a value out of range (``InputRefused``).
    """

    changed = Signal()
    chosen = Signal(str, object)
    refused = Signal(object)

    def __init__(
        self, *, ranking: RankingDesk, analyses: Analyses, desk: ImageDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ranking, self._analyses, self._desk = ranking, analyses, desk
        self._method = METHODS["tas"]

    @property
    def method(self) -> Method:
        """The method at work, with its parameters."""
        return self._method

    @property
    def differing(self) -> dict[str, Value]:
        """Parameters that are not the method's own."""
        own, ours = METHODS[self._method.name].ranking, self._method.ranking
        values = ((p.name, getattr(own, p.name), getattr(ours, p.name)) for p in self._method.parameters)
        return {name: _plain(value) for name, default, value in values if value != default}

    @property
    def offered(self) -> tuple[Parameter, ...]:
        """The method's parameters that the window shows, its own before those that all methods have."""
        shared = {parameter.name for parameter in parameters_of(RankingParams)}
        own = [p for p in self._method.parameters if p.is_offered and p.name not in shared]
        return *own, *(p for p in self._method.parameters if p.is_offered and p.name in shared)

    @property
    def acting(self) -> frozenset[str]:
        """The parameters that have a use now: upstream's rules know no places and no exclusions."""
        ranking = self._method.ranking
        idle = set() if ranking.rectifier is RectifierRule.TAS else {"spatial"}
        if isinstance(ranking, TasParams) and ranking.wording is Wording.SENTENCE:
            idle.add("exclusion")
        return frozenset(parameter.name for parameter in self._method.parameters) - idle

    def lacking(self, name: str) -> tuple[Capability, ...]:
        """What a method needs that the loaded models do not give; nothing while none are loaded."""
        given = self._analyses.capabilities
        return () if given is None else tuple(sorted(METHODS[name].needs - given))

    def value(self, parameter: Parameter) -> Value:
        """A parameter's value in use."""
        value: Value = getattr(self._method.ranking, parameter.name)
        return value

    def restore(self, name: str, differing: Mapping[str, Any]) -> None:
        """Take over what was remembered; what cannot be used is said and left out."""
        try:
            method = method_named(name)
        except InputRefused as error:
            self.refused.emit(error)
            return
        try:
            method = method.with_values(differing)
        except InputRefused as error:
            self.refused.emit(error)
        self._take(method)

    def choose(self, name: str) -> None:
        """Rank by another method, with its own parameters."""
        if name != self._method.name:
            self._choose(method_named(name))

    def set_param(self, name: str, value: Value) -> None:
        """Change one parameter."""
        try:
            method = self._method.with_values({name: value})
        except InputRefused as error:
            self.refused.emit(error)
            return
        if method != self._method:
            self._choose(method)

    def reset(self) -> None:
        """Take the method's own parameters again."""
        if self.differing:
            self._choose(METHODS[self._method.name])

    def _choose(self, method: Method) -> None:
        self._take(method)
        self.chosen.emit(method.name, self.differing)

    def _take(self, method: Method) -> None:
        self._method = method
        anew = self._analyses.set_method(method)
        self._ranking.set_method(method)
        if anew:
            self._desk.analyse_anew()
        self.changed.emit()


def _plain(value: Any) -> Value:
    """As it is written to a file: the word of a choice, not its member."""
    plain: Value = value if isinstance(value, bool | int | float) else str(value)
    return plain
