"""Procedural scenes: drawn objects with exact masks, and expressions that name one of them."""

from __future__ import annotations

from tas_desktop.starter.scenes.composition import generate_scene
from tas_desktop.starter.scenes.scene import BACKGROUND, UNLABELLED, Scene, SceneObject
from tas_desktop.starter.scenes.splits import Split

__all__ = ["BACKGROUND", "UNLABELLED", "Scene", "SceneObject", "Split", "generate_scene"]
