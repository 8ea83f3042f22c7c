"""What each term of tas-plus is worth, and how its weights were chosen: on validation scenes only.

    tas-desktop starter scenes DIR --split val --count 100
    python benchmarks/tas_plus.py DIR [--handwritten DIR] [--limit 60] [--search [WEIGHT…]] [--upstream]

Prints the mean IoU by kind of sentence of tas and tas-plus, of tas-plus without each term, and of the best
candidate there is. ``--search`` walks once along each weight and prints the weights that it would take.
Analyses are kept in the work folder, so that a second run costs ranking only.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.extras import all_extras
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.params import AnalysisParams
from tas_desktop.engine.pipeline import rank
from tas_desktop.formats.image_reading import read_image
from tas_desktop.formats.refer.labelled import read_refer
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.analysing import analyse_once

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method

GRID = {
    "kinship": (0.0, 0.3, 0.6, 0.9),
    "colour": (0.0, 0.2, 0.4, 0.8),
    "region": (0.0, 0.15, 0.3),
    "context": (0.0, 0.15),
    "heat": (0.0, 0.25),
    "alpha": (0.0, 0.1, 0.2, 0.4),
    "lam": (0.0, 0.1, 0.2),
    "trust": (0.05, 0.1, 0.15, 0.2),
    "exclusion": (0.25, 0.5, 1.0),
    "spatial": (0.07, 0.1, 0.15, 0.2, 0.3),
    "likeness": (0.07, 0.085, 0.1, 0.15, 0.2),
    "ordinal": (1.0, 1.4, 2.0, 3.0),
    "relation": (1.0, 2.0, 3.0),
}
TERMS = ("kinship", "colour", "region", "context", "heat", "alpha", "lam", "trust", "exclusion", "spatial")
KINDS = ("relation", "ordinal", "superlative")


class Scenes:
    """Analysed scenes with the IoU of every candidate and every referent."""

    def __init__(
        self, folders: list[Path], parts: Components, *, limit: int, work: Path, upstream: bool
    ) -> None:
        self._parts = parts
        self._cache = AnalysisCache(work, limit_bytes=8 * 2**30, made_by="tas-plus")
        self.rows: list[tuple[Path, AnalysisParams, NDArray[np.float64], str, str, str]] = []
        self._analyses: dict[tuple[Path, AnalysisParams], ImageAnalysis] = {}
        own = AnalysisParams(extras=all_extras([_everything().ranking.extras]))
        for folder, source in zip(folders, ("grammar", "hand-written"), strict=False):
            dataset = read_refer(folder).first_images(limit)
            for params in (own, METHODS["tas-code"].analysis) if upstream else (own,):
                for ref in dataset.refs:
                    path = dataset.images[ref.image_id].path
                    analysis = self._analysis(path, params)
                    masks = [proposal.mask for proposal in analysis.proposals]
                    iou_n = pairwise_iou(masks, [dataset.mask(ref.ann_id)]).reshape(-1)
                    for said in ref.sentences:
                        kind = said.kind if source == "grammar" else source
                        self.rows.append((path, params, iou_n, said.raw, said.sent, kind))

    def score(self, method: Method) -> dict[str, float]:
        """Mean IoU of the first candidate by kind, and of all under ``all``."""
        found = defaultdict(list)
        for path, params, iou_n, raw, sent, kind in self.rows:
            if not params.serves(method.analysis):
                continue
            ranking = rank(
                self._analyses[path, params],
                sent if method.ranking.reads_cleaned else raw,
                method.ranking,
                encoder=self._parts.encoder,
                parser=self._parts.parser,
                synonyms=self._parts.synonyms,
            )
            first = ranking.candidates[0].proposal_index if ranking.candidates else None
            value = 0.0 if first is None else float(iou_n[first])
            found[kind].append(value)
            if kind != "hand-written":
                found["all"].append(value)
        return {kind: float(np.mean(values)) for kind, values in found.items()}

    def oracle(self) -> dict[str, float]:
        """The best candidate's."""
        found = defaultdict(list)
        for _, params, iou_n, _, _, kind in self.rows:
            if params.extras:
                found[kind].append(float(iou_n.max(initial=0.0)))
                if kind != "hand-written":
                    found["all"].append(float(iou_n.max(initial=0.0)))
        return {kind: float(np.mean(values)) for kind, values in found.items()}

    def _analysis(self, path: Path, params: AnalysisParams) -> ImageAnalysis:
        if (path, params) not in self._analyses:
            made = analyse_once(read_image(path), self._parts, params, cache=self._cache).analysis
            self._analyses[path, params] = made
        return self._analyses[path, params]


def _everything() -> Method:
    """tas-plus with every term on, so that the analyses hold all extras."""
    return METHODS["tas-plus"].with_values({"region": 1.0, "context": 1.0, "heat": 1.0})


def worth(scores: dict[str, float]) -> float:
    """What the search maximises: all sentences, and once more the kinds that directions decide."""
    return scores["all"] + float(np.mean([scores[kind] for kind in KINDS if kind in scores]))


def search(scenes: Scenes, names: list[str]) -> Method:
    """Walk once along each weight, keeping the best."""
    best = METHODS["tas-plus"]
    held = worth(scenes.score(best))
    for name in names:
        for value in GRID[name]:
            tried = best.with_values({name: value})
            found = worth(scenes.score(tried))
            print(f"    {name} = {value}: {found:.4f}", flush=True)
            if found > held + 1e-4:
                best, held = tried, found
        print(f"  {name} = {getattr(best.ranking, name)}: {held:.4f}", flush=True)
    return best


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("scenes", type=Path)
    arguments.add_argument("--handwritten", type=Path)
    arguments.add_argument("--limit", type=int, default=60)
    arguments.add_argument(
        "--search", nargs="*", choices=GRID, help="weights to walk along; all without names"
    )
    arguments.add_argument("--upstream", action="store_true", help="tas-code too: as many analyses again")
    arguments.add_argument("--work", type=Path, default=Path(tempfile.gettempdir(), "tas-plus"))
    chosen = arguments.parse_args()
    parts = load_components(load_profile("starter"))
    folders = [chosen.scenes, *([chosen.handwritten] if chosen.handwritten else [])]
    scenes = Scenes(folders, parts, limit=chosen.limit, work=chosen.work, upstream=chosen.upstream)
    plus = METHODS["tas-plus"]
    if chosen.search is not None:
        plus = search(scenes, chosen.search or list(GRID))
    rows = {"best candidate": scenes.oracle()}
    names = ("tas-code", "tas") if chosen.upstream else ("tas",)
    rows |= {name: scenes.score(METHODS[name]) for name in names}
    rows["tas-plus"] = scenes.score(plus)
    for term in TERMS:
        if getattr(plus.ranking, term):
            rows[f"without {term}"] = scenes.score(plus.with_values({term: 0.0}))
    rows["our rectifier off"] = scenes.score(plus.with_values({"rectifier": "off"}))
    kinds = sorted({kind for scores in rows.values() for kind in scores})
    print(f"{'mIoU':22}" + "".join(f"{kind[:12]:>13}" for kind in kinds))
    for name, scores in rows.items():
        print(f"{name:22}" + "".join(f"{scores.get(kind, float('nan')):13.3f}" for kind in kinds))


if __name__ == "__main__":
    main()
