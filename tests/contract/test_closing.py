"""Memory is given back on close, by every kind of encoder and captioner."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from tas_desktop.backends.loading import load_captioner_of, load_encoder_of
from tas_desktop.domain.errors import KnownError
from tas_desktop.engine.control import Control
from tests.contract.conftest import CAPTIONERS, ENCODERS, name_of, open_drawn

PICTURE = np.zeros((9, 9, 3), np.uint8)


def close_and_watch(resident, work):
    """Work once, close, and see that the network is gone and that later work is refused."""
    work()
    with resident.ready() as network:
        watched = weakref.ref(network)
    del network
    resident.placement.close()
    gc.collect()
    assert watched() is None
    with pytest.raises(KnownError, match="let go of"):
        work()


@pytest.mark.parametrize("kind", ENCODERS, ids=name_of)
def test_encoders(kind, starter_profile, drawn_models):
    encoder = open_drawn(drawn_models, "encoder", kind) if kind else load_encoder_of(starter_profile.encoder)
    close_and_watch(encoder.resident, lambda: encoder.encode_images([PICTURE], control=Control()))


@pytest.mark.parametrize("kind", CAPTIONERS, ids=name_of)
def test_captioners(kind, starter_profile, drawn_models):
    captioner = (
        open_drawn(drawn_models, "captioner", kind) if kind else load_captioner_of(starter_profile.captioner)
    )
    close_and_watch(captioner.resident, lambda: captioner.caption([PICTURE], control=Control()))
