"""Exports for the foreign loaders, and a way to run one of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients.environments import HERE, EnvironmentFailed, python_of
from tests.clients.project import make_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clients.project import Meant

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
EXPORTS = (
    ("coco.json", "coco"),
    ("coco-rle.json", "coco", "--masks", "rle"),
    ("cvat", "cvat"),
    ("hf", "hf", "--card"),
    ("hf-imagefolder", "hf-imagefolder", "--card", "--provenance"),
    ("label-studio", "label-studio"),
)


@dataclass
class Exports:
    """What was decided, where it was exported to, and how clients are to be run on it.

    Attributes:
        environ: on top of the usual environment.
    """

    meant: Meant
    folder: Path
    environ: dict[str, str]

    def read_with(self, client: str, *arguments: Path | str) -> dict[str, Any]:
        """What a client's ``read.py`` says of some export."""
        try:
            python = python_of(client)
        except EnvironmentFailed as error:
            pytest.fail(f"the environment of {client} cannot be made: {error}", pytrace=False)
        environ = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "LC_", "LANG"))
        }
        environ |= {
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(HERE / "shared"),
            "HOME": str(self.folder),
        } | self.environ
        command = [python, HERE / client / "read.py", *arguments]
        step = subprocess.run(
            list(map(str, command)), check=False, capture_output=True, env=environ, cwd=self.folder
        )
        output = step.stdout.decode("utf-8", "replace")
        assert step.returncode == 0, f"{output[-2000:]}\n{step.stderr.decode('utf-8', 'replace')[-6000:]}"
        return json.loads(output.splitlines()[-1])


@pytest.fixture(scope="session", params=["utf-8", "c-locale"])
def exports(request, tmp_path_factory) -> Exports:
    """Every export of one project; under the C locale the images have names in ASCII, the rest has not."""
    folder = tmp_path_factory.mktemp(request.param)
    in_c = request.param == "c-locale"
    meant = make_project(folder / "made", plain_names=in_c)
    for target, name, *options in EXPORTS:
        command = [
            sys.executable,
            "-m",
            "tas_desktop",
            "export",
            meant.project,
            folder / target,
            "--format",
            name,
        ]
        subprocess.run([*map(str, command), *options], check=True, capture_output=True)
    return Exports(meant, folder, C_LOCALE if in_c else {})
