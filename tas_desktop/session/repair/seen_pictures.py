"""Pictures that the prompt decoder has looked at, kept beside the network within a limit of bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.engine.seen import SeenPicture, working_copy
from tas_desktop.engine.segmenting import PromptTask, answer
from tas_desktop.session.byte_lru import ByteLru

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.engine.ports import PromptDecoder

CACHE_BYTES = 96 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class SmallPicture:
    """A picture on its way to the network: a copy of at most `engine.seen.WORKING_SIDE` pixels a side.

    Attributes:
        pixels_rgb: uint8 (h, w, 3).
        height, width: pixels of the picture itself.
    """

    pixels_rgb: NDArray[np.uint8]
    height: int
    width: int

    @classmethod
    def of(cls, image: LoadedImage) -> SmallPicture:
        """Make the copy; some milliseconds for a photograph."""
        return cls(working_copy(image.pixels_rgb), image.height, image.width)


class SeenPictures:
    """Answers prompts on pictures by content hash; one thread at a time."""

    def __init__(self, decoder: PromptDecoder) -> None:
        self._decoder = decoder
        self._seen: ByteLru[str, SeenPicture] = ByteLru(CACHE_BYTES)

    def answer(self, key: str, task: PromptTask, *, brought: SmallPicture | None) -> PromptedMask | None:
        """The mask that a task's prompts make; None where the picture has to be brought along.

        Raises:
            BackendFailed: the network could not do its work.
        """
        seen = self._seen.get(key)
        if seen is None:
            if brought is None:
                return None
            seen = SeenPicture(
                brought.pixels_rgb, height=brought.height, width=brought.width, decoder=self._decoder
            )
            self._seen.put(key, seen, seen.nbytes)
        return answer(self._decoder, seen, task)
