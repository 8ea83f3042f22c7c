"""Models that are on this machine already: recognised, checked, used in place or copied, removed."""

from __future__ import annotations

import hashlib
import json

import pytest

from tas_desktop.config.profiles import ComponentChoice
from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import Cancelled
from tas_desktop.models import catalogue as catalogue_module
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.choices import files_of, place_of
from tas_desktop.models.entry import HubSource, ModelEntry, UrlSource
from tas_desktop.models.errors import ModelDamaged, ModelMissing, RemoteCodeRefused
from tas_desktop.models.importing import import_model
from tas_desktop.models.inventory import Presence, known_entry, list_models, state_of
from tas_desktop.models.places import find_model, require_model
from tas_desktop.models.receipts import folder_of
from tas_desktop.models.removing import remove
from tas_desktop.models.verifying import Verdict, verify
from tests.models.conftest import CONTENT, FREE, Told

DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def known(monkeypatch):
    """A catalogue of one file and one repository."""
    entries = {
        "tiny-file": ModelEntry(
            "tiny-file", "Tiny", ("proposals",), UrlSource("https://x.org/t.pth", DIGEST), FREE
        ),
        "tiny-hub": ModelEntry(
            "tiny-hub",
            "Tiny hub",
            ("captioner",),
            HubSource("m/t", sums=(("model.safetensors", DIGEST),)),
            FREE,
        ),
    }
    catalogue.cache_clear()
    monkeypatch.setattr(catalogue_module, "read_catalogue", lambda _: entries)
    yield entries
    catalogue.cache_clear()


@pytest.fixture
def weights(tmp_path):
    file = tmp_path / "disk" / "somewhere.pth"
    file.parent.mkdir()
    file.write_bytes(CONTENT)
    return file


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "disk" / "My model (2)"
    place.mkdir(parents=True)
    (place / "config.json").write_text('{"model_type": "blip"}')
    (place / "model.safetensors").write_bytes(CONTENT)
    (place / "pytorch_model.bin").write_bytes(b"a pickle")
    (place / "code.py").write_text("raise SystemExit")
    return place


def test_a_file_of_the_catalogue_is_recognised_and_used_where_it_lies(known, weights, no_network):
    place = import_model(weights)
    assert (place.model_id, place.path, place.in_place, place.digest) == ("tiny-file", weights, True, DIGEST)
    assert require_model(known["tiny-file"]) == place
    assert [file.name for file in folder_of("tiny-file").iterdir() if file.suffix == ".pth"] == []
    assert [file.verdict for file in verify(known["tiny-file"])] == [Verdict.PUBLISHED]


def test_a_copy_stays_when_the_original_goes(known, weights, no_network):
    told = Told()
    place = import_model(weights, copy=True, control=told.control)
    weights.unlink()
    assert find_model("tiny-file") == place
    assert (place.path.read_bytes(), place.in_place) == (CONTENT, False)
    assert (told.of("check")[-1], told.of("copy")[-1]) == (len(CONTENT), len(CONTENT))


def test_a_folder_is_taken_without_code_and_pickles(known, folder):
    place = import_model(folder)
    assert (place.model_id, place.path) == ("tiny-hub", folder)
    assert [file.name for file in place.files] == ["config.json", "model.safetensors"]
    copied = import_model(folder, copy=True)
    assert sorted(file.name for file in copied.path.iterdir()) == [
        "config.json",
        "model.safetensors",
        "tas-model.json",
    ]
    assert copied.digest == place.digest


def test_another_file_is_refused_under_the_catalogues_name(known, weights):
    weights.write_bytes(CONTENT[::-1])
    with pytest.raises(ModelDamaged, match="is not Tiny as it was published") as told:
        import_model(weights, model_id="tiny-file")
    assert "--as NAME" in told.value.next_step
    assert find_model("tiny-file") is None
    place = import_model(weights, model_id="mine")
    assert find_model("mine") == place
    assert [file.verdict for file in verify(known_entry("mine"))] == [Verdict.UNCHANGED]


def test_a_model_of_ones_own_gets_the_name_of_its_folder(known, folder):
    (folder / "model.safetensors").write_bytes(CONTENT[::-1])
    assert import_model(folder).model_id == "My-model-2"
    assert [state.entry.model_id for state in list_models()] == ["tiny-file", "tiny-hub", "My-model-2"]
    assert import_model(folder).model_id == "My-model-2", "the same folder again"
    other = folder.parent / "My model 2"
    folder.rename(other)
    with pytest.raises(InputRefused, match="called My-model-2 already"):
        import_model(other)


def test_a_single_file_of_a_folder_model_is_refused(known, folder):
    with pytest.raises(InputRefused, match="is a folder with configuration and weights"):
        import_model(folder / "model.safetensors", model_id="tiny-hub")


def test_what_is_no_model_is_refused(known, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("hello")
    for place in ("empty", "notes.txt"):
        with pytest.raises(InputRefused, match="holds no weights"):
            import_model(tmp_path / place)
    with pytest.raises(InputRefused, match="There is nothing at"):
        import_model(tmp_path / "absent")
    with pytest.raises(InputRefused, match="is no name for a model"):
        import_model(tmp_path / "empty", model_id="../x")


def test_a_folder_that_wants_to_run_code_is_refused(known, folder):
    (folder / "config.json").write_text(json.dumps({"auto_map": {"AutoModel": "code.Model"}}))
    with pytest.raises(RemoteCodeRefused):
        import_model(folder)
    assert list_models()[1].presence is Presence.MISSING


def test_cancel_brings_nothing_in(known, weights):
    told = Told()
    told.control.token.cancel()
    with pytest.raises(Cancelled):
        import_model(weights, copy=True, control=told.control)
    assert find_model("tiny-file") is None


def test_a_file_in_place_that_changes_is_told(known, weights):
    import_model(weights)
    weights.write_bytes(CONTENT[:-1] + b"!")
    assert find_model("tiny-file") is None
    assert state_of(known["tiny-file"]).presence is Presence.CHANGED
    with pytest.raises(ModelDamaged, match="is missing or has changed") as told:
        require_model(known["tiny-file"])
    assert f"models import {weights} --as tiny-file" in told.value.next_step
    assert [file.verdict for file in verify(known["tiny-file"])] == [Verdict.DIFFERS]
    weights.unlink()
    assert [file.verdict for file in verify(known["tiny-file"])] == [Verdict.MISSING]


def test_remove_frees_copies_and_leaves_originals(known, weights):
    import_model(weights)
    assert remove(known["tiny-file"]) < 1000
    assert weights.exists()
    assert find_model("tiny-file") is None
    import_model(weights, copy=True)
    assert remove(known["tiny-file"]) > len(CONTENT)
    with pytest.raises(ModelMissing, match="nothing of Tiny"):
        remove(known["tiny-file"])


@pytest.mark.parametrize("written", ["{", "[]", '{"model_id": "tiny-file"}', "\0", '{"a":' * 10_000])
def test_a_receipt_that_cannot_be_read_is_no_model(known, weights, written):
    import_model(weights)
    (folder_of("tiny-file") / "tas-model.json").write_text(written)
    assert find_model("tiny-file") is None


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "a\\b", ""])
def test_a_receipt_that_leads_elsewhere_is_no_model(known, weights, name):
    import_model(weights, copy=True)
    file = folder_of("tiny-file") / "tas-model.json"
    written = json.loads(file.read_text())
    written["files"] = {name: next(iter(written["files"].values()))}
    file.write_text(json.dumps(written))
    assert find_model("tiny-file") is None


def choice(**what):
    given = {"files": (), "params": {}} | what
    return ComponentChoice(role="encoder", backend="open-clip-model", name="mine", **given)


def test_what_a_profile_names_leads_to_files(known, weights, folder, tmp_path):
    assert (files_of(choice(files=(weights,))), place_of(choice(files=(weights,)))) == ((weights,), None)
    with pytest.raises(ModelMissing, match="Tiny is not on this machine") as told:
        files_of(choice(model="tiny-file"))
    assert "tas-desktop models pull tiny-file" in told.value.next_step
    import_model(weights)
    assert files_of(choice(model="tiny-file")) == (weights,)
    assert files_of(choice(path=folder)) == (folder,)
    with pytest.raises(ModelMissing, match="which the profile names as its encoder"):
        files_of(choice(path=tmp_path / "absent"))


def test_the_digest_of_a_path_follows_its_content(known, weights):
    before = place_of(choice(path=weights)).digest
    assert before == DIGEST
    weights.write_bytes(CONTENT[::-1])
    assert place_of(choice(path=weights)).digest == hashlib.sha256(CONTENT[::-1]).hexdigest()
