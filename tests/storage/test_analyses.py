"""The disk cache of analyses: exact, bounded, and never a reason to fail."""

from __future__ import annotations

import os
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.analysis import ImageAnalysis
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.analysis_file import decode_analysis, encode_analysis
from tests.storage.storage_values import box_mask
from tests.support.patience import join, run_aside


def analysis(key="ab" * 16, proposals=3, phrases=2):
    random = np.random.default_rng(0)
    return ImageAnalysis(
        key=key,
        image_hash="f" * 64,
        height=60,
        width=100,
        proposals=tuple(
            Proposal(box_mask(10 * n), 0.5 + n / 10, ProposalSource.HIERARCHY) for n in range(proposals)
        ),
        crop_features_nd=random.random((proposals, 8), dtype=np.float32),
        centroids_xy=random.random((proposals, 2)),
        colour_shares_nc=random.random((proposals, 5), dtype=np.float32),
        shared_nn=random.random((proposals, proposals), dtype=np.float32),
        captions=tuple(f"a mug {n} ☕" for n in range(proposals)),
        caption_features_nd=random.random((proposals, 8), dtype=np.float32),
        scene_caption="a mug and a car",
        phrases=("a mug",) * phrases,
        phrase_features_kd=random.random((phrases, 8), dtype=np.float32) if phrases else None,
        recognised=0.25,
        components=(ComponentId("proposals", "starter-sam", "r1"),),
        seconds=(("proposals", 0.5), ("encode", 0.25)),
        notices=(Notice("odd", "It is odd.", NoticeLevel.WARNING),),
    )


def assert_same(one, other):
    for field in fields(ImageAnalysis):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, np.ndarray):
            assert np.array_equal(mine, theirs)
            assert mine.dtype == theirs.dtype
            assert not mine.flags.writeable
        else:
            assert mine == theirs


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "analyses", limit_bytes=10_000_000)


@pytest.mark.parametrize(("proposals", "phrases"), [(3, 2), (1, 1), (0, 0)])
def test_an_analysis_comes_back_exactly(cache, proposals, phrases):
    kept = analysis(proposals=proposals, phrases=phrases)
    assert cache.get(kept.key) is None
    assert cache.put(kept)
    assert_same(cache.get(kept.key), kept)
    assert cache.size_bytes() > 0
    cache.clear()
    assert (cache.get(kept.key), cache.size_bytes()) == (None, 0)


def test_a_partial_analysis_is_not_kept(cache):
    assert not cache.put(replace(analysis(), complete=False))
    assert cache.size_bytes() == 0


CONTENT = encode_analysis(analysis())


@settings(max_examples=200, deadline=None)
@given(place=st.integers(0, len(CONTENT) - 1), change=st.integers(1, 255))
def test_any_changed_byte_is_a_miss_or_changes_nothing(place, change):
    damaged = bytearray(CONTENT)
    damaged[place] ^= change
    read = decode_analysis(bytes(damaged))
    if read is not None:  # white space of the header
        assert_same(read, analysis())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(CONTENT) - 1))
def test_a_cut_file_is_a_miss(length):
    assert decode_analysis(CONTENT[:length]) is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_miss(content):
    assert decode_analysis(content) is None


def test_a_damaged_file_is_dropped(cache, tmp_path):
    kept = analysis()
    cache.put(kept)
    (file,) = (tmp_path / "analyses").rglob("*.analysis")
    file.write_bytes(CONTENT[:-5])
    assert cache.get(kept.key) is None
    assert not file.exists()


def test_a_file_under_another_key_is_a_miss(cache, tmp_path):
    kept = analysis()
    cache.put(kept)
    (file,) = (tmp_path / "analyses").rglob("*.analysis")
    other = "ab" + "cd" * 15
    file.rename(file.with_name(f"{other}.analysis"))
    assert cache.get(other) is None


def test_the_longest_unused_go_first(tmp_path):
    cache = AnalysisCache(tmp_path, limit_bytes=int(len(CONTENT) * 4.5))
    keys = [f"{number:02x}" * 16 for number in range(5)]
    for age, key in enumerate(keys[:4]):
        cache.put(analysis(key))
        (file,) = tmp_path.rglob(f"{key}.analysis")
        os.utime(file, (1_000_000 + age, 1_000_000 + age))
    assert cache.get(keys[0]) is not None  # used now
    cache.put(analysis(keys[4]))
    assert [key for key in keys if cache.get(key) is not None] == [keys[0], keys[2], keys[3], keys[4]]
    assert cache.size_bytes() <= len(CONTENT) * 4.5


def test_what_is_larger_than_the_limit_is_not_kept(tmp_path):
    assert not AnalysisCache(tmp_path, limit_bytes=1000).put(analysis())
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_cannot_be_written_is_no_failure(tmp_path, caplog):
    (tmp_path / "file").touch()
    cache = AnalysisCache(tmp_path / "file", limit_bytes=10_000_000)
    assert not cache.put(analysis())
    assert cache.get("ab" * 16) is None
    assert "was not kept" in caplog.text


def test_a_key_that_leaves_the_folder_is_a_bug(cache):
    with pytest.raises(ValueError, match="no analysis key"):
        cache.get("../../etc/passwd")


def test_threads_share_the_cache(cache):
    found = []

    def work(number):
        cache.put(analysis(f"{number % 3:02x}" * 16))
        found.append(cache.get(f"{number % 3:02x}" * 16))

    join(*[run_aside(work, number) for number in range(12)])
    assert len(found) == 12
    assert None not in found
