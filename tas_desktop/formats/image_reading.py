"""Reading image files: any common kind in, upright 8-bit RGB out, with a word about what was assumed.

Files are untrusted. Only the kinds listed below are tried (Pillow would hand EPS to Ghostscript), the
size is checked before a pixel is decoded, and whatever a decoder trips over is a refusal, not a crash.
"""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import warnings
import zlib
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.notice import Notice
from tas_desktop.formats.pixel_conversion import is_deep_colour, to_rgb

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

MAX_PIXELS = 400_000_000
MAX_FILE_BYTES = 2_000_000_000
KINDS = ("JPEG", "PNG", "WEBP", "BMP", "DIB", "TIFF", "GIF", "PPM", "JPEG2000", "AVIF")
# Pillow refuses above twice this figure while it parses the header; between the two it only warns,
# and `_check_size` refuses.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

_ORIENTATION_TAG = 0x0112
_CONVERT = "Convert it to JPEG or PNG and try again"
# What Pillow's decoders are known to raise on hostile or damaged bytes, besides OSError.
_DECODER_ERRORS = (
    SyntaxError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    zlib.error,
)


class ImageHeader(NamedTuple):
    """Size of an image as it will be once upright, from its header alone."""

    width: int
    height: int


def read_image(path: Path) -> LoadedImage:
    """Read an image file into upright 8-bit RGB.

    Pixel coordinates everywhere in the program are those of the returned array.

    Raises:
        ImageRefused: the file is missing, empty, unreadable, truncated, over 400 megapixels, or no
            image of a kind in ``KINDS``; the message names the cause.
    """
    content = _read_bytes(path)
    with _refusing(path, content), _open(content) as image:
        _check_size(path, image)
        notices = [*_note_frames(image), *_note_depth(image)]
        _decode(path, image)
        upright, turned = _turn_upright(image)
    pixels_rgb, converted = to_rgb(upright)
    pixels_rgb.setflags(write=False)
    return LoadedImage(
        pixels_rgb=pixels_rgb,
        content_hash=hashlib.sha256(content).hexdigest(),
        notices=(*notices, *turned, *converted),
    )


def read_header(path: Path) -> ImageHeader:
    """Read an image's upright size without decoding it; raises ``ImageRefused`` like ``read_image``."""
    with _opening(path):
        _check_file(path)
        stream = path.open("rb")
    with stream, _refusing(path, b""), Image.open(stream, formats=_readable_kinds()) as image:
        _check_size(path, image)
        width, height = image.size
        return ImageHeader(height, width) if _orientation(image) >= 5 else ImageHeader(width, height)


def read_thumbnail(path: Path, *, longest: int) -> NDArray[np.uint8]:
    """Read an image reduced to at most ``longest`` pixels a side: uint8, shape (height, width, 3).

    JPEGs are decoded at the nearest smaller scale, which is several times faster than ``read_image``.

    Raises:
        ImageRefused: as ``read_image``.
    """
    content = _read_bytes(path)
    with _refusing(path, content), _open(content) as image:
        _check_size(path, image)
        image.draft(None, (longest, longest))
        _decode(path, image)
        upright, _ = _turn_upright(image)
    pixels_rgb, _ = to_rgb(upright)
    small = Image.fromarray(pixels_rgb)
    small.thumbnail((longest, longest))
    return np.array(small, dtype=np.uint8)


def _open(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=_readable_kinds())


@cache
def _readable_kinds() -> tuple[str, ...]:
    """Those of ``KINDS`` that this Pillow was built with."""
    Image.init()
    return tuple(kind for kind in KINDS if kind in Image.OPEN)


def _read_bytes(path: Path) -> bytes:
    with _opening(path):
        _check_file(path)
        return path.read_bytes()


def _check_file(path: Path) -> None:
    """Refuse what cannot be an image before opening it: a pipe would wait for ever."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
        raise ImageRefused(f"{path} is {kind}", next_step="Name an image file")
    if status.st_size == 0:
        raise ImageRefused(f"{path} is empty", next_step="Copy the image again from where it came from")
    if status.st_size > MAX_FILE_BYTES:
        raise ImageRefused(
            f"{path} has {status.st_size / 1e9:.1f} GB; {MAX_FILE_BYTES / 1e9:.0f} GB is the limit",
            next_step="Reduce it or cut it into parts",
        )


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Name the cause when the file system does not give us the file."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImageRefused(f"{path} does not exist", next_step="Check the name and the folder") from error
    except PermissionError as error:
        raise ImageRefused(
            f"{path} may not be read by this user", next_step="Change its permissions or copy it"
        ) from error
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or error
        raise ImageRefused(
            f"{path} cannot be read: {cause}", next_step="Check the disk and the name"
        ) from error


@contextmanager
def _refusing(path: Path, content: bytes) -> Iterator[None]:
    """Turn what Pillow raises on a file into a refusal that names the cause."""
    try:
        yield
    except UnidentifiedImageError as error:
        raise ImageRefused(f"{path} is {_kind_of(content)}", next_step=_CONVERT) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path, "") from error
    except (OSError, *_DECODER_ERRORS) as error:
        raise ImageRefused(
            f"{path} is damaged: {str(error) or type(error).__name__}",
            next_step="Copy the image again from where it came from",
        ) from error
    except MemoryError as error:
        raise ImageRefused(
            f"There is not enough memory to decode {path}", next_step="Reduce the image"
        ) from error


def _kind_of(content: bytes) -> str:
    """What a file that is no image seems to be."""
    start = content[:512]
    if start[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "a HEIC picture, which this program does not read"
    if start.startswith((b"%!PS", b"%PDF")) or b"<svg" in start:
        return "a drawing (SVG, PDF or PostScript), not a picture of pixels"
    try:
        start.decode("utf-8")
    except UnicodeDecodeError:
        return "no image of a kind this program reads"
    return "text, not an image"


def _check_size(path: Path, image: Image.Image) -> None:
    """Refuse a decompression bomb before anything is decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(path, f"{image.width} x {image.height} pixels, ")


def _too_large(path: Path, size: str) -> ImageRefused:
    return ImageRefused(
        f"{path} has {size}more than {MAX_PIXELS // 1_000_000} megapixels",
        next_step="Reduce it or cut it into parts",
    )


def _decode(path: Path, image: Image.Image) -> None:
    """Decode the first frame; say how far a truncated file went, where that can be seen."""
    try:
        image.load()
    except (OSError, EOFError, SyntaxError, struct.error, IndexError) as error:
        part = _decoded_part(image)
        where = f" after about {part:.0%}" if 0 < part < 1 else ""
        message = str(error).lower()
        if where or isinstance(error, EOFError) or "trunca" in message or "not processed" in message:
            raise ImageRefused(
                f"{path} is truncated{where}", next_step="Copy the image again from where it came from"
            ) from error
        raise


def _decoded_part(image: Image.Image) -> float:
    """Share of the rows that were decoded before the failure; 0 when it cannot be told.

    Decoders fill a buffer of zeros from the top, so the last row that is not zero marks the end.
    """
    try:
        box = image.im.getbbox()
    except (AttributeError, AssertionError, ValueError, OSError):  # nothing was decoded at all
        return 0.0
    return box[3] / image.height if box else 0.0


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
    except (OSError, *_DECODER_ERRORS):
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
