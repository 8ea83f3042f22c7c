"""A device with little memory: the CPU under another name, with an allocator that keeps to a budget.

The networks really run and really move; only the bytes are counted by hand. `torch.device("cpu", 0)` is
another device than `torch.device("cpu")` to a placement, and the same one to torch.
"""

from __future__ import annotations

import torch
from torch import nn

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident

SMALL_DEVICE = torch.device("cpu", 0)


class BudgetMemory:
    """Counts what `Hungry` networks say they use; refuses, as torch does, what goes over the budget."""

    def __init__(self, budget: int) -> None:
        self.budget, self.peak = budget, 0
        self.placement: Placement | None = None
        self.working = 0

    def used_bytes(self, device):
        assert self.placement is not None
        there = [r for r in self.placement._residents if r.is_on_device]
        return self.working + sum(r.nbytes for r in there) if device == SMALL_DEVICE else 0

    def free_bytes(self, device):
        return self.budget - self.used_bytes(device)

    def restart_peak(self, device):
        self.peak = self.used_bytes(device)

    def peak_bytes(self, device):
        return self.peak if device == SMALL_DEVICE else None

    def release(self, device):
        pass

    def take(self, nbytes: int) -> None:
        """What a pass allocates.

        Raises:
            torch.OutOfMemoryError: the budget is smaller.
        """
        self.working += nbytes
        try:
            self.peak = max(self.peak, self.used_bytes(SMALL_DEVICE))
            if self.used_bytes(SMALL_DEVICE) > self.budget:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
        finally:
            self.working -= nbytes


class Hungry(nn.Module):
    """Doubles numbers; each of them takes ``per_item`` bytes of the device while it does."""

    def __init__(self, memory: BudgetMemory, *, weights: int, per_item: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.full((weights // 4,), 2.0))
        self.memory, self.per_item = memory, per_item
        self.resident: Resident[Hungry] | None = None
        self.batches: list[int] = []

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        self.batches.append(len(numbers))
        if self.resident is None or self.resident.is_on_device:
            self.memory.take(len(numbers) * self.per_item)
        return numbers * self.weight[0]


def small_placement(
    budget: int, *, on_notice=lambda _: None, follow: bool = True
) -> tuple[Placement, BudgetMemory]:
    memory = BudgetMemory(budget)
    placement = Placement(SMALL_DEVICE, memory=memory)
    memory.placement = placement
    if follow:
        placement.news.follow(on_notice, lambda: None)
    return placement, memory


def hungry(placement, memory, *, name="net", role="encoder", weights=400, per_item=100) -> Resident[Hungry]:
    module = Hungry(memory, weights=weights, per_item=per_item)
    module.resident = Resident(module, name, role, placement)
    return module.resident
