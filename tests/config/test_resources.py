"""Shipped files are found in the wheel first, then beside the checkout."""

from __future__ import annotations

from tas_desktop.config import resources


def test_checkout_keeps_them_beside_the_package(checkout):
    assert resources.resource_path("starter", "x") == checkout / "resources" / "starter" / "x"


def test_wheel_folder_comes_first(monkeypatch, tmp_path):
    inside, beside = tmp_path / "_resources", tmp_path / "resources"
    monkeypatch.setattr(resources, "_ROOTS", (inside, beside))
    beside.mkdir()
    assert resources.resource_path("icons") == beside / "icons"
    inside.mkdir()
    assert resources.resource_path("icons") == inside / "icons"
