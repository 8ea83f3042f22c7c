"""The recogniser's arithmetic on features of known angles."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.backends.encoders.recognition import (
    FeatureRecogniser,
    RecognitionScale,
    familiarity,
    read_scale,
)
from tas_desktop.domain.component import ComponentId

AXES = np.eye(3, dtype=np.float32)
PICTURE = np.zeros((4, 4, 3), np.uint8)
SCALE = RecognitionScale(known=("x", "y"), unknown=("z",), slope=8.0, midpoint=0.25)


class AxisEncoder:
    component = ComponentId("encoder", "axes", "1")

    def encode_texts(self, texts):
        return AXES[["xyz".index(text) for text in texts]]

    def encode_images(self, crops_rgb, *, control):
        raise AssertionError("the recogniser has its features already")


def test_familiarity_is_the_median_gap():
    features = np.stack([AXES[0], AXES[2], (AXES[1] + AXES[2]) / np.sqrt(2)]).astype(np.float32)
    gap = familiarity(features, known_kd=AXES[:2], unknown_ud=AXES[2:])
    assert gap == pytest.approx(0, abs=1e-6)  # of 1, -1 and 0


@pytest.mark.parametrize(("feature", "expected"), [(AXES[:1], "high"), (AXES[2:], "low")])
def test_confidence_follows_familiarity(feature, expected):
    confidence = FeatureRecogniser(AxisEncoder(), SCALE).recognise(PICTURE, crop_features_nd=feature)
    assert confidence > 0.9 if expected == "high" else confidence < 0.1


def test_the_midpoint_is_a_half():
    angle = np.array([[0.25, 0, 0]], np.float32)
    assert FeatureRecogniser(AxisEncoder(), SCALE).recognise(
        PICTURE, crop_features_nd=angle
    ) == pytest.approx(0.5)


def test_no_proposals_no_confidence():
    empty = np.zeros((0, 3), np.float32)
    assert FeatureRecogniser(AxisEncoder(), SCALE).recognise(PICTURE, crop_features_nd=empty) == 0


def test_scale_survives_its_file():
    import json

    assert read_scale(json.loads(json.dumps(SCALE.as_dict()))) == SCALE
