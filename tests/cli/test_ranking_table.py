"""The table fits the terminal: the narrower it is, the fewer columns, none of them cut short."""

from __future__ import annotations

import pytest

from tas_desktop.cli.ranking_table import print_ranking
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.pipeline import analyse, rank
from tests.engine.conftest import Painting


@pytest.fixture(scope="module")
def ranking():
    scene = Painting([("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50)])
    parts = scene.components()
    analysis = analyse(scene.image, parts)
    return rank(
        analysis,
        "the blue block",
        METHODS["tas"].ranking,
        encoder=parts.encoder,
        parser=parts.parser,
        synonyms=parts.synonyms,
    )


def printed(ranking, capsys, monkeypatch, *, width=None):
    if width is not None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(width))
    print_ranking(ranking, about="a.png", seconds={"rank": 0.5}, top=10, from_cache=False)
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [80, 95, 120, 140])
def test_nothing_is_cut_short(ranking, capsys, monkeypatch, width):
    out = printed(ranking, capsys, monkeypatch, width=width)
    assert "…" not in out
    assert "a blue block" in out
    assert "total" in out
    assert ("x, y, w, h" in out) == (width >= 116)
    assert ("area" in out) == (width >= 132)


def test_a_pipe_gets_every_column(ranking, capsys, monkeypatch):
    out = printed(ranking, capsys, monkeypatch)
    assert all(heading in out for heading in ("total", "place", "mask", "was", "area", "x, y, w, h"))
    assert "0.50 s" in out
    assert "-0.000" not in out
