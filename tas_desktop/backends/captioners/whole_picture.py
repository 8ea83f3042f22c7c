"""A caption of the whole picture by the captioner itself, where it knows more than single things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.ports import Captioner


class WholePictureCaptioner:
    """``engine.ports.SceneCaptioner`` by one more picture for the captioner (methods.md 1.2).

    Args:
        captioner: who writes.
    """

    def __init__(self, captioner: Captioner) -> None:
        self._captioner = captioner

    @property
    def component(self) -> ComponentId:
        source = self._captioner.component
        return ComponentId("scene-captioner", f"{source.name}-whole", source.revision)

    def caption_scene(
        self,
        image_rgb: NDArray[np.uint8],
        *,
        proposals: Sequence[Proposal],
        captions: Sequence[str],
        control: Control,
    ) -> str:
        """Caption of a uint8 image of shape (height, width, 3), unpadded.

        Args:
            image_rgb: the picture.
            proposals: not looked at.
            captions: neither.
            control: cancel flag.

        Raises:
            Cancelled: the flag was set.
            BackendFailed: out of memory, or a picture that the network takes no look at.
        """
        del proposals, captions
        return self._captioner.caption([image_rgb], control=control)[0]
