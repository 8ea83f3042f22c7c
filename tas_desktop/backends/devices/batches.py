"""As much at a time as memory allows, and what to do where even little is too much."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, TypeVar

import torch
from torch import nn

from tas_desktop.backends.devices.choosing import is_host
from tas_desktop.backends.devices.notices import idle_moved_off, smaller_batches, who
from tas_desktop.backends.devices.pace import Pace
from tas_desktop.backends.failures import backend_failures, is_out_of_memory
from tas_desktop.domain.errors import BackendFailed
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.engine.control import Control

logger = logging.getLogger(__name__)

Item = TypeVar("Item")
Out = TypeVar("Out")
Module = TypeVar("Module", bound=nn.Module)

STAGES: Final = {"proposals": Stage.PROPOSALS, "encoder": Stage.ENCODE, "captioner": Stage.CAPTION}


def run_in_batches(
    resident: Resident[Module],
    items: Sequence[Item],
    run: Callable[[Module, Sequence[Item]], Iterable[Out]],
    *,
    control: Control | None = None,
    first_batch: int = 32,
    kind: str = "",
) -> list[Out]:
    """Run a network over items, a batch at a time, without gradients.

    The first batch has ``first_batch`` items. On a device that counts its peak memory the following ones
    grow or shrink to what is free; elsewhere they stay. Where memory is not enough the batch is halved,
    down to one; then idle networks leave the device; then this one goes on on the CPU; each time with a
    notice. What was learned about batches holds for the next call.

    Args:
        resident: the network.
        items: what it works on.
        run: makes one output per item, in order; called with the network, and in inference mode. Inputs
            go to ``resident.device`` and, where they are floats, ``resident.dtype``, read in each call:
            the network may have moved.
        control: where to report and when to stop; looked at before each batch.
        first_batch: items to start with.
        kind: tells works of one network apart whose items differ in size, such as texts from crops.

    Raises:
        Cancelled: the control's token was set.
        BackendFailed: memory is not enough for a single item even on the CPU.
        DeviceLost: the device stopped answering.
    """
    pace = resident.paces.setdefault(kind, Pace.starting_with(first_batch))
    made: list[Out] = []
    may_move_others = True
    while len(made) < len(items):
        if control is not None:
            control.step(STAGES.get(resident.role, Stage.ENCODE), len(made), len(items))
        part = items[len(made) : len(made) + pace.batch]
        found = _attempt(resident, part, run, pace=pace)
        if found is not None:
            made += found
        elif len(part) > 1:
            pace.halve(len(part))
            resident.placement.tell(
                smaller_batches(resident.role, resident.device, batch=pace.batch), about=resident.name
            )
        elif may_move_others and resident.placement.move_idle_off(keep=resident):
            may_move_others = False
            pace.start_again()
            resident.placement.tell(idle_moved_off(resident.role, resident.device), about=resident.name)
        elif not is_host(resident.device):
            resident.settle_on_cpu()
            pace.start_again()
        else:
            raise BackendFailed(
                f"{who(resident.role)} ran out of memory",
                next_step="Close other programs, or choose a smaller profile",
            )
    return made


def _attempt(
    resident: Resident[Module],
    part: Sequence[Item],
    run: Callable[[Module, Sequence[Item]], Iterable[Out]],
    *,
    pace: Pace,
) -> list[Out] | None:
    """One batch; None where memory was not enough, by then free of what the attempt had taken."""
    placement, memory = resident.placement, resident.placement.memory
    try:
        with resident.ready() as module, torch.inference_mode():
            device = resident.device
            free, before = placement.free_bytes(), memory.used_bytes(device)
            memory.restart_peak(device)
            found = list(run(module, part))
            peak = memory.peak_bytes(device)
            pace.learn(len(part), took=None if peak is None else peak - before, free=free)
            return found
    except Exception as error:
        if not is_out_of_memory(error):
            with backend_failures(who(resident.role)):
                raise
        logger.info("%s: no memory for %d at a time: %s", resident.name, len(part), error)
    # The exception is gone here, and with it the frames that held the batch's tensors.
    memory.release(resident.device)
    return None
