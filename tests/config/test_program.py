"""The program's fingerprint changes with its code."""

from __future__ import annotations

import shutil
from pathlib import Path

import tas_desktop
from tas_desktop.config.program import program_fingerprint


def test_a_changed_line_is_another_program(tmp_path, monkeypatch):
    package = Path(tas_desktop.__file__).parent
    copy = tmp_path / "tas_desktop"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    fingerprint = program_fingerprint.__wrapped__
    monkeypatch.setattr(tas_desktop, "__file__", str(copy / "__init__.py"))
    assert fingerprint() == program_fingerprint()
    with (copy / "ui" / "__init__.py").open("a") as file:
        file.write("# a button\n")
    assert fingerprint() == program_fingerprint()
    with (copy / "engine" / "crops.py").open("a") as file:
        file.write("# a crop\n")
    changed = fingerprint()
    assert changed != program_fingerprint()
    monkeypatch.setattr(tas_desktop, "__version__", "99")
    assert fingerprint() not in {changed, program_fingerprint()}
