"""Ranking methods by name: one file for each formula, one registry."""

from __future__ import annotations

from tas_desktop.engine.methods.declared import Parameter, ParameterKind, parameters_of
from tas_desktop.engine.methods.method import Method
from tas_desktop.engine.methods.params import (
    CentreRef,
    Chips,
    RankingParams,
    RectifierRule,
    SynonymRule,
    Wording,
)
from tas_desktop.engine.methods.registry import METHODS, method_named
from tas_desktop.engine.methods.tas import TasParams

__all__ = [
    "METHODS",
    "CentreRef",
    "Chips",
    "Method",
    "Parameter",
    "ParameterKind",
    "RankingParams",
    "RectifierRule",
    "SynonymRule",
    "TasParams",
    "Wording",
    "method_named",
    "parameters_of",
]
