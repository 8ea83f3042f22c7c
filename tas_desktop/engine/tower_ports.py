"""What methods may ask of the inside of an image network, one Protocol for each thing.

A network fills those that its form allows; ``engine.capabilities`` tells which. Pictures come as float32
(3, side, side), on the scale and with the means that the method wants. Features are float32 and not scaled
to norm 1, since some methods mix them before they scale. Masks are given on the network's grid of places.

Where a layer is chosen it is told as a number of last blocks, which `last_blocks` makes of a share of the
depth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control


@dataclass(frozen=True, slots=True, eq=False)
class FeatureMap:
    """One feature for each place of a picture, in the space of the texts.

    Attributes:
        features_hwd: float32, shape (H, W, D).
        whole_d: the picture's own feature, shape (D,).
    """

    features_hwd: NDArray[np.float32]
    whole_d: NDArray[np.float32]


@runtime_checkable
class ImageTower(Protocol):
    """An image network whose input a method prepares itself."""

    @property
    def side_px(self) -> int:
        """Rows and columns of its input."""
        ...

    @property
    def grid_hw(self) -> tuple[int, int]:
        """Places of its map or patches, down and across."""
        ...

    @property
    def depth(self) -> int:
        """Blocks that tokens pass; 1 where places meet in one pooling only."""
        ...

    @property
    def mean_rgb(self) -> tuple[float, float, float]:
        """Means of the pixels that it was trained with, on the scale of 0 to 1."""
        ...

    @property
    def std_rgb(self) -> tuple[float, float, float]:
        """Deviations likewise."""
        ...

    @property
    def mixes_unscaled(self) -> bool:
        """Whether masked features are mixed with crops as they are (a transformer), methods.md 2."""
        ...

    @property
    def logit_scale(self) -> float:
        """What it multiplies cosines by before a softmax; 100 in CLIP's public checkpoints."""
        ...

    def encode_pictures(self, pictures_nchw: NDArray[np.float32], *, control: Control) -> NDArray[np.float32]:
        """Features of prepared pictures, shape (N, D)."""
        ...


@runtime_checkable
class MasksTokens(Protocol):
    """Global-Local's features: tokens, or places, of the whole picture times a mask (methods.md 2)."""

    def encode_masked(
        self,
        picture_chw: NDArray[np.float32],
        *,
        masks_nhw: NDArray[np.float32],
        blocks: int,
        control: Control,
    ) -> NDArray[np.float32]:
        """Features of regions, shape (N, D); ``masks_nhw`` in [0, 1], (N, *grid_hw)."""
        ...


@runtime_checkable
class AttendsRegions(Protocol):
    """Region tokens: a class token for each mask that attends to its places only (methods.md 3)."""

    def encode_attending(
        self, picture_chw: NDArray[np.float32], *, inside_nhw: NDArray[np.bool_], control: Control
    ) -> NDArray[np.float32]:
        """Features of regions, shape (N, D); ``inside_nhw`` of shape (N, *grid_hw)."""
        ...


@runtime_checkable
class MapsValues(Protocol):
    """MaskCLIP's map: the values of the last attention, each by itself, in the space of the texts."""

    def value_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """The map of a picture, not scaled."""
        ...


@runtime_checkable
class MapsSurgery(Protocol):
    """CLIP-Surgery's map: value-value attention in the last blocks, without their feed-forward parts."""

    def surgery_map(self, picture_chw: NDArray[np.float32], *, blocks: int) -> FeatureMap:
        """The map of a picture, not scaled."""
        ...


@runtime_checkable
class MapsSelfAttention(Protocol):
    """GEM's map: mean of query-query, key-key and value-value attention in the last blocks."""

    def self_map(self, picture_chw: NDArray[np.float32], *, blocks: int) -> FeatureMap:
        """The map of a picture, not scaled; its sides may be multiples of the network's own."""
        ...


@runtime_checkable
class MapsGradients(Protocol):
    """Grad-CAM for every text at once.

    The weights of Grad-CAM are linear in the derivative of the score by the picture's feature, so that one
    map of features serves all texts: the map's inner product with that derivative is the heat map.
    """

    def gradient_map(self, picture_chw: NDArray[np.float32]) -> FeatureMap:
        """For each place the picture's feature's derivative along the place's unit activation, not scaled."""
        ...


@runtime_checkable
class FusesStreams(Protocol):
    """HybridGL's features: a local picture's tokens take in a global picture's (methods.md 5.3, 6)."""

    def encode_streams(
        self,
        local_nchw: NDArray[np.float32],
        global_nchw: NDArray[np.float32],
        *,
        masks_nhw: NDArray[np.float32],
        blocks: int,
    ) -> NDArray[np.float32]:
        """Features of regions, shape (N, D), each from its own pair of pictures."""
        ...


def last_blocks(depth: int, *, share: float) -> int:
    """How many last blocks a share of the depth is, from 1 to ``depth``: a quarter of 12 is 3, of 4 is 1."""
    return min(max(1, round(share * depth)), depth)
