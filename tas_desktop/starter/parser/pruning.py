"""Save a trained pipeline without the vocabulary of the text it was trained on.

spaCy keeps every string it has seen in ``vocab/strings.json``. The weights address words by hash and
never read it, so it can shrink to what a new English pipeline has, plus the labels.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def allowed_strings(pipeline: Language) -> frozenset[str]:
    """Strings that a pipeline may ship: a blank English one's own, and its components' labels."""
    import spacy

    return frozenset(spacy.blank("en").vocab.strings) | _labels(pipeline)


def _labels(pipeline: Language) -> frozenset[str]:
    found: set[str] = set()
    for name, labels in pipeline.pipe_labels.items():
        found.update(labels)
        if name == "morphologizer":
            found.update(
                part for label in labels for feature in label.split("|") for part in feature.split("=")
            )
        if name == "parser":
            found.update(label.partition("-")[2] or label for label in labels)
    return frozenset(found)


def save_pruned(pipeline: Language, out: str | Path) -> Path:
    """Write the pipeline to a folder with only the allowed strings; replaces the folder.

    Written aside and renamed, so that a failure leaves the old folder as it was.
    """
    target = Path(out)
    aside = target.with_name(target.name + ".new")
    shutil.rmtree(aside, ignore_errors=True)
    pipeline.to_disk(aside, exclude=["lookups", "vectors"])
    strings = aside / "vocab" / "strings.json"
    kept = sorted(allowed_strings(pipeline) & set(json.loads(strings.read_text(encoding="utf-8"))))
    strings.write_text(json.dumps(kept, ensure_ascii=True, indent=0), encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    aside.rename(target)
    return target
