"""The built distributions: what is inside, and that the wheel works away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE_S

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(checkout, tmp_path_factory) -> Path:
    """A folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(checkout)]
    verdict = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A new environment outside the checkout with the wheel in it; returns its ``bin`` folder.

    The wheel is really installed; its dependencies (2 GB) are not fetched again but lent by the running
    environment through a path file. Such a path is not searched for path files of its own, so the checkout's
    editable installation stays out of sight.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    binaries = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(binaries / "python"), "--quiet"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, timeout=PATIENCE_S)
    lent = sysconfig.get_paths()["purelib"]
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    Path(paths["purelib"], "lent.pth").write_text(lent + "\n", encoding="utf-8")
    return binaries


def run_installed(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [installed / "tas-desktop", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environ, check=False, capture_output=True, text=True, timeout=PATIENCE_S
    )


def test_wheel_carries_the_package_and_everything_it_reads(wheel, checkout):
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {
        f"tas_desktop/_resources/{path.relative_to(checkout / 'resources').as_posix()}"
        for path in (checkout / "resources").rglob("*")
        if path.is_file()
    }
    assert resources
    assert resources <= names
    migrations = {
        path.relative_to(checkout).as_posix()
        for path in (checkout / "tas_desktop" / "storage" / "migrations").rglob("*")
        if path.is_file() and path.suffix in {".py", ".mako"}
    }
    assert migrations
    assert migrations <= names
    assert "tas_desktop/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_wheel_carries_nothing_else(wheel):
    roots = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert all(root == "tas_desktop" or root.endswith(".dist-info") for root in roots)


def test_sdist_carries_tests_tools_and_the_two_commands(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as members:
        names = {name.partition("/")[2] for name in members.getnames()}
    wanted = {"Makefile", "main.py", "constraints.txt", "pyproject.toml", "tools/bootstrap/__main__.py"}
    assert wanted | {"tests/conftest.py", "LICENSE", "README.md"} <= names


def test_installed_package_is_not_the_checkout(installed, tmp_path, checkout):
    script = "import tas_desktop; print(tas_desktop.__file__)"
    answer = subprocess.run(
        [installed / "python", "-c", script],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    place = Path(answer.stdout.strip())
    assert place.is_relative_to(installed.parent)
    assert not place.is_relative_to(checkout)


def test_installed_doctor_finds_everything(installed, tmp_path):
    verdict = run_installed(installed, "doctor", "--json", cwd=tmp_path)
    findings = json.loads(verdict.stdout)["findings"]
    problems = [one for one in findings if one["state"] == "problem"]
    assert not problems
    assert verdict.returncode == 0


def test_installed_propose_ranks_masks_on_a_bundled_sample(installed, tmp_path):
    samples = next(installed.parent.glob("lib/python*/site-packages/tas_desktop/_resources/samples"))
    picture = min(path for path in samples.rglob("*") if path.suffix in {".png", ".jpg"})
    verdict = run_installed(
        installed, "propose", str(picture), "the object on the left", "--json", cwd=tmp_path
    )
    assert verdict.returncode == 0, verdict.stderr
    proposed = json.loads(verdict.stdout)
    candidates = proposed["candidates"]
    assert [one["rank"] for one in candidates] == list(range(1, len(candidates) + 1))
    assert len({one["total"] for one in candidates}) > 1
    assert all(
        one["rle"]["size"] == [proposed["image"]["height"], proposed["image"]["width"]] for one in candidates
    )
