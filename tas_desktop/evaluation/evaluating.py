"""Running methods over a dataset that must be sound: for tables of which no row may lack a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.evaluation.answering.methods import RankedMethods
from tas_desktop.evaluation.labels.refer import labels_of
from tas_desktop.evaluation.metrics import Comparator
from tas_desktop.evaluation.proposers import ProposalsFrom
from tas_desktop.evaluation.protocol import Protocol
from tas_desktop.evaluation.report import Report, reports_of
from tas_desktop.evaluation.running import ignore_image, run_evaluation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.engine.components import Components
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Method
    from tas_desktop.formats.refer.labelled import ReferDataset
    from tas_desktop.storage.analyses import AnalysisCache

__all__ = ["ProposalsFrom", "evaluate_dataset", "evaluate_methods", "ignore_image"]


def evaluate_dataset(
    dataset: ReferDataset,
    components: Components,
    method: Method,
    *,
    proposals: ProposalsFrom = ProposalsFrom.MODEL,
    comparator: Comparator = Comparator.AT_LEAST,
    cache: AnalysisCache | None = None,
    control: Control | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> Report:
    """Score one method; see ``evaluate_methods``."""
    reports = evaluate_methods(
        dataset,
        components,
        [method],
        proposals=proposals,
        comparator=comparator,
        cache=cache,
        control=control,
        on_image=on_image,
    )
    return reports[0]


def evaluate_methods(
    dataset: ReferDataset,
    components: Components,
    methods: Sequence[Method],
    *,
    proposals: ProposalsFrom = ProposalsFrom.MODEL,
    comparator: Comparator = Comparator.AT_LEAST,
    cache: AnalysisCache | None = None,
    control: Control | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> list[Report]:
    """Score methods on every sentence of a dataset, first candidate against the referent's mask.

    Upstream's presets read the cleaned sentence (``sent``) as upstream does, ours the sentence as typed.

    Args:
        dataset: images, referents and sentences.
        components: the profile's parts.
        methods: what to compare; a name may recur with other parameters.
        proposals: where candidates come from.
        comparator: of P@X.
        cache: where analyses are kept; None makes each anew.
        control: the cancel flag; progress inside an image goes to its ``report``.
        on_image: called with images done and images in all.

    Raises:
        InputRefused: a sentence cannot be scored: its image is missing or damaged, or its mask is none.
        Cancelled: the flag was set.
    """
    protocol = Protocol(comparator=comparator)
    named = {f"{number} {method.name}": method for number, method in enumerate(methods)}
    source = RankedMethods(named, components, protocol=protocol, proposals=proposals, cache=cache)
    run = run_evaluation(labels_of(dataset), [source], protocol, control=control, on_image=on_image)
    if run.left_out:
        loss = run.left_out[0]
        raise InputRefused(f"{loss.count} {loss.what}: {', '.join(loss.examples)}")
    reports = reports_of(run, proposals=proposals.value)
    return [replace(report, method=method.name) for report, method in zip(reports, methods, strict=True)]
