"""Choices that shape the fast half: how terms are weighted and which direction rule acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from tas_desktop.domain.errors import InputRefused


class RectifierRule(StrEnum):
    """Which spatial rectifier acts after the scores are combined."""

    TAS = "tas"  # ours: a soft likelihood over places, ordinals, sizes and relations
    CODE = "code"  # the released code's quadrants, methods.md 1.2
    OFF = "off"


class SynonymRule(StrEnum):
    """When a noun phrase of the scene caption names the target and is therefore no negative."""

    CODE = "code"  # first nouns share at least three synsets
    ANY = "any"  # head nouns share a synset or a lexicon entry


class CentreRef(StrEnum):
    """What the released code's halves are divided by."""

    MEDIAN = "median"  # of the kept proposals' centres
    IMAGE = "image"


class Wording(StrEnum):
    """Which words of the expression are compared with crops and captions."""

    SENTENCE = "sentence"  # the whole text in lower case, as upstream
    CORE = "core"  # without direction words, their anchors and exclusions: other terms handle those


@dataclass(frozen=True, slots=True)
class Chips:
    """What the annotator switched off or overrode under the expression box.

    Attributes:
        directions_off: token spans of directions that shall not act.
        negatives_off: negative phrases that shall cost nothing.
        target: replaces the parser's target phrase; empty keeps it.
    """

    directions_off: frozenset[tuple[int, int]] = frozenset()
    negatives_off: frozenset[str] = frozenset()
    target: str = ""


@dataclass(frozen=True, slots=True)
class TasParams:
    """TAS, equation S = S_v + alpha S_p + lambda S_n, then the rectifier (methods.md 1.1, 1.2).

    Attributes:
        method: name under which rankings are stored.
        alpha: weight of P, at least 0.
        lam: weight of N (lambda), at least 0.
        exclusion: weight of what the expression itself excludes ("not the red one"); 0 in presets.
        trust: weight of ``trust_in_masks``, at least 0; 0 in presets.
        synonym_rule: which caption phrases name the target.
        distinct_negatives: count a repeated caption phrase once (upstream averages over all chunks).
        wording: which words V and P compare with.
        rectifier: the direction rule.
        centre_ref: division of halves under the ``CODE`` rectifier.
        spatial: weight of the log-likelihood of a place under the ``TAS`` rectifier, at least 0.
        likeness: cosine within which a candidate still counts as one of the target's kind, above 0.
        use_v, use_p, use_n: terms that act; a term switched off contributes 0.
        as_upstream: say so in a notice where upstream would crash or give NaN.
        chips: what the annotator switched off.
    """

    method: str = "tas"
    alpha: float = 0.1
    lam: float = 0.1
    exclusion: float = 0.5
    trust: float = 0.1
    synonym_rule: SynonymRule = SynonymRule.ANY
    distinct_negatives: bool = True
    wording: Wording = Wording.CORE
    rectifier: RectifierRule = RectifierRule.TAS
    centre_ref: CentreRef = CentreRef.MEDIAN
    spatial: float = 0.1
    likeness: float = 0.1
    use_v: bool = True
    use_p: bool = True
    use_n: bool = True
    as_upstream: bool = False
    chips: Chips = field(default_factory=Chips)

    def __post_init__(self) -> None:
        weights = (self.alpha, self.lam, self.exclusion, self.trust, self.spatial)
        if not all(isfinite(w) and w >= 0.0 for w in weights) or not 0.0 < self.likeness <= 2.0:
            raise InputRefused(f"Method parameters out of range: {self}")
