"""Procedural scenes: drawn objects with exact masks, and expressions that name one of them."""

from __future__ import annotations

from tas_desktop.starter.scenes.captions import attribute_words, caption_of
from tas_desktop.starter.scenes.composition import generate_scene
from tas_desktop.starter.scenes.grammar import Expression, Kind, Unseen, speak
from tas_desktop.starter.scenes.refer_layout import write_refer_dataset
from tas_desktop.starter.scenes.scene import BACKGROUND, UNLABELLED, Scene, SceneObject
from tas_desktop.starter.scenes.splits import Split

__all__ = [
    "BACKGROUND",
    "UNLABELLED",
    "Expression",
    "Kind",
    "Scene",
    "SceneObject",
    "Split",
    "Unseen",
    "attribute_words",
    "caption_of",
    "generate_scene",
    "speak",
    "write_refer_dataset",
]
