"""Every kind of picture people have, made here, read back; and every kind of bad file, refused."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, features

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.formats.image_reading import read_header, read_image, read_thumbnail

RED, BLUE = (250, 10, 20), (10, 20, 240)


@pytest.fixture
def picture() -> Image.Image:
    """A 64 x 48 ramp with a red top left and a blue bottom right."""
    pixels = np.zeros((48, 64, 3), np.uint8)
    pixels[..., 1] = np.linspace(0, 255, 64, dtype=np.uint8)
    pixels[:8, :8], pixels[-8:, -8:] = RED, BLUE
    return Image.fromarray(pixels)


def codes(loaded):
    return [notice.code for notice in loaded.notices]


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".ppm"])
def test_lossless_rgb_comes_back_exactly_and_without_notices(tmp_path, picture, suffix):
    path = tmp_path / f"picture{suffix}"
    picture.save(path)
    loaded = read_image(path)
    assert np.array_equal(loaded.pixels_rgb, np.asarray(picture))
    assert (loaded.height, loaded.width) == (48, 64)
    assert loaded.notices == ()
    assert loaded.content_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not loaded.pixels_rgb.flags.writeable


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".jp2"])
def test_lossy_kinds_come_back_nearly(tmp_path, picture, suffix):
    picture.save(tmp_path / f"picture{suffix}")
    loaded = read_image(tmp_path / f"picture{suffix}")
    error = np.abs(loaded.pixels_rgb.astype(int) - np.asarray(picture)).mean()
    assert error < 8
    assert loaded.notices == ()


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")
def test_avif(tmp_path, picture):
    picture.save(tmp_path / "picture.avif")
    assert read_image(tmp_path / "picture.avif").pixels_rgb.shape == (48, 64, 3)


def test_cmyk_is_converted_with_a_notice(tmp_path, picture):
    picture.convert("CMYK").save(tmp_path / "inks.jpg", quality=95)
    loaded = read_image(tmp_path / "inks.jpg")
    assert codes(loaded) == ["image-cmyk-converted"]
    assert np.abs(loaded.pixels_rgb.astype(int) - np.asarray(picture)).mean() < 8


@pytest.mark.parametrize(("brightest", "depth"), [(255, 8), (4095, 12), (65535, 16), (40000, 16)])
def test_16_bit_grey_is_scaled_by_the_depth_in_use(tmp_path, brightest, depth):
    values = np.linspace(0, brightest, 64 * 48).reshape(48, 64).round().astype(np.uint16)
    Image.fromarray(values).save(tmp_path / "deep.png")
    loaded = read_image(tmp_path / "deep.png")
    assert codes(loaded) == ["image-depth-reduced", "image-grey"]
    assert f"{depth} bits" in loaded.notices[0].text
    expected = np.floor(values * (255 / (2**depth - 1)) + 0.5)
    assert np.abs(loaded.pixels_rgb[..., 0] - expected).max() <= 1
    assert (loaded.pixels_rgb[..., 0] == loaded.pixels_rgb[..., 2]).all()


def test_16_bit_colour_says_that_it_was_reduced(tmp_path, picture):
    cv2 = pytest.importorskip("cv2")
    for suffix in (".png", ".tif"):
        path = tmp_path / f"deep{suffix}"
        cv2.imwrite(str(path), np.asarray(picture)[..., ::-1].astype(np.uint16) * 257)
        loaded = read_image(path)
        assert np.abs(loaded.pixels_rgb.astype(int) - np.asarray(picture)).max() <= 1, suffix
        assert codes(loaded) == ["image-depth-reduced"], suffix


def test_float_pixels_beyond_one_are_stretched(tmp_path):
    values = np.linspace(-5, 20, 12 * 10, dtype=np.float32).reshape(10, 12)
    Image.fromarray(values).save(tmp_path / "float.tif")
    loaded = read_image(tmp_path / "float.tif")
    assert (loaded.pixels_rgb.min(), loaded.pixels_rgb.max()) == (0, 255)
    assert codes(loaded) == ["image-depth-reduced", "image-grey"]


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_float_pixels_without_a_value_do_no_harm(tmp_path, value):
    values = np.full((4, 5), 0.5, np.float32)
    values[0, 0] = value
    Image.fromarray(values).save(tmp_path / "float.tif")
    assert read_image(tmp_path / "float.tif").pixels_rgb[1, 1, 0] == 128


@pytest.mark.parametrize("mode", ["L", "1", "LA"])
def test_grey_is_repeated_in_three_channels(tmp_path, picture, mode):
    picture.convert(mode).save(tmp_path / "grey.png")
    loaded = read_image(tmp_path / "grey.png")
    assert codes(loaded) == ["image-grey"]
    assert np.array_equal(loaded.pixels_rgb[..., 0], np.asarray(picture.convert(mode).convert("L")))


def test_alpha_is_laid_on_white(tmp_path, picture):
    clear = picture.convert("RGBA")
    clear.putalpha(Image.fromarray(np.repeat(np.array([[0, 255]], np.uint8), [32, 32], 1).repeat(48, 0)))
    clear.save(tmp_path / "clear.png")
    loaded = read_image(tmp_path / "clear.png")
    assert codes(loaded) == ["image-alpha-flattened"]
    assert (loaded.pixels_rgb[:, :32] == 255).all()
    assert np.array_equal(loaded.pixels_rgb[:, 32:], np.asarray(picture)[:, 32:])


def test_opaque_alpha_assumes_nothing(tmp_path, picture):
    picture.convert("RGBA").save(tmp_path / "opaque.png")
    loaded = read_image(tmp_path / "opaque.png")
    assert loaded.notices == ()
    assert np.array_equal(loaded.pixels_rgb, np.asarray(picture))


def test_palette_with_a_transparent_colour(tmp_path):
    palette = Image.new("P", (4, 4), 1)
    palette.putpalette([0, 0, 0, *RED])
    palette.putpixel((0, 0), 0)
    palette.save(tmp_path / "plain.png")
    palette.save(tmp_path / "clear.png", transparency=0)
    plain, clear = read_image(tmp_path / "plain.png"), read_image(tmp_path / "clear.png")
    assert codes(plain) == ["image-palette-expanded"]
    assert codes(clear) == ["image-alpha-flattened"]
    assert tuple(plain.pixels_rgb[0, 0]) == (0, 0, 0)
    assert tuple(clear.pixels_rgb[0, 0]) == (255, 255, 255)
    assert tuple(clear.pixels_rgb[3, 3]) == RED


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp", ".tif"])
def test_of_an_animation_the_first_frame_is_taken(tmp_path, suffix):
    frames = [Image.new("RGB", (20, 10), colour) for colour in (RED, BLUE, (9, 200, 9))]
    frames[0].save(tmp_path / f"moving{suffix}", save_all=True, append_images=frames[1:], lossless=True)
    loaded = read_image(tmp_path / f"moving{suffix}")
    assert np.abs(loaded.pixels_rgb[5, 5].astype(int) - RED).max() <= 8
    assert "image-first-frame" in codes(loaded)
    assert any("3 pictures" in notice.text for notice in loaded.notices)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_exif_orientation_is_undone(tmp_path, picture, orientation):
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.transpose(undo).save(tmp_path / "turned.png", exif=exif)
    loaded = read_image(tmp_path / "turned.png")
    assert np.array_equal(loaded.pixels_rgb, np.asarray(picture))
    assert codes(loaded) == ["image-turned-upright"]
    assert read_header(tmp_path / "turned.png")[:2] == (64, 48)
    assert read_thumbnail(tmp_path / "turned.png", longest=16).shape == (12, 16, 3)


def test_lab_colours(tmp_path, picture):
    profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    ImageCms.profileToProfile(picture, *profiles, outputMode="LAB").save(tmp_path / "lab.tif")
    loaded = read_image(tmp_path / "lab.tif")
    assert (
        np.abs(loaded.pixels_rgb.astype(int) - np.asarray(picture)).mean() < 8
    )  # L*a*b* in 8 bits is coarse


@pytest.mark.parametrize("mode", ["YCbCr", "RGBX", "LA", "PA"])
def test_rarer_modes(tmp_path, picture, mode):
    picture.convert(mode).save(tmp_path / "rare.tif")
    assert read_image(tmp_path / "rare.tif").pixels_rgb.shape == (48, 64, 3)


def test_one_pixel(tmp_path):
    Image.new("RGB", (1, 1), RED).save(tmp_path / "dot.png")
    assert read_image(tmp_path / "dot.png").pixels_rgb.tolist() == [[list(RED)]]


@pytest.mark.filterwarnings("ignore::UserWarning:PIL.*")
def test_broken_exif_is_ignored(tmp_path, picture):
    picture.save(tmp_path / "odd.jpg", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")
    assert read_image(tmp_path / "odd.jpg").pixels_rgb.shape == (48, 64, 3)


def refusal(path):
    with pytest.raises(ImageRefused) as caught:
        read_image(path)
    assert caught.value.exit_code == 2
    assert caught.value.next_step
    with pytest.raises(ImageRefused):
        read_thumbnail(path, longest=32)
    return caught.value.message


def test_missing_file(tmp_path):
    assert "does not exist" in refusal(tmp_path / "missing.jpg")
    with pytest.raises(ImageRefused):
        read_header(tmp_path / "missing.jpg")


def test_name_that_no_file_can_have():
    assert "cannot be read" in refusal(Path("a\0b.png"))


def test_empty_file(tmp_path):
    (tmp_path / "empty.jpg").touch()
    assert "is empty" in refusal(tmp_path / "empty.jpg")


def test_folder(tmp_path):
    assert "is a folder" in refusal(tmp_path)


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert "no ordinary file" in refusal(tmp_path / "pipe.png")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission(tmp_path, picture):
    picture.save(tmp_path / "locked.png")
    (tmp_path / "locked.png").chmod(0)
    assert "may not be read" in refusal(tmp_path / "locked.png")


def test_permission_error_is_named(tmp_path, picture, monkeypatch):
    picture.save(tmp_path / "locked.png")

    def deny(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", deny)
    assert "may not be read" in refusal(tmp_path / "locked.png")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"hello, I am a text\n", "text, not an image"),
        ("ein schöner Text".encode(), "text, not an image"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "a drawing"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "a drawing"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "HEIC"),
        (bytes(range(200, 256)) * 4, "no image of a kind"),
    ],
)
def test_what_is_no_image_is_named(tmp_path, content, said):
    (tmp_path / "picture.jpg").write_bytes(content)
    assert said in refusal(tmp_path / "picture.jpg")


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp", ".tif", ".gif", ".webp", ".jp2", ".ppm"])
@pytest.mark.parametrize("share", [0.4, 0.95])
def test_truncated_file(tmp_path, suffix, share):
    noise = np.random.default_rng(0).integers(1, 256, (400, 300, 3), dtype=np.uint8)
    path = tmp_path / f"cut{suffix}"
    Image.fromarray(noise).save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    message = refusal(path)
    assert "truncated" in message or "cannot be decoded" in message


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_truncated_file_says_after_how_much(tmp_path, suffix):
    noise = np.random.default_rng(0).integers(1, 256, (400, 300, 3), dtype=np.uint8)
    path = tmp_path / f"cut{suffix}"
    Image.fromarray(noise).save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * 0.41)])
    message = refusal(path)
    assert "is truncated after about" in message
    said = int(message.split("about ")[1].rstrip("%"))
    assert abs(said - 41) <= 5


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.parametrize(("width", "height"), [(20_001, 20_000), (60_000, 60_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_decompression_bomb_is_refused_before_decoding(tmp_path, width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    (tmp_path / "bomb.png").write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + _png_chunk(b"IHDR", header)
        + _png_chunk(b"IDAT", rows)
        + _png_chunk(b"IEND", b"")
    )
    assert "more than 400 megapixels" in refusal(tmp_path / "bomb.png")
    with pytest.raises(ImageRefused):
        read_header(tmp_path / "bomb.png")


def _encoded(suffix: str) -> bytes:
    noise = np.random.default_rng(1).integers(0, 256, (24, 20, 3), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, suffix)
    return stream.getvalue()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP"]),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12),
)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL.*", "ignore::PIL.Image.DecompressionBombWarning")
def test_damaged_bytes_are_read_or_refused_and_never_crash(tmp_path, kind, changes):
    content = bytearray(_encoded(kind))
    for place, value in changes:
        content[place % len(content)] = value
    path = tmp_path / "damaged"
    path.write_bytes(content)
    try:
        loaded = read_image(path)
    except ImageRefused:
        return
    assert loaded.pixels_rgb.dtype == np.uint8
    assert loaded.pixels_rgb.ndim == 3


def test_thumbnail_of_a_large_jpeg(tmp_path, picture):
    picture.resize((1600, 1200)).save(tmp_path / "large.jpg")
    small = read_thumbnail(tmp_path / "large.jpg", longest=100)
    assert small.shape == (75, 100, 3)
    assert small.dtype == np.uint8
