"""Fit the weights of ``engine.places`` on human sentences, and say what they do on pictures left out.

    cd ../shared/data/expressions
    python benchmarks/rectifier.py refcoco_unc_val.csv refcoco+_unc_val.csv refcocog_umd_val.csv

Only pictures with an even id are read; ``tas-desktop bench language --images odd`` reports on the others.
Each sentence with a direction is a choice between its candidates; the weights are those of greatest
likelihood, held to 0 or more and pulled slightly towards 0 and towards where they began. First come figures
with each fifth of the pictures judged by weights of the other four, then the weights of all, to be copied
into ``engine.places`` and ``engine.relations``. No random number is drawn: the same tables give the same
weights.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch  # noqa: TID253 - nothing here runs without it

from tas_desktop.config.resources import resource_path
from tas_desktop.domain.understanding import DirectionKind
from tas_desktop.engine.place_features import Group, measure
from tas_desktop.engine.places import WEIGHTS
from tas_desktop.engine.rectifier import DOUBT
from tas_desktop.evaluation.language_bench import ImageChoice, choose_sentences
from tas_desktop.evaluation.language_bench_rules import layout_of_boxes
from tas_desktop.evaluation.language_bench_tables import BenchSentence, read_bench_table
from tas_desktop.language.parser import SpacyParser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.understanding import Direction

FOLDS: Final = 5
TOWARDS_ZERO: Final = 0.05
TOWARDS_START: Final = 0.02
GAINS: Final = (-0.3, -0.7, -0.9, -1.1, -1.25, -1.4, -1.7, -2.0)
_GROUPS: Final = tuple(Group)
_WIDEST: Final = max(len(weights) for weights in WEIGHTS.values())
_NOWHERE: Final = -1e9


@dataclass(frozen=True)
class Choice:
    """One sentence with what it says."""

    sentence: BenchSentence
    directions: tuple[Direction, ...]


def share_name(direction: Direction) -> str:
    """Which share of its weights a direction takes: a relation has one for each place."""
    if direction.loose:
        return "loose"
    return f"unseen {direction.places[0]}" if direction.kind is DirectionKind.RELATION else "whole"


class Choices:
    """Sentences as tensors: S sentences, D directions, E places, N candidates at most."""

    def __init__(self, choices: Sequence[Choice], *, shares: Sequence[str]) -> None:
        self.most = max(len(choice.sentence.boxes_xywh) for choice in choices)
        distances, groups, share_of, direction_of, sentence_of = [], [], [], [], []
        for place, choice in enumerate(choices):
            layout = layout_of_boxes(choice.sentence.boxes_xywh)
            things = layout.things()
            for direction in choice.directions:
                for group, distances_kn in measure(layout, direction, things=things):
                    padded = np.zeros((_WIDEST, self.most))
                    padded[: len(distances_kn), : len(layout)] = distances_kn
                    distances.append(padded)
                    groups.append(_GROUPS.index(group))
                    share_of.append(shares.index(share_name(direction)))
                    direction_of.append(len(sentence_of))
                sentence_of.append(place)
        self.distances_ekn = torch.tensor(np.array(distances))
        self.groups_e, self.share_e = torch.tensor(groups), torch.tensor(share_of)
        self.direction_e, self.sentence_d = torch.tensor(direction_of), torch.tensor(sentence_of)
        self.count_s = torch.tensor([len(choice.sentence.boxes_xywh) for choice in choices])
        self.true_s1 = torch.tensor([[choice.sentence.true] for choice in choices])
        self.there_sn = torch.arange(self.most)[None, :] < self.count_s[:, None]

    def gains(self, weights_gk: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
        """Logarithm of how many times likelier each candidate becomes (S, N); as ``engine.rectifier``."""
        weights_ek = weights_gk[self.groups_e] * shares[self.share_e][:, None]
        cost_en = (weights_ek[:, :, None] * self.distances_ekn).sum(1)
        cost_dn = torch.zeros(len(self.sentence_d), self.most, dtype=cost_en.dtype)
        cost_dn = cost_dn.index_add(0, self.direction_e, cost_en)
        fit_dn = torch.exp(self._against_mean(-cost_dn, self.sentence_d))
        gain_sn = torch.zeros(len(self.count_s), self.most, dtype=cost_en.dtype)
        gain_sn = gain_sn.index_add(0, self.sentence_d, torch.log((1.0 - DOUBT) * fit_dn + DOUBT))
        return self._against_mean(gain_sn, torch.arange(len(self.count_s)))

    def _against_mean(self, evidence_rn: torch.Tensor, sentence_r: torch.Tensor) -> torch.Tensor:
        evidence_rn = evidence_rn.masked_fill(~self.there_sn[sentence_r], _NOWHERE)
        mean_r1 = torch.logsumexp(evidence_rn, 1, keepdim=True)
        return evidence_rn - mean_r1 + torch.log(self.count_s[sentence_r].double())[:, None]


def fit(choices: Choices, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights (G, K) and shares of greatest likelihood on some of the sentences."""
    start = torch.zeros(len(_GROUPS), _WIDEST, dtype=torch.double)
    used = torch.zeros_like(start, dtype=torch.bool)
    for group, weights in WEIGHTS.items():
        row = _GROUPS.index(group)
        start[row, : len(weights)] = torch.tensor(weights).double().clamp_min(0.05)
        used[row, : len(weights)] = True
    first = torch.log(torch.expm1(start.clamp_min(0.05)))
    free = first.clone().requires_grad_()
    free_shares = torch.zeros(int(choices.share_e.max()), dtype=torch.double, requires_grad=True)
    whole = torch.ones(1, dtype=torch.double)
    optimiser = torch.optim.LBFGS([free, free_shares], max_iter=60, line_search_fn="strong_wolfe")

    def weights_and_shares() -> tuple[torch.Tensor, torch.Tensor]:
        weights_gk = torch.nn.functional.softplus(free) * used
        return weights_gk, torch.cat([whole, torch.sigmoid(free_shares)])

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        weights_gk, shares = weights_and_shares()
        gain_s = choices.gains(weights_gk, shares).gather(1, choices.true_s1)[:, 0]
        pulled = TOWARDS_ZERO * (weights_gk**2).sum() + TOWARDS_START * ((free - first) ** 2 * used).sum()
        pulled = pulled + 0.2 * (free_shares**2).sum()
        total = -gain_s[rows].sum() + pulled
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[arg-type]
    with torch.no_grad():
        return weights_and_shares()


def report(name: str, choices: Choices, gain_sn: torch.Tensor, silent: Sequence[BenchSentence]) -> None:
    """Print top-1 and kept/left at several thresholds; sentences without a direction are all left."""
    true_s = gain_sn.gather(1, choices.true_s1)[:, 0]
    best_s = gain_sn.max(1).values
    count = len(true_s) + len(silent)
    chance = sum(1.0 / len(sentence.boxes_xywh) for sentence in silent)
    points = []
    for least in GAINS:
        stays_sn = ((gain_sn >= least) | (gain_sn == best_s[:, None])) & choices.there_sn
        kept = float(stays_sn.gather(1, choices.true_s1).sum()) + len(silent)
        left = float((stays_sn.sum(1) / choices.count_s).sum()) + len(silent)
        points.append(f"{kept / count:.3f}/{left / count:.3f}")
    top1 = (float((true_s == best_s).sum()) + chance) / count
    print(
        f"{name}: {count} sentences, {len(silent)} without a direction, top-1 {top1:.3f}; kept/left at gains"
    )
    print("   ", "  ".join(f"{least}: {point}" for least, point in zip(GAINS, points, strict=True)))


def main() -> None:
    """Read, cross-validate, fit, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("tables", type=Path, nargs="+")
    arguments.add_argument("--worst", type=int, default=0, help="also print so many worst sentences a table")
    chosen = arguments.parse_args()
    parser = SpacyParser(resource_path("starter", "parser"))
    told: dict[str, list[Choice]] = {}
    for table in chosen.tables:
        sentences = choose_sentences(read_bench_table(table), ImageChoice.EVEN)
        told[table.stem] = [Choice(s, parser.understand(s.text).directions) for s in sentences]
    spoken = {name: [choice for choice in those if choice.directions] for name, those in told.items()}
    everything = [choice for those in spoken.values() for choice in those]
    shares = ["whole", *sorted({share_name(d) for c in everything for d in c.directions} - {"whole"})]
    choices = Choices(everything, shares=shares)
    fold_s = torch.tensor([choice.sentence.image_id // 2 % FOLDS for choice in everything])
    gain_sn = torch.zeros(len(everything), choices.most, dtype=torch.double)
    for fold in range(FOLDS):
        weights_gk, found = fit(choices, fold_s != fold)
        gain_sn[fold_s == fold] = choices.gains(weights_gk, found)[fold_s == fold]
    begin = 0
    for name, those in spoken.items():
        part = Choices(those, shares=shares)
        mine_sn = gain_sn[begin : begin + len(those), : part.most]
        begin += len(those)
        report(name, part, mine_sn, [c.sentence for c in told[name] if not c.directions])
        true_s = mine_sn.gather(1, part.true_s1)[:, 0]
        for row in torch.argsort(true_s)[: chosen.worst].tolist():
            read = "; ".join(f"{d.kind} {'+'.join(d.places)} “{d.text}”" for d in those[row].directions)
            print(f"      {float(true_s[row]):+.2f} {those[row].sentence.text!r}: {read}")
    weights_gk, found = fit(choices, torch.ones(len(everything), dtype=torch.bool))
    for row, group in enumerate(_GROUPS):
        weights = ", ".join(f"{float(w):.2f}" for w in weights_gk[row, : len(WEIGHTS[group])])
        print(f"    Group.{group.name}: ({weights},),  # {int((choices.groups_e == row).sum())}")
    print({name: round(float(share), 2) for name, share in zip(shares, found, strict=True)})


if __name__ == "__main__":
    main()
