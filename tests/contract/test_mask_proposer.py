"""What ``engine.ports.MaskProposer`` promises, kept by every proposer there is.

Those of full size are the same code over tiny networks, whose weights are drawn.
"""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.proposals.choosing import open_proposer
from tas_desktop.backends.proposals.hierarchy import HierarchyProposer
from tas_desktop.backends.proposals.joined import open_joined_proposer
from tas_desktop.backends.proposals.sam_proposer import open_sam_proposer
from tas_desktop.domain.errors import BackendFailed
from tas_desktop.engine.control import Cancelled, CancelToken, Control, Stage
from tas_desktop.starter.scenes import Split, generate_scene
from tests.support.sam_fixtures import NETWORKS, proposals_of


@pytest.fixture(scope="module", params=["sam", "hierarchy", "joined", *NETWORKS])
def proposer(request, checkout):
    if request.param in NETWORKS:
        weights = request.getfixturevalue(NETWORKS[request.param])
        yield open_proposer(proposals_of(weights, backend=request.param), placement=Placement("cpu"))
        return
    pack = checkout / "resources" / "starter"
    if request.param == "hierarchy":
        yield HierarchyProposer()
    else:
        yield open_sam_proposer(pack) if request.param == "sam" else open_joined_proposer(pack)


@pytest.fixture(params=NETWORKS)
def network_proposer(request):
    """A proposer of its own with a network that can be let go of."""
    weights = request.getfixturevalue(NETWORKS[request.param])
    return open_proposer(proposals_of(weights, backend=request.param), placement=Placement("cpu"))


@pytest.fixture(scope="module")
def image():
    return generate_scene(5, split=Split.VALIDATION).image_rgb


@pytest.fixture(scope="module")
def found(proposer, image):
    return proposer.propose(image, control=Control())


def test_masks_fit_the_image_and_qualities_are_shares(found, image):
    assert found
    for one in found:
        assert (one.mask.height, one.mask.width) == image.shape[:2]
        assert 0 < one.mask.area < image.shape[0] * image.shape[1]
        assert 0 <= one.quality <= 1


def test_the_same_image_gives_the_same_masks(proposer, image, found):
    assert proposer.propose(image, control=Control()) == found


@pytest.mark.parametrize("shape", [(1, 1), (1, 400), (3, 900), (30, 7), (64, 64), (90, 700)])
def test_odd_shapes_are_worked_with(proposer, shape):
    pixels = np.random.default_rng(1).integers(0, 256, (*shape, 3), dtype=np.uint8)
    for one in proposer.propose(pixels, control=Control()):
        assert (one.mask.height, one.mask.width) == shape


def test_read_only_and_strided_pixels_are_worked_with(proposer, image):
    turned = image[::2, ::-2]
    turned.setflags(write=False)
    assert proposer.propose(turned, control=Control())


def test_progress_rises_to_its_total(proposer, image):
    told = []
    proposer.propose(image, control=Control(report=told.append))
    assert {progress.stage for progress in told} == {Stage.PROPOSALS}
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert len({progress.total for progress in told}) == 1
    assert told[-1].done == told[-1].total
    assert len(told) >= 5


def test_cancelling_stops_at_the_next_step(proposer, image):
    token, told = CancelToken(), []

    def report(progress):
        told.append(progress)
        if len(told) == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        proposer.propose(image, control=Control(token, report))
    assert len(told) == 3


def test_proposing_leaves_the_pixels_alone(proposer, image):
    copy = image.copy()
    proposer.propose(copy, control=Control())
    np.testing.assert_array_equal(copy, image)


def test_cancelling_stops_within_a_block_of_the_image_encoder(network_proposer, image):
    looks = []

    class LateToken(CancelToken):
        """Set at the fourth look: one comes before the image encoder, which has more than three blocks."""

        def check(self):
            looks.append(1)
            if len(looks) == 4:
                raise Cancelled

    with pytest.raises(Cancelled):
        network_proposer.propose(image, control=Control(LateToken()))
    assert len(looks) == 4


def test_closing_gives_the_memory_back(network_proposer, image):
    decoder = network_proposer.prompt_decoder()
    network_proposer.propose(image, control=Control())
    with network_proposer.network.resident.ready() as module:
        weights = [weakref.ref(one) for one in module.parameters()]
    del module
    network_proposer.close()
    gc.collect()
    assert weights
    assert not any(one() is not None for one in weights)
    with pytest.raises(BackendFailed, match="let go of"):
        network_proposer.propose(image, control=Control())
    with pytest.raises(BackendFailed, match="let go of"):
        decoder.look(image, window_xywh=(0, 0, 9, 9), scale=1.0)
