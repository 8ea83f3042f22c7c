"""What an analysis holds for some methods only: made when a method asks, kept with the analysis.

The key of an analysis does not depend on its extras: they add to it and change nothing. Each extra has a
name that says how it was made, so that two methods which need the same share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray


class ExtraKind(StrEnum):
    """Kinds of extras; N proposals, feature width D, a grid of H x W places, G = HW."""

    MASKED_TOKENS = "masked-tokens"  # features of regions of the whole picture, (N, D), not scaled
    FILLED_CROPS = "filled-crops"  # features of tight crops before a plain colour, (N, D), not scaled
    REGION_TOKENS = "region-tokens"  # features of class tokens that look at one region, (N, D), not scaled
    STREAMS = "streams"  # features of HybridGL's fused streams, (N, D), not scaled; "scale" of its cosines
    RAMPED_CROPS = "ramped-crops"  # features of crops of a picture that fades to one side, (N, D), unit
    CONTEXT_CROPS = "context-crops"  # features of crops with the surroundings left in, (N, D), unit
    MAP = "map"  # "features" (H, W, D) and "whole" (D,)
    POOLING = "pooling"  # "inside" (R, N, G), "whole" (R, G): means of a map under R ramps; "via", a side


@dataclass(frozen=True, slots=True, order=True)
class Extra:
    """One thing to be kept with an analysis.

    Attributes:
        kind: what it is.
        options: how it is made, sorted by name.
    """

    kind: ExtraKind
    options: tuple[tuple[str, str | int | float], ...] = ()

    @classmethod
    def of(cls, kind: ExtraKind, **options: str | float) -> Extra:
        """An extra with these options."""
        return cls(kind, tuple(sorted(options.items())))

    @property
    def name(self) -> str:
        """Kind and options in one line: ``masked-tokens(share=0.25)``."""
        return f"{self.kind.value}({','.join(f'{name}={value}' for name, value in self.options)})"

    def option(self, name: str) -> str | int | float:
        """The value of an option."""
        return dict(self.options)[name]

    def part(self, name: str) -> str:
        """Name under which one of its arrays is kept."""
        return f"{self.name}/{name}" if name else self.name

    def is_in(self, kept: Mapping[str, NDArray[np.float32]]) -> bool:
        """Whether an analysis holds it."""
        return any(name == self.name or name.startswith(f"{self.name}/") for name in kept)


def missing_extras(wanted: Iterable[Extra], kept: Mapping[str, NDArray[np.float32]]) -> tuple[Extra, ...]:
    """Those that an analysis does not hold yet, without repeats."""
    return tuple(dict.fromkeys(extra for extra in wanted if not extra.is_in(kept)))


def all_extras(groups: Iterable[Iterable[Extra]]) -> tuple[Extra, ...]:
    """What several methods want together, sorted, without repeats."""
    return tuple(sorted({extra for group in groups for extra in group}))
