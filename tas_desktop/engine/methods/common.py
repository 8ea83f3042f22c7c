"""What published baselines share: they compare the whole sentence and know no directions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.methods.declared import choice, switch
from tas_desktop.engine.methods.params import RankingParams, RectifierRule, Wording


class Scale(StrEnum):
    """How pixels are scaled before the network sees them (``engine.pictures.InputScale``)."""

    IMAGENET = "imagenet"
    MODEL = "model"


SHARE_OF_DEPTH = 0.25
"""The last 3 of 12 blocks, where Global-Local and HybridGL begin to mask (methods.md 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineParams(RankingParams):
    """Parameters of a published method as it is; any of our direction rules may be put after it."""

    wording: Wording = choice(
        Wording.SENTENCE,
        label=QT_TRANSLATE_NOOP("Methods", "Words compared"),
        meaning=QT_TRANSLATE_NOOP("Methods", "The whole sentence, or what is left without directions."),
    )
    rectifier: RectifierRule = choice(
        RectifierRule.OFF,
        label=QT_TRANSLATE_NOOP("Methods", "Direction rule"),
        meaning=QT_TRANSLATE_NOOP("Methods", "What “left” and its like do: our rule, upstream's, nothing."),
        is_offered=True,
    )
    as_upstream: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "As upstream"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Always rank by the networks, and say where the released code would stop."
        ),
        is_offered=False,
    )
