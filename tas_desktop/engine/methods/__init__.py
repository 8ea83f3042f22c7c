"""Ranking methods by name: what the thinning rule is and how terms are weighted."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.methods.params import (
    CentreRef,
    Chips,
    RectifierRule,
    SynonymRule,
    TasParams,
    Wording,
)
from tas_desktop.engine.params import AnalysisParams, OverlapRule

__all__ = [
    "METHODS",
    "CentreRef",
    "Chips",
    "Method",
    "RectifierRule",
    "SynonymRule",
    "TasParams",
    "Wording",
    "method_named",
]


@dataclass(frozen=True, slots=True)
class Method:
    """A named choice for both halves of the pipeline."""

    name: str
    analysis: AnalysisParams
    ranking: TasParams
    summary: str

    @property
    def params(self) -> tuple[tuple[str, str | int | float | bool], ...]:
        """Parameters of analysis and ranking by name, sorted; without chips, which belong to a text."""
        values = asdict(self.analysis) | asdict(self.ranking)
        return tuple(
            (name, value)
            for name, value in sorted(values.items())
            if isinstance(value, str | int | float | bool)
        )

    def with_ranking(self, **changes: object) -> Method:
        """The same method with some fields of ``ranking`` replaced; they are validated again."""
        return replace(self, ranking=replace(self.ranking, **changes))  # type: ignore[arg-type]


_CODE_ANALYSIS = AnalysisParams(overlap=OverlapRule.CODE)
_PAPER_RANKING = TasParams(
    method="tas-paper",
    alpha=0.1,
    lam=0.1,
    exclusion=0.0,
    trust=0.0,
    synonym_rule=SynonymRule.CODE,
    distinct_negatives=False,
    wording=Wording.SENTENCE,
    rectifier=RectifierRule.CODE,
    as_upstream=True,
)

METHODS: Final = {
    method.name: method
    for method in (
        Method("tas", AnalysisParams(), TasParams(), "ours: upstream's terms with the gaps closed"),
        Method("tas-paper", _CODE_ANALYSIS, _PAPER_RANKING, "as published: lambda 0.1, or 1 on RefCOCO+"),
        Method(
            "tas-code",
            _CODE_ANALYSIS,
            replace(_PAPER_RANKING, method="tas-code", lam=0.7),
            "as released: lambda 0.7 everywhere",
        ),
    )
}
"""Every method that can be named on the command line or in a profile."""


def method_named(name: str) -> Method:
    """The method of that name.

    Raises:
        InputRefused: there is none.
    """
    try:
        return METHODS[name]
    except KeyError:
        choice = ", ".join(METHODS)
        raise InputRefused(f"No method is called {name!r}", next_step=f"Choose one of: {choice}.") from None
