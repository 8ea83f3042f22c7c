"""What ``engine.ports.ImageTextEncoder`` promises, kept by every kind, and what the shipped weights know."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.ports import KnowsWords
from tas_desktop.starter.scenes.lexicon import CATEGORIES, COLOURS, HELD_OUT_SYNONYMS, PATTERNS

TEXTS = ["a red mug", "the striped car on the left", "", "ein rotes Haus", "🙂", "mug " * 200]


def unit_rows(features):
    assert features.dtype == np.float32
    assert np.isfinite(features).all()
    np.testing.assert_allclose(np.linalg.norm(features, axis=1), 1, atol=1e-4)


def test_crops_of_any_size_give_unit_rows(any_encoder, odd_crops):
    features = any_encoder.encode_images(odd_crops, control=Control())
    assert features.shape[0] == len(odd_crops)
    unit_rows(features)


def test_any_text_gives_a_unit_row_of_the_same_width(any_encoder, odd_crops):
    features = any_encoder.encode_texts(TEXTS)
    unit_rows(features)
    assert features.shape == (
        len(TEXTS),
        any_encoder.encode_images(odd_crops[:1], control=Control()).shape[1],
    )


def test_nothing_in_nothing_out(any_encoder):
    width = any_encoder.encode_texts(["a"]).shape[1]
    assert any_encoder.encode_texts([]).shape == (0, width)
    assert any_encoder.encode_images([], control=Control()).shape == (0, width)


def test_no_masks_no_regions(encoder):
    width = encoder.encode_texts(["a"]).shape[1]
    assert encoder.encode_regions(np.zeros((9, 9, 3), np.uint8), []).shape == (0, width)


def test_same_input_same_features_whatever_else_is_in_the_batch(any_encoder, objects):
    crops = [crop for _, _, crop, _ in objects]
    whole = any_encoder.encode_images(crops, control=Control())
    np.testing.assert_array_equal(whole, any_encoder.encode_images(crops, control=Control()))
    np.testing.assert_allclose(
        whole[3:4], any_encoder.encode_images(crops[3:4], control=Control()), atol=1e-4
    )


def test_cancel_is_honoured_within_one_batch(any_encoder, odd_crops):
    token = CancelToken()
    steps = []

    def report(progress):
        steps.append(progress)
        if len(steps) == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        any_encoder.encode_images(odd_crops[:2] * 100, control=Control(token, report))
    assert len(steps) == 2
    assert steps[1].done - steps[0].done <= 32


def test_features_depend_on_pictures_and_words(encoder, objects):
    crops = [crop for _, _, crop, _ in objects]
    images = encoder.encode_images(crops, control=Control())
    texts = encoder.encode_texts([f"a {colour} {name}" for colour in COLOURS for name in CATEGORIES])
    assert (images @ images.T).min() < 0.5
    assert (texts @ texts.T).min() < 0.5
    assert (images @ texts.T).std() > 0.05


def test_names_pick_their_objects(encoder, scenes, objects):
    """Among the exact masks of its scene an object is found by its full name."""
    crops = [crop for _, _, crop, _ in objects]
    images = encoder.encode_images(crops, control=Control())
    hits = []
    for scene in scenes:
        rows = [i for i, (owner, *_rest) in enumerate(objects) if owner is scene]
        names = [f"the {o.pattern} {o.colour} {o.category}" for _, o, *_rest in (objects[i] for i in rows)]
        scores = images[rows] @ encoder.encode_texts(names).T
        unique = [k for k, name in enumerate(names) if names.count(name) == 1]
        hits += [int(scores[:, k].argmax()) == k for k in unique]
    assert np.mean(hits) >= 0.9


def test_masked_tokens_of_the_whole_picture_find_objects_too(encoder, scenes):
    hits, chance = [], []
    for scene in scenes:
        masks = [scene.mask_hw(index) for index in range(len(scene.objects))]
        names = [f"the {o.pattern} {o.colour} {o.category}" for o in scene.objects]
        regions = encoder.encode_regions(scene.image_rgb, masks)
        unit_rows(regions)
        scores = regions @ encoder.encode_texts(names).T
        unique = [k for k, name in enumerate(names) if names.count(name) == 1]
        hits += [int(scores[:, k].argmax()) == k for k in unique]
        chance += [1 / len(names)] * len(unique)
    assert np.mean(hits) >= 2 * np.mean(chance)


def test_an_empty_mask_still_gives_a_unit_row(encoder):
    picture = np.full((40, 60, 3), 90, np.uint8)
    unit_rows(encoder.encode_regions(picture, [np.zeros((40, 60), bool)]))


def test_it_knows_its_words_and_no_held_out_synonym(encoder):
    assert isinstance(encoder, KnowsWords)
    assert all(encoder.knows(word) for word in (*CATEGORIES, *COLOURS, *PATTERNS, "leftmost", "kettle"))
    assert not any(encoder.knows(word) for word in (*HELD_OUT_SYNONYMS, "giraffe", "", "carpet"))


def test_an_unknown_word_is_harmless(encoder):
    known, with_unknown, other = encoder.encode_texts(
        ["the red mug", "the zorblified red mug", "the green tree"]
    )
    assert known @ with_unknown > known @ other + 0.3


def test_the_component_names_weights(encoder, starter_profile):
    assert encoder.component.role == "encoder"
    assert encoder.component.name == starter_profile.encoder.name
    assert len(encoder.component.revision) == 16
