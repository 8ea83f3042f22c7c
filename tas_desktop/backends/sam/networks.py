"""What the mask networks of all families have in common: look at a picture once, answer prompts often."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch

from tas_desktop.backends.devices.batches import run_in_batches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.backends.sam.frames import Frame
    from tas_desktop.domain.prompt import BoxXywh, PointXy

Features = dict[str, Any]
"""Embeddings by the name under which the family's decoder takes them: tensors, or lists of tensors."""

ON_OBJECT: Final = 1
BESIDE: Final = 0


@dataclass(frozen=True, eq=False)
class Embedding:
    """A picture as a network's image encoder left it.

    Attributes:
        frame: how the picture lies in the network's input.
        features: float32, on any device.
    """

    frame: Frame
    features: Features

    @property
    def map_side(self) -> int:
        """Pixels along the longer side of the decoder's masks, which show the whole of the input.

        Decoders upscale the embedding fourfold; those that take finer features as well draw at their size.
        """
        maps = self.features["image_embeddings"]
        finest = maps[0].shape[-2:] if isinstance(maps, list) else [4 * side for side in maps.shape[-2:]]
        return int(max(finest))

    @property
    def nbytes(self) -> int:
        """Bytes of all tensors."""
        return sum(tensor.nbytes for tensor in _tensors(self.features))

    def on(self, device: torch.device) -> Embedding:
        """The same on a device; itself where it is there."""
        return Embedding(self.frame, _map(self.features, lambda tensor: tensor.to(device)))


@dataclass(frozen=True, slots=True)
class Question:
    """Prompts that ask for one object, in pixels of the picture.

    Attributes:
        inside_xy: points on it.
        outside_xy: points beside it.
        box_xywh: its box, or None. Questions of one batch have the same number of points, and all or
            none of them a box.
    """

    inside_xy: tuple[PointXy, ...] = ()
    outside_xy: tuple[PointXy, ...] = ()
    box_xywh: BoxXywh | None = None


@dataclass(frozen=True, eq=False)
class PromptTensors:
    """K questions of P points in pixels of the network's input.

    Attributes:
        points_kp2: float32 (K, P, 2), x before y; None where no question has points.
        labels_kp: int64 (K, P), `ON_OBJECT` or `BESIDE`; None likewise.
        boxes_k4: float32 (K, 4), left, top, right, bottom; None where no question has a box.
    """

    points_kp2: Tensor | None
    labels_kp: Tensor | None
    boxes_k4: Tensor | None


class MaskNetwork(ABC):
    """A promptable mask network; it keeps nothing of a picture, so that several threads may ask it.

    Args:
        resident: the network on its device: the image encoder may be in half precision, prompt encoder
            and mask decoder are in float32, which costs little and keeps outlines.
    """

    mask_threshold: float = 0.0
    """Logit above which a pixel belongs to a mask."""

    def __init__(self, resident: Resident[nn.Module]) -> None:
        self.resident = resident

    @abstractmethod
    def encode(self, module: nn.Module, image_rgb: NDArray[np.uint8]) -> Embedding:
        """Preprocess as the family does and run the image encoder; called on the network's device."""

    @abstractmethod
    def decode(self, module: nn.Module, features: Features, prompts: PromptTensors) -> tuple[Tensor, Tensor]:
        """Run prompt encoder and mask decoder.

        Returns:
            logits float32 (K, M, h, w) and predicted IoUs float32 (K, M) of M masks for each question.
        """

    def embed(self, image_rgb: NDArray[np.uint8]) -> Embedding:
        """Look at a uint8 picture (height, width, 3).

        Raises:
            BackendFailed: memory is not enough even on the CPU, or the device is lost.
        """

        def look(module: nn.Module, pictures: Sequence[NDArray[np.uint8]]) -> list[Embedding]:
            return [self.encode(module, picture) for picture in pictures]

        return run_in_batches(self.resident, [image_rgb], look, first_batch=1, kind="pictures")[0]

    def ask(
        self, module: nn.Module, embedding: Embedding, questions: Sequence[Question]
    ) -> tuple[Tensor, Tensor]:
        """Masks of a batch of questions, within `run_in_batches`; as `decode` returns them."""
        device = self.resident.device
        prompts = to_tensors(questions, embedding.frame, device=device)
        return self.decode(module, embedding.on(device).features, prompts)

    def close(self) -> None:
        """Give the network's memory back; `embed` and `ask` fail from now on."""
        self.resident.close()


def to_tensors(questions: Sequence[Question], frame: Frame, *, device: torch.device) -> PromptTensors:
    """Questions in pixels of the network's input."""
    points = [[frame.to_network(xy) for xy in (*one.inside_xy, *one.outside_xy)] for one in questions]
    labels = [[ON_OBJECT] * len(one.inside_xy) + [BESIDE] * len(one.outside_xy) for one in questions]
    boxes = [_corners(one.box_xywh, frame) for one in questions if one.box_xywh is not None]
    has_points = bool(points and points[0])
    return PromptTensors(
        torch.tensor(points, dtype=torch.float32, device=device) if has_points else None,
        torch.tensor(labels, dtype=torch.int64, device=device) if has_points else None,
        torch.tensor(boxes, dtype=torch.float32, device=device) if boxes else None,
    )


def _corners(box_xywh: BoxXywh, frame: Frame) -> tuple[float, float, float, float]:
    x, y, w, h = box_xywh
    return *frame.to_network((x, y)), *frame.to_network((x + w, y + h))


def as_float32(features: Mapping[str, Any]) -> Features:
    """Embeddings in the decoder's precision."""
    return _map(features, lambda tensor: tensor.float())


def _map(features: Mapping[str, Any], change: Callable[[Tensor], Tensor]) -> Features:
    return {
        name: [change(one) for one in value] if isinstance(value, list | tuple) else change(value)
        for name, value in features.items()
    }


def _tensors(features: Mapping[str, Any]) -> list[Tensor]:
    return [
        tensor
        for value in features.values()
        for tensor in (value if isinstance(value, list | tuple) else [value])
    ]
