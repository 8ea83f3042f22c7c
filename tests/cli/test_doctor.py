"""``tas-desktop doctor``: a report for people, JSON for machines, an exit code for scripts."""

from __future__ import annotations

import json
import re

import pytest

from tas_desktop.cli import doctor as command
from tas_desktop.cli.entry import main
from tas_desktop.config.diagnosis import Area, Finding, State

HEALTHY = Finding(Area.PACKAGES, "numpy", State.OK, "2.0")
NOTED = Finding(Area.LANGUAGE, "WordNet", State.NOTE, "not installed", "apt-get install wordnet-base")
BROKEN = Finding(Area.WEIGHTS, "sam.safetensors", State.PROBLEM, "truncated", "install again")


@pytest.mark.parametrize(
    ("findings", "code"), [((HEALTHY,), 0), ((HEALTHY, NOTED), 0), ((HEALTHY, NOTED, BROKEN), 1)]
)
def test_exit_code_and_json_follow_the_findings(monkeypatch, capsys, findings, code):
    monkeypatch.setattr(command, "survey_installation", lambda: findings)
    assert main(["doctor", "--json"]) == code
    content = json.loads(capsys.readouterr().out)
    assert content["ok"] is (code == 0)
    assert [one["name"] for one in content["findings"]] == [one.name for one in findings]


def test_report_says_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(command, "survey_installation", lambda: (HEALTHY, BROKEN))
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert re.search(r"FAIL +sam\.safetensors +truncated\n +-> install again", out)
    assert "1 to mend" in out


def test_real_survey_covers_every_area(capsys):
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    areas = {one["area"] for one in findings}
    assert {"packages", "devices", "weights", "language", "desktop"} <= areas
    assert all(one["remedy"] for one in findings if one["state"] != "ok")
