"""The paper's script, plainly: TAS as the released code runs it, one step after the other.

Written from ``methods.md`` 1.2 alone and without anything of ``tas_desktop.engine``: crops, filter, scores
and rectifier are done here once more, so that agreement says something. The networks, the parser and the
synonyms are the profile's own, asked the way the script asks them:

- masks once per picture, one caption call per mask;
- for each sentence the crops are made and encoded again, with the sentence, the captions and the noun
  phrases of the picture's caption; ``remember_pictures`` keeps the crops' features of a picture instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import cv2
import numpy as np

from benchmarks.reference_flow.script_rectifier import rectify
from tas_desktop.engine.control import Control
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.target import code_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ALPHA, LAMBDA = 0.1, 0.7
SMALLEST_PX, MOST_SHARED = 2000, 0.4
BLUR = (75, 75)


class Models(Protocol):
    """The networks and the language parts of a profile (``engine.components.Components``)."""

    encoder: Any
    captioner: Any
    scene_captioner: Any
    parser: Any
    synonyms: Any


@dataclass
class Picture:
    """What the script knows of a picture before any sentence.

    Attributes:
        image_rgb: uint8, shape (height, width, 3).
        proposals: as the mask network gave them, those that were kept.
        masks_hw: the same as bool arrays.
        captions: one per mask.
        scene_caption: of the whole picture.
        features: of the crops, shape (N, D), once they are remembered.
    """

    image_rgb: NDArray[np.uint8]
    proposals: list[Any]
    masks_hw: list[NDArray[np.bool_]]
    captions: list[str] = field(default_factory=list)
    scene_caption: str = ""
    features: NDArray[np.float32] | None = None


@dataclass
class Answer:
    """Scores of the masks of a picture for one sentence, shape (N,) each, and the mask that is chosen."""

    v: NDArray[np.float64]
    p: NDArray[np.float64]
    n: NDArray[np.float64]
    winner: int

    @property
    def total(self) -> NDArray[np.float64]:
        """S before the rectifier."""
        return self.v + self.p + self.n


class ScriptOrder:
    """The script over a profile's models.

    Args:
        models: in float32.
        draw_masks: proposals of a picture.
        remember_pictures: encode the crops of a picture once instead of for each sentence.
    """

    def __init__(
        self,
        models: Models,
        draw_masks: Callable[[NDArray[np.uint8]], list[Any]],
        *,
        remember_pictures: bool = False,
    ) -> None:
        self._models, self._draw_masks, self._remember = models, draw_masks, remember_pictures

    def open_picture(self, image_rgb: NDArray[np.uint8]) -> Picture:
        """Draw masks, drop those that overlap, caption each and the whole."""
        proposals = self._draw_masks(image_rgb)
        masks_hw = [proposal.mask.to_array() for proposal in proposals]
        kept = kept_masks(masks_hw)
        picture = Picture(image_rgb, [proposals[i] for i in kept], [masks_hw[i] for i in kept])
        blurred_rgb = cv2.GaussianBlur(image_rgb, BLUR, 0)
        for mask_hw in picture.masks_hw:
            crop = square_crop(np.where(mask_hw[..., None], image_rgb, blurred_rgb), mask_hw)
            picture.captions += self._models.captioner.caption([crop], control=Control())
        picture.scene_caption = self._models.scene_captioner.caption_scene(
            image_rgb, proposals=picture.proposals, captions=picture.captions, control=Control()
        )
        return picture

    def answer(self, picture: Picture, sentence: str) -> Answer:
        """Score every mask for a sentence and choose one."""
        models = self._models
        crops_nd = picture.features if self._remember else None
        if crops_nd is None:
            crops_nd = self._encode_crops(picture)
        if self._remember:
            picture.features = crops_nd
        sentence = sentence.lower()
        parsed = ParsedExpression.of(models.parser.understand(sentence))
        target = code_target(parsed)
        (sentence_d,) = models.encoder.encode_texts([sentence])
        captions_nd = models.encoder.encode_texts(picture.captions)
        phrases = models.parser.noun_phrases(picture.scene_caption, repeats=True)
        negatives = [p for p in phrases if not models.synonyms.are_near(p, target, rule="code")]
        v = crops_nd.astype(np.float64) @ sentence_d.astype(np.float64)
        p = captions_nd.astype(np.float64) @ sentence_d.astype(np.float64)
        n = np.zeros(len(v))
        if negatives:
            negatives_kd = models.encoder.encode_texts(["a photo of " + phrase for phrase in negatives])
            n = -(crops_nd.astype(np.float64) @ negatives_kd.astype(np.float64).T).mean(axis=1)
        answer = Answer(v, ALPHA * p, LAMBDA * n, winner=0)
        answer.winner = rectify(
            answer.total, masks_hw=picture.masks_hw, sentence=sentence, target=target, parsed=parsed
        )
        return answer

    def _encode_crops(self, picture: Picture) -> NDArray[np.float32]:
        crops = [square_crop(picture.image_rgb * mask[..., None], mask) for mask in picture.masks_hw]
        features: NDArray[np.float32] = self._models.encoder.encode_images(crops, control=Control())
        return features


def kept_masks(masks_hw: list[NDArray[np.bool_]]) -> list[int]:
    """Numbers of the masks that the script keeps; all of them where its filter would leave none."""
    large = [i for i, mask in enumerate(masks_hw) if mask.sum() >= SMALLEST_PX]
    dropped = set()
    for place, i in enumerate(large):
        for j in large[place + 1 :]:
            first, second = masks_hw[i].sum(), masks_hw[j].sum()
            if (masks_hw[i] & masks_hw[j]).sum() / min(first, second) > MOST_SHARED:
                dropped.add(i if first < second else j)
    kept = [i for i in large if i not in dropped]
    return kept or [i for i, mask in enumerate(masks_hw) if mask.any()]


def square_crop(image_rgb: NDArray[np.uint8], mask_hw: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """A picture cut by segment_anything's box of a mask, its shorter side padded with black.

    That box is as wide as the last column lies from the first, which leaves the last one out.
    """
    rows, columns = np.nonzero(mask_hw)
    bottom, right = max(rows.max(), rows.min() + 1), max(columns.max(), columns.min() + 1)
    crop = image_rgb[rows.min() : bottom, columns.min() : right]
    height, width = crop.shape[:2]
    border = abs(height - width) // 2
    top, left = (border, 0) if width > height else (0, border)
    return cv2.copyMakeBorder(crop, top, top, left, left, cv2.BORDER_CONSTANT, value=(0, 0, 0))
