"""Analysing an image once: the next time its analysis is read from the disk."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from tas_desktop.config.program import program_fingerprint
from tas_desktop.config.settings import load_settings
from tas_desktop.engine.control import Control
from tas_desktop.engine.params import AnalysisParams
from tas_desktop.engine.pipeline import analyse, analysis_key
from tas_desktop.storage.analyses import AnalysisCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.config.paths import AppPaths
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components

CACHE_STAGE: Final = "cache"
"""Name under which ``seconds`` tells the time it took to read a kept analysis."""

_GIB: Final = 2**30


class Analysed(NamedTuple):
    """An analysis and where it came from.

    Attributes:
        analysis: the same in either case but for ``seconds``, which are those of this call: with a kept
            analysis 0 for each stage, and the time of reading under ``CACHE_STAGE``.
        was_kept: whether it was read instead of made.
    """

    analysis: ImageAnalysis
    was_kept: bool


def open_analysis_cache(paths: AppPaths) -> AnalysisCache | None:
    """The user's cache, within the limit of the settings; None where that is 0."""
    limit_gb = load_settings(paths.settings_file).settings.cache.limit_gb
    if limit_gb == 0:
        return None
    return AnalysisCache(paths.analyses, limit_bytes=round(limit_gb * _GIB), made_by=program_fingerprint())


def analyse_once(
    image: LoadedImage,
    components: Components,
    params: AnalysisParams | None = None,
    *,
    cache: AnalysisCache | None,
    control: Control | None = None,
    on_partial: Callable[[ImageAnalysis], None] | None = None,
) -> Analysed:
    """``engine.pipeline.analyse()``, or what it gave for this image, these components and parameters before.

    Args:
        image: the picture, upright RGB.
        components: the profile's parts.
        params: how proposals are thinned out; ours by default.
        cache: where analyses are kept; None analyses anew and keeps nothing.
        control: progress by stage, and the cancel flag.
        on_partial: called with an analysis good for V, unless a whole one was kept.

    Raises:
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    params, control = params or AnalysisParams(), control or Control()
    control.token.check()
    start = time.perf_counter()
    kept = cache.get(analysis_key(image.content_hash, components, params)) if cache else None
    if kept is not None:
        seconds = (*((stage, 0.0) for stage, _ in kept.seconds), (CACHE_STAGE, time.perf_counter() - start))
        # The key leaves out what only ranking uses; the provenance names what is in use now.
        return Analysed(replace(kept, components=components.ids, seconds=seconds), was_kept=True)
    analysis = analyse(image, components, params, control=control, on_partial=on_partial)
    if cache is not None:
        cache.put(analysis)
    return Analysed(analysis, was_kept=False)
