"""Whether a picture is of the kind a small encoder was trained on."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.engine.ports import ImageTextEncoder


@dataclass(frozen=True, slots=True)
class RecognitionScale:
    """From a picture's familiarity to a confidence, calibrated on validation scenes.

    Attributes:
        known: texts that name what the encoder knows ("a mug", …).
        unknown: texts for everything else ("something unknown", …).
        slope, midpoint: of the logistic curve; familiarity at the midpoint gives 0.5.
    """

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    slope: float
    midpoint: float

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def familiarity(
    features_nd: NDArray[np.float32],
    *,
    known_kd: NDArray[np.float32],
    unknown_ud: NDArray[np.float32],
) -> float:
    """How much nearer the typical proposal is to what is known than to anything else.

    The median: among sixty proposals of a photograph a few look like anything.

    Args:
        features_nd: shape (N, D), N >= 1, rows of norm 1; so are the other two.
        known_kd: features of the texts that name what is known, shape (K, D).
        unknown_ud: features of the others, shape (U, D).

    Returns:
        A difference of cosines, in [-2, 2].
    """
    gap = (features_nd @ known_kd.T).max(1) - (features_nd @ unknown_ud.T).max(1)
    return float(np.median(gap))


class FeatureRecogniser:
    """``engine.ports.Recogniser`` over the encoder's own features; looks at no pixel itself."""

    def __init__(self, encoder: ImageTextEncoder, scale: RecognitionScale) -> None:
        self._scale = scale
        self._encoder = encoder
        self._texts: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None

    @property
    def component(self) -> ComponentId:
        source = self._encoder.component
        return ComponentId("recogniser", f"{source.name}-familiarity", source.revision)

    def recognise(self, image_rgb: NDArray[np.uint8], *, crop_features_nd: NDArray[np.float32]) -> float:
        """Confidence in [0, 1]; a picture without proposals is not recognised."""
        del image_rgb
        if len(crop_features_nd) == 0:
            return 0.0
        known, unknown = self._text_features()
        value = familiarity(crop_features_nd, known_kd=known, unknown_ud=unknown)
        return 1 / (1 + math.exp(-self._scale.slope * (value - self._scale.midpoint)))

    def _text_features(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        if self._texts is None:
            encode = self._encoder.encode_texts
            self._texts = encode(self._scale.known), encode(self._scale.unknown)
        return self._texts


def read_scale(entry: dict[str, object]) -> RecognitionScale:
    """From the encoder's description file.

    Raises:
        KeyError, TypeError, ValueError: the entry is not one written by ``RecognitionScale.as_dict``.
    """
    known, unknown = (_texts(entry[name]) for name in ("known", "unknown"))
    slope, midpoint = (float(str(entry[name])) for name in ("slope", "midpoint"))
    return RecognitionScale(known, unknown, slope, midpoint)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(text, str) for text in value):
        raise ValueError(value)
    texts: Sequence[str] = value
    return tuple(texts)
