"""What a project keeps of an analysis: whole but for features, and safe to read from anybody."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields

import numpy as np
import pytest

from tas_desktop.engine.analysis import ImageAnalysis
from tas_desktop.storage.analysis_outline import decode_outline, encode_outline
from tests.storage.test_analyses import analysis

LEFT_OUT = {"complete", "seconds"}


def test_everything_but_arrays_comes_back():
    whole = analysis()
    outline = decode_outline(encode_outline(whole))
    for field in fields(ImageAnalysis):
        value = getattr(outline, field.name)
        if isinstance(getattr(whole, field.name), np.ndarray):
            assert value is None or len(value) == 0
        elif field.name not in LEFT_OUT:
            assert value == getattr(whole, field.name)
    assert not outline.complete


def test_an_analysis_without_captions_and_proposals():
    bare = analysis(proposals=0, phrases=0)
    assert decode_outline(encode_outline(bare)).proposals == ()


def changed(**changes):
    content = json.loads(zlib.decompress(encode_outline(analysis())))
    return zlib.compress(json.dumps(content | changes).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zlib",
        encode_outline(analysis())[:-20],
        zlib.compress(b"[1, 2]"),
        zlib.compress(b"\xff"),
        changed(height=61),
        changed(height=-1),
        changed(recognised=7),
        changed(captions=["one too few"]),
        changed(proposals=[["0" * 7, 0.5, "sam"]] * 3),
        changed(proposals=[["PPPP", float("nan"), "sam"]] * 3),
        changed(proposals=[["PPPP", 0.5, "witchcraft"]] * 3),
        changed(notices=[["code", "text", "deafening"]]),
    ],
)
def test_what_is_damaged_or_made_up_is_none(content):
    assert decode_outline(content) is None


def test_a_bomb_is_not_unpacked():
    assert decode_outline(zlib.compress(b" " * (100 * 2**20))) is None
