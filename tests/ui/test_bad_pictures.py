"""Next goes past every bad picture, none needs a modal box, and what is wrong with it is said."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS

BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60)]


def encoded(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photo(width=320, height=240):
    rng = np.random.default_rng(2)
    return Image.fromarray(rng.integers(0, 255, (height, width, 3), np.uint8))


def rotated():
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(photo(), "JPEG", exif=exif)


SIXTEEN_BIT = Image.fromarray(np.linspace(0, 65535, 320 * 240).reshape(240, 320).astype(np.uint16))
# Name, content, what is said of it, and the size it is shown in (None where it is refused).
CASES = [
    ("truncated.jpg", encoded(photo(), "JPEG", quality=90)[:9000], "truncated", None),
    ("empty.jpg", b"", "empty", None),
    ("text.jpg", b"this is not a picture\n" * 20, "text.jpg", None),
    ("cmyk.jpg", encoded(photo().convert("CMYK"), "JPEG"), "", (320, 240)),
    ("deep.png", encoded(SIXTEEN_BIT, "PNG"), "", (320, 240)),
    ("rotated.jpg", rotated(), "", (240, 320)),
    ("wide.png", encoded(Image.new("RGB", (30_000, 10), (9, 9, 9)), "PNG"), "", (30_000, 10)),
]


@pytest.fixture
def folder(tmp_path, request):
    place = tmp_path / "bad"
    place.mkdir()
    for name in ("a_good.png", "z_good.png"):
        Image.fromarray(block_picture(BLOCKS)).save(place / name)
    name, content, _, _ = request.param
    (place / f"m_{name}").write_bytes(content)
    return place


def said_in_place(window):
    """What stands where the picture would be."""
    labels = window.canvas.view.viewport().findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize(
    ("folder", "case"), [(case, case) for case in CASES], ids=[case[0] for case in CASES], indirect=["folder"]
)
def test_next_goes_past_it_and_says_what_is_wrong(qtbot, opened, folder, case):
    name, content, said, size = case
    session, desk = opened.workspace.session, opened.workspace.desk
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    assert session.image.path == f"m_{name}"
    qtbot.waitUntil(lambda: desk.picture is not None or desk.phase.name == "UNREADABLE", timeout=WAIT_MS)
    if size is None:
        assert desk.picture is None
        assert any(said in message.text for message in opened.notices.messages), "the cause is named"
        assert any(message.next_step for message in opened.notices.messages)
        assert "cannot be read" in said_in_place(opened), "nothing is shown, and it is said why"
    else:
        assert (desk.picture.pyramid.width, desk.picture.pyramid.height) == size
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    assert session.image.path == "z_good.png"
    qtbot.waitUntil(lambda: desk.picture is not None, timeout=WAIT_MS)
    assert not said_in_place(opened)
    assert (folder / f"m_{name}").read_bytes() == content, "nobody's files are rewritten"
