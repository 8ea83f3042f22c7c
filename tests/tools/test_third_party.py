"""THIRD_PARTY.md: made from the libraries' metadata, refused where a licence does not fit, up to date."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from tas_desktop.config.licences import Library, Verdict, canonical, judge, list_libraries
from tests.support.patience import PATIENCE_S


@pytest.mark.parametrize(
    ("expression", "verdict"),
    [
        ("MIT", Verdict.PERMISSIVE),
        ("Apache-2.0 AND Apache-2.0 WITH LLVM-exception AND BSD-3-Clause", Verdict.PERMISSIVE),
        ("GPL-3.0-only", Verdict.REFUSED),
        ("GPL-2.0-or-later WITH Classpath-exception-2.0", Verdict.REFUSED),
        ("AGPL-3.0-or-later", Verdict.REFUSED),
        ("LGPL-3.0-only", Verdict.REFUSED),
        ("GPL-2.0-only OR MIT", Verdict.PERMISSIVE),
        ("MIT AND GPL-3.0-only", Verdict.REFUSED),
        ("LicenseRef-Own", Verdict.UNKNOWN),
        ("MIT AND LicenseRef-Own", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
    ],
)
def test_a_licence_is_judged_by_what_may_be_chosen(expression, verdict):
    assert judge(expression) is verdict


def test_qt_may_be_lgpl_and_says_so():
    expression = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    assert judge(expression, is_qt=True) is Verdict.QT_LIBRARY
    assert Library("PySide6", "6.11", expression, "", is_direct=True).verdict is Verdict.QT_LIBRARY
    assert Library("PyQt6", "6.11", "GPL-3.0-only", "", is_direct=True).verdict is Verdict.REFUSED


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A place for made-up distributions."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(name, *lines):
        folder = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("\n".join((f"Name: {name}", "Version: 1.0", *lines, "")))

    return put


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        (["License-Expression: MIT"], "MIT"),
        (["License: BSD 3-Clause License"], "BSD-3-Clause"),
        (["License: GNU General Public License v3"], "GPL-3.0-only"),
        (["Classifier: License :: OSI Approved :: GNU Affero General Public License v3"], "AGPL-3.0-only"),
        (["License: Files: *", "Classifier: License :: OSI Approved :: BSD License"], "BSD-3-Clause"),
        (["License: see the file"], ""),
        ([], ""),
    ],
)
def test_free_texts_and_classifiers_are_understood(shelf, lines, licence):
    shelf("made-up", *lines)
    (library,) = list_libraries(["made-up>=1"])
    assert library.licence == licence


def test_what_a_library_needs_is_looked_at_too(shelf):
    shelf("outer", "License-Expression: MIT", "Requires-Dist: inner", "Requires-Dist: extra; extra == 'x'")
    shelf("inner", "License-Expression: GPL-3.0-only", "Requires-Dist: outer")
    shelf("extra", "License-Expression: AGPL-3.0-only")
    found = {library.name: library for library in list_libraries(["outer"])}
    assert set(found) == {"outer", "inner"}
    assert found["outer"].is_direct
    assert not found["inner"].is_direct
    assert found["inner"].verdict is Verdict.REFUSED


def test_the_command_fails_on_a_licence_that_does_not_fit(capsys):
    import third_party

    libraries = [Library("bad", "1.0", "AGPL-3.0-only", "", is_direct=False)]
    assert third_party.find_misfits(libraries) == ["bad 1.0: AGPL-3.0-only"]


def test_the_page_is_up_to_date_and_names_every_dependency(checkout):
    program = [sys.executable, str(checkout / "tools" / "third_party.py"), "--check"]
    verdict = subprocess.run(program, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    assert verdict.returncode == 0, verdict.stderr
    page = (checkout / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {canonical(Requirement(line).name) for line in project["dependencies"]}
    missing = {
        name for name in names if f"[{name}](" not in page.replace("_", "-") and f"| {name} |" not in page
    }
    assert not missing
