"""Why an image file is refused: the file system's and the decoders' complaints, in words for people."""

from __future__ import annotations

import stat
import struct
import warnings
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from tas_desktop.domain.errors import ImageMissing, ImageRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_PIXELS = 400_000_000
MAX_FILE_BYTES = 2_000_000_000
# Pillow refuses above twice this figure while it parses the header; between the two it only warns,
# and `check_size` refuses.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

_CONVERT = "Convert it to JPEG or PNG and try again"

_COPY_AGAIN = "Copy the image again from where it came from"
# What Pillow's decoders are known to raise on hostile or damaged bytes, besides OSError.
DECODER_ERRORS = (
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


def check_file(path: Path) -> None:
    """Refuse what cannot be an image before opening it: a pipe would wait for ever."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
        raise ImageRefused(f"{path} is {kind}", next_step="Name an image file")
    if status.st_size == 0:
        raise ImageRefused(f"{path} is empty", next_step=_COPY_AGAIN)
    if status.st_size > MAX_FILE_BYTES:
        raise ImageRefused(
            f"{path} has {status.st_size / 1e9:.1f} GB; {MAX_FILE_BYTES / 1e9:.0f} GB is the limit",
            next_step="Reduce it or cut it into parts",
        )


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Name the cause when the file system does not give us the file."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImageMissing(f"{path} does not exist", next_step="Check the name and the folder") from error
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
def refusing(path: Path, content: bytes) -> Iterator[None]:
    """Turn what Pillow raises on a file into a refusal that names the cause."""
    try:
        yield
    except UnidentifiedImageError as error:
        raise ImageRefused(f"{path} is {_kind_of(content)}", next_step=_CONVERT) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path, "") from error
    except (OSError, *DECODER_ERRORS) as error:
        raise ImageRefused(
            f"{path} cannot be decoded: {str(error) or type(error).__name__}",
            next_step="Open it in a picture editor; if it looks right there, save it as PNG",
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


def check_size(path: Path, image: Image.Image) -> None:
    """Refuse a decompression bomb before anything is decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(path, f"{image.width} x {image.height} pixels, ")


def _too_large(path: Path, size: str) -> ImageRefused:
    return ImageRefused(
        f"{path} has {size}more than {MAX_PIXELS // 1_000_000} megapixels",
        next_step="Reduce it or cut it into parts",
    )


def decode(path: Path, image: Image.Image) -> None:
    """Decode the first frame; say how far a truncated file went, where that can be seen."""
    try:
        image.load()
    except (OSError, EOFError, SyntaxError, struct.error, IndexError) as error:
        part = _decoded_part(image)
        where = f" after about {part:.0%}" if 0 < part < 1 else ""
        message = str(error).lower()
        if where or isinstance(error, EOFError) or "trunca" in message or "not processed" in message:
            raise ImageRefused(f"{path} is truncated{where}", next_step=_COPY_AGAIN) from error
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
