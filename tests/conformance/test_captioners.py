"""Our hub captioners beside transformers' own ``generate``, on random models saved as the hub has them.

The small ones are part of `make test`; those of full size run by `make conformance`.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from tas_desktop.backends.captioners.choosing import open_captioner, scene_captioner_for
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.config.profiles import ComponentChoice
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tests.support import hub_folders as hub
from tests.support.drawn_weights import eight_pictures
from tests.support.tight_memory import placement_with_room, squeeze

FULL = pytest.mark.conformance
FAMILIES = {
    "blip-tiny": (hub.write_blip, hub.BLIP_TINY, "blip-transformers"),
    "blip2-tiny": (hub.write_blip2, hub.BLIP2_TINY, "blip2"),
    "florence2-tiny": (hub.write_florence2, hub.FLORENCE_TINY, "image-text-to-text"),
    "llava-tiny": (hub.write_llava, hub.LLAVA_TINY, "image-text-to-text"),
    "blip-base": (hub.write_blip, hub.BLIP_BASE, "blip-transformers"),
    "blip2-wide": (hub.write_blip2, hub.BLIP2_WIDE, "blip2"),
    "florence2-base": (hub.write_florence2, hub.FLORENCE_BASE, "image-text-to-text"),
}
MODELS = [pytest.param(name, marks=() if name.endswith("tiny") else FULL) for name in FAMILIES]
WORDS = {"max_new_tokens": 8}
SEARCHES = {"greedy": {"num_beams": 1, **WORDS}, "beam": {"num_beams": 3, **WORDS}}


@pytest.fixture(scope="module", params=MODELS)
def made(request, tmp_path_factory):
    """(folder, backend) of one family."""
    write, size, backend = FAMILIES[request.param]
    return write(tmp_path_factory.mktemp("captioners") / request.param, size), backend


def open_ours(made, *, placement=None, **params):
    folder, backend = made
    choice = ComponentChoice("captioner", backend, "drawn", (), params, path=folder)
    return open_captioner(choice, placement=placement or Placement("cpu"))


@pytest.fixture(scope="module")
def theirs(made):
    """(network, processor) as transformers opens the folder."""
    from transformers import AutoModelForImageTextToText, AutoProcessor

    folder, _ = made
    return AutoModelForImageTextToText.from_pretrained(folder).eval(), AutoProcessor.from_pretrained(folder)


@pytest.fixture(scope="module")
def pictures():
    return eight_pictures()


@pytest.fixture(scope="module")
def ours(made):
    captioner = open_ours(made, **SEARCHES["greedy"])
    yield captioner
    captioner.resident.close()


@pytest.fixture(scope="module")
def written(ours, pictures):
    return ours.caption(pictures, control=Control())


def reference_inputs(theirs, picture, prompt):
    """One picture prepared as transformers' own documentation does."""
    from PIL import Image

    _, processor = theirs
    image = Image.fromarray(picture)
    if prompt and processor.chat_template:
        asked = [{"type": "image", "image": image}, {"type": "text", "text": prompt}]
        return processor.apply_chat_template(
            [{"role": "user", "content": asked}],
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
        )
    return processor(images=image, return_tensors="pt", **({"text": prompt} if prompt else {}))


def reference_caption(theirs, picture, prompt, **search):
    network, processor = theirs
    inputs = reference_inputs(theirs, picture, prompt)
    with torch.inference_mode():
        (row,) = network.generate(**inputs, do_sample=False, **search)
    if not network.config.get_text_config().is_encoder_decoder and "input_ids" in inputs:
        row = row[inputs["input_ids"].shape[1] :]
    return " ".join(processor.decode(row, skip_special_tokens=True).split())


def test_the_drawn_network_says_something_else_of_other_pictures(written):
    assert len(set(written)) >= 5
    assert all(written)


def test_pictures_and_prompts_are_prepared_bit_for_bit(ours, theirs, pictures):
    for picture in pictures:
        mine = ours.inputs.prepare([picture])
        expected = reference_inputs(theirs, picture, ours.settings.prompt)
        assert mine.keys() == expected.keys()
        for name, tensor in expected.items():
            assert torch.equal(mine[name], tensor), name


@pytest.mark.parametrize("search", SEARCHES)
def test_captions_are_transformers_own(made, theirs, pictures, search):
    captioner = open_ours(made, **SEARCHES[search])
    found = captioner.caption(pictures, control=Control())
    prompt = captioner.settings.prompt
    captioner.resident.close()
    expected = [reference_caption(theirs, picture, prompt, **SEARCHES[search]) for picture in pictures]
    assert found == expected


def test_one_at_a_time_gives_what_a_batch_gives(ours, written, pictures):
    assert [ours.caption([one], control=Control())[0] for one in pictures[:3]] == written[:3]


def test_the_whole_picture_is_captioned_by_the_captioner_itself(ours, written, pictures):
    scene = scene_captioner_for(ours)
    assert scene.caption_scene(pictures[1], proposals=[], captions=[], control=Control()) == written[1]
    assert scene.component.revision == ours.component.revision


def test_odd_sizes_are_worked_with(ours):
    chance = np.random.default_rng(3)
    shapes = ((1, 1, 3), (3, 3, 3), (5, 4, 3), (40, 400, 3))
    crops = [chance.integers(0, 256, shape, dtype=np.uint8) for shape in shapes]
    captions = ours.caption(crops, control=Control())
    assert len(captions) == len(crops)
    assert ours.caption([], control=Control()) == []


def test_a_changed_weight_changes_captions(made, written, pictures, tmp_path):
    folder, backend = made
    other = tmp_path / "other"
    other.mkdir()
    for file in folder.iterdir():
        if file.suffix != ".safetensors":
            (other / file.name).write_bytes(file.read_bytes())
    (weights,) = folder.glob("*.safetensors")
    state = load_file(weights)
    name = next(name for name, tensor in state.items() if tensor.ndim == 4 and "vision" in name)
    state[name] = state[name].flip(0).contiguous()
    save_file(state, other / weights.name, metadata={"format": "pt"})
    captioner = open_ours((other, backend), **SEARCHES["greedy"])
    assert captioner.caption(pictures, control=Control()) != written
    assert captioner.component != open_ours(made, **SEARCHES["greedy"]).component


def test_half_precision_writes_too(made, pictures, written, record_property):
    captioner = open_ours(made, precision="bfloat16", **SEARCHES["greedy"])
    found = captioner.caption(pictures[:4], control=Control())
    captioner.resident.close()
    same = sum(half == full for half, full in zip(found, written[:4], strict=True))
    record_property("captions of 4 that are float32's", same)
    assert len(set(found)) >= 2


@pytest.mark.parametrize(("room", "news"), [(3.5, "memory-smaller-batches"), (0.5, "memory-on-cpu")])
def test_little_memory_gives_the_same_captions(made, written, pictures, room, news):
    placement, memory, notices = placement_with_room(room)
    captioner = open_ours(made, placement=placement, precision="float32", **SEARCHES["greedy"])
    squeeze(captioner.resident, memory)
    found = captioner.caption(pictures, control=Control())
    captioner.resident.close()
    assert news in [notice.code for notice in notices]
    assert found == written


@pytest.mark.parametrize("at", [3, 9])
def test_cancelling_stops_within_one_block(ours, pictures, at):
    looks = []

    class LateToken(CancelToken):
        """Set at a look of the image tower or of the first token's blocks."""

        def check(self):
            looks.append(1)
            if len(looks) == at:
                raise Cancelled

    with pytest.raises(Cancelled):
        ours.caption(pictures[:1], control=Control(LateToken()))
    assert len(looks) == at
