"""Captions of pictures that become inputs of different length, all written at once."""

from __future__ import annotations

import pytest

from tas_desktop.backends.captioners.choosing import open_captioner
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.config.profiles import ComponentChoice
from tas_desktop.engine.control import Control
from tests.support.drawn_weights import eight_pictures
from tests.support.hub_folders import write_florence2, write_qwen2_vl


def open_at(folder):
    params = {"num_beams": 1, "max_new_tokens": 6}
    choice = ComponentChoice("captioner", "image-text-to-text", "drawn", (), params, path=folder)
    return open_captioner(choice, placement=Placement("cpu"))


@pytest.fixture(scope="module")
def captioner(tmp_path_factory):
    return open_at(write_qwen2_vl(tmp_path_factory.mktemp("qwen")))


def test_shorter_inputs_are_padded_at_their_start(captioner):
    inputs = captioner.inputs.prepare(eight_pictures())
    padded = inputs["attention_mask"] == 0
    assert padded[:, 0].any()
    assert not padded[:, -1].any()


def test_all_at_once_gives_what_each_alone_gives(captioner):
    pictures = eight_pictures()
    together = captioner.caption(pictures, control=Control())
    assert len(set(together)) >= 5
    assert together == [captioner.caption([one], control=Control())[0] for one in pictures]


def test_an_encoder_and_a_decoder_pad_as_they_were_trained(tmp_path):
    captioner = open_at(write_florence2(tmp_path))
    assert captioner.inputs._processor.tokenizer.padding_side == "right"
