"""How a captioner from the hub is asked: prompt and search, by family and by what the profile says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.backends.choices import check_params
from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.domain.component import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.config.profiles import ComponentChoice

PARAMS: Final[Mapping[str, type]] = {
    "prompt": str,
    "num_beams": int,
    "max_new_tokens": int,
    "min_new_tokens": int,
    "length_penalty": float,
    "repetition_penalty": float,
    "precision": str,
}
"""What a profile may say of such a captioner."""

_LIMITS: Final = {
    "num_beams": (1, 32),
    "max_new_tokens": (1, 512),
    "min_new_tokens": (0, 512),
    "length_penalty": (-10, 10),
    "repetition_penalty": (0.1, 10),
}


@dataclass(frozen=True, slots=True)
class CaptionSettings:
    """Prompt and search of a captioner.

    Attributes:
        prompt: what the network is told before it writes; empty for those that need nothing.
        num_beams: 1 takes the likeliest token each time.
        max_new_tokens: of a caption.
        more: further words of transformers' ``generate``.
    """

    prompt: str
    num_beams: int
    max_new_tokens: int
    more: tuple[tuple[str, float], ...] = ()

    @property
    def search(self) -> dict[str, Any]:
        """Words for ``generate``; nothing is drawn by chance."""
        words = {"num_beams": self.num_beams, "max_new_tokens": self.max_new_tokens, "do_sample": False}
        more = {name: int(value) if PARAMS[name] is int else value for name, value in self.more}
        return {**words, **more}

    @property
    def mark(self) -> str:
        """Eight hex digits that change with any of them, for the component's revision."""
        return fingerprint(self.prompt, self.search)[:8]


FAMILIES: Final[Mapping[str, CaptionSettings]] = {
    "blip": CaptionSettings("", num_beams=3, max_new_tokens=20),
    # As LAVIS asks it, by which TAS was made (methods.md 1.2 and 7).
    "blip-2": CaptionSettings("", num_beams=5, max_new_tokens=30),
    "florence2": CaptionSettings("<CAPTION>", num_beams=3, max_new_tokens=60),
}
"""By transformers' model type."""

_OTHERS: Final = CaptionSettings("Describe the image in one short sentence.", num_beams=1, max_new_tokens=40)


def read_settings(choice: ComponentChoice, *, model_type: str) -> CaptionSettings:
    """The family's settings with the profile's in their place.

    Raises:
        ProfileRefused: a parameter is unknown or out of range.
    """
    params = dict(check_params(choice, PARAMS))
    params.pop("precision", None)
    for name, (least, most) in _LIMITS.items():
        if name in params and not least <= float(params[name]) <= most:
            raise ProfileRefused(
                f"Parameters of the profile's {choice.role} {choice.name!r}: {name} = {params[name]!r} is "
                f"not between {least} and {most}",
                next_step="Correct the profile",
            )
    known = FAMILIES.get(model_type, _OTHERS)
    written = replace(
        known,
        prompt=str(params.pop("prompt", known.prompt)),
        num_beams=int(params.pop("num_beams", known.num_beams)),
        max_new_tokens=int(params.pop("max_new_tokens", known.max_new_tokens)),
    )
    return replace(written, more=tuple(sorted((name, float(value)) for name, value in params.items())))
