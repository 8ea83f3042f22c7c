"""Networks that share a device."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
import torch

from tas_desktop.backends.devices.choosing import choose_device, choose_precision
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.errors import BackendFailed, WeightsDamaged
from tests.backends.devices.budget import SMALL_DEVICE, hungry, small_placement
from tests.support.patience import join


def linear(_dtype=torch.float32):
    return torch.nn.Linear(4, 4).to(_dtype)


def test_a_lazy_network_is_read_once_when_first_needed():
    read = []

    def load(dtype):
        read.append(dtype)
        return linear(dtype)

    placement = Placement("cpu")
    resident = Resident.lazily(load, "net", "captioner", placement)
    assert not resident.is_loaded
    assert [r.loaded for r in placement.residences] == [False]
    threads = [threading.Thread(target=lambda: resident.ready().__enter__()) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        join(thread)
    assert read == [torch.float32]
    assert [r.loaded for r in placement.residences] == [True]


@pytest.mark.parametrize(("precision", "revision"), [("float32", "7"), ("float16", "7+float16")])
def test_half_precision_is_part_of_an_identity(precision, revision):
    placement = Placement("cpu", precision=precision)
    resident = Resident.lazily(linear, "net", "encoder", placement, holds=(torch.float16,))
    component = ComponentId("encoder", "net", "7")
    assert resident.identify(component) == ComponentId("encoder", "net", revision)


def test_what_cannot_be_read_says_so_each_time_it_is_needed():
    def load(_dtype):
        raise WeightsDamaged("half a file")

    placement = Placement("cpu")
    resident = Resident.lazily(load, "net", "encoder", placement)
    placement.warm_up()
    for _ in range(2):
        with pytest.raises(WeightsDamaged), resident.ready():
            pass


def test_warm_up_reads_in_order_and_sends_nobody_away():
    placement, _memory = small_placement(1_000)
    order = []

    def reader(name, weights):
        def load(_dtype):
            order.append(name)
            return torch.nn.Linear(weights // 4, 1, bias=False)

        return load

    first = Resident.lazily(reader("proposals", 600), "a", "proposals", placement)
    second = Resident.lazily(reader("captioner", 600), "b", "captioner", placement)
    placement.warm_up()
    assert order == ["proposals", "captioner"]
    assert (first.is_on_device, second.is_on_device) == (True, False)
    with second.ready():
        assert (first.is_on_device, second.is_on_device) == (False, True)


def test_a_network_in_use_does_not_leave():
    placement, memory = small_placement(1_000)
    resident = hungry(placement, memory)
    with resident.ready():
        assert not placement.move_idle_off(keep=hungry(placement, memory, name="other"))
        assert resident.is_on_device
    assert resident.step_aside()
    assert not resident.step_aside()


def test_half_precision_becomes_full_on_the_cpu():
    placement, _ = small_placement(10_000)
    resident = Resident(linear(), "net", "encoder", placement, holds=(torch.float16,))
    with resident.ready() as module:
        assert module.weight.dtype is torch.float16
        assert resident.dtype is torch.float16
    assert placement.residences[0].text == "cpu:0 float16"
    resident.settle_on_cpu()
    with resident.ready() as module:
        assert module.weight.dtype is torch.float32
    assert placement.residences[0].text == "cpu"


def test_listeners_hear_of_every_change():
    placement, _ = small_placement(10_000)
    heard = []
    placement.news.follow(lambda _: None, lambda: heard.append([r.text for r in placement.residences]))
    resident = Resident.lazily(linear, "net", "encoder", placement)
    with resident.ready():
        pass
    resident.settle_on_cpu()
    assert heard == [["cpu:0 float32"], ["cpu"]]


def test_memory_comes_back_on_close():
    placement = Placement("cpu")
    resident = Resident.lazily(linear, "net", "encoder", placement)
    with resident.ready() as module:
        gone = weakref.ref(module)
    del module
    placement.close()
    gc.collect()
    assert gone() is None
    assert placement.residences == ()
    with pytest.raises(BackendFailed), resident.ready():
        pass


def test_devices_and_precisions_by_name():
    assert choose_device("cpu") == torch.device("cpu")
    for wrong in ("cuda:99", "vulkan", "a toaster"):
        with pytest.raises(BackendFailed, match="cannot be used"):
            choose_device(wrong)
    with pytest.raises(BackendFailed, match="no precision"):
        Placement("cpu", precision="float8")
    cpu, halves = torch.device("cpu"), (torch.bfloat16, torch.float16)
    assert choose_precision(cpu, holds=halves) is torch.float32
    assert choose_precision(cpu, "float16") is torch.float16
    assert choose_precision(torch.device("mps"), holds=halves) is torch.float16
    assert choose_precision(SMALL_DEVICE, holds=()) is torch.float32
