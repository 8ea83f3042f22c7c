"""A ranking as the JSON that ``tas-desktop propose --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.domain.notice import Notice
    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.domain.understanding import Direction


def ranking_to_json(
    ranking: Ranking, *, size_wh: tuple[int, int], seconds: Mapping[str, float], top: int
) -> dict[str, Any]:
    """The ranking's first ``top`` candidates with everything that explains them.

    Args:
        ranking: of one expression on one image.
        size_wh: pixels of the upright image.
        seconds: wall time by stage; an analysis that was not made but read has 0 for its stages and the
            time of reading under ``cache``.
        top: how many candidates; the rest is left out.

    Returns:
        ``image``, ``expression``, ``method``, ``understood``, ``candidates``, ``seconds``, ``notices``.
        Boxes are ``[x, y, w, h]`` in pixels of the upright image; ``rle`` is COCO's compressed run-length
        encoding with its counts as text; ``v + p + n + prior + spatial`` is ``total``.
    """
    understood = ranking.understood
    return {
        "image": {"width": size_wh[0], "height": size_wh[1]},
        "expression": ranking.expression,
        "method": ranking.method,
        "understood": {
            "target": understood.target,
            "directions": [_direction(direction) for direction in understood.directions],
            "negatives": list(ranking.negatives),
        },
        "candidates": [_candidate(c, acted=ranking.rectified) for c in ranking.candidates[:top]],
        "seconds": {stage: round(value, 4) for stage, value in seconds.items()},
        "notices": [notice_to_json(notice) for notice in ranking.notices],
    }


def notice_to_json(notice: Notice) -> dict[str, str]:
    """A notice with its machine word."""
    return {"code": notice.code, "level": notice.level.value, "text": notice.text}


def _direction(direction: Direction) -> dict[str, Any]:
    return {
        "text": direction.text,
        "kind": direction.kind.value,
        "places": [place.value for place in direction.places],
        "ordinal": direction.ordinal,
        "anchor": direction.anchor,
    }


def _candidate(candidate: Candidate, *, acted: bool) -> dict[str, Any]:
    mask = candidate.proposal.mask
    return {
        "rank": candidate.rank,
        "total": round(candidate.total, 6),
        "v": round(candidate.v, 6),
        "p": round(candidate.p, 6),
        "n": round(candidate.n, 6),
        "rectified": acted and candidate.rank != candidate.rank_before,
        "spatial": round(candidate.spatial, 6),
        "prior": round(candidate.prior, 6),
        "rank_before": candidate.rank_before,
        "caption": candidate.caption,
        "bbox": list(mask.box_xywh),
        "area": mask.area,
        "rle": mask.to_rle(),
    }
