"""What ``engine.ports.PromptDecoder`` promises, kept by every network, and what clicks make of them."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.backends.loading import load_prompt_decoder, load_proposer
from tas_desktop.backends.sam.prompts import SamPromptDecoder
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.mask_algebra import subtract
from tas_desktop.domain.prompt import PointPrompt, Prompts
from tas_desktop.engine.control import Control
from tas_desktop.engine.seen import SeenPicture
from tas_desktop.engine.segmenting import segment
from tests.support.patience import join, run_aside
from tests.support.sam_fixtures import NETWORKS, proposals_of


@pytest.fixture(scope="module")
def proposer(starter_profile):
    return load_proposer(starter_profile.proposals)


@pytest.fixture(scope="module")
def decoder(starter_profile, proposer):
    return load_prompt_decoder(starter_profile.proposals, proposer=proposer)


def whole_view(decoder, pixels):
    height, width = pixels.shape[:2]
    return decoder.look(pixels, window_xywh=(0, 0, width, height), scale=1.0)


@pytest.fixture(scope="module", params=["starter", *NETWORKS])
def any_decoder(request):
    """The shipped network's, and those of full-size networks' code over tiny ones."""
    if request.param == "starter":
        return request.getfixturevalue("decoder")
    weights = request.getfixturevalue(NETWORKS[request.param])
    return load_prompt_decoder(proposals_of(weights, backend=request.param))


@pytest.mark.parametrize("shape", [(384, 384), (200, 700), (9, 5), (1, 1)])
def test_masks_cover_the_view_and_are_owned_by_their_points(any_decoder, shape):
    pixels = np.random.default_rng(2).integers(0, 256, (*shape, 3), dtype=np.uint8)
    view = whole_view(any_decoder, pixels)
    choices = any_decoder.decode(view, inside_xy=[(0.5, 0.5), (3, 2)], outside_xy=[], box_xywh=None)
    assert [owner for owner in choices.owner_n.tolist() if owner >= 0] == [0, 0, 0, 1, 1, 1]
    assert choices.shares_nhw.min() >= 0
    assert choices.shares_nhw.max() <= 1
    for side, covered in zip(shape, choices.shares_nhw.shape[1:], strict=True):
        assert covered == pytest.approx(side * view.map_scale, abs=1.5)


@pytest.mark.parametrize("box_xywh", [None, (90.0, 60.0, 150.0, 110.0)])
def test_clicks_and_boxes_make_masks_with_every_network(any_decoder, scenes, box_xywh):
    image = scenes[0].image_rgb[:300]
    height, width = image.shape[:2]
    seen = SeenPicture(image, height=height, width=width, decoder=any_decoder)
    nothing = Mask.empty(height=height, width=width)
    points = () if box_xywh else (PointPrompt((150.0, 100.0), inside=True),)
    made = segment(any_decoder, seen, Prompts(points, box_xywh), base=nothing)
    assert (made.mask.height, made.mask.width) == (height, width)
    assert made.mask.area
    again = segment(any_decoder, seen, Prompts(points, box_xywh), base=nothing)
    assert again == made


def test_a_window_is_answered_in_its_own_place(any_decoder, scenes):
    """Of two views of the same pixels, one as a window of a larger picture, the masks are the same."""
    image = scenes[0].image_rgb
    part = np.ascontiguousarray(image[40:240, 60:360])
    height, width = part.shape[:2]
    whole = any_decoder.look(part, window_xywh=(0, 0, width, height), scale=1.0)
    window = any_decoder.look(image, window_xywh=(60, 40, width, height), scale=2.0)
    assert window.origin_xy == (120, 80)
    assert window.map_scale == pytest.approx(whole.map_scale / 2)
    there = any_decoder.decode(whole, inside_xy=[(100, 90)], outside_xy=[], box_xywh=None)
    here = any_decoder.decode(window, inside_xy=[(320, 260)], outside_xy=[], box_xywh=None)
    np.testing.assert_allclose(there.shares_nhw, here.shares_nhw, atol=1e-5)


def test_it_answers_while_the_same_network_proposes(decoder, proposer, scenes):
    picture = scenes[0].image_rgb
    before = proposer.propose(picture, control=Control())
    view = whole_view(decoder, scenes[1].image_rgb)
    alone = decoder.decode(view, inside_xy=[(200, 200)], outside_xy=[], box_xywh=None)
    found = []
    thread = run_aside(lambda: found.append(proposer.propose(picture, control=Control())))
    together = decoder.decode(view, inside_xy=[(200, 200)], outside_xy=[], box_xywh=None)
    join(thread)
    np.testing.assert_array_equal(alone.shares_nhw, together.shares_nhw)
    assert found == [before]


def test_a_click_and_a_box_find_most_drawn_things_and_a_second_click_helps(decoder, scenes):
    first, second, boxed = [], [], []
    for scene in scenes[:4]:
        height, width = scene.image_rgb.shape[:2]
        seen = SeenPicture(scene.image_rgb, height=height, width=width, decoder=decoder)
        for index, thing in enumerate(scene.objects):
            truth = Mask.from_array(scene.mask_hw(index))
            nothing = subtract(truth, truth)
            points = (click(truth, nothing),)
            once = segment(decoder, seen, Prompts(points), base=nothing).mask
            points += (click(truth, once),)
            twice = segment(decoder, seen, Prompts(points), base=once).mask
            box = segment(decoder, seen, Prompts(box_xywh=thing.box_xywh), base=nothing).mask
            for kept, mask in ((first, once), (second, twice), (boxed, box)):
                kept.append(float(pairwise_iou([mask], [truth])[0, 0]))
    assert np.mean(first) > 0.75
    assert np.mean(boxed) > 0.75
    assert np.mean(second) > np.mean(first)


def click(truth, mask):
    """The middle of the largest error."""
    import cv2

    wanted, held = truth.to_array(), mask.to_array()
    depths = [
        cv2.distanceTransform(np.pad(error, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
        for error in (wanted & ~held, held & ~wanted)
    ]
    inside = bool(depths[0].max() >= depths[1].max())
    row, column = np.unravel_index(int(depths[0 if inside else 1].argmax()), wanted.shape)
    return PointPrompt((float(column) + 0.5, float(row) + 0.5), inside)


def test_a_network_that_knows_all_prompts_is_asked_them_together(decoder, scenes):
    knowing = SamPromptDecoder(decoder._sam, revision="1", knows_all_prompts=True)
    view = whole_view(knowing, scenes[0].image_rgb)
    plain = knowing.decode(view, inside_xy=[(100, 100)], outside_xy=[], box_xywh=None)
    assert plain.owner_n.tolist() == [-1, -1, -1, 0, 0, 0]
    beside = knowing.decode(view, inside_xy=[(100, 100)], outside_xy=[(300, 300)], box_xywh=None)
    boxed = knowing.decode(view, inside_xy=[(100, 100)], outside_xy=[], box_xywh=(50, 50, 100, 100))
    for other in (beside, boxed):
        assert not np.allclose(plain.shares_nhw[:3], other.shares_nhw[:3])
        np.testing.assert_array_equal(plain.shares_nhw[3:], other.shares_nhw[3:])


def test_a_point_asked_with_others_answers_as_the_librarys_decoder_does(decoder, scenes):
    """Our arrangement of the decoder for single points against segment_anything's own."""
    knowing = SamPromptDecoder(decoder._sam, revision="1", knows_all_prompts=True)
    view = whole_view(knowing, scenes[0].image_rgb)
    choices = knowing.decode(view, inside_xy=[(150, 220)], outside_xy=[], box_xywh=None)
    np.testing.assert_allclose(choices.shares_nhw[:3], choices.shares_nhw[3:], atol=1e-4)
