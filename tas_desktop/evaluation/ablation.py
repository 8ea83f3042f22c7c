"""Which term helps: V, V+P, V+N, V+P+N and the rectifiers, each row from a run of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import replace_file
from tas_desktop.engine.methods import METHODS, Method, RectifierRule
from tas_desktop.evaluation.ablation_page import page_head, section
from tas_desktop.evaluation.evaluating import ProposalsFrom, evaluate_methods, ignore_image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.engine.components import Components
    from tas_desktop.formats.refer.labelled import ReferDataset
    from tas_desktop.storage.analyses import AnalysisCache

_CANDIDATES: Final = {
    ProposalsFrom.GROUND_TRUTH: "true masks as candidates",
    ProposalsFrom.MODEL: "proposals of the networks",
}


def ablation_methods() -> dict[str, Method]:
    """Rows of the table: our wording with terms switched on one by one, then the presets as they are."""
    ours = METHODS["tas"]
    base = ours.with_ranking(rectifier=RectifierRule.OFF)
    code = ours.with_ranking(rectifier=RectifierRule.CODE)
    v_only = {"use_p": False, "use_n": False}
    return {
        "V, masks not trusted": base.with_ranking(**v_only, trust=0.0),
        "V": base.with_ranking(**v_only),
        "V+P": base.with_ranking(use_n=False),
        "V+N": base.with_ranking(use_p=False),
        "V+P+N": base,
        "V + released rectifier": code.with_ranking(**v_only),
        "V + our rectifier": ours.with_ranking(**v_only),
        "V+P+N + released rectifier": code,
        "V+P+N + our rectifier (`tas`)": ours,
        "preset `tas-paper`": METHODS["tas-paper"],
        "preset `tas-code`": METHODS["tas-code"],
    }


def write_ablation(
    target: Path,
    grammar: ReferDataset,
    components: Components,
    *,
    handwritten: ReferDataset | None = None,
    cache: AnalysisCache | None = None,
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
    methods = ablation_methods()
    parts = [page_head(components.ids)]
    for title, dataset in datasets.items():
        for source in (ProposalsFrom.GROUND_TRUTH, ProposalsFrom.MODEL):
            reports = evaluate_methods(
                dataset,
                components,
                list(methods.values()),
                proposals=source,
                cache=cache,
                on_image=on_image,
            )
            rows = dict(zip(methods, reports, strict=True))
            parts.append(section(f"{title}, {_CANDIDATES[source]}", rows))
    replace_file(target, "\n".join(parts).encode("utf-8"))
