"""Who is on the device: the networks of a profile share it, and idle ones make room."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch

from tas_desktop.backends.devices.choosing import (
    AUTO,
    CPU,
    choose_device,
    choose_precision,
    is_host,
    precision_name,
)
from tas_desktop.backends.devices.memory import DeviceMemory
from tas_desktop.domain.errors import KnownError
from tas_desktop.engine.news import News

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.backends.devices.memory import Memory
    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.domain.notice import Notice

logger = logging.getLogger(__name__)

MARGIN: Final = 1.1
"""Room asked for per byte of weights that are to move in: allocators round up."""


@dataclass(frozen=True, slots=True)
class Residence:
    """Where one network runs.

    Attributes:
        role: ``proposals``, ``encoder``, ``captioner``, …
        name: the network's.
        device: torch's name of the device it computes on, such as ``cuda:0``.
        precision: floating type in use, such as ``float16``.
        loaded: False until it is needed for the first time; what it will be is then told.
    """

    role: str
    name: str
    device: str
    precision: str
    loaded: bool

    @property
    def text(self) -> str:
        """For people: ``cuda:0 float16``; the CPU's float32 goes without saying."""
        if self.device == "cpu" and self.precision == "float32":
            return self.device
        return f"{self.device} {self.precision}"


class Placement:
    """Keeps the residents of a profile and decides who is on the device.

    Args:
        device: ``auto`` or a device by name, see `choose_device`; or one that was chosen.
        precision: ``auto`` or one of `choosing.PRECISIONS`, for every network.
        memory: how the device's memory is counted; torch's allocators unless told otherwise.
        limit_bytes: use at most so much of the device's memory; None takes what is free.

    Raises:
        BackendFailed: the device or the precision cannot be used.
    """

    def __init__(
        self,
        device: str | torch.device = AUTO,
        *,
        precision: str = AUTO,
        memory: Memory | None = None,
        limit_bytes: int | None = None,
    ) -> None:
        self.device: torch.device = choose_device(device) if isinstance(device, str) else device
        self.moving = threading.RLock()
        """Held while a network moves; a resident that is where it belongs does not ask for it."""
        self._memory: Memory = memory or DeviceMemory()
        self._precision, self._limit = precision, limit_bytes
        choose_precision(self.device, precision)  # refuse a wrong word now
        self._residents: list[Resident[Any]] = []
        self._fixed: list[Residence] = []
        self.news = News()
        """Notices of the memory ladder, and word that `residences` says something else."""

    @property
    def memory(self) -> Memory:
        """Counts the device's memory."""
        return self._memory

    @property
    def residences(self) -> tuple[Residence, ...]:
        """Every network: those that never leave the CPU, then the others in the order of registration."""
        movable = (
            Residence(r.role, r.name, str(r.device), precision_name(r.dtype), r.is_loaded)
            for r in self._residents
        )
        return (*self._fixed, *movable)

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """``(role, device)`` of every network, the device as people read it."""
        return tuple((residence.role, residence.text) for residence in self.residences)

    def precision_on(
        self, device: torch.device, *, holds: Sequence[torch.dtype] = (), wanted: str = AUTO
    ) -> torch.dtype:
        """Floating type of a network: its own wish before the placement's, see `choose_precision`."""
        return choose_precision(device, self._precision if wanted == AUTO else wanted, holds=holds)

    def free_bytes(self) -> int | None:
        """Bytes that new tensors may take on the device; None where nobody knows.

        A network that works on the CPU instead has no use for it: nobody counts a CPU's peak.
        """
        free = self._memory.free_bytes(self.device)
        if self._limit is None:
            return free
        left = max(0, self._limit - self._memory.used_bytes(self.device))
        return left if free is None else min(free, left)

    def register(self, resident: Resident[Any]) -> None:
        """Know a network from now on; `Resident` calls it."""
        self._residents.append(resident)

    def note_fixed(self, role: str, name: str) -> None:
        """Know of a part that works on the CPU whatever the device, such as one without a network."""
        self._fixed.append(Residence(role, name, str(CPU), precision_name(torch.float32), loaded=True))

    def forget(self, resident: Resident[Any]) -> None:
        """Know it no longer."""
        if resident in self._residents:
            self._residents.remove(resident)

    def make_room(self, nbytes: int, *, keep: Resident[Any]) -> bool:
        """Move idle networks away, the longest idle first, until ``nbytes`` of weights fit.

        Returns:
            Whether any network was moved.
        """
        moved = False
        for resident in self._idle(keep):
            free = self.free_bytes()
            if free is None or free >= MARGIN * nbytes:
                break
            moved = resident.step_aside() or moved
            self._memory.release(self.device)
        return moved

    def move_idle_off(self, *, keep: Resident[Any]) -> bool:
        """Move every idle network but ``keep`` off the device; whether any was moved."""
        moved = [resident.name for resident in self._idle(keep) if resident.step_aside()]
        if moved:
            logger.info("moved off %s: %s", self.device, ", ".join(moved))
        self._memory.release(self.device)
        return bool(moved)

    def tell(self, notice: Notice, *, about: str = "") -> None:
        """Hand a notice on, once for each code and network: it would hold for every picture."""
        if self.news.tell(notice, about=about):
            logger.warning("%s: %s", about or self.device, notice.text)

    def warm_up(self) -> None:
        """Read what has not been read, in the order of registration, and move in what fits beside the rest.

        For a thread of its own, so that the first picture need not wait; what fails here fails again, and
        is told, when it is needed.
        """
        for resident in tuple(self._residents):
            try:
                resident.read()
                free = self.free_bytes()
                if free is None or free >= MARGIN * resident.nbytes:
                    with resident.ready():
                        pass
            except KnownError as error:
                logger.info("%s is not loaded ahead: %s", resident.name, error)
                return

    def close(self) -> None:
        """Let go of every network and give their memory back."""
        for resident in tuple(self._residents):
            resident.close()
        for device in (self.device, CPU):
            self._memory.release(device)

    def _idle(self, keep: Resident[Any]) -> list[Resident[Any]]:
        if is_host(self.device):
            return []
        there = [r for r in self._residents if r is not keep and r.is_on_device]
        return sorted(there, key=lambda resident: resident.last_used)
