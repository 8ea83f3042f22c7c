"""What users bring: odd pictures and texts that must work, and those that must be refused."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image

from tas_desktop.backends.loading import load_components
from tas_desktop.cli import main
from tas_desktop.config.profiles import load_profile
from tas_desktop.config.resources import resource_path

EXPRESSION = "the red thing on the left"


@pytest.fixture(scope="module")
def picture():
    with Image.open(resource_path("samples", "trees.jpg")) as image:
        return image.convert("RGB").resize((160, 160))


def palette(picture, path):
    picture.quantize(16).save(path)


def sixteen_bit(picture, path):
    Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257).save(path)


def with_alpha(picture, path):
    picture.putalpha(picture.convert("L"))
    picture.save(path)


def animated(picture, path):
    picture.save(path, save_all=True, append_images=[picture.rotate(90)])


def rotated(picture, path):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.resize((200, 120)).save(path, exif=exif)


WORKING = {
    "cmyk.jpg": lambda picture, path: picture.convert("CMYK").save(path),
    "sixteen.png": sixteen_bit,
    "grey.png": lambda picture, path: picture.convert("L").save(path),
    "alpha.png": with_alpha,
    "palette.png": palette,
    "animated.gif": animated,
    "rotated.jpg": rotated,
    "plain.webp": lambda picture, path: picture.save(path),
    "plain.bmp": lambda picture, path: picture.save(path),
    "plain.tiff": lambda picture, path: picture.save(path),
}
WITH_NOTICE = {"cmyk.jpg", "sixteen.png", "alpha.png", "animated.gif"}


@pytest.mark.parametrize("name", sorted(WORKING))
def test_any_common_picture_works(name, picture, tmp_path, propose_json):
    path = tmp_path / name
    WORKING[name](picture.copy(), path)
    content = propose_json(path, EXPRESSION)
    assert content["candidates"]
    if name == "rotated.jpg":
        assert content["image"] == {"width": 120, "height": 200}
    if name in WITH_NOTICE:
        assert any(notice["code"].startswith("image-") for notice in content["notices"])


def test_one_pixel_has_no_candidates(tmp_path, propose_json):
    path = tmp_path / "one.png"
    Image.new("RGB", (1, 1), "red").save(path)
    content = propose_json(path, EXPRESSION)
    assert content["candidates"] == []
    assert content["notices"]


@pytest.mark.parametrize("text", ["die rote Tasse links", "左边的红色杯子", "🍎👈", "RED!!!", "\u202eder"])
def test_any_language_works(text, sample, propose_json):
    content = propose_json(sample("trees.jpg"), text)
    assert content["candidates"]


def truncated(picture, path):
    picture.save(path, quality=95)
    path.write_bytes(path.read_bytes()[:1500])


REFUSED = {
    "missing.jpg": lambda _picture, _path: None,
    "empty.jpg": lambda _picture, path: path.touch(),
    "truncated.jpg": truncated,
    "text.jpg": lambda _picture, path: path.write_text("no picture at all"),
    "huge.png": lambda _picture, path: Image.new("1", (20_001, 20_001)).save(path),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused_pictures_leave_nothing_behind(name, picture, tmp_path, propose):
    path, overlay = tmp_path / name, tmp_path / "out" / "overlay.png"
    REFUSED[name](picture, path)
    code, out, err = propose(path, EXPRESSION, "--overlay", overlay)
    assert code == 2
    assert out == ""
    assert name in err
    assert not overlay.parent.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_refused_expressions(text, sample, tmp_path, propose):
    overlay = tmp_path / "overlay.png"
    code, out, err = propose(sample("trees.jpg"), text, "--overlay", overlay)
    assert (code, out, overlay.exists()) == (2, "", False)
    assert "expression" in err.lower()


def test_unwritable_target(sample, tmp_path, propose):
    (tmp_path / "file").touch()
    code, _, err = propose(sample("trees.jpg"), EXPRESSION, "--overlay", tmp_path / "file" / "o.png")
    assert code == 2
    assert "cannot be written" in err


@pytest.mark.parametrize("name", ["sam.safetensors", "clip.safetensors", "blip.safetensors"])
def test_damaged_weights_are_named(name, sample, tmp_path, monkeypatch, capsys):
    pack = tmp_path / "resources"
    shutil.copytree(resource_path("starter"), pack / "starter")
    shutil.copytree(resource_path("profiles"), pack / "profiles")
    damaged = pack / "starter" / name
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    monkeypatch.setattr("tas_desktop.config.profiles.resource_path", pack.joinpath)
    overlay = tmp_path / "overlay.png"
    code = main(["propose", str(sample("trees.jpg")), EXPRESSION, "--overlay", str(overlay)])
    captured = capsys.readouterr()
    assert (code, captured.out, overlay.exists()) == (2, "", False)
    assert name in captured.err


def test_intact_weights_load():
    assert load_components(load_profile("starter")).proposer.component.revision
