"""The calls that window, batch and evaluation make, and nothing else."""

from __future__ import annotations

from tas_desktop.engine.analysing import (
    add_extras,
    analyse,
    analysis_key,
    analysis_key_by,
    embed_again,
)
from tas_desktop.engine.analysis import RECOGNISED_FROM
from tas_desktop.engine.ranking import rank

__all__ = [
    "RECOGNISED_FROM",
    "add_extras",
    "analyse",
    "analysis_key",
    "analysis_key_by",
    "embed_again",
    "rank",
]
