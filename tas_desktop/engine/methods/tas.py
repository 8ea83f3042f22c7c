"""TAS: the three terms as dot products over an image's features (methods.md 1.1, 1.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine import texts
from tas_desktop.engine.methods.declared import number, switch
from tas_desktop.engine.methods.params import RankingParams, RectifierRule, SynonymRule, Wording
from tas_desktop.engine.methods.terms import Terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.methods.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class TasParams(RankingParams):
    """TAS, equation S = S_v + alpha S_p + lambda S_n, then the rectifier (methods.md 1.1, 1.2).

    Attributes:
        alpha: weight of P, at least 0.
        lam: weight of N (lambda), at least 0.
        exclusion: weight of what the expression itself excludes ("not the red one"); 0 in presets.
        distinct_negatives: count a repeated caption phrase once (upstream averages over all chunks).
        use_v, use_p, use_n: terms that act; a term switched off contributes 0.
    """

    method: str = "tas"
    alpha: float = number(
        0.1,
        label=QT_TRANSLATE_NOOP("Methods", "P, caption (α)"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of the likeness of caption and expression."),
    )
    lam: float = number(
        0.1,
        label=QT_TRANSLATE_NOOP("Methods", "N, negatives (λ)"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of what else the picture shows and is not meant."),
    )
    exclusion: float = number(
        0.5,
        label=QT_TRANSLATE_NOOP("Methods", "“not …” in the text"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of what the expression itself rules out."),
    )
    trust: float = number(
        0.1,
        label=QT_TRANSLATE_NOOP("Methods", "M, trust in masks"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of how sure the mask's maker is."),
    )
    distinct_negatives: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "Count repeats once"),
        meaning=QT_TRANSLATE_NOOP("Methods", "A phrase that the picture's caption repeats counts once."),
        is_offered=False,
    )
    use_v: bool = switch(
        default=True,
        label="V",
        meaning=QT_TRANSLATE_NOOP("Methods", "The likeness of mask and expression takes part."),
    )
    use_p: bool = switch(
        default=True,
        label="P",
        meaning=QT_TRANSLATE_NOOP("Methods", "The likeness of caption and expression takes part."),
    )
    use_n: bool = switch(
        default=True,
        label="N",
        meaning=QT_TRANSLATE_NOOP("Methods", "Negatives take part."),
    )

    @property
    def reads_cleaned(self) -> bool:
        """Upstream reads ``sent`` (methods.md 1.2)."""
        return self.as_upstream

    @property
    def wants_captions(self) -> bool:
        """Whether P takes part."""
        return self.use_p

    def score(self, question: Question) -> Terms:
        """The three terms as cosines times weights.

        N is minus the *mean* over negatives, 0 without any (upstream gives NaN there); without captions P
        and N are 0.
        """
        analysis, crops_nd, words_d = question.analysis, question.crops_nd, question.words_d
        zero_n = np.zeros(len(analysis.proposals))
        p_n = zero_n
        if self.use_p and analysis.caption_features_nd is not None:
            p_n = self.alpha * (analysis.caption_features_nd.astype(np.float64) @ words_d)
        negatives, costs_nk = self._negatives(question, crops_nd)
        excluded = question.query.excluded
        if excluded and self.exclusion > 0.0:
            excluded_kd = np.stack([question.unit(phrase) for phrase in excluded])
            excluded_nk = -self.exclusion * (crops_nd @ excluded_kd.T)
            negatives += excluded
            costs_nk = np.concatenate([costs_nk, excluded_nk / len(excluded)], axis=1)
        return Terms(
            v_n=crops_nd @ words_d if self.use_v else zero_n,
            p_n=p_n,
            n_n=costs_nk.sum(axis=1),
            negatives=negatives,
            costs_nk=costs_nk,
        )

    def _negatives(
        self, question: Question, crops_nd: NDArray[np.float64]
    ) -> tuple[tuple[str, ...], NDArray[np.float64]]:
        """Negative phrases without repeats and their costs, shape (N, K): weight x cosine x share.

        A row recurs only as the same phrase at another place of the caption.
        """
        analysis = question.analysis
        rows_of: dict[str, list[int]] = {}
        if self.use_n and analysis.phrase_features_kd is not None:
            for row in self._negative_rows(question):
                rows_of.setdefault(analysis.phrases[row], []).append(row)
        if not rows_of or analysis.phrase_features_kd is None:
            return (), np.zeros((len(crops_nd), 0))
        repeats_k = np.array([1 if self.distinct_negatives else len(rows) for rows in rows_of.values()])
        features_kd = analysis.phrase_features_kd[[rows[0] for rows in rows_of.values()]].astype(np.float64)
        costs_nk = -self.lam * (crops_nd @ features_kd.T) * (repeats_k / repeats_k.sum())
        return tuple(rows_of), costs_nk

    def _negative_rows(self, question: Question) -> list[int]:
        """Phrases of the scene caption that do not name the target and are not switched off."""
        query = question.query
        if not query.words:
            return []
        target, rule, off = query.understood.target, self.synonym_rule.value, self.chips.negatives_off
        return [
            row
            for row, phrase in enumerate(question.analysis.phrases)
            if phrase not in off and not texts.are_near(question.synonyms, phrase, target, rule=rule)
        ]


PAPER = TasParams(
    method="tas-paper",
    alpha=0.1,
    lam=0.1,
    exclusion=0.0,
    trust=0.0,
    synonym_rule=SynonymRule.CODE,
    distinct_negatives=False,
    wording=Wording.SENTENCE,
    rectifier=RectifierRule.CODE,
    as_upstream=True,
)
"""As published: lambda is 0.1 on RefCOCO and 1 on RefCOCO+."""

CODE = replace(PAPER, method="tas-code", lam=0.7)
"""As released: lambda is 0.7 everywhere (methods.md 1.2)."""
