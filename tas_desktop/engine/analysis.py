"""The slow half's product: everything about an image that no expression changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.notice import Notice
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.extras import Extra

RECOGNISED_FROM = 0.5
"""Confidence below which the networks' scores are not used (starter-pack.md 6)."""


@dataclass(frozen=True, slots=True, eq=False)
class ImageAnalysis:
    """Proposals of one image with their features and captions.

    N proposals, K noun phrases, feature width D, C colour words (``engine.colours.COLOUR_WORDS``).
    Arrays are read-only; feature rows are float32 of norm 1.

    Attributes:
        key: fingerprint of image content, components and parameters; the cache key.
        image_hash: content hash of the image file.
        height, width: pixels of the upright image.
        proposals: N proposals after the overlap filter.
        crop_features_nd: features of the masked crops, shape (N, D).
        centroids_xy: float64, shape (N, 2): mean column and row index of each mask's pixels.
        colour_shares_nc: float32, shape (N, C): share of a mask's pixels that each colour word names.
        shared_nn: float32, shape (N, N): intersection of two masks over the smaller, in [0, 1].
        captions: N captions, or empty while they have not been made.
        caption_features_nd: features of the captions, shape (N, D), or None.
        scene_caption: caption of the whole image, or None.
        phrases: K noun phrases of the scene caption in order, repeats kept (TAS averages over chunks).
        phrase_features_kd: features of ``a photo of <phrase>``, shape (K, D), or None.
        recognised: highest confidence that the picture is of the kind the networks know, in [0, 1].
        complete: False for the early analysis that ``analyse()`` hands out before captions exist.
        components: what took part.
        seconds: wall time by stage.
        notices: limits met.
        extras: what some methods want besides (``engine.extras``), float32 arrays by name; none of it
            enters the key.
    """

    key: str
    image_hash: str
    height: int
    width: int
    proposals: tuple[Proposal, ...]
    crop_features_nd: NDArray[np.float32]
    centroids_xy: NDArray[np.float64]
    colour_shares_nc: NDArray[np.float32]
    shared_nn: NDArray[np.float32]
    captions: tuple[str, ...] = ()
    caption_features_nd: NDArray[np.float32] | None = None
    scene_caption: str | None = None
    phrases: tuple[str, ...] = ()
    phrase_features_kd: NDArray[np.float32] | None = None
    recognised: float = 1.0
    complete: bool = True
    components: tuple[ComponentId, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    notices: tuple[Notice, ...] = ()
    extras: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    def array(self, extra: Extra, part: str = "") -> NDArray[np.float32]:
        """An array that was kept for a method.

        Raises:
            InputRefused: the analysis was made for other methods.
        """
        try:
            return self.extras[extra.part(part)]
        except KeyError:
            raise InputRefused(
                "The picture was analysed for another method", next_step="Analyse it anew for this one."
            ) from None

    @property
    def has_captions(self) -> bool:
        """Whether P can be scored, not only V."""
        return self.caption_features_nd is not None

    @property
    def nbytes(self) -> int:
        """Bytes of arrays, masks and texts: what a cache pays for keeping this."""
        arrays = (
            self.crop_features_nd,
            self.centroids_xy,
            self.colour_shares_nc,
            self.shared_nn,
            self.caption_features_nd,
            self.phrase_features_kd,
            *self.extras.values(),
        )
        texts = (*self.captions, *self.phrases, *(p.mask.counts for p in self.proposals))
        return sum(a.nbytes for a in arrays if a is not None) + sum(map(len, texts))
