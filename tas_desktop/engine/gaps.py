"""What a method could not do, and where upstream would have stopped (methods.md 1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.engine.analysis import RECOGNISED_FROM
from tas_desktop.engine.methods.tas import TasParams

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.params import RankingParams
    from tas_desktop.engine.scoring import Scored


def find_gaps(analysis: ImageAnalysis, scored: Scored, params: RankingParams) -> tuple[Notice, ...]:
    """Notices for a ranking that is less than its method promises."""
    notices: list[Notice] = []
    if not analysis.proposals:
        return ()
    if analysis.complete and not analysis.has_captions and not scored.by_pixels and params.wants_captions:
        notices.append(Notice("no-captions", "No captions were made: the ranking uses V alone."))
    if analysis.recognised < RECOGNISED_FROM and params.as_upstream:
        notices.append(_NOT_TRUSTED)
    if params.as_upstream and isinstance(params, TasParams):
        why = _undefined_upstream(analysis, scored, params)
        text = f"Upstream gives no answer here ({why}); ranked as by “tas”."
        notices += [Notice("upstream-undefined", text)] if why else []
    return tuple(notices)


def _undefined_upstream(analysis: ImageAnalysis, scored: Scored, params: TasParams) -> str:
    """Why the released code would crash or give NaN, methods.md 1.2; empty where it would not."""
    total_n = scored.total_n
    if any(notice.code == "overlap-filter-empty" for notice in analysis.notices):
        return "no mask passes its filter"
    if len(total_n) == 1:
        return "only one candidate, so its scores have no range"
    if analysis.complete and params.use_n and not scored.terms.negatives:
        return "no negative phrase is left"
    if float(np.ptp(total_n)) == 0.0:
        return "all candidates score the same"
    return ""


_NOT_TRUSTED = Notice(
    "scores-not-trusted",
    "The networks do not know pictures like this one, and this method ranks by them all the same.",
    NoticeLevel.WARNING,
)
