"""The ranking method and its parameters, as the annotator set them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.methods import METHODS, Method, RectifierRule, TasParams, Wording, method_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.session.analyses import Analyses
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.ranking_desk import RankingDesk

WEIGHTS = ("alpha", "lam", "exclusion", "trust", "spatial")
"""Parameters set by a number, at least 0."""

SWITCHES = ("use_v", "use_p", "use_n")
"""Terms that can be left out."""

CHANGEABLE = frozenset((*WEIGHTS, *SWITCHES))


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
    def differing(self) -> dict[str, float | bool]:
        """Parameters that are not the method's own."""
        own, ours = METHODS[self._method.name].ranking, self._method.ranking
        values = ((name, getattr(own, name), getattr(ours, name)) for name in sorted(CHANGEABLE))
        return {name: value for name, default, value in values if value != default}

    @property
    def acting(self) -> frozenset[str]:
        """The weights that this method has a use for: upstream's rules know no places and no exclusions."""
        ranking = self._method.ranking
        idle = set() if ranking.rectifier is RectifierRule.TAS else {"spatial"}
        idle |= {"exclusion"} if ranking.wording is Wording.SENTENCE else set()
        return frozenset(WEIGHTS) - idle

    def restore(self, name: str, differing: Mapping[str, Any]) -> None:
        """Take over what was remembered; what cannot be used is said and left out."""
        try:
            method = method_named(name)
        except InputRefused as error:
            self.refused.emit(error)
            return
        try:
            method = with_params(method, differing)
        except InputRefused as error:
            self.refused.emit(error)
        self._take(method)

    def choose(self, name: str) -> None:
        """Rank by another method, with its own parameters."""
        if name != self._method.name:
            self._choose(method_named(name))

    def set_param(self, name: str, value: float | bool) -> None:
        """Change one parameter."""
        try:
            method = with_params(self._method, {name: value})
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


def with_params(method: Method, changes: Mapping[str, Any]) -> Method:
    """The method with some of its `CHANGEABLE` parameters replaced.

    Raises:
        InputRefused: there is no such parameter, or its value is of another kind or out of range.
    """
    kinds = {field.name: type(getattr(TasParams(), field.name)) for field in fields(TasParams)}
    for name, value in changes.items():
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        fits = isinstance(value, bool) if kinds.get(name) is bool else is_number
        if name not in CHANGEABLE or not fits:
            raise InputRefused(
                f"{name} = {value!r} is no parameter of the ranking method",
                next_step="Choose it in the method's list under the candidates",
            )
    numbers = {name: value if isinstance(value, bool) else float(value) for name, value in changes.items()}
    return method.with_ranking(**numbers)
