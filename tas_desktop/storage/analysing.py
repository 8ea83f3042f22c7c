"""Analysing an image once: the next time its analysis is read from the disk."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from tas_desktop.config.disk_use import GIB
from tas_desktop.config.program import program_fingerprint
from tas_desktop.config.settings import load_settings
from tas_desktop.engine.control import Control
from tas_desktop.engine.extras import missing_extras
from tas_desktop.engine.params import AnalysisParams
from tas_desktop.engine.pipeline import add_extras, analyse, analysis_key, embed_again
from tas_desktop.storage.analyses import AnalysisCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.config.paths import AppPaths
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components

CACHE_STAGE: Final = "cache"
"""Name under which ``seconds`` tells the time it took to read a kept analysis."""


class Analysed(NamedTuple):
    """An analysis and where it came from.

    Attributes:
        analysis: the same in either case but for ``seconds``, which are those of this call: with a kept
            analysis 0 for each stage, and the time of reading under ``CACHE_STAGE``.
        was_kept: whether it was read, or at least its masks and captions, instead of made.
    """

    analysis: ImageAnalysis
    was_kept: bool


def open_analysis_cache(paths: AppPaths) -> AnalysisCache | None:
    """The user's cache, within the limit of the settings; None where that is 0."""
    limit_bytes = cache_limit_bytes(paths)
    if limit_bytes == 0:
        return None
    return AnalysisCache(paths.analyses, limit_bytes=limit_bytes, made_by=program_fingerprint())


def cache_limit_bytes(paths: AppPaths) -> int:
    """What the settings let the cache take of the disk."""
    return round(load_settings(paths.settings_file).settings.cache.limit_gb * GIB)


def analyse_once(
    image: LoadedImage,
    components: Components,
    params: AnalysisParams | None = None,
    *,
    cache: AnalysisCache | None,
    outline: ImageAnalysis | None = None,
    control: Control | None = None,
    on_partial: Callable[[ImageAnalysis], None] | None = None,
) -> Analysed:
    """``engine.pipeline.analyse()``, or what it gave for this image, these components and parameters before.

    Three places are tried in turn, from the cheapest: the user's cache, which holds whole analyses within a
    limit; the outline that the project keeps, which lacks features only; the networks. Extras that a kept
    analysis lacks are added to it and kept with it, so that methods share one analysis.

    Args:
        image: the picture, upright RGB.
        components: the profile's parts.
        params: how proposals are thinned out, and the extras; ours and none by default.
        cache: where analyses are kept; None analyses anew and keeps nothing.
        outline: what a project keeps of it (``analysis_outline``); passed over where other parts made it.
        control: progress by stage, and the cancel flag.
        on_partial: called with an analysis good for V, unless a whole one was kept.

    Raises:
        MethodUnfit: the encoder cannot give an extra.
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    params, control = params or AnalysisParams(), control or Control()
    control.token.check()
    key = analysis_key(image.content_hash, components, params)
    kept = _read(key, components, cache=cache)
    if kept is not None:
        whole = add_extras(image, kept, components, params, control=control)
        if cache is not None and whole is not kept:
            cache.put(whole)
        return Analysed(whole, was_kept=True)
    was_kept = outline is not None and _is_of(outline, image, key=key)
    if outline is not None and was_kept:
        analysis = embed_again(image, outline, components, params, control=control)
    else:
        analysis = analyse(image, components, params, control=control, on_partial=on_partial)
    if cache is not None:
        cache.put(analysis)
    return Analysed(analysis, was_kept=was_kept)


def read_kept(
    content_hash: str,
    components: Components,
    params: AnalysisParams | None = None,
    *,
    cache: AnalysisCache | None,
) -> ImageAnalysis | None:
    """The analysis that is in the cache, with the extras wanted, or None: no network is used."""
    params = params or AnalysisParams()
    kept = _read(analysis_key(content_hash, components, params), components, cache=cache)
    return None if kept is None or missing_extras(params.extras, kept.extras) else kept


def _read(key: str, components: Components, *, cache: AnalysisCache | None) -> ImageAnalysis | None:
    start = time.perf_counter()
    kept = cache.get(key) if cache else None
    if kept is None:
        return None
    seconds = (*((stage, 0.0) for stage, _ in kept.seconds), (CACHE_STAGE, time.perf_counter() - start))
    # The key leaves out what only ranking uses; the provenance names what is in use now.
    return replace(kept, components=components.ids, seconds=seconds)


def _is_of(outline: ImageAnalysis, image: LoadedImage, *, key: str) -> bool:
    return outline.key == key and (outline.height, outline.width) == (image.height, image.width)
