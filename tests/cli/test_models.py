"""``tas-desktop models``: listed, pulled after a question, verified, removed, brought in; nothing unasked."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tas_desktop.cli import main
from tas_desktop.models import catalogue as catalogue_module
from tas_desktop.models.catalogue import catalogue
from tests.models.conftest import CONTENT, RESEARCH, own_models, server, url_entry, weights
from tests.support.patience import PATIENCE_S

__all__ = ["own_models", "server", "weights"]


@pytest.fixture
def known(server, weights, monkeypatch):
    entries = {"tiny": url_entry(server), "strict": url_entry(server, terms=RESEARCH, model_id="strict")}
    catalogue.cache_clear()
    monkeypatch.setattr(catalogue_module, "read_catalogue", lambda _: entries)
    yield entries
    catalogue.cache_clear()


def run(capsys, *arguments):
    code = main(["models", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_list_says_what_is_here_and_asks_nobody(known, capsys, no_network):
    code, out, _ = run(capsys, "list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert [(row["model_id"], row["state"], row["commercial"]) for row in rows] == [
        ("tiny", "missing", True),
        ("strict", "missing", False),
    ]
    assert rows[0]["licence_url"].startswith("https://")
    assert "not for commercial use" in run(capsys, "list")[1]


def test_pull_verify_and_remove(known, capsys):
    code, out, err = run(capsys, "pull", "tiny", "--yes", "--json")
    (place,) = json.loads(out)
    assert (code, place["digest"]) == (0, hashlib.sha256(CONTENT).hexdigest())
    assert "Tiny: 0.3 MB, under Apache-2.0 (https://" in err
    assert run(capsys, "verify")[:2] == (0, "ok    tiny  tiny.pth: matches its published checksum\n")
    with Path(place["path"]).open("r+b") as stream:
        stream.write(b"!")
    code, out, _ = run(capsys, "verify", "tiny", "--json")
    assert (code, json.loads(out)[0]["ok"]) == (1, False)
    assert run(capsys, "remove", "tiny")[0] == 0
    assert json.loads(run(capsys, "list", "--json")[1])[0]["state"] == "missing"


def test_without_anybody_to_ask_nothing_comes(known, server, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    code, _, err = run(capsys, "pull", "tiny")
    assert (code, server.requests) == (2, [])
    assert "Say so with --yes" in err


def test_a_licence_that_limits_use_is_named_and_accepted(known, server, capsys):
    code, _, err = run(capsys, "pull", "strict", "--yes")
    assert (code, server.requests) == (2, [])
    assert "For research only" in err
    assert "--accept-licence opt" in err
    assert run(capsys, "pull", "strict", "--yes", "--accept-licence", "opt")[0] == 0
    assert run(capsys, "pull", "tiny", "--yes", "--accept-licence", "none")[0] == 2


def test_an_unknown_model_is_refused(known, capsys):
    code, _, err = run(capsys, "pull", "sam-9000", "--yes")
    assert code == 2
    assert "There is no model 'sam-9000'" in err
    assert "Traceback" not in err


def test_any_repository_of_the_hub_can_be_pulled(known, server, capsys, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    files = {"config.json": b"{}", "model.safetensors": CONTENT}
    server.add_repository("maker/odd", files, licence="cc-by-nc-4.0")
    code, _, err = run(capsys, "pull", "hub:maker/odd", "--yes")
    assert code == 2
    assert "--accept-licence hub:cc-by-nc-4.0" in err
    code, out, _ = run(
        capsys, "pull", "hub:maker/odd", "--yes", "--accept-licence", "hub:cc-by-nc-4.0", "--json"
    )
    assert (code, json.loads(out)[0]["revision"]) == (0, "c" * 40)
    (row,) = [row for row in json.loads(run(capsys, "list", "--json")[1]) if row["model_id"] == "maker/odd"]
    assert (row["state"], row["licence"], row["commercial"]) == ("here", "cc-by-nc-4.0", False)
    assert run(capsys, "remove", "maker/odd")[0] == 0
    assert run(capsys, "pull", "hub:../odd", "--yes")[0] == 2


def test_import_in_place(known, capsys, tmp_path, no_network):
    file = tmp_path / "x.pth"
    file.write_bytes(CONTENT)
    code, out, _ = run(capsys, "import", file, "--json")
    assert (code, json.loads(out)[0]["model_id"], json.loads(out)[0]["path"]) == (0, "tiny", str(file))
    file.write_bytes(CONTENT[::-1])
    code, _, err = run(capsys, "import", file, "--as", "tiny")
    assert code == 2
    assert "its checksum differs" in err


def test_the_list_imports_nothing_heavy():
    script = (
        "import sys; from tas_desktop.cli import main; main(['models', 'list']); "
        "print(sorted({'torch', 'transformers', 'huggingface_hub', 'httpx2', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=PATIENCE_S, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
