"""transformers' mask-generation models as `MaskNetwork`.

SAM, SAM-HQ, SAM 2 and 2.1, SAM 3's tracker and EdgeTAM share the calls that transformers' own
``mask-generation`` pipeline makes, which are made here, too, with one difference: that pipeline scales its
points as if every model padded pictures, while all but SAM and SAM-HQ squash them, so that on a picture that
is not square it asks in the wrong places. Points are scaled here as the models' processors scale a user's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from tas_desktop.backends.interruption import watch_blocks
from tas_desktop.backends.refusals import misfit
from tas_desktop.backends.sam.frames import Frame
from tas_desktop.backends.sam.networks import Embedding, Features, MaskNetwork, PromptTensors, as_float32
from tas_desktop.backends.transformers_folders import load_network, read_model_type, refusing

if TYPE_CHECKING:
    from pathlib import Path

    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from tas_desktop.backends.devices.resident import Resident

AUTO_CLASS = "AutoModelForMaskGeneration"


class HubSam(MaskNetwork):
    """A model that `load_hub_network` read, with its folder's image processor.

    Args:
        resident: the network on its device.
        processor: transformers' image processor of the family.
    """

    def __init__(self, resident: Resident[nn.Module], processor: Any) -> None:
        super().__init__(resident)
        self._processor = processor

    def encode(self, module: nn.Module, image_rgb: NDArray[np.uint8]) -> Embedding:
        """See `MaskNetwork.encode`."""
        model: Any = module
        frame = self._frame(image_rgb.shape[:2])
        inputs = self._processor(
            images=_no_thinner(np.array(image_rgb), frame),  # a copy: torch wants to be able to write
            return_tensors="pt",
            input_data_format="channels_last",
        )
        weight = next(model.vision_encoder.parameters())
        found = model.get_image_embeddings(inputs["pixel_values"].to(weight.device, weight.dtype))
        return Embedding(frame, as_float32(_named(found)))

    def decode(self, module: nn.Module, features: Features, prompts: PromptTensors) -> tuple[Tensor, Tensor]:
        """See `MaskNetwork.decode`."""
        points, labels, boxes = prompts.points_kp2, prompts.labels_kp, prompts.boxes_k4
        found = module(
            **features,
            input_points=None if points is None else points[None],
            input_labels=None if labels is None else labels[None],
            input_boxes=None if boxes is None else boxes[None],
            multimask_output=True,
        )
        return found.pred_masks[0], found.iou_scores[0]

    def _frame(self, picture_hw: tuple[int, ...]) -> Frame:
        height, width = picture_hw
        square_hw = _square(self._processor)
        if self._processor.size.longest_edge:
            return Frame.padded((height, width), side=square_hw[0])
        return Frame.squashed((height, width), square_hw=square_hw)


def load_image_processor(folder: Path) -> Any:
    """The image processor of a hub folder, transformers' own.

    Raises:
        WeightsDamaged: a description is missing or unreadable.
        ModelRefused: it is of no mask-generation model, wants code of its own or a newer transformers.
    """
    model_type = read_model_type(folder)
    from transformers import AutoImageProcessor
    from transformers.models.auto.modeling_auto import MODEL_FOR_MASK_GENERATION_MAPPING_NAMES

    if model_type not in MODEL_FOR_MASK_GENERATION_MAPPING_NAMES:
        raise misfit(folder, what="a mask-generation model", detail=f"it is of the type {model_type[:60]!r}")
    with refusing(folder, what="its image processor"):
        processor = AutoImageProcessor.from_pretrained(
            str(folder), local_files_only=True, trust_remote_code=False
        )
    if not hasattr(processor, "post_process_masks"):
        raise misfit(folder, what="a mask-generation model", detail="its image processor is another's")
    return processor


def load_hub_network(folder: Path, *, processor: Any, precision: torch.dtype) -> nn.Module:
    """Read a hub folder for inference; the network's blocks look at the cancel flag.

    Args:
        folder: as downloaded from the hub.
        processor: the folder's image processor, which has to make pictures of the network's size.
        precision: of the image encoder; prompt encoder and mask decoder are in float32.

    Raises:
        WeightsDamaged: a file is missing or cut off.
        ModelRefused: it is no mask-generation model, wants code of its own or a newer transformers, or
            lacks some of its weights.
    """
    import torch

    model: Any = load_network(folder, auto=AUTO_CLASS, dtype=torch.float32)
    made, wanted = _square(processor), model.config.prompt_encoder_config.image_size
    if made != (tuple(wanted) if isinstance(wanted, list | tuple) else (wanted, wanted)):
        detail = f"its image processor makes pictures of {made[0]} x {made[1]}, the network takes {wanted}"
        raise misfit(folder, what="one model", detail=detail)
    for part in (model.vision_encoder, *_made_once(model)):
        part.to(precision)
    watch_blocks(model)
    return model


def _square(processor: Any) -> tuple[int, int]:
    """Rows and columns of the pictures that an image processor makes."""
    size = processor.size
    if size.longest_edge:
        return int(size.longest_edge), int(size.longest_edge)
    return int(size.height), int(size.width)


def _made_once(model: Any) -> list[nn.Module]:
    """The parts of SAM 2's decoder that its image embedding has already been through."""
    parts = (getattr(model.mask_decoder, name, None) for name in ("conv_s0", "conv_s1"))
    return [part for part in parts if part is not None]


def _named(found: Any) -> Features:
    """Embeddings as the model's ``forward`` takes them back: SAM-HQ has features of inner layers, too."""
    if isinstance(found, tuple):
        return {"image_embeddings": found[0], "intermediate_embeddings": found[1]}
    return {"image_embeddings": found}


def _no_thinner(image_rgb: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
    """A picture so thin that scaling it would leave nothing of it, widened to what `Frame.padded` keeps."""
    rows, columns = frame.filled_hw
    if not frame.pads or min(image_rgb.shape[:2]) / max(image_rgb.shape[:2]) * max(rows, columns) >= 0.5:
        return image_rgb
    return np.asarray(cv2.resize(image_rgb, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)
