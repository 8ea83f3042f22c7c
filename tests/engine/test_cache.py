from __future__ import annotations

import dataclasses

from tas_desktop.engine.cache import AnalysisCache
from tas_desktop.engine.memo import LruMemo
from tas_desktop.engine.pipeline import analyse
from tests.engine.conftest import Painting


def analysis(key):
    scene = Painting([("red", 10, 10, 40, 40)])
    return dataclasses.replace(analyse(scene.image, scene.components()), key=key)


def test_the_longest_unused_analysis_goes_first():
    one, two, three = analysis("1"), analysis("2"), analysis("3")
    cache = AnalysisCache(capacity_bytes=2 * one.nbytes + one.nbytes // 2)
    cache.put(one)
    cache.put(two)
    assert cache.get("1") is one
    cache.put(three)
    assert cache.get("2") is None
    assert cache.get("1") is one
    assert cache.get("3") is three
    assert cache.nbytes == one.nbytes + three.nbytes


def test_replacing_counts_once_and_unfinished_or_huge_ones_stay_out():
    one = analysis("1")
    cache = AnalysisCache(capacity_bytes=2 * one.nbytes)
    cache.put(one)
    cache.put(analysis("1"))
    assert (len(cache), cache.nbytes) == (1, one.nbytes)
    cache.put(dataclasses.replace(analysis("2"), complete=False))
    assert cache.get("2") is None
    AnalysisCache(capacity_bytes=1).put(one)
    tiny = AnalysisCache(capacity_bytes=1)
    tiny.put(one)
    assert len(tiny) == 0


def test_a_memo_makes_each_value_once_and_forgets_the_oldest():
    memo, made = LruMemo[int](2), []

    def make(value):
        made.append(value)
        return value

    for value in (1, 2, 1, 3, 1, 2):
        assert memo.get_or_make(value, lambda value=value: make(value)) == value
    assert made == [1, 2, 3, 2]
