"""What both families of image networks do alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.encoders.inside.form import Family
from tas_desktop.backends.interruption import stopping_when
from tas_desktop.engine.control import Control

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.backends.encoders.inside.form import TowerForm

_AT_ONCE = 32


class Tower:
    """An image network that is lent by a resident; fills ``engine.tower_ports.ImageTower``.

    Args:
        resident: the whole network, whose ``visual`` part is looked into.
        form: what that part is like.
        dim: numbers per feature.
    """

    def __init__(self, resident: Resident[Any], form: TowerForm, *, dim: int) -> None:
        self._resident, self._form, self._dim = resident, form, dim

    @property
    def side_px(self) -> int:
        """See the port."""
        return self._form.side_px

    @property
    def grid_hw(self) -> tuple[int, int]:
        """See the port."""
        return self._form.grid, self._form.grid

    @property
    def depth(self) -> int:
        """See the port."""
        return self._form.depth

    @property
    def mean_rgb(self) -> tuple[float, float, float]:
        """See the port."""
        return self._form.mean_rgb

    @property
    def std_rgb(self) -> tuple[float, float, float]:
        """See the port."""
        return self._form.std_rgb

    @property
    def mixes_unscaled(self) -> bool:
        """See the port."""
        return self._form.family is Family.TRANSFORMER

    @property
    def logit_scale(self) -> float:
        """See the port."""
        with self._resident.ready() as network:
            return float(network.logit_scale.detach().float().exp())

    def encode_pictures(self, pictures_nchw: NDArray[np.float32], *, control: Control) -> NDArray[np.float32]:
        """See the port."""
        return self.rows(
            list(pictures_nchw),
            lambda visual, part: visual(self.tensor(np.stack(part))),
            control=control,
            kind="pictures",
        )

    def rows(
        self,
        items: Sequence[Any],
        run: Callable[[Any, Sequence[Any]], torch.Tensor],
        *,
        control: Control | None = None,
        kind: str,
        first_batch: int = _AT_ONCE,
    ) -> NDArray[np.float32]:
        """Features of items, a batch at a time: float32, shape (len(items), dim).

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory.
        """

        def work(network: Any, part: Sequence[Any]) -> NDArray[np.float32]:
            return np.asarray(run(network.visual, part).float().cpu().numpy(), np.float32)

        quiet = Control() if control is None else Control(control.token)
        with stopping_when(quiet.token.check):
            made = run_in_batches(
                self._resident, items, work, control=quiet, first_batch=first_batch, kind=kind
            )
        return np.stack(made) if made else np.zeros((0, self._dim), np.float32)

    def tensor(self, array: NDArray[Any]) -> torch.Tensor:
        """An array where and as the network computes."""
        return torch.from_numpy(np.ascontiguousarray(array)).to(self._resident.device, self._resident.dtype)
