"""Every method beside a plain program of its definition: equal scores on equal masks and texts.

On the starter's encoder and on small drawn networks always; on networks of full size by `make conformance`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import numpy as np
import pytest
import torch

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.encoders.choosing import open_encoder
from tas_desktop.backends.loading import load_encoder_of
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.config.profiles import ComponentChoice, load_profile
from tas_desktop.engine.capabilities import MethodUnfit, capabilities_of
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.params import OverlapRule
from tas_desktop.engine.pipeline import analyse, rank
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.target import code_target
from tests.parity import plain_methods as plain
from tests.support.open_clip_folders import RESNET_TINY, VIT_TINY, write_open_clip

FULL = pytest.mark.conformance
NETWORKS = [
    "starter",
    "vit-tiny",
    "resnet-tiny",
    pytest.param("ViT-B-32", marks=FULL),
    pytest.param("RN50", marks=FULL),
]
SENTENCES = [
    "The striped mug",
    "the red car left of the small tree",
    "Box at the right of a dog",
    "the tree in the middle",
    "the smaller dog below the mug",
]
RELATED = [
    "the mug inside the box",
    "the larger tree behind a red car",
    "the car on the left side of the picture",
    "the dog under the tree on the right",
    "mug above",
]
CLOSE = 1e-4


@pytest.fixture(scope="module", params=NETWORKS)
def encoder(request, tmp_path_factory):
    if request.param == "starter":
        yield load_encoder_of(load_profile("starter").encoder)
        return
    shapes = {"vit-tiny": VIT_TINY, "resnet-tiny": RESNET_TINY}
    if request.param not in shapes:
        ensure_torchvision()
        from open_clip.factory import get_model_config

        shapes[request.param] = get_model_config(request.param)
    folder = write_open_clip(tmp_path_factory.mktemp("parity") / request.param, shapes[request.param])
    choice = ComponentChoice("encoder", "open-clip-model", request.param, (), {}, path=folder)
    found = open_encoder(choice, placement=Placement("cpu"))
    yield found
    found.resident.close()


@pytest.fixture(scope="module")
def components(encoder, components_with):
    return components_with(encoder)


@pytest.fixture(scope="module")
def visual(encoder):
    with encoder.resident.ready() as network:
        yield network.visual


def scores_of(name, components, image, sentence, **changes):
    """(total of each mask by its index, the ranking)."""
    method = METHODS[name].with_ranking(rectifier="off", **changes)
    analysis = analyse(image, components, replace(method.analysis, overlap=OverlapRule.NONE))
    ranking = rank(
        analysis,
        sentence,
        method.ranking,
        encoder=components.encoder,
        parser=components.parser,
        synonyms=components.synonyms,
    )
    totals = np.zeros(len(ranking.candidates))
    for candidate in ranking.candidates:
        totals[candidate.proposal_index] = candidate.total
    return totals, ranking


@pytest.fixture(scope="module")
def case_of(encoder, visual, components, picture, masks):
    def make(sentence, *, spaced=False):
        lowered = sentence.lower()
        parsed = ParsedExpression.of(components.parser.understand(lowered))
        if spaced:
            lowered = " ".join(token.text for token in parsed.tokens)
            parsed = ParsedExpression.of(components.parser.understand(lowered))
        phrase = code_target(parsed)

        def plain_text(text):
            with encoder.resident.ready() as network, torch.no_grad():
                return network.encode_text(encoder.tokens([text]))[0]

        def crop_feature(crop_rgb):
            with torch.no_grad():
                return visual(encoder.prepare([crop_rgb]))[0]

        from tests.parity.conftest import CAPTIONS

        phrases = components.parser.noun_phrases(" and ".join(CAPTIONS), repeats=True)
        with encoder.resident.ready() as network:
            scale = float(network.logit_scale.detach().exp())
        return plain.Case(
            picture,
            masks,
            visual,
            side_of(visual),
            lowered,
            phrase,
            parsed.words[parsed.roots[-1]],
            plain_text,
            crop_feature,
            parsed,
            scale,
            captions=CAPTIONS,
            negatives=[p for p in phrases if not components.synonyms.are_near(p, phrase, rule="code")],
        )

    return make


def side_of(visual):
    size = visual.image_size
    return size if isinstance(size, int) else size[0]


def both(name, components, image, case, plainly, **changes):
    """(ours, plain) of every mask, after making sure that they are not all alike."""
    ours, _ = scores_of(name, components, image, case.sentence, **changes)
    with torch.no_grad():
        expected = np.array(plainly(case))
    assert np.ptp(expected) > 20 * CLOSE, "scores must depend on the masks"
    return ours, expected


def test_outputs_depend_on_inputs(visual, picture):
    with torch.no_grad():
        pair = torch.stack(
            [
                plain.plain.resized(plain.plain.tensor_of(image, plain.plain.CLIP), side_of(visual))[0]
                for image in (picture, picture[::-1, ::-1].copy())
            ]
        )
        first, second = torch.nn.functional.normalize(visual(pair), dim=1)
    assert float(first @ second) < 0.99


@pytest.mark.parametrize("sentence", SENTENCES[:2])
@pytest.mark.parametrize(
    ("name", "plainly"),
    [
        ("clip-only", plain.clip_only),
        ("text-only", plain.text_only),
        ("global-local", plain.global_local),
        ("score-map", plain.score_map),
    ],
)
def test_scores_are_the_definitions(name, plainly, sentence, components, loaded_image, case_of):
    ours, expected = both(name, components, loaded_image, case_of(sentence), plainly)
    np.testing.assert_allclose(ours, expected, atol=CLOSE)


@pytest.mark.parametrize(("name", "lam"), [("tas-code", 0.7), ("tas-paper", 0.1)])
def test_tas_is_its_formula(name, lam, components, loaded_image, case_of):
    case = case_of(SENTENCES[0])
    ours, expected = both(name, components, loaded_image, case, lambda c: plain.tas(c, lam=lam))
    np.testing.assert_allclose(ours, expected, atol=CLOSE)


@pytest.mark.parametrize("sentence", SENTENCES[:2])
def test_grad_cam_is_autograds(sentence, components, loaded_image, case_of):
    ours, _ = scores_of("grad-cam", components, loaded_image, sentence.lower())
    expected = np.array(plain.grad_cam(case_of(sentence)))
    scale = np.ptp(expected)
    assert scale > 0
    np.testing.assert_allclose(ours, expected, atol=CLOSE * max(1.0, scale))
    np.testing.assert_allclose(ours / scale, expected / scale, atol=1e-3)
    turned, _ = scores_of("grad-cam", components, loaded_image, sentence.lower(), as_released=False)
    np.testing.assert_allclose(turned, -ours, atol=1e-9)


TRANSFORMERS_ONLY = {
    "region-token": plain.region_token,
    "heat-contrast": plain.heat_contrast,
    "hybridgl": plain.hybridgl_features,
    "ref-diff": plain.ref_diff,
}


@pytest.mark.parametrize("sentence", SENTENCES[:3])
@pytest.mark.parametrize("name", TRANSFORMERS_ONLY)
def test_scores_from_inside_a_transformer(name, sentence, components, loaded_image, case_of):
    if not fits(name, components):
        return
    changes = {"ref-diff": {"keep_largest": 0, "floor_px": 0}, "hybridgl": {"guided": False}}.get(name, {})
    ours, expected = both(
        name, components, loaded_image, case_of(sentence), TRANSFORMERS_ONLY[name], **changes
    )
    np.testing.assert_allclose(ours, expected, atol=CLOSE)


def test_surgery_subtracts_the_mean_over_phrases(components, loaded_image, case_of):
    if not fits("clip-surgery", components):
        return
    from tests.parity.conftest import CAPTIONS

    phrases = sorted(set(components.parser.noun_phrases(" and ".join(CAPTIONS))))
    ours, _ = scores_of("clip-surgery", components, loaded_image, SENTENCES[0].lower())
    with torch.no_grad():
        expected = np.array(plain.clip_surgery(case_of(SENTENCES[0]), phrases=phrases))
    assert np.ptp(expected) > 5 * CLOSE
    np.testing.assert_allclose(ours, expected, atol=CLOSE)


@pytest.mark.parametrize("sentence", [*SENTENCES, *RELATED])
def test_guidance_orders_the_best_anew(sentence, components, loaded_image, case_of):
    if not fits("hybridgl", components):
        return
    ours, ranking = scores_of("hybridgl", components, loaded_image, sentence)
    with torch.no_grad():
        expected = plain.hybridgl(case_of(sentence, spaced=True))
    for index, score in expected.items():
        assert ours[index] == pytest.approx(score, abs=CLOSE)
    assert {c.proposal_index for c in ranking.candidates[:3]} == set(expected)
    assert ranking.candidates[0].proposal_index == max(expected, key=expected.get)


@pytest.mark.parametrize("name", ["global-local", "hybridgl"])
def test_spaces_stand_between_all_tokens_as_upstream(name, components, loaded_image, case_of):
    if not fits(name, components):
        return
    sentence = "Man's t-shirt on the left"
    plainly = plain.global_local if name == "global-local" else plain.hybridgl_features
    changes = {} if name == "global-local" else {"guided": False}
    case = case_of(sentence, spaced=True)
    assert case.sentence == "man 's t - shirt on the left"
    _, ranking = scores_of(name, components, loaded_image, sentence, **changes)
    assert ranking.understood.text == case.sentence
    with torch.no_grad():
        expected = np.array(plainly(case))
    ours, _ = scores_of(name, components, loaded_image, sentence, **changes)
    np.testing.assert_allclose(ours, expected, atol=CLOSE)


def test_the_gate_lets_the_largest_come_first(components, loaded_image, masks):
    free, _ = scores_of("clip-only", components, loaded_image, "the mug")
    gated, ranking = scores_of(
        "largest-k", components, loaded_image, "the mug", keep_largest=3, floor_px=2000
    )
    largest = sorted(range(len(masks)), key=lambda i: -masks[i].sum())[:3]
    order = [candidate.proposal_index for candidate in ranking.candidates]
    assert set(order[:3]) == set(largest)
    np.testing.assert_allclose(gated[largest], free[largest])


def fits(name, components):
    """Whether the network gives what the method needs; else its refusal is looked at."""
    if METHODS[name].needs <= capabilities_of(components):
        return True
    with pytest.raises(MethodUnfit, match=name):
        METHODS[name].check_fit(components)
    return False


def test_a_picture_without_masks_is_answered_by_every_method(components, loaded_image):
    from tests.parity.conftest import GivenMasks

    bare = dataclasses.replace(components, proposer=GivenMasks([]))
    for method in METHODS.values():
        if method.needs <= capabilities_of(bare):
            analysis = analyse(loaded_image, bare, method.analysis)
            ranking = rank(
                analysis,
                SENTENCES[1],
                method.ranking,
                encoder=bare.encoder,
                parser=bare.parser,
                synonyms=bare.synonyms,
            )
            assert ranking.candidates == ()
