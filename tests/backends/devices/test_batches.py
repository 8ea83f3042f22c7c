"""The memory ladder: smaller batches, idle networks off the device, the CPU; each told once."""

from __future__ import annotations

import pytest
import torch

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.domain.errors import BackendFailed, DeviceLost
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tests.backends.devices.budget import hungry, small_placement


def double(module, part):
    numbers = torch.tensor(part, dtype=torch.float32, device=module.resident.device)
    return module(numbers).tolist()


def module_of(resident):
    with resident.ready() as module:
        return module


def test_all_at_once_where_memory_is_enough():
    placement, memory = small_placement(100_000)
    resident = hungry(placement, memory)
    assert run_in_batches(resident, range(20), double, first_batch=32) == [2.0 * i for i in range(20)]
    assert module_of(resident).batches == [20]


def test_batches_grow_to_what_is_free():
    placement, memory = small_placement(400 + 4000)
    resident = hungry(placement, memory, per_item=100)
    run_in_batches(resident, range(100), double, first_batch=4)
    # 4,000 bytes are free, 100 an item, a fifth is left alone: 32; at first at most four times as many.
    assert module_of(resident).batches == [4, 16, 32, 32, 16]
    run_in_batches(resident, range(32), double, first_batch=4)
    assert module_of(resident).batches[5:] == [32]


def test_too_much_at_a_time_is_halved_and_told_once():
    notices = []
    placement, memory = small_placement(400 + 1000, on_notice=notices.append)
    resident = hungry(placement, memory, per_item=100)
    assert run_in_batches(resident, range(40), double, first_batch=32) == [2.0 * i for i in range(40)]
    tried = list(module_of(resident).batches)
    assert tried[:3] == [32, 16, 8]
    assert max(tried[2:]) == 8
    assert [n.code for n in notices] == ["memory-smaller-batches"]
    run_in_batches(resident, range(40), double, first_batch=32)
    assert max(module_of(resident).batches[len(tried) :]) <= 8
    assert len(notices) == 1


def test_idle_networks_leave_before_the_cpu_is_taken():
    notices = []
    placement, memory = small_placement(2_000, on_notice=notices.append)
    other = hungry(placement, memory, name="other", role="proposals", weights=1200)
    resident = hungry(placement, memory, per_item=900)
    run_in_batches(other, range(1), double)
    assert other.is_on_device
    assert run_in_batches(resident, range(2), double, first_batch=1) == [0.0, 2.0]
    assert not other.is_on_device
    assert resident.is_on_device
    assert [n.code for n in notices] == ["memory-idle-models-off"]
    assert run_in_batches(other, range(1), double) == [0.0]  # it comes back when it is needed


def test_the_cpu_is_the_last_step_and_a_warning():
    notices = []
    placement, memory = small_placement(1_000, on_notice=notices.append)
    resident = hungry(placement, memory, role="captioner", per_item=5_000)
    assert run_in_batches(resident, range(3), double, first_batch=2) == [0.0, 2.0, 4.0]
    assert not resident.is_on_device
    assert resident.device == torch.device("cpu")
    assert [(n.code, n.level.value) for n in notices] == [
        ("memory-smaller-batches", "info"),
        ("memory-on-cpu", "warning"),
    ]
    assert [r.text for r in placement.residences] == ["cpu"]


def test_out_of_memory_on_the_cpu_itself_is_a_known_error():
    class Greedy(torch.nn.Linear):
        def forward(self, _rows):
            raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried 1 TB")

    resident = Resident(Greedy(1, 1), "net", "encoder", Placement("cpu"))
    with pytest.raises(BackendFailed, match="encoder ran out of memory") as caught:
        run_in_batches(resident, range(8), lambda module, part: module(part), first_batch=4)
    assert caught.value.next_step


def test_a_lost_device_is_said():
    def break_down(_module, _part):
        raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")

    resident = Resident(torch.nn.Linear(1, 1), "net", "captioner", Placement("cpu"))
    with pytest.raises(DeviceLost, match="The captioner lost its device"):
        run_in_batches(resident, range(2), break_down)


def test_bugs_keep_their_traceback():
    resident = Resident(torch.nn.Linear(1, 1), "net", "encoder", Placement("cpu"))
    with pytest.raises(ZeroDivisionError):
        run_in_batches(resident, range(2), lambda _module, part: [1 / i for i in part])


def test_cancel_is_looked_at_before_each_batch():
    token, seen = CancelToken(), []

    def run(_module, part):
        seen.append(len(part))
        token.cancel()
        return part

    resident = Resident(torch.nn.Linear(1, 1), "net", "encoder", Placement("cpu"))
    with pytest.raises(Cancelled):
        run_in_batches(resident, range(8), run, control=Control(token), first_batch=4)
    assert seen == [4]


def test_kinds_of_work_are_told_apart():
    placement, memory = small_placement(400 + 1000)
    resident = hungry(placement, memory, per_item=100)
    run_in_batches(resident, range(40), double, first_batch=32, kind="crops")
    before = len(module_of(resident).batches)
    run_in_batches(resident, range(4), double, first_batch=2, kind="texts")
    assert module_of(resident).batches[before] == 2
