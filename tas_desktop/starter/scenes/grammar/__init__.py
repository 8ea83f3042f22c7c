"""Expressions of six kinds with a checked unique referent."""

from __future__ import annotations

from tas_desktop.starter.scenes.grammar.expression import Expression, Kind, Unseen
from tas_desktop.starter.scenes.grammar.speaker import speak
from tas_desktop.starter.scenes.grammar.templates import TEMPLATES, Template

__all__ = ["TEMPLATES", "Expression", "Kind", "Template", "Unseen", "speak"]
