"""What all of open_clip's networks have in common behind ``engine.ports.ImageTextEncoder``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from torch.nn import functional as F

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.encoders.inside import open_tower
from tas_desktop.backends.encoders.short_texts import encode_tokens
from tas_desktop.backends.interruption import stopping_when
from tas_desktop.domain.errors import BackendFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.backends.encoders.inside.form import TowerForm
    from tas_desktop.backends.encoders.inside.tower import Tower
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.engine.control import Control

_IMAGE_BATCH = 32
_TEXT_BATCH = 256


class TowerEncoder(ABC):
    """An image tower and a text tower with one space. Safe to call from several threads.

    Methods that read more out of a network than its features (regions, maps, gradients) work on
    `resident` with what `prepare` makes.

    Args:
        resident: a network with open_clip's ``encode_image`` and ``encode_text``.
        component: its identity in float32.
        dim: numbers per feature.
        form: of the image tower inside; None where methods cannot look into it.
    """

    cuts_texts: ClassVar[bool] = True
    """Whether places that no text reaches are left out: the same numbers but for the order of additions."""

    def __init__(
        self, resident: Resident[Any], *, component: ComponentId, dim: int, form: TowerForm | None = None
    ) -> None:
        self.resident, self.dim = resident, dim
        self.component = resident.identify(component)
        self.tower: Tower | None = open_tower(resident, form, dim=dim)

    @abstractmethod
    def prepare(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> Tensor:
        """Crops as the image tower takes them: float32 on the CPU, shape (N, 3, side, side), normalised."""

    @abstractmethod
    def tokens(self, texts: Sequence[str]) -> Tensor:
        """Texts as the text tower takes them: int64 on the CPU, shape (N, context length)."""

    def encode_images(
        self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control
    ) -> NDArray[np.float32]:
        """Features of uint8 crops of any size, shape (len(crops_rgb), dim), rows of norm 1.

        Looks at the cancel flag before every batch, and before every block of a network whose blocks
        are watched (`interruption.watch_blocks`).

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory, or numbers beyond the precision in use.
        """

        def run(network: Any, part: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
            pixels = self.prepare(part).to(self.resident.device, self.resident.dtype)
            return self._unit_rows(network.encode_image(pixels))

        with stopping_when(control.token.check):
            made = run_in_batches(
                self.resident, crops_rgb, run, control=control, first_batch=_IMAGE_BATCH, kind="crops"
            )
        return self._stacked(made)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Features of texts, shape (len(texts), dim), rows of norm 1.

        Raises:
            BackendFailed: out of memory, or numbers beyond the precision in use.
        """

        def run(network: Any, part: Sequence[str]) -> NDArray[np.float32]:
            return self._unit_rows(self._encode_texts(network, part))

        return self._stacked(run_in_batches(self.resident, texts, run, first_batch=_TEXT_BATCH, kind="texts"))

    def encode_texts_plain(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``engine.ports.GivesPlainTexts``: as `encode_texts`, before any scaling."""

        def run(network: Any, part: Sequence[str]) -> NDArray[np.float32]:
            made = self._encode_texts(network, part)
            return np.asarray(made.float().cpu().numpy(), np.float32)

        return self._stacked(run_in_batches(self.resident, texts, run, first_batch=_TEXT_BATCH, kind="texts"))

    def _encode_texts(self, network: Any, texts: Sequence[str]) -> Tensor:
        tokens = self.tokens(texts).to(self.resident.device)
        made: Tensor = encode_tokens(network, tokens) if self.cuts_texts else network.encode_text(tokens)
        return made

    def _unit_rows(self, features: Tensor) -> NDArray[np.float32]:
        rows = np.asarray(F.normalize(features.float(), dim=-1).cpu().numpy(), dtype=np.float32)
        if not np.isfinite(rows).all():
            raise BackendFailed(
                f"The encoder {self.resident.name} gave numbers that {self.resident.dtype} cannot hold",
                next_step="Choose float32 as the precision",
            )
        return rows

    def _stacked(self, rows: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)
