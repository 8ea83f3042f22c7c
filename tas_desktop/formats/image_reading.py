"""Reading image files: any common kind in, upright 8-bit RGB out, with a word about what was assumed.

Files are untrusted. Only the kinds listed below are tried (Pillow would hand EPS to Ghostscript), the
size is checked before a pixel is decoded, and whatever a decoder trips over is a refusal, not a crash.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageOps

from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.notice import Notice
from tas_desktop.formats.image_refusals import (
    DECODER_ERRORS,
    check_file,
    check_size,
    decode,
    opening,
    refusing,
)
from tas_desktop.formats.pixel_conversion import is_deep_colour, to_rgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = ("JPEG", "PNG", "WEBP", "BMP", "DIB", "TIFF", "GIF", "PPM", "JPEG2000", "AVIF")
_ORIENTATION_TAG = 0x0112


class ImageHeader(NamedTuple):
    """Size of an image as it will be once upright, from its header alone.

    Attributes:
        width, height: pixels of the upright image.
        orientation: EXIF orientation of the file, 1 to 8.
    """

    width: int
    height: int
    orientation: int = 1


def read_image(path: Path) -> LoadedImage:
    """Read an image file into upright 8-bit RGB.

    Pixel coordinates everywhere in the program are those of the returned array.

    Raises:
        ImageRefused: the file is missing, empty, unreadable, truncated, over 400 megapixels, or no
            image of a kind in ``KINDS``; the message names the cause.
    """
    content = _read_bytes(path)
    with refusing(path, content), _open(content) as image:
        check_size(path, image)
        notices = [*_note_frames(image), *_note_depth(image)]
        decode(path, image)
        orientation = _orientation(image)
        upright, turned = _turn_upright(image)
        pixels_rgb, converted = to_rgb(upright)
    pixels_rgb.setflags(write=False)
    return LoadedImage(
        pixels_rgb=pixels_rgb,
        content_hash=hashlib.sha256(content).hexdigest(),
        notices=(*notices, *turned, *converted),
        orientation=orientation,
    )


def read_header(path: Path) -> ImageHeader:
    """Read an image's upright size without decoding it; raises ``ImageRefused`` like ``read_image``."""
    with opening(path):
        check_file(path)
        stream = path.open("rb")
    with stream, refusing(path, b""), Image.open(stream, formats=_readable_kinds()) as image:
        return _header(path, image)


def read_header_of(content: bytes) -> ImageHeader:
    """The same of a file's bytes; raises ``ImageRefused`` like ``read_image``."""
    path = Path("a picture without a file")
    with refusing(path, content), _open(content) as image:
        return _header(path, image)


def read_upright(path: Path) -> tuple[Image.Image, str]:
    """An image decoded and turned upright in its own mode, and its kind (one of ``KINDS``).

    Raises:
        ImageRefused: as ``read_image``.
    """
    content = _read_bytes(path)
    with refusing(path, content), _open(content) as image:
        check_size(path, image)
        kind = image.format or "PNG"
        decode(path, image)
        upright, _ = _turn_upright(image)
        return upright.copy(), kind


def read_thumbnail(path: Path, *, longest: int) -> NDArray[np.uint8]:
    """Read an image reduced to at most ``longest`` pixels a side: uint8, shape (height, width, 3).

    JPEGs are decoded at the nearest smaller scale, which is several times faster than ``read_image``.

    Raises:
        ImageRefused: as ``read_image``.
    """
    content = _read_bytes(path)
    with refusing(path, content), _open(content) as image:
        check_size(path, image)
        image.draft(None, (longest, longest))
        decode(path, image)
        upright, _ = _turn_upright(image)
        pixels_rgb, _ = to_rgb(upright)
    small = Image.fromarray(pixels_rgb)
    small.thumbnail((longest, longest))
    return np.array(small, dtype=np.uint8)


def _header(path: Path, image: Image.Image) -> ImageHeader:
    check_size(path, image)
    width, height = image.size
    orientation = _orientation(image)
    if orientation >= 5:
        width, height = height, width
    return ImageHeader(width, height, orientation)


def _read_bytes(path: Path) -> bytes:
    with opening(path):
        check_file(path)
        return path.read_bytes()


def _open(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=_readable_kinds())


@cache
def _readable_kinds() -> tuple[str, ...]:
    """Those of ``KINDS`` that this Pillow was built with."""
    Image.init()
    return tuple(kind for kind in KINDS if kind in Image.OPEN)


def _note_frames(image: Image.Image) -> tuple[Notice, ...]:
    frames = int(getattr(image, "n_frames", 1))
    if image.tell() != 0:
        image.seek(0)
    if frames == 1:
        return ()
    return (Notice("image-first-frame", f"The file holds {frames} pictures; the first one is used"),)


def _note_depth(image: Image.Image) -> tuple[Notice, ...]:
    if not is_deep_colour(image):
        return ()
    return (Notice("image-depth-reduced", "16 bits a channel were reduced to 8"),)


def _orientation(image: Image.Image) -> int:
    """EXIF orientation, 1 to 8; 1 where there is none or it cannot be read."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except (OSError, *DECODER_ERRORS):
        return 1
    return value if value in range(1, 9) else 1


def _turn_upright(image: Image.Image) -> tuple[Image.Image, tuple[Notice, ...]]:
    orientation = _orientation(image)
    if orientation == 1:
        return image, ()
    text = (
        f"Turned upright by its EXIF orientation {orientation}; coordinates are those of the upright picture"
    )
    return ImageOps.exif_transpose(image), (Notice("image-turned-upright", text),)
