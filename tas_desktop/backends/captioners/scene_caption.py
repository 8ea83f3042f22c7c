"""A caption of the whole picture, put together from the captions of its proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.domain.proposal import ProposalSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.control import Control

_REVISION = "1"
_NO_OBJECT: Final = ("part of ", "something unknown")
_JOINT: Final = " and "
_SAME_IOU = 0.5


class ComposedSceneCaptioner:
    """Names the most certain distinct objects: "a red mug, a striped car and a tree".

    Masks of a network come before regions of a hierarchy, whose qualities mean something else; within
    each, proposals are taken by quality times the square root of their share of the picture, so that a
    large doubtful mask does not outdo a small sure one by size alone. Passed over are captions of pieces, of
    ground and of nothing known, masks that lie on one already taken, and captions already said; a
    caption of two objects gives way to theirs.

    Args:
        most: objects named at most; longer lists make negatives out of doubtful captions.
    """

    def __init__(self, *, most: int = 5) -> None:
        self._most = most

    @property
    def component(self) -> ComponentId:
        return ComponentId("scene-captioner", f"composed-{self._most}", _REVISION)

    def caption_scene(
        self,
        image_rgb: NDArray[np.uint8],
        *,
        proposals: Sequence[Proposal],
        captions: Sequence[str],
        control: Control,
    ) -> str:
        """Compose the caption; empty when no proposal shows an object.

        Args:
            image_rgb: uint8, shape (height, width, 3); only its size is used.
            proposals: the masks.
            captions: one per proposal.
            control: not looked at, since it takes no time.
        """
        del control
        pixels = max(1, image_rgb.shape[0] * image_rgb.shape[1])
        order = sorted(
            (i for i, caption in enumerate(captions) if _names_one_object(caption)),
            key=lambda i: (
                proposals[i].source is ProposalSource.HIERARCHY,
                -proposals[i].quality * (proposals[i].mask.area / pixels) ** 0.5,
            ),
        )
        taken: list[int] = []
        for i in order:
            if len(taken) == self._most:
                break
            if any(captions[i] == captions[k] for k in taken):
                continue
            overlaps = pairwise_iou([proposals[i].mask], [proposals[k].mask for k in taken])
            if overlaps.size == 0 or overlaps.max() < _SAME_IOU:
                taken.append(i)
        return join_phrases([captions[i] for i in taken])


def join_phrases(phrases: Sequence[str]) -> str:
    """Enumerate: "a", "a and b", "a, b and c"."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])}{_JOINT}{phrases[-1]}"


def _names_one_object(caption: str) -> bool:
    return bool(caption) and not caption.startswith(_NO_OBJECT) and _JOINT not in caption
