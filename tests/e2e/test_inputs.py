"""What users bring: odd pictures and texts that must work, and those that must be refused."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import cv2
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


def sixteen_bit_colour(picture, path):
    deep = np.asarray(picture)[..., ::-1].astype(np.uint16) * 257
    assert cv2.imwrite(str(path), deep)


def fractions(picture, path):
    Image.fromarray(np.asarray(picture.convert("L")).astype(np.float32) / 255).save(path)


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
    "sixteen-colour.png": sixteen_bit_colour,
    "float.tiff": fractions,
    "grey.png": lambda picture, path: picture.convert("L").save(path),
    "grey-opaque.png": lambda picture, path: picture.convert("LA").save(path),
    "alpha.png": with_alpha,
    "palette.png": palette,
    "animated.gif": animated,
    "animated.webp": animated,
    "pages.tiff": animated,
    "rotated.jpg": rotated,
    "plain.webp": lambda picture, path: picture.save(path),
    "plain.bmp": lambda picture, path: picture.save(path),
    "plain.tiff": lambda picture, path: picture.save(path),
}
SAID = {
    "cmyk.jpg": "image-cmyk-converted",
    "sixteen.png": "image-depth-reduced",
    "sixteen-colour.png": "image-depth-reduced",
    "float.tiff": "image-depth-reduced",
    "grey.png": "image-grey",
    "grey-opaque.png": "image-grey",
    "alpha.png": "image-alpha-flattened",
    "palette.png": "image-palette-expanded",
    "animated.gif": "image-first-frame",
    "animated.webp": "image-first-frame",
    "pages.tiff": "image-first-frame",
    "rotated.jpg": "image-turned-upright",
}


@pytest.mark.parametrize("name", sorted(WORKING))
def test_any_common_picture_works(name, picture, tmp_path, propose_json):
    path = tmp_path / name
    WORKING[name](picture.copy(), path)
    content = propose_json(path, EXPRESSION)
    assert content["candidates"]
    if name == "rotated.jpg":
        assert content["image"] == {"width": 120, "height": 200}
    said = {notice["code"] for notice in content["notices"] if notice["code"].startswith("image-")}
    assert SAID.get(name) in said if name in SAID else said == set()


@pytest.mark.parametrize("size", [(1, 1), (900, 1), (7, 300)])
def test_a_picture_too_small_for_objects_has_no_candidates(size, tmp_path, propose_json):
    path = tmp_path / "small.png"
    Image.new("RGB", size, "red").save(path)
    content = propose_json(path, EXPRESSION)
    assert content["image"] == dict(zip(("width", "height"), size, strict=True))
    assert content["candidates"] == []
    assert [notice["code"] for notice in content["notices"]] == ["image-too-small"]


def test_json_has_the_form_that_machines_rely_on(sample, propose_json):
    content = propose_json(sample("trees.jpg"), "the red tree on the left", "--top", 2)
    assert content.keys() >= {"image", "understood", "candidates", "seconds", "notices"}
    assert content["image"].keys() == {"width", "height"}
    assert content["understood"].keys() == {"target", "directions", "negatives"}
    assert len(content["candidates"]) == 2
    for number, candidate in enumerate(content["candidates"], start=1):
        assert candidate["rank"] == number
        for term in ("total", "v", "p", "n", "area"):
            assert isinstance(candidate[term], int | float)
        assert isinstance(candidate["rectified"], bool)
        assert isinstance(candidate["caption"], str)
        assert isinstance(candidate["rle"]["counts"], str)
        assert candidate["rle"]["size"] == [content["image"]["height"], content["image"]["width"]]
        x, y, width, height = candidate["bbox"]
        assert 0 <= x <= x + width <= content["image"]["width"]
        assert 0 <= y <= y + height <= content["image"]["height"]
    assert all(isinstance(spent, float) for spent in content["seconds"].values())


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
    "truncated.png": truncated,
    "folder.jpg": lambda _picture, path: path.mkdir(),
    "drawing.png": lambda _picture, path: path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
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


def test_a_target_below_a_file_is_refused(sample, tmp_path, propose):
    (tmp_path / "file").touch()
    code, out, err = propose(sample("trees.jpg"), EXPRESSION, "--overlay", tmp_path / "file" / "o.png")
    assert (code, out) == (2, "")
    assert "cannot be written" in err


@pytest.mark.parametrize("cause", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_a_full_or_read_only_target_keeps_what_was_there(cause, sample, tmp_path, propose, monkeypatch):
    overlay = tmp_path / "overlay.png"
    overlay.write_bytes(b"of yesterday")
    write_bytes = Path.write_bytes

    def fail_half_way(path, content):  # no test can fill the disk, and root may write anywhere
        write_bytes(path, content[: len(content) // 2])
        raise OSError(cause, os.strerror(cause))

    monkeypatch.setattr(Path, "write_bytes", fail_half_way)
    code, out, err = propose(sample("trees.jpg"), EXPRESSION, "--no-cache", "--overlay", overlay)
    assert (code, out) == (2, "")
    assert os.strerror(cause) in err
    assert [path.name for path in tmp_path.iterdir()] == ["overlay.png"]
    assert overlay.read_bytes() == b"of yesterday"


def test_a_picture_is_not_replaced_by_its_overlay(picture, tmp_path, propose):
    path = tmp_path / "picture.png"
    picture.save(path)
    before = path.read_bytes()
    code, out, err = propose(path, EXPRESSION, "--overlay", path)
    assert (code, out) == (2, "")
    assert "picture.png" in err
    assert path.read_bytes() == before


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
