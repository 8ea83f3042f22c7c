"""``tas-desktop stats`` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from tas_desktop.cli import main
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.storage.back_checks import BackCheck
from tas_desktop.storage.project import ProjectStore
from tests.support.patience import PATIENCE_S


@pytest.fixture
def project(tmp_path):
    mask_hw = np.zeros((30, 40), bool)
    mask_hw[3:10, 5:20] = True
    mask = Mask.from_array(mask_hw)
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.jpg"], annotator="ann")
        first, second = store.add_expressions([(1, "the mug"), (1, "nothing")], annotator="ann")
        chosen = ChosenMask(mask, mask, 1)
        made = store.record_decision(
            Decision(first, DecisionAction.ACCEPT, "the mug", "ann\x1b[2J", (chosen,), "cup")
        )
        store.record_decision(Decision(second, DecisionAction.NO_TARGET, "nothing", "bea"))
        store.back_checks.record(BackCheck(made.decision_id, DecisionAction.ACCEPT, "bea", (mask,)))
    return tmp_path / "project"


def test_figures_for_people(project, capsys):
    assert main(["stats", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == [
        "decisions",
        *["rank", "1", "rank", "3", "rank", "5", "repaired", "drawn", "no", "target", "seconds"],
    ]
    assert lines[1].startswith("all ")
    assert "100.0 %" in lines[1]
    assert "50.0 %" in lines[1]
    assert lines[-1] == "Back-checks: 1 of 1 named the same object again, mean IoU 1.000"
    assert "\x1b" not in "".join(lines), "a name steers no terminal"


def test_figures_for_machines(project, tmp_path, capsys):
    table = tmp_path / "stats.csv"
    assert main(["stats", str(project), "--json", "--csv", str(table)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["overall"]["decisions"] == 2
    assert told["back_checks"]["same_referent"]["hits"] == 1
    assert told["files"] == [str(table)]
    assert table.read_text().startswith("division,name,decisions")


def test_plots_are_written(project, tmp_path, capsys):
    assert main(["stats", str(project), "--plots", str(tmp_path / "plots")]) == 0
    assert "ranks-by-kind.svg" in capsys.readouterr().out
    assert len(list((tmp_path / "plots").iterdir())) == 12


def test_a_project_without_decisions(tmp_path, capsys):
    ProjectStore.create(tmp_path / "empty").close()
    assert main(["stats", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr().out == "Nothing has been decided yet\n"


def test_a_missing_project_is_refused(tmp_path, capsys):
    assert main(["stats", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_figures_alone_import_no_plots_and_no_window(project):
    script = (
        "import sys; from tas_desktop.cli import main; main(['stats', sys.argv[1]]); "
        "print(*[m for m in ('matplotlib', 'PySide6', 'torch') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(project)],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert done.stdout.splitlines()[-1] == ""
