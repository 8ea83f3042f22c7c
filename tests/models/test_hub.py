"""Repositories of the hub: pinned, chosen from, checked; gated ones; the token goes nowhere else."""

from __future__ import annotations

import json
import logging
from collections import deque
from dataclasses import replace

import pytest

from tas_desktop.models.errors import DownloadFailed, DownloadRefused, ModelDamaged, RemoteCodeRefused
from tas_desktop.models.places import find_model
from tas_desktop.models.pull_settings import PullSettings
from tas_desktop.models.pulling import pull
from tas_desktop.models.receipts import folder_of, read_pending, read_receipt
from tests.models.conftest import CONTENT, hub_entry
from tests.support.model_server import Fault, serving

COMMIT = "c" * 40
NEWER = "d" * 40
TOKEN = "hf_averysecrettoken"
FILES = {
    "config.json": b'{"model_type": "blip"}',
    "model.safetensors": CONTENT,
    "pytorch_model.bin": b"a pickle" * 200,
    "model.fp16.safetensors": b"another precision" * 100,
    "tokenizer.json": json.dumps({"vocab": list(range(500))}).encode(),
    "vocab.txt": b"a\nb\n",
    "modeling_tiny.py": b"raise SystemExit",
    "README.md": b"# Tiny",
    ".gitattributes": b"*.bin filter=lfs",
    "onnx/model.onnx": b"x" * 2000,
}
TAKEN = ["config.json", "model.safetensors", "tokenizer.json", "vocab.txt"]


@pytest.fixture
def elsewhere():
    with serving() as one:
        yield one


@pytest.fixture
def repository(server, elsewhere):
    server.add_repository("maker/tiny", FILES, elsewhere=elsewhere)
    return server


def large_path(commit=COMMIT):
    return f"/maker/tiny/resolve/{commit}/model.safetensors"


def test_weights_configuration_and_tokeniser_are_taken_and_nothing_else(repository, settings):
    place = pull(hub_entry(), settings=settings)
    assert [file.relative_to(place.path).as_posix() for file in place.files] == TAKEN
    assert (place.revision, place.path, place.in_place) == (COMMIT, folder_of("tiny-hub"), False)
    assert (place.path / "model.safetensors").read_bytes() == CONTENT
    assert all(known.published for known in read_receipt("tiny-hub").files.values())
    assert not repository.asked_for(".py")


def test_pickles_are_taken_only_where_there_is_nothing_else(server, settings):
    server.add_repository("maker/tiny", {"config.json": b"{}", "pytorch_model.bin": CONTENT})
    names = {file.name for file in pull(hub_entry(), settings=settings).files}
    assert names == {"config.json", "pytorch_model.bin"}


def test_patterns_choose_among_the_files(repository, settings):
    repository.add_repository("maker/tiny", FILES | {"open_clip_model.safetensors": CONTENT[:5000]})
    entry = hub_entry(files=("open_clip_*.json", "open_clip_model.safetensors"))
    assert [file.name for file in pull(entry, settings=settings).files] == ["open_clip_model.safetensors"]


def test_small_files_come_first_and_the_weights_last(repository, settings):
    pull(hub_entry(), settings=settings)
    files = [request.path for request in repository.requests if "/resolve/" in request.path]
    assert files[-1] == large_path()


def test_the_hubs_checksum_is_checked(repository, elsewhere, settings):
    for file in elsewhere.files.values():
        file.content = file.content[:-1] + b"!"
    with pytest.raises(ModelDamaged, match=r"as \w+\.\w+ is not the published file"):
        pull(hub_entry(), settings=settings)
    assert find_model("tiny-hub") is None
    assert not (folder_of("tiny-hub") / "model.safetensors").exists()


def test_the_checksum_of_a_small_file_is_gits_and_checked_too(repository, settings):
    repository.files[f"/maker/tiny/resolve/{COMMIT}/config.json"].content = b'{"model_type": "bliq"}'
    with pytest.raises(ModelDamaged, match=r"config\.json"):
        pull(hub_entry(), settings=settings)


def test_the_catalogues_checksum_stands_above_a_mirrors(repository, settings):
    entry = hub_entry(sums=(("model.safetensors", "0" * 64),))
    with pytest.raises(ModelDamaged, match=r"model\.safetensors"):
        pull(entry, settings=settings)


def test_a_pinned_revision_is_what_comes_though_a_newer_one_is_there(repository, settings):
    repository.add_repository("maker/tiny", FILES | {"model.safetensors": CONTENT[::-1]}, commit=NEWER)
    place = pull(hub_entry(revision=COMMIT), settings=settings)
    assert (place.revision, (place.path / "model.safetensors").read_bytes()) == (COMMIT, CONTENT)


def test_a_download_goes_on_with_the_commit_it_began_with(repository, elsewhere, settings):
    (large,) = elsewhere.files.values() if len(elsewhere.files) == 1 else _largest(elsewhere)
    large.faults = deque([Fault(stop_after=100_000), Fault(status=404)])
    with pytest.raises(DownloadRefused):
        pull(hub_entry(), settings=settings)
    assert read_pending("tiny-hub").revision == COMMIT
    repository.add_repository("maker/tiny", FILES | {"model.safetensors": CONTENT[::-1]}, commit=NEWER)
    place = pull(hub_entry(), settings=settings)
    assert (place.revision, (place.path / "model.safetensors").read_bytes()) == (COMMIT, CONTENT)
    assert elsewhere.requests[-1].first_byte > 0
    assert len(repository.asked_for(f"{COMMIT}/config.json")) == 1, "files that are whole are only checked"


def test_a_gated_model_needs_a_token(server, settings):
    server.add_repository("maker/tiny", FILES, token=TOKEN)
    with pytest.raises(DownloadRefused, match="accounts that have agreed to its terms") as told:
        pull(hub_entry(), settings=settings)
    assert "HF_TOKEN" in told.value.next_step
    place = pull(hub_entry(), settings=replace(settings, token=TOKEN))
    assert (place.path / "model.safetensors").read_bytes() == CONTENT


def test_a_token_without_leave_is_told_so(server, settings):
    server.add_repository("maker/tiny", FILES, token=TOKEN)
    with pytest.raises(DownloadRefused, match="accounts that have agreed to its terms"):
        pull(hub_entry(), settings=replace(settings, token="hf_of_somebody_else"))


def test_the_token_goes_to_the_hub_alone_and_into_no_file_or_log(
    server, elsewhere, settings, tmp_path, caplog
):
    caplog.set_level(logging.DEBUG)
    server.add_repository("maker/tiny", FILES, token=TOKEN, elsewhere=elsewhere)
    trusted = replace(settings, token=TOKEN)
    pull(hub_entry(), settings=trusted)
    assert {request.headers.get("Authorization") for request in server.requests} == {f"Bearer {TOKEN}"}
    assert elsewhere.requests
    assert not [request for request in elsewhere.requests if "Authorization" in request.headers]
    assert TOKEN not in caplog.text + repr(trusted)
    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert not [content for content in written if TOKEN.encode() in content]


@pytest.mark.parametrize(
    ("endpoint", "url", "sent"),
    [
        ("https://huggingface.co", "https://huggingface.co/a/b", True),
        ("https://huggingface.co", "https://huggingface.co.evil.org/a", False),
        ("https://huggingface.co", "http://huggingface.co/a", False),
        ("http://mirror.example.org", "http://mirror.example.org/a", False),  # in clear across a network
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/a", True),
        ("https://huggingface.co", "https://dl.fbaipublicfiles.com/sam.pth", False),
    ],
)
def test_where_the_token_is_sent(endpoint, url, sent):
    assert bool(PullSettings(endpoint=endpoint, token=TOKEN).headers_for(url)) is sent


def test_mirror_and_token_come_from_the_environment(monkeypatch, tmp_path):
    assert PullSettings.from_environment() == PullSettings()
    (tmp_path / "login").write_text("hf_from_login\n")
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "login"))
    assert PullSettings.from_environment().token == "hf_from_login"
    monkeypatch.setenv("HF_TOKEN", " hf_named ")
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example.org/")
    found = PullSettings.from_environment()
    assert (found.endpoint, found.token) == ("https://mirror.example.org", "hf_named")


def test_the_token_may_lie_in_the_keyring(monkeypatch):
    keyring = pytest.importorskip("keyring")
    kept = {("tas-desktop", "huggingface"): "hf_from_keyring"}

    class InMemory(keyring.backend.KeyringBackend):
        priority = 1

        def get_password(self, service, username):
            return kept.get((service, username))

        def set_password(self, service, username, password):
            raise NotImplementedError

        def delete_password(self, service, username):
            raise NotImplementedError

    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    try:
        assert PullSettings.from_environment().token == "hf_from_keyring"
        kept.clear()
        assert PullSettings.from_environment().token == ""
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("name", ["config.json", "processor_config.json", "tokenizer_config.json"])
def test_a_model_that_wants_to_run_its_code_is_refused_before_its_weights_come(server, settings, name):
    wish = json.dumps({"auto_map": {"AutoModel": "modeling_tiny.TinyModel"}}).encode()
    server.add_repository("maker/tiny", FILES | {name: wish})
    with pytest.raises(RemoteCodeRefused, match=f"auto_map in {name}"):
        pull(hub_entry(), settings=settings)
    assert not server.asked_for("model.safetensors")
    assert not folder_of("tiny-hub").exists()


def test_names_that_lead_elsewhere_are_not_taken(server, settings, tmp_path):
    server.add_repository("maker/tiny", FILES | {"../../evil.json": b"{}", "C:\\evil.json": b"{}"})
    pull(hub_entry(), settings=settings)
    assert not list(tmp_path.rglob("*evil*"))


def test_a_repository_that_is_not_there_is_told(server, settings):
    server.files["/api/models/maker/tiny"] = replace_with_status(404, "RepoNotFound")
    with pytest.raises(DownloadRefused, match="has no maker/tiny"):
        pull(hub_entry(), settings=settings)


def test_a_repository_that_is_not_shown_is_told(server, settings):
    server.files["/api/models/maker/tiny"] = replace_with_status(401, "RepoNotFound")
    with pytest.raises(DownloadRefused, match="has no repository maker/tiny, or does not show it") as told:
        pull(hub_entry(), settings=settings)
    assert "HF_TOKEN" in told.value.next_step


def test_a_revision_that_is_not_there_is_told(server, settings):
    server.files[f"/api/models/maker/tiny/revision/{NEWER}"] = replace_with_status(404, "RevisionNotFound")
    with pytest.raises(DownloadRefused, match=f"maker/tiny has no revision {NEWER}"):
        pull(hub_entry(revision=NEWER), settings=settings)


def test_a_hub_that_is_busy_is_asked_again(repository, settings):
    repository.files["/api/models/maker/tiny"].faults = deque([Fault(status=429), Fault(status=503)])
    assert pull(hub_entry(), settings=settings)


def test_a_hub_that_does_not_answer_is_given_up(server, settings):
    entry = hub_entry()
    server.close()
    with pytest.raises(DownloadFailed, match=r"Asking for the files of maker/tiny failed: no answer from"):
        pull(entry, settings=settings)


def test_a_mirror_that_answers_something_else_is_told(server, settings):
    server.add("/api/models/maker/tiny", b"<html>Welcome</html>")
    with pytest.raises(DownloadRefused, match="does not answer as the hub does"):
        pull(hub_entry(), settings=settings)


def test_a_repository_without_weights_is_refused(server, settings):
    server.add_repository("maker/tiny", {"config.json": b"{}", "README.md": b"#", "model.onnx": b"x" * 2000})
    with pytest.raises(DownloadRefused, match="no weights that this program reads"):
        pull(hub_entry(), settings=settings)


def replace_with_status(status, code):
    from tests.support.model_server import ServedFile

    return ServedFile(faults=deque([Fault(status=status, headers={"X-Error-Code": code})] * 9))


def _largest(server):
    return (max(server.files.values(), key=lambda file: len(file.content)),)
