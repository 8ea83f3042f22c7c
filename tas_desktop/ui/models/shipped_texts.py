"""Texts of the shipped profiles and of the catalogue of models, marked for the translators.

They are written in TOML files that no translator's tool reads; a test compares. Texts of a person's own
profiles stay as they are.
"""

from __future__ import annotations

from typing import Final

from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

SHIPPED_TEXTS: Final = (
    QT_TRANSLATE_NOOP("Models", "Starter pack"),
    QT_TRANSLATE_NOOP("Models", "The paper's models"),
    QT_TRANSLATE_NOOP("Models", "Light, for photographs"),
    QT_TRANSLATE_NOOP("Models", "Newer models"),
    QT_TRANSLATE_NOOP(
        "Models",
        "Small networks trained on drawn scenes, with a region hierarchy for photographs. Runs on any"
        " machine, offline.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "SAM ViT-H, CLIP ViT-B/32 and BLIP-2 with OPT-2.7B, ranked as the paper does. Wants a GPU; on"
        " a CPU a picture takes many minutes.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "SAM ViT-B, CLIP ViT-B/16 and BLIP base: for GPUs with 8 GB, and for patient people without "
        "one. Knows photographs.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "SAM 2.1 large, Perception Encoder L/14 and Florence-2 large: sharper masks and words than "
        "the paper's models, with terms that allow commercial use. Wants a GPU.",
    ),
    QT_TRANSLATE_NOOP("Models", "of your own file"),
    QT_TRANSLATE_NOOP("Models", "Labels made with it are yours."),
    QT_TRANSLATE_NOOP("Models", "The program knows no terms of a file of your own; you do."),
    QT_TRANSLATE_NOOP("Models", "Says nothing of labels made with it."),
    QT_TRANSLATE_NOOP(
        "Models",
        "The OPT licence is for non-commercial research; take labels made with it to be so too.",
    ),
    QT_TRANSLATE_NOOP("Models", "Given for research only; take labels made with it to be so too."),
    QT_TRANSLATE_NOOP("Models", "MIT, with the OPT licence for the language model"),
    QT_TRANSLATE_NOOP("Models", "Apple's licence for machine learning research"),
)
