"""An annotator's points and boxes, answered by any promptable mask network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.sam.networks import Embedding, MaskNetwork, Question
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.prompting import MaskChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import nn

    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.engine.ports import PromptView

TOGETHER = -1
"""Owner of masks that answer all prompts together."""


@dataclass(frozen=True, eq=False)
class NetworkView:
    """A window of a picture, embedded; see `engine.ports.PromptView`.

    Attributes:
        origin_xy: the window's corner in pixels of the picture.
        picture_scale: pixels of the picture per pixel of the copy that was embedded.
        embedding: in the computer's memory, where views of many pictures do not crowd a device.
        map_scale: pixels of a mask per pixel of the picture.
    """

    origin_xy: PointXy
    picture_scale: float
    embedding: Embedding
    map_scale: float

    @property
    def nbytes(self) -> int:
        """Bytes of the embedding."""
        return self.embedding.nbytes

    @property
    def map_hw(self) -> tuple[int, int]:
        """Rows and columns of its masks."""
        scale = self.map_scale * self.picture_scale
        height, width = (max(1, round(side * scale)) for side in self.embedding.frame.picture_hw)
        return height, width

    def to_window(self, point_xy: PointXy) -> PointXy:
        """A point of the picture in pixels of the copy, moved to the window's border where it lies beyond."""
        height, width = self.embedding.frame.picture_hw
        x, y = ((point_xy[axis] - self.origin_xy[axis]) / self.picture_scale for axis in (0, 1))
        return min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))


class NetworkPromptDecoder:
    """`engine.ports.PromptDecoder` over a network that may be proposing in another thread.

    Args:
        network: the network.
        name: of the component.
        revision: of the weights.
    """

    def __init__(self, network: MaskNetwork, *, name: str, revision: str) -> None:
        self._network = network
        self.component = ComponentId("prompts", name, revision)

    def look(
        self, image_rgb: NDArray[np.uint8], *, window_xywh: tuple[int, int, int, int], scale: float
    ) -> NetworkView:
        """See `PromptDecoder.look`.

        Raises:
            BackendFailed: memory is not enough even on the CPU, or the device is lost.
        """
        x, y, w, h = window_xywh
        embedding = self._network.embed(image_rgb[y : y + h, x : x + w]).on(torch.device("cpu"))
        map_scale = embedding.map_side / (max(w, h) * scale)
        return NetworkView((x * scale, y * scale), scale, embedding, map_scale)

    def decode(
        self,
        view: PromptView,
        *,
        inside_xy: Sequence[PointXy],
        outside_xy: Sequence[PointXy],
        box_xywh: BoxXywh | None,
    ) -> MaskChoices:
        """See `PromptDecoder.decode`; three masks of all prompts together, then three of each point inside.

        Raises:
            BackendFailed: memory is not enough even on the CPU, or the device is lost.
            TypeError: the view is another decoder's.
        """
        if not isinstance(view, NetworkView):
            raise TypeError(type(view))
        inside = [view.to_window(point) for point in inside_xy]
        outside = [view.to_window(point) for point in outside_xy]
        together = Question(tuple(inside), tuple(outside), _to_window_box(view, box_xywh))
        answers = [self._answer(view, [together])]
        if inside and together != Question((inside[0],)):
            answers.append(self._answer(view, [Question((point,)) for point in inside]))
        elif inside:
            answers.append(answers[0])  # a single point by itself: the same question
        shares = np.concatenate([shares for shares, _quality in answers])
        quality = np.concatenate([quality for _shares, quality in answers])
        per_question = len(answers[0][1])
        owners = np.repeat(np.arange(TOGETHER, len(inside)), per_question)
        return MaskChoices(shares, quality, owners)

    def _answer(
        self, view: NetworkView, questions: Sequence[Question]
    ) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """How sure each pixel belongs to each mask, (N, h, w), and the estimated IoUs (N,)."""

        def ask(
            module: nn.Module, batch: Sequence[Question]
        ) -> list[tuple[NDArray[np.float32], NDArray[np.float64]]]:
            logits, quality = self._network.ask(module, view.embedding, batch)
            maps = view.embedding.frame.cut(logits.flatten(0, 1), map_hw=view.map_hw)
            shares = (maps - self._network.mask_threshold).sigmoid().cpu().numpy()
            qualities = quality.cpu().numpy().astype(np.float64)
            return list(zip(shares.reshape(*logits.shape[:2], *shares.shape[1:]), qualities, strict=True))

        found = run_in_batches(self._network.resident, questions, ask, first_batch=16, kind="prompts")
        return np.concatenate([one[0] for one in found]), np.concatenate([one[1] for one in found])


def _to_window_box(view: NetworkView, box_xywh: BoxXywh | None) -> BoxXywh | None:
    if box_xywh is None:
        return None
    x, y, w, h = box_xywh
    (left, top), (right, bottom) = view.to_window((x, y)), view.to_window((x + w, y + h))
    return left, top, right - left, bottom - top
