"""The category table that new projects start with: COCO's 80, with everyday words for them."""

from __future__ import annotations

import tomllib
from functools import cache

from tas_desktop.config.resources import resource_path
from tas_desktop.domain.category import Category, CategoryTable


@cache
def load_coco_categories() -> CategoryTable:
    """Return the shipped table; ``object`` is its 81st category."""
    text = resource_path("categories", "coco.toml").read_text(encoding="utf-8")
    return CategoryTable(
        tuple(
            Category(
                id=row["id"],
                name=row["name"],
                supercategory=row["supercategory"],
                synonyms=tuple(row.get("synonyms", ())),
            )
            for row in tomllib.loads(text)["category"]
        )
    )
