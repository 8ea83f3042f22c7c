"""What ``engine.ports.Captioner`` promises, kept by every kind of captioner; what the shipped weights say."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, Control


def test_one_caption_per_crop_of_any_size(any_captioner, odd_crops):
    captions = any_captioner.caption(odd_crops, control=Control())
    assert len(captions) == len(odd_crops)
    assert all(isinstance(caption, str) for caption in captions)
    assert any_captioner.caption([], control=Control()) == []


def test_same_crops_same_captions(any_captioner, objects):
    crops = [crop for *_rest, crop in objects[:6]]
    first = any_captioner.caption(crops, control=Control())
    assert first == any_captioner.caption(crops, control=Control())
    assert first[:1] == any_captioner.caption(crops[:1], control=Control())


def test_captions_name_colour_and_category(captioner, objects):
    captions = [set(text.split()) for text in captioner.caption([c for *_, c in objects], control=Control())]
    assert (
        np.mean([item.colour in said for (_, item, *_), said in zip(objects, captions, strict=True)]) >= 0.8
    )
    assert (
        np.mean([item.category in said for (_, item, *_), said in zip(objects, captions, strict=True)]) >= 0.7
    )


def test_cancel_is_honoured_within_one_batch(any_captioner, odd_crops):
    token = CancelToken()
    steps = []

    def report(progress):
        steps.append(progress)
        if len(steps) == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        any_captioner.caption(odd_crops[:2] * 60, control=Control(token, report))
    assert len(steps) == 2
    assert steps[1].done - steps[0].done <= 32


def test_cancel_is_honoured_between_two_words(captioner, odd_crops):
    looks = []

    class LateToken(CancelToken):
        """Set at the third look: the first is before the batch, then one follows each word."""

        def check(self):
            looks.append(1)
            if len(looks) == 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        captioner.caption(odd_crops, control=Control(LateToken()))
    assert len(looks) == 3


def test_captions_tell_the_encoder_which_object_is_meant(captioner, encoder, objects):
    """P on its own: the caption of the object named is nearer to the name than most others are."""
    captions = captioner.caption([crop for *_rest, crop in objects], control=Control())
    features = encoder.encode_texts(captions)
    names = encoder.encode_texts([f"the {o.pattern} {o.colour} {o.category}" for _, o, *_rest in objects])
    scores = features @ names.T
    ranks = [(scores[:, k] > scores[k, k]).mean() for k in range(len(objects))]
    assert np.median(ranks) <= 0.1
