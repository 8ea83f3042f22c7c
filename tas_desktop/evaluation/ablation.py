"""Which term helps: V, V+P, V+N, V+P+N and the rectifiers, each row from a run of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import replace_file
from tas_desktop.engine.methods import METHODS, Method, RectifierRule
from tas_desktop.evaluation.evaluating import ProposalsFrom, evaluate_methods, ignore_image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.engine.components import Components
    from tas_desktop.evaluation.report import Report
    from tas_desktop.formats.refer import ReferDataset

KINDS: Final = ("attribute", "position", "superlative", "ordinal", "relation", "exclusion")


def ablation_methods() -> list[tuple[str, Method]]:
    """Rows of the table: our wording with terms switched on one by one, then the presets as they are."""
    base = METHODS["tas"].with_ranking(rectifier=RectifierRule.OFF)
    terms = {
        "V": base.with_ranking(use_p=False, use_n=False),
        "V+P": base.with_ranking(use_n=False),
        "V+N": base.with_ranking(use_p=False),
        "V+P+N": base,
        "V + released rectifier": base.with_ranking(use_p=False, use_n=False, rectifier=RectifierRule.CODE),
        "V + our rectifier": METHODS["tas"].with_ranking(use_p=False, use_n=False),
        "V+P+N + released rectifier": base.with_ranking(rectifier=RectifierRule.CODE),
        "V+P+N + our rectifier (`tas`)": METHODS["tas"],
    }
    return [
        *terms.items(),
        ("preset `tas-paper`", METHODS["tas-paper"]),
        ("preset `tas-code`", METHODS["tas-code"]),
    ]


def write_ablation(
    target: Path,
    grammar: ReferDataset,
    components: Components,
    *,
    handwritten: ReferDataset | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> None:
    """Run every row on every dataset with both kinds of proposals and write a Markdown page.

    Raises:
        TargetNotWritable: the place is read-only or full.
        ImageRefused: an image is missing or damaged.
    """
    datasets = {"Sentences of the grammar": grammar}
    if handwritten is not None:
        datasets["Hand-written sentences"] = handwritten
    rows = ablation_methods()
    sections = [_HEAD.format(parts="\n".join(f"- {c.role}: {c.name} ({c.revision})" for c in components.ids))]
    for title, dataset in datasets.items():
        for source in (ProposalsFrom.GROUND_TRUTH, ProposalsFrom.MODEL):
            methods = [method for _, method in rows]
            reports = evaluate_methods(dataset, components, methods, proposals=source, on_image=on_image)
            names = [name for name, _ in rows]
            sections.append(_section(f"{title}, {_CANDIDATES[source]}", names, reports))
    replace_file(target, "\n".join(sections).encode("utf-8"))


def _section(title: str, names: list[str], reports: list[Report]) -> str:
    first = reports[0]
    kinds = [kind for kind in KINDS if kind in first.by_kind]
    counts = (
        f"{first.overall.n} sentences on {first.images} images; {first.proposals_per_image:.1f} candidates "
        f"an image, {reports[-1].proposals_per_image:.1f} for the presets."
    )
    lines = [
        f"## {title}",
        "",
        counts,
        "",
        f"| | mIoU | oIoU | P@.5 | P@.7 | P@.9 | oracle | {' | '.join(kinds)} | unseen |",
        "|---|" + "---|" * (7 + len(kinds)),
    ]
    for name, report in zip(names, reports, strict=True):
        overall, by_kind = report.overall, report.by_kind
        unseen = report.by_unseen.get("unseen")
        figures = [overall.miou, overall.oiou, *overall.precision, overall.oracle_miou]
        figures += [by_kind[kind].miou for kind in kinds]
        cells = [f"{figure:.3f}" for figure in figures] + [f"{unseen.miou:.3f}" if unseen else "-"]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join([*lines, ""])


_CANDIDATES: Final = {
    ProposalsFrom.GROUND_TRUTH: "true masks as candidates",
    ProposalsFrom.MODEL: "proposals of the networks",
}
_HEAD: Final = """# Which term helps

Written by `tas-desktop evaluate DATASET --ablation docs/ablation.md --handwritten DATASET`; every row is
a run. P@X counts IoU >= X; kinds and unseen words are mIoU; the oracle takes the best candidate of each
sentence. The first rows use our wording (direction words and what they are measured from are taken out of
the text that V and P compare); the presets compare the whole sentence, as upstream does. With the networks'
proposals the presets also filter as upstream does.

{parts}
"""
