"""One network and where it is: loaded when first needed, on its device while it works."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

import torch
from torch import nn

from tas_desktop.backends.devices.choosing import AUTO, CPU, is_host, precision_name
from tas_desktop.backends.devices.notices import idle_moved_off, moved_to_cpu, who
from tas_desktop.backends.failures import backend_failures, is_out_of_memory
from tas_desktop.domain.errors import BackendFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tas_desktop.backends.devices.pace import Pace
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.domain.component import ComponentId

logger = logging.getLogger(__name__)

Module = TypeVar("Module", bound=nn.Module)


class Resident(Generic[Module]):
    """A network among those that share a device. Safe to use from several threads.

    Make one of a network that is loaded, or by `lazily` of one that is not yet.

    Args:
        module: the network, in evaluation mode.
        name: its name, as provenance has it.
        role: ``proposals``, ``encoder`` or ``captioner``.
        placement: who else is on the device.
        holds: half precisions in which it was shown to keep its accuracy, the best first.
        wanted: precision that the profile asks for; ``auto`` leaves it to the placement.
    """

    def __init__(
        self,
        module: Module | None,
        name: str,
        role: str,
        placement: Placement,
        *,
        holds: Sequence[torch.dtype] = (),
        wanted: str = AUTO,
    ) -> None:
        self.name, self.role, self.placement = name, role, placement
        self.paces: dict[str, Pace] = {}
        """What `run_in_batches` has learned of each kind of work."""
        self.last_used = 0.0
        self._load: Callable[[torch.dtype], Module] | None = None
        self._device, self._on_device, self._users, self._closed = placement.device, False, 0, False
        self._dtype = placement.precision_on(placement.device, holds=holds, wanted=wanted)
        self._module = module
        if module is not None:
            module.to(self._dtype)
        self._counting = threading.Condition()
        self._loading = threading.Lock()
        placement.register(self)

    @classmethod
    def lazily(
        cls,
        load: Callable[[torch.dtype], Module],
        name: str,
        role: str,
        placement: Placement,
        *,
        holds: Sequence[torch.dtype] = (),
        wanted: str = AUTO,
    ) -> Resident[Module]:
        """A network that is read when first needed.

        Args:
            load: reads it into the computer's memory, in evaluation mode and in the floating type that
                it is given (parts that must stay in float32 may).
            name: as for a loaded one, like all that follows.
            role: as there.
            placement: as there.
            holds: as there.
            wanted: as there.
        """
        resident = cls(None, name, role, placement, holds=holds, wanted=wanted)
        resident._load = load
        return resident

    @property
    def device(self) -> torch.device:
        """The device that it computes on while it is `ready`; inputs belong there."""
        return self._device

    @property
    def dtype(self) -> torch.dtype:
        """The floating type that it computes in; float inputs are of it."""
        return self._dtype

    def identify(self, component: ComponentId) -> ComponentId:
        """A network's identity in the precision chosen for it: halves give other numbers than float32."""
        if self._dtype is torch.float32:
            return component
        return replace(component, revision=f"{component.revision}+{precision_name(self._dtype)}")

    @property
    def is_loaded(self) -> bool:
        """Whether its weights have been read."""
        return self._module is not None

    @property
    def is_on_device(self) -> bool:
        """Whether it is on a device that others may need room on."""
        return self._on_device and not is_host(self._device)

    @contextmanager
    def ready(self) -> Iterator[Module]:
        """The network on its device, which it does not leave meanwhile.

        Raises:
            BackendFailed: there is not enough memory for it anywhere, or the device is lost.
            WeightsDamaged: the weights could not be read.
        """
        module = self._enter()
        try:
            yield module
        finally:
            with self._counting:
                self._users -= 1
                self.last_used = time.monotonic()
                self._counting.notify_all()

    @property
    def nbytes(self) -> int:
        """Bytes of its weights; 0 while they have not been read."""
        module = self._module
        return 0 if module is None else _bytes_of(module)

    def read(self) -> None:
        """Read the weights now, into the computer's memory.

        Raises:
            WeightsDamaged: they could not be read.
            BackendFailed: there is not enough memory for them.
        """
        with self._loading, backend_failures(who(self.role)):
            if self._module is not None or self._load is None:
                return
            start = time.monotonic()
            module = self._load(self._dtype)
            logger.info("read %s in %.1f s", self.name, time.monotonic() - start)
            with self._counting:
                if not self._closed:
                    self._module, self._load = module, None
        self.placement.news.change()

    def step_aside(self) -> bool:
        """Move to the computer's memory if nobody uses it now; whether it moved. Next `ready` returns it."""
        with self.placement.moving, self._counting:
            if self._users or not self.is_on_device or self._module is None:
                return False
            self._on_device = False
            _move(self._module, CPU)
            return True

    def settle_on_cpu(self) -> None:
        """Compute on the CPU from now on, in float32; waits for those who use it. Tells so."""
        before = self._device
        while not is_host(self._device):
            with self._counting:
                self._counting.wait_for(lambda: self._users == 0)
            with self.placement.moving, self._counting:
                if self._users == 0:  # nobody came between the two locks
                    self._device, self._on_device, self._dtype = CPU, False, torch.float32
                    if self._module is not None:
                        _move(self._module, CPU, dtype=torch.float32)
        if not is_host(before):
            self.placement.memory.release(before)
            self.placement.tell(moved_to_cpu(self.role, before), about=self.name)
            self.placement.news.change()

    def close(self) -> None:
        """Let go of the network and give its memory back; `ready` fails from now on."""
        with self._counting:
            self._closed, self._module, self._load, self._on_device = True, None, None, False
        self.placement.forget(self)
        self.placement.memory.release(self._device)

    def _enter(self) -> Module:
        while True:
            with self._counting:
                if self._closed:
                    raise BackendFailed(
                        f"The model {self.name} was let go of", next_step="Choose the profile again"
                    )
                if self._on_device and self._module is not None:
                    self._users += 1
                    return self._module
            self.read()
            with backend_failures(who(self.role)):
                if self._move_in() or self._move_in(alone=True):
                    continue
            self.settle_on_cpu()

    def _move_in(self, *, alone: bool = False) -> bool:
        """Move to its device; False where there is no room. ``alone`` sends every idle network away first."""
        placement = self.placement
        with placement.moving:
            if self._module is None or self._on_device:
                return True  # let go of, or moved in, meanwhile
            if alone and not placement.move_idle_off(keep=self):
                return False
            if not is_host(self._device):
                placement.make_room(self.nbytes, keep=self)
            if not self._fits(self._module):
                placement.memory.release(self._device)
                return False
            with self._counting:
                self._on_device = True
        if alone:
            placement.tell(idle_moved_off(self.role, self._device), about=self.name)
        return True

    def _fits(self, module: Module) -> bool:
        """Move the network; False, with all of it back, where memory ended on the way.

        Raises:
            RuntimeError: the computer's own memory was not enough, or the device is lost.
        """
        try:
            _move(module, self._device)
        except Exception as error:
            if is_host(self._device) or not is_out_of_memory(error):
                raise
        else:
            return True
        _move(module, CPU)
        return False


def _bytes_of(module: nn.Module) -> int:
    return sum(t.nbytes for t in (*module.parameters(), *module.buffers()))


def _move(module: nn.Module, device: torch.device, *, dtype: torch.dtype | None = None) -> None:
    # Weights that are moved under inference mode could never be changed again.
    with torch.inference_mode(mode=False):
        module.to(device=device, dtype=dtype)
