"""What profiles need of models, and the terms that they come under."""

from __future__ import annotations

import pytest

from tas_desktop.config.profile_copies import copy_profile
from tas_desktop.config.profiles import ProfileRefused, load_profile, profile_names
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.consent import accept_licence, accepted_licences
from tas_desktop.models.errors import LicenceNotAccepted, ModelDamaged, ModelMissing
from tas_desktop.models.inventory import Presence
from tas_desktop.models.profile_needs import needs_of, strictness
from tas_desktop.models.receipts import (
    Pending,
    Receipt,
    ReceivedFile,
    folder_of,
    write_pending,
    write_receipt,
)


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A data folder of the test's own, without any model."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path))
    return tmp_path


def put(model_id, content=b"weights"):
    """A model of one file, as a download leaves it."""
    file = folder_of(model_id) / "model.safetensors"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    status = file.stat()
    known = ReceivedFile(
        size_bytes=status.st_size, mtime_ns=status.st_mtime_ns, sha256="0" * 64, published=False
    )
    write_receipt(Receipt(model_id=model_id, origin="test", files={file.name: known}))
    return file


def states(name):
    return {part.choice.role: part.state for part in needs_of(load_profile(name)).parts}


def test_every_model_of_a_shipped_profile_is_in_the_catalogue_under_its_role():
    for name in profile_names():
        for part in needs_of(load_profile(name)).parts:
            if part.choice.model:
                assert part.entry is catalogue()[part.choice.model]
                assert part.choice.role in part.entry.roles
                assert part.size_bytes > 0


def test_the_starter_pack_is_here_and_free():
    needs = needs_of(load_profile("starter"))
    assert not needs.missing
    assert needs.strictest.commercial
    assert not needs.not_commercial
    assert 5e6 < needs.size_bytes < 100e6
    needs.check(())


def test_models_come_part_by_part():
    needs = needs_of(load_profile("tas-light"))
    assert [part.choice.model for part in needs.missing] == ["sam-vit-b", "clip-vit-b-16", "blip-base"]
    with pytest.raises(ModelMissing, match="SAM ViT-B, CLIP ViT-B/16, BLIP base") as caught:
        needs.check(())
    assert "models pull sam-vit-b clip-vit-b-16 blip-base" in caught.value.next_step
    put("sam-vit-b")
    write_pending("clip-vit-b-16", Pending(origin="hub:x/y", revision="", size_bytes=4000))
    (folder_of("clip-vit-b-16") / "open_clip_model.safetensors.part").write_bytes(b"0" * 1000)
    assert states("tas-light")["proposals"] is Presence.HERE
    assert states("tas-light")["encoder"] is Presence.PARTLY
    encoder = needs_of(load_profile("tas-light")).parts[1]
    assert (encoder.received_bytes, encoder.size_bytes) == (1000, 4000)
    for model_id in ("clip-vit-b-16", "blip-base"):
        put(model_id)
    assert not needs_of(load_profile("tas-light")).missing
    needs_of(load_profile("tas-light")).check(())


def test_a_file_that_has_changed_is_told_from_one_that_is_missing():
    for model_id in ("sam-vit-b", "clip-vit-b-16", "blip-base"):
        file = put(model_id)
    file.write_bytes(b"another length")
    assert states("tas-light")["captioner"] is Presence.CHANGED
    with pytest.raises(ModelDamaged, match="BLIP base"):
        needs_of(load_profile("tas-light")).check(())


def test_the_strictest_terms_are_of_the_part_that_forbids_the_most():
    needs = needs_of(load_profile("tas-paper"))
    assert not needs.strictest.commercial
    assert needs.strictest == catalogue()["blip2-opt-2.7b"].terms
    assert strictness(catalogue()["clip-vit-b-32"].terms) < strictness(catalogue()["sam-vit-h"].terms)
    assert needs_of(load_profile("tas-2026")).strictest.commercial


def test_terms_that_forbid_commercial_use_are_agreed_to_once():
    for part in needs_of(load_profile("tas-paper")).missing:
        put(part.choice.model)
    needs = needs_of(load_profile("tas-paper"))
    assert not needs.missing
    with pytest.raises(LicenceNotAccepted, match="not for commercial use") as caught:
        needs.check(accepted_licences())
    licence_id = needs.strictest.licence_id
    assert licence_id in caught.value.next_step
    accept_licence(licence_id)
    accept_licence(licence_id)
    needs.check(accepted_licences())
    assert accepted_licences() == {licence_id}


def test_a_path_of_ones_own_stands_in_for_a_model(tmp_path):
    weights = tmp_path / "mine.safetensors"
    weights.write_bytes(b"0" * 10)
    file = copy_profile("tas-light", "mine")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('model = "sam-vit-b"', f'path = "{weights.as_posix()}"'), encoding="utf-8")
    part = needs_of(load_profile("mine")).parts[0]
    assert (part.state, part.size_bytes, part.terms.licence_id) == (Presence.HERE, 10, "own")
    weights.unlink()
    assert states("mine")["proposals"] is Presence.MISSING


def test_a_model_that_no_catalogue_knows_is_missing_and_nothing_more():
    file = copy_profile("tas-light", "mine")
    text = file.read_text(encoding="utf-8").replace('model = "sam-vit-b"', 'model = "../../etc"')
    file.write_text(text, encoding="utf-8")
    needs = needs_of(load_profile("mine"))
    assert (needs.parts[0].state, needs.parts[0].entry) == (Presence.MISSING, None)
    with pytest.raises(ProfileRefused, match=r"mine\.toml: proposals\.model: there is no model") as caught:
        needs.check(())
    assert "models list" in caught.value.next_step


def test_a_model_for_something_else_is_named_with_its_field():
    file = copy_profile("tas-light", "mine")
    text = file.read_text(encoding="utf-8").replace('model = "sam-vit-b"', 'model = "blip-base"')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileRefused, match=r"proposals\.model: blip-base is for captioner"):
        needs_of(load_profile("mine")).check(())
