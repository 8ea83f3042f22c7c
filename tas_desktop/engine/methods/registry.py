"""Every method that can be named on the command line, in the settings or in the window."""

from __future__ import annotations

from typing import Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.methods import tas
from tas_desktop.engine.methods.captions import CaptionsParams
from tas_desktop.engine.methods.clip_surgery import ClipSurgeryParams
from tas_desktop.engine.methods.crops import CropsParams
from tas_desktop.engine.methods.global_local import GlobalLocalParams
from tas_desktop.engine.methods.grad_cam import GradCamParams
from tas_desktop.engine.methods.heat_contrast import HeatContrastParams
from tas_desktop.engine.methods.hybridgl import HybridGlParams
from tas_desktop.engine.methods.method import Method
from tas_desktop.engine.methods.ref_diff import RefDiffParams
from tas_desktop.engine.methods.region_token import RegionTokenParams
from tas_desktop.engine.methods.score_map import ScoreMapParams
from tas_desktop.engine.methods.tas_plus import TasPlusParams
from tas_desktop.engine.params import AnalysisParams, CropBox, OverlapRule

_OURS: Final = AnalysisParams()
_CODE: Final = AnalysisParams(overlap=OverlapRule.CODE, crop_box=CropBox.SAM)

METHODS: Final = {
    method.name: method
    for method in (
        Method(
            "tas",
            _OURS,
            tas.TasParams(),
            QT_TRANSLATE_NOOP("Methods", "the paper's terms with the gaps closed"),
        ),
        Method(
            "tas-plus",
            _OURS,
            TasPlusParams(),
            QT_TRANSLATE_NOOP("Methods", "our best: more to look at, and places read anew"),
        ),
        Method("tas-paper", _CODE, tas.PAPER, QT_TRANSLATE_NOOP("Methods", "TAS as published")),
        Method("tas-code", _CODE, tas.CODE, QT_TRANSLATE_NOOP("Methods", "TAS as released")),
        Method(
            "clip-only",
            _OURS,
            CropsParams(),
            QT_TRANSLATE_NOOP("Methods", "each mask's crop against the sentence"),
        ),
        Method(
            "text-only",
            _OURS,
            CaptionsParams(),
            QT_TRANSLATE_NOOP("Methods", "each mask's caption against the sentence"),
        ),
        Method(
            "largest-k",
            _OURS,
            CropsParams(method="largest-k", keep_largest=10, floor_px=10_000),
            QT_TRANSLATE_NOOP("Methods", "crops of the largest masks only"),
        ),
        Method(
            "global-local",
            _OURS,
            GlobalLocalParams(),
            QT_TRANSLATE_NOOP("Methods", "masked tokens and crops, sentence and phrase"),
        ),
        Method(
            "region-token",
            _OURS,
            RegionTokenParams(),
            QT_TRANSLATE_NOOP("Methods", "a class token that sees the mask alone"),
        ),
        Method("grad-cam", _OURS, GradCamParams(), QT_TRANSLATE_NOOP("Methods", "mean of Grad-CAM's map")),
        Method(
            "score-map",
            _OURS,
            ScoreMapParams(),
            QT_TRANSLATE_NOOP("Methods", "mean of the values' map (MaskCLIP)"),
        ),
        Method(
            "clip-surgery",
            _OURS,
            ClipSurgeryParams(),
            QT_TRANSLATE_NOOP("Methods", "mean of CLIP-Surgery's map"),
        ),
        Method(
            "heat-contrast",
            _OURS,
            HeatContrastParams(),
            QT_TRANSLATE_NOOP("Methods", "GEM's map inside less outside the mask"),
        ),
        Method(
            "hybridgl",
            _OURS,
            HybridGlParams(),
            QT_TRANSLATE_NOOP("Methods", "two fused streams, guided by relations and a map"),
        ),
        Method(
            "ref-diff",
            _OURS,
            RefDiffParams(),
            QT_TRANSLATE_NOOP("Methods", "Ref-Diff's score without diffusion"),
        ),
    )
}
"""Methods by name, in the order in which they are offered."""


def method_named(name: str) -> Method:
    """The method of that name.

    Raises:
        InputRefused: there is none.
    """
    try:
        return METHODS[name]
    except KeyError:
        choice = ", ".join(METHODS)
        raise InputRefused(f"No method is called {name!r}", next_step=f"Choose one of: {choice}.") from None
