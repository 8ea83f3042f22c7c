"""What a method is asked: one expression about one analysed image, with the features of its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.ports import SynonymSource
    from tas_desktop.engine.query import Query


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One expression about one image.

    Attributes:
        analysis: the image.
        query: the expression, ready to be compared.
        synonyms: the profile's synonym source.
        features: unit feature of each text asked for, float32, shape (D,).
        plain_features: features before any scaling, likewise; unit ones where the encoder gives no other.
    """

    analysis: ImageAnalysis
    query: Query
    synonyms: SynonymSource
    features: Mapping[str, NDArray[np.float32]]
    plain_features: Mapping[str, NDArray[np.float32]]

    @property
    def crops_nd(self) -> NDArray[np.float64]:
        """Features of the masked crops, rows of norm 1."""
        return self.analysis.crop_features_nd.astype(np.float64)

    @property
    def words_d(self) -> NDArray[np.float64]:
        """Unit feature of the words that are compared; zero where the expression names nothing seen."""
        return self.unit(self.query.words)

    def unit(self, text: str) -> NDArray[np.float64]:
        """Unit feature of a text, shape (D,); zero for the empty one."""
        if text not in self.features:
            return np.zeros(self.analysis.crop_features_nd.shape[1])
        return self.features[text].astype(np.float64)

    def plain(self, text: str) -> NDArray[np.float64]:
        """Feature of a text before any scaling, shape (D,)."""
        if text not in self.plain_features:
            return np.zeros(self.analysis.crop_features_nd.shape[1])
        return self.plain_features[text].astype(np.float64)
