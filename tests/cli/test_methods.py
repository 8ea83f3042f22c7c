"""``tas-desktop methods`` and parameters on the command line."""

from __future__ import annotations

import json

import pytest

from tas_desktop.cli.choosing_methods import choose_method, choose_methods
from tas_desktop.cli.entry import main
from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.methods import METHODS


def run(capsys, *words):
    assert main(["methods", *words]) == 0
    return capsys.readouterr().out


def test_all_methods_are_listed(capsys):
    assert [entry["name"] for entry in json.loads(run(capsys, "--json"))] == list(METHODS)
    listed = run(capsys)
    assert all(name in listed for name in METHODS)


def test_a_methods_parameters_are_listed_with_their_ranges(capsys):
    text = run(capsys, "global-local")
    assert "alpha=0.95" in text
    assert "0 to 1" in text
    assert "needs" in text


def test_parameters_go_to_the_methods_that_have_them():
    chosen = choose_methods(["tas", "global-local"], ["global-local.alpha=0.85", "lam=0.3"])
    assert [method.name for method in chosen] == ["tas", "global-local"]
    assert chosen[0].ranking.alpha == 0.1
    assert chosen[0].ranking.lam == 0.3
    assert chosen[1].ranking.alpha == 0.85
    with pytest.raises(InputRefused, match="nobody"):
        choose_methods(["tas"], ["nobody=1"])
    with pytest.raises(InputRefused, match=r"hybridgl\.alpha"):
        choose_methods(["tas"], ["hybridgl.alpha=1"])
    assert choose_method("tas", ["alpha=0"], lam=0.5).ranking.lam == 0.5
