"""``tas-desktop settings`` and the page that is made from the same table."""

from __future__ import annotations

import json

import pytest

from tas_desktop.cli import main
from tas_desktop.config.paths import DATA_DIR_VARIABLE, find_paths
from tas_desktop.config.setting_rows import SECTIONS, SETTINGS, Kind
from tas_desktop.config.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))


def test_every_setting_is_listed_with_its_range(capsys):
    assert main(["settings"]) == 0
    printed = capsys.readouterr().out
    assert all(row.key in printed and row.help in printed for row in SETTINGS)
    assert "0 to 2000 ms" in printed


def test_a_value_is_set_shown_and_reset(capsys):
    assert main(["settings", "ranking.debounce_ms", "250"]) == 0
    assert load_settings(find_paths().settings_file).settings.ranking.debounce_ms == 250
    assert main(["settings", "ranking.debounce_ms", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out.partition("\n    ")[2].partition("\n")[2])
    assert shown["ranking.debounce_ms"]["value"] == 250
    assert main(["settings", "ranking.debounce_ms", "--reset"]) == 0
    assert load_settings(find_paths().settings_file).settings == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ranking.debounce_ms", "9999"),
        ("ranking.debounce_ms", "soon"),
        ("general.theme", "pink"),
        ("general.annotator", ""),
        ("general.no_such", "1"),
    ],
)
def test_what_it_cannot_be_is_refused_and_nothing_written(capsys, name, value):
    assert main(["settings", name, value]) == 2
    assert capsys.readouterr().err.count("\n") == 2, "cause and next step"
    assert not find_paths().settings_file.exists()


def test_the_table_has_every_setting_once():
    kept = {
        f"{section}.{name}"
        for section, field in Settings.model_fields.items()
        for name in field.annotation.model_fields
    }
    elsewhere = {"shortcuts.keys", "ranking.params"}  # on a page of its own; beside the candidates
    assert {row.key for row in SETTINGS} == kept - elsewhere
    assert len({row.key for row in SETTINGS}) == len(SETTINGS)
    assert {row.section for row in SETTINGS} <= set(SECTIONS)


def test_every_number_has_limits_and_every_choice_its_default():
    for row in SETTINGS:
        if row.kind in (Kind.NUMBER, Kind.PERCENT):
            lowest, highest = row.limits
            assert lowest <= row.default <= highest
        if row.kind is Kind.CHOICE:
            assert row.default in [choice.value for choice in row.choices()]


def test_the_manuals_page_is_up_to_date(checkout):
    from tas_desktop.cli.settings import render_page

    assert (checkout / "docs" / "settings.md").read_text(encoding="utf-8") == render_page()
