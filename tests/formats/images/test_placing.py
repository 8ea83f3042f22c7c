"""Image files in an export: upright, or said to be missing; never over another."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.dataset import DatasetImage
from tas_desktop.formats.format import ImageFiles
from tas_desktop.formats.images.placing import ImagePlacer


def picture(path, *, size=(6, 4), orientation=1, kind="PNG"):
    pixels = np.zeros((size[1], size[0], 3), np.uint8)
    pixels[0, 0] = 255  # tells which corner is which
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(pixels).save(path, kind, exif=exif)
    return path


def image(source, *, height=4, width=6, name="sub/bild ü.png"):
    return DatasetImage(1, name, height, width, source=source)


@pytest.mark.parametrize("files", list(ImageFiles))
def test_a_file_is_copied_linked_or_left(tmp_path, files):
    source = picture(tmp_path / "a.png")
    placer = ImagePlacer(tmp_path / "out", files=files)
    placed = tmp_path / "out" / "sub" / "bild ü.png"
    assert placer.place(image(source)) is (files is not ImageFiles.LEAVE)
    assert placed.exists() is (files is not ImageFiles.LEAVE)
    if placed.exists():
        assert placed.read_bytes() == source.read_bytes()
        assert placed.samefile(source) is (files is ImageFiles.LINK)
    assert placer.losses() == ()


@pytest.mark.parametrize("files", [ImageFiles.COPY, ImageFiles.LINK])
def test_a_turned_picture_is_written_upright(tmp_path, files):
    """Orientation 6: the file's top left corner is the upright picture's top right."""
    source = picture(tmp_path / "a.png", orientation=6)
    placer = ImagePlacer(tmp_path / "out", files=files)
    assert placer.place(image(source, height=6, width=4), name="b.png")
    with Image.open(tmp_path / "out" / "b.png") as read:
        assert read.size == (4, 6)
        assert read.getexif().get(0x0112, 1) == 1
        assert np.argwhere(np.asarray(read.convert("L")) == 255).tolist() == [[0, 3]]
    (loss,) = placer.losses()
    assert loss.count == 1
    assert "upright" in loss.what


def test_what_cannot_be_placed_is_counted(tmp_path):
    good, broken = picture(tmp_path / "a.png"), tmp_path / "broken.png"
    broken.write_bytes(good.read_bytes()[:20])
    placer = ImagePlacer(tmp_path / "out", files=ImageFiles.COPY)
    assert placer.place(image(good, name="a.png"))
    assert not placer.place(image(good, name="a.png"))
    assert not placer.place(image(good, width=7, name="wide.png"))
    assert not placer.place(image(broken, name="b.png"))
    assert not placer.place(image(tmp_path / "gone.png", name="c.png"))
    assert not placer.place(image(None, name="d.png"))
    assert [loss.count for loss in placer.losses()] == [1, 1, 2, 1]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.png"]


@pytest.mark.parametrize("name", ["../a.png", "/a.png", "a/../../b.png", "..\\a.png"])
def test_no_name_leads_out(tmp_path, name):
    source = picture(tmp_path / "a.png")
    with pytest.raises(ValueError, match="out of the export"):
        ImagePlacer(tmp_path / "out", files=ImageFiles.COPY).place(image(source), name=name)
