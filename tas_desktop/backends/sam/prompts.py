"""Sam's mask decoder for an annotator's prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.backends.failures import backend_failures
from tas_desktop.backends.sam.views import View, decode_points, decode_together, encode_view
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.prompting import MaskChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from segment_anything.modeling import Sam

    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.engine.ports import PromptView


class SamPromptDecoder:
    """`engine.ports.PromptDecoder` over a loaded Sam.

    Args:
        sam: the network, in evaluation mode; it may serve a proposer at the same time.
        revision: of its weights.
        name: of the component.
        knows_all_prompts: whether it was trained on several points, points beside the object and boxes,
            as Sam's own weights were; the starter pack's was trained on single points only.
    """

    def __init__(
        self, sam: Sam, *, revision: str, name: str = "starter-sam", knows_all_prompts: bool = False
    ) -> None:
        self._sam = sam
        self._knows_all_prompts = knows_all_prompts
        self.component = ComponentId("prompts", name, revision)

    def look(
        self, image_rgb: NDArray[np.uint8], *, window_xywh: tuple[int, int, int, int], scale: float
    ) -> View:
        """See `PromptDecoder.look`.

        Raises:
            BackendFailed: torch ran out of memory.
        """
        with backend_failures("The mask network"):
            return encode_view(self._sam, image_rgb, window_xywh=window_xywh, picture_scale=scale)

    def decode(
        self,
        view: PromptView,
        *,
        inside_xy: Sequence[PointXy],
        outside_xy: Sequence[PointXy],
        box_xywh: BoxXywh | None,
    ) -> MaskChoices:
        """See `PromptDecoder.decode`; three masks for each question.

        Raises:
            BackendFailed: torch ran out of memory.
            TypeError: the view is another decoder's.
        """
        if not isinstance(view, View):
            raise TypeError(type(view))
        with backend_failures("The mask network"):
            single = decode_points(self._sam, view, inside_xy)
            if not self._knows_all_prompts:
                return single
            together = decode_together(
                self._sam, view, inside_xy=inside_xy, outside_xy=outside_xy, box_xywh=box_xywh
            )
        return MaskChoices(
            np.concatenate((together.shares_nhw, single.shares_nhw)),
            np.concatenate((together.quality_n, single.quality_n)),
            np.concatenate((together.owner_n, single.owner_n)),
        )
