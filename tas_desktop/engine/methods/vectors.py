"""Small arithmetic on features."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows, or one row, scaled to norm 1; zero stays zero."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12))


def mix(first: NDArray[np.float64], second: NDArray[np.float64], *, share: float) -> NDArray[np.float64]:
    """``share`` of the first and the rest of the second."""
    return share * first + (1.0 - share) * second


def softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares that add up to 1, shape as given."""
    raised = np.exp(values - values.max(initial=0.0))
    return np.asarray(raised / raised.sum())
