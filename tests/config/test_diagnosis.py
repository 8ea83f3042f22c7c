"""What the diagnosis reads from an installation, without importing it."""

from __future__ import annotations

from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tas_desktop.config import system_libraries
from tas_desktop.config.diagnosis import (
    Area,
    State,
    desktop,
    devices,
    folders,
    language_data,
    packages,
    profiles,
)
from tas_desktop.config.paths import DATA_DIR_VARIABLE
from tas_desktop.config.system_libraries import Need, SystemPackage
from tas_desktop.language.wordnet_files import WordNetPlace


def test_every_requirement_is_examined():
    names = {finding.name for finding in packages.survey_packages()}
    assert {"Python", "torch", "pyside6", "spacy"} <= {
        name if name == "Python" else name.lower() for name in names
    }


@pytest.mark.parametrize(
    ("line", "state", "words"),
    [
        ("numpy", State.OK, metadata.version("numpy")),
        ("numpy>=99", State.PROBLEM, ">=99 is required"),
        ("no-such-package-of-ours", State.PROBLEM, "not installed"),
    ],
)
def test_requirement_is_compared_with_what_is_there(monkeypatch, line, state, words):
    monkeypatch.setattr(packages, "_requirements", lambda: [Requirement(line)])
    *_, finding = packages.survey_packages()
    assert finding.state is state
    assert words in finding.text
    assert bool(finding.remedy) is (state is State.PROBLEM)


def test_checkout_without_installation_reads_the_project_file(monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(packages.metadata, "requires", absent)
    assert "torch" in {finding.name for finding in packages.survey_packages()}


@pytest.mark.parametrize(
    ("source", "cuda"),
    [
        ("cuda: Optional[str] = '13.2'\n", "13.2"),
        ("cuda = '12.4'\n", "12.4"),
        ("cuda: Optional[str] = None\n", ""),
        ("", ""),
    ],
)
def test_torch_build_is_read_from_its_version_file(monkeypatch, tmp_path, source, cuda):
    folder = tmp_path / "faketorch"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise ImportError('must not be imported')", encoding="utf-8")
    (folder / "version.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert devices.built_for_cuda("faketorch") == cuda


def test_absent_torch_has_no_build():
    assert devices.built_for_cuda("no_such_package_of_ours") is None


def test_cpu_torch_beside_a_gpu_is_noted(monkeypatch, tmp_path):
    driver = tmp_path / "version"
    driver.write_text(
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.65\nGCC version: 12\n", encoding="utf-8"
    )
    monkeypatch.setattr(devices, "_NVIDIA_DRIVER", driver)
    monkeypatch.setattr(devices, "built_for_cuda", lambda _: "")
    findings = {finding.name: finding for finding in devices.survey_devices()}
    assert findings["GPU"].text.startswith("NVIDIA UNIX")
    assert findings["torch build"].state is State.NOTE
    assert findings["torch build"].remedy


def test_present_wordnet_is_named_with_its_place(monkeypatch, tmp_path):
    monkeypatch.setattr(language_data, "find_wordnets", lambda: (WordNetPlace("debian", tmp_path),))
    wordnet, _ = language_data.survey_language_data()
    assert wordnet.state is State.OK
    assert f"{tmp_path} (debian)" in wordnet.text


def test_absent_wordnet_is_no_problem(monkeypatch):
    monkeypatch.setattr(language_data, "find_wordnets", tuple)
    wordnet, _ = language_data.survey_language_data()
    assert wordnet.area is Area.LANGUAGE
    assert wordnet.state is State.NOTE


@pytest.mark.parametrize(
    ("user_id", "sudo", "start"),
    [(0, None, "apt-get "), (1000, "/bin/sudo", "sudo "), (1000, None, "(as root) ")],
)
def test_the_remedy_fits_the_user(monkeypatch, user_id, sudo, start):
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: user_id, raising=False)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: sudo)
    command = system_libraries.install_command("libfoo", "libbar")
    assert command.startswith(start)
    assert command.endswith("apt-get install libfoo libbar")


def test_missing_window_libraries_name_their_packages(monkeypatch):
    absent = SystemPackage("libxcb-cursor0", Need.WINDOW, soname="libxcb-cursor.so.0")
    monkeypatch.setattr(desktop, "missing_packages", lambda needs: [absent] if Need.WINDOW in needs else [])
    monkeypatch.setattr(desktop, "fonts_present", lambda: False)
    findings = {finding.name: finding for finding in desktop.survey_desktop({})}
    assert findings["libraries"].state is State.OK
    assert findings["window libraries"].remedy.endswith("apt-get install libxcb-cursor0")
    assert "libxcb-cursor.so.0" in findings["window libraries"].text
    assert findings["fonts"].state is State.PROBLEM
    assert findings["display"].state is State.NOTE


def own_profile(data_dir, text):
    folder = data_dir / "data" / "profiles"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "state", "words"),
    [
        (("nothing", "nothing"), State.OK, "synonyms starter-lexicon"),
        (('files = ["starter/parser"]', 'files = ["absent/parser"]'), State.PROBLEM, "absent/parser"),
        (("[parser]", "[parsers]"), State.PROBLEM, "parser"),
    ],
)
def test_profile_is_examined(monkeypatch, tmp_path, checkout, change, state, words):
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    shipped = (checkout / "resources" / "profiles" / "starter.toml").read_text(encoding="utf-8")
    own_profile(tmp_path, shipped.replace(*change))
    for name in ("sam.safetensors", "clip.safetensors", "blip.safetensors", "parser"):
        target = tmp_path / "data" / "profiles" / "starter" / name
        target.parent.mkdir(exist_ok=True)
        target.touch()
    found = {finding.name: finding for finding in profiles.survey_profiles()}
    assert {"mine", "starter"} <= found.keys()
    assert found["mine"].state is state
    assert words in found["mine"].text


def test_folders_that_can_be_made_are_fine(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "new" / "place"))
    assert {finding.state for finding in folders.survey_folders()} == {State.OK}
    assert not (tmp_path / "new").exists()


def test_folder_below_a_file_is_a_problem(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "file"))
    findings = tuple(folders.survey_folders())
    assert {finding.state for finding in findings} == {State.PROBLEM}
    assert all("--data-dir" in finding.remedy for finding in findings)
