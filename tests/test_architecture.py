"""The rules that keep the rooms apart and the modules small."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE_S

CHECKOUT = Path(__file__).resolve().parent.parent
MODULES = sorted((CHECKOUT / "tas_desktop").rglob("*.py"))
LINE_LIMIT = 500
HEAVY = {
    "PySide6", "cv2", "matplotlib", "nltk", "open_clip", "scipy", "segment_anything", "skimage", "spacy",
    "sqlalchemy", "torch", "torchvision", "transformers",
}  # fmt: skip
# What a distribution is imported as, where the two names differ.
IMPORT_NAMES = {
    "huggingface-hub": "huggingface_hub", "open-clip-torch": "open_clip", "opencv-python": "cv2",
    "pillow": "PIL", "pyside6": "PySide6", "pyspellchecker": "spellchecker", "scikit-image": "skimage",
    "segment-anything": "segment_anything",
}  # fmt: skip


def test_import_contracts_hold():
    linter = Path(sys.executable).with_name("lint-imports")
    verdict = subprocess.run(
        [linter, "--no-logo", "--no-cache"],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def test_every_room_is_in_the_layers():
    contracts = _project()["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    named = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = {path.name for path in (CHECKOUT / "tas_desktop").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= named


def test_modules_stay_small():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {path.name: lines for path, lines in sizes.items() if lines > LINE_LIMIT}


def test_every_import_is_a_declared_dependency():
    declared = set()
    project = _project()["project"]
    extras = [
        line for name, lines in project["optional-dependencies"].items() if name != "test" for line in lines
    ]
    for line in [*project["dependencies"], *extras]:
        name = re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-")
        declared.add(IMPORT_NAMES.get(name, name))
    known = declared | set(sys.stdlib_module_names) | {"tas_desktop", "shiboken6"}
    undeclared = {f"{path.name}: {root}" for path in MODULES for root in _imported_roots(path) - known}
    assert not undeclared


@pytest.mark.parametrize("command", ["", "doctor"])
def test_light_commands_import_nothing_heavy(command):
    statement = "import tas_desktop.cli"
    if command:
        statement += (
            f"; from tas_desktop.cli.registry import COMMANDS; COMMANDS[{command!r}].load({command!r})"
        )
    assert not _loaded_by(statement) & HEAVY


def test_loading_a_command_imports_no_network_library():
    statement = "from tas_desktop.cli.registry import COMMANDS; [e.load(n) for n, e in COMMANDS.items()]"
    assert not _loaded_by(statement) & HEAVY


def test_the_window_is_there_without_what_only_dialogs_and_projects_need():
    statement = "import tas_desktop.app, tas_desktop.session.workspace, tas_desktop.ui.main_window"
    late = (HEAVY - {"PySide6", "cv2"}) | {"PIL", "skimage", "shapely", "typer", "huggingface_hub"}
    rooms = {f"tas_desktop.{room}" for room in ("formats.registry", "storage.project", "evaluation.metrics")}
    assert not _loaded_by(statement) & (late | rooms)


def test_preparation_needs_the_standard_library_only():
    statement = "import bootstrap.__main__, bootstrap.preparation"
    script = f"import sys; sys.path[:0] = ['tools', '.']; {statement}"
    subprocess.run([sys.executable, "-S", "-E", "-c", script], cwd=CHECKOUT, check=True, timeout=PATIENCE_S)


def _project() -> dict:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def _imported_roots(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots.add(node.module.partition(".")[0])
    return roots


def _loaded_by(statement: str) -> set[str]:
    script = f"import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", script],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    return {name.partition(".")[0] for name in json.loads(answer.stdout.splitlines()[-1])}
