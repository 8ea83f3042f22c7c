"""Names of files and attributes."""

from __future__ import annotations

from typing import Final

ANNOTATIONS: Final = "annotations"
IMAGES: Final = "images"
PREFIX: Final = "instances_"
LABELS: Final = "labels.json"
PAGE: Final = "README.md"
DEFAULT: Final = "default"
"""What datumaro and CVAT call images that belong to no subset."""

EXPRESSION: Final = "expression"
PLURAL: Final = "expression_plural"
REF_ID: Final = "ref_id"
ATTRIBUTES: Final = (EXPRESSION, PLURAL, REF_ID)
SEPARATOR: Final = " || "
"""Between several texts in one attribute; no sentence has it in it (formats.md section 0, clause 11)."""
