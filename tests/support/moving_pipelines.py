"""Pipelines whose captioner is a network on a device: one too small for it, and one that breaks down."""

from __future__ import annotations

from dataclasses import replace

import torch

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.engine.methods import method_named
from tas_desktop.session.engine_pipeline import EnginePipeline
from tests.backends.devices.budget import hungry, small_placement
from tests.support.colour_pipeline import ColourCaptioner, colour_components


class PlacedCaptioner(ColourCaptioner):
    """Runs a network beside each batch of captions; `lose` breaks the device instead."""

    def __init__(self, resident, *, lose=False):
        super().__init__()
        self.resident, self.lose = resident, lose

    def caption(self, crops_rgb, *, control):
        def run(module, part):
            if self.lose:
                raise torch.AcceleratorError("CUDA error: device-side assert triggered")
            module(torch.zeros(len(part), device=self.resident.device))
            return ColourCaptioner.caption(self, part, control=control)

        return run_in_batches(self.resident, crops_rgb, run, control=control)


def crowded_pipeline() -> EnginePipeline:
    """Memory ends with two captions at a time, and with one."""
    return _placed(budget=1_000, per_item=5_000)


def breaking_pipeline() -> EnginePipeline:
    """The device is lost with the first caption."""
    return _placed(budget=100_000, per_item=1, lose=True)


def _placed(*, budget, per_item, lose=False):
    placement, memory = small_placement(budget, follow=False)
    resident = hungry(placement, memory, name="wide", role="captioner", per_item=per_item)
    parts = replace(colour_components(), captioner=PlacedCaptioner(resident, lose=lose))
    return EnginePipeline(parts, method=method_named("tas"), profile="colours", placement=placement)
