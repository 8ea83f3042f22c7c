"""What all ranking methods share: how the text is read and which direction rule acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.methods.declared import check_declared, choice, number, switch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.domain.understanding import DirectionKind
    from tas_desktop.engine.capabilities import Capability
    from tas_desktop.engine.extras import Extra
    from tas_desktop.engine.judged import Judgement
    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.methods.terms import Terms
    from tas_desktop.engine.query import Query


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


def likeness_of_kind(default: float) -> Any:
    """The parameter ``likeness``, which methods have with defaults of their own."""
    return number(
        default,
        low=0.001,
        high=2.0,
        label=QT_TRANSLATE_NOOP("Methods", "Likeness"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Score within which a candidate counts as one of the target's kind."
        ),
        is_offered=False,
    )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingParams:
    """Parameters of a ranking method, and the method itself: one subclass for each formula.

    A subclass adds its own parameters and says how they score (`score`), what it needs of the networks
    (`needs`) and what of an image has to be kept besides crops and captions for it (`extras`).

    Attributes:
        method: name under which rankings are stored.
        trust: weight of ``engine.scoring.trust_in_masks``, at least 0; 0 in upstream's methods.
        synonym_rule: which phrases name the target.
        wording: which words are compared.
        rectifier: the direction rule.
        centre_ref: division of halves under the ``CODE`` rectifier.
        spatial: weight of the log-likelihood of a place under the ``TAS`` rectifier, at least 0.
        likeness: cosine within which a candidate still counts as one of the target's kind, above 0.
        as_upstream: a published method as it is: it ranks by the networks whether or not they know the
            picture, takes the first of equals, and says where upstream would crash or give NaN.
        chips: what the annotator switched off.
    """

    method: str = ""
    trust: float = number(
        0.0,
        label=QT_TRANSLATE_NOOP("Methods", "M, trust in masks"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of how sure the mask's maker is."),
    )
    synonym_rule: SynonymRule = choice(
        SynonymRule.ANY,
        label=QT_TRANSLATE_NOOP("Methods", "Synonyms"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Which phrases name the same kind of thing as the target."),
    )
    wording: Wording = choice(
        Wording.CORE,
        label=QT_TRANSLATE_NOOP("Methods", "Words compared"),
        meaning=QT_TRANSLATE_NOOP("Methods", "The whole sentence, or what is left without directions."),
    )
    rectifier: RectifierRule = choice(
        RectifierRule.TAS,
        label=QT_TRANSLATE_NOOP("Methods", "Direction rule"),
        meaning=QT_TRANSLATE_NOOP("Methods", "What “left” and its like do: our rule, upstream's, nothing."),
        is_offered=True,
    )
    centre_ref: CentreRef = choice(
        CentreRef.MEDIAN,
        label=QT_TRANSLATE_NOOP("Methods", "Halves"),
        meaning=QT_TRANSLATE_NOOP("Methods", "What upstream's direction rule divides the picture by."),
    )
    spatial: float = number(
        0.1,
        label=QT_TRANSLATE_NOOP("Methods", "S, places"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of places under our direction rule."),
    )
    likeness: float = likeness_of_kind(0.1)
    as_upstream: bool = switch(
        default=False,
        label=QT_TRANSLATE_NOOP("Methods", "As upstream"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Always rank by the networks, and say where the released code would stop."
        ),
        is_offered=False,
    )
    chips: Chips = field(default_factory=Chips)

    def __post_init__(self) -> None:
        check_declared(self)

    @property
    def reads_cleaned(self) -> bool:
        """Whether upstream read a dataset's cleaned sentence (``sent``) instead of the ``raw`` one."""
        return False

    @property
    def direction_weights(self) -> Mapping[DirectionKind, float]:
        """How much more than `spatial` some kinds of directions weigh under the ``TAS`` rectifier."""
        return {}

    @property
    def spaces_tokens(self) -> bool:
        """Whether upstream writes a space between all tokens of a sentence ("t - shirt") and parses that."""
        return False

    @property
    def needs(self) -> frozenset[Capability]:
        """What the profile's models must be able to give."""
        return frozenset()

    @property
    def wants_captions(self) -> bool:
        """Whether the score lacks something where no captions were made."""
        return False

    @property
    def extras(self) -> tuple[Extra, ...]:
        """What an analysis must hold besides crops and captions."""
        return ()

    def texts(self, query: Query) -> tuple[str, ...]:
        """Texts whose unit features `score` asks for, besides those of the query."""
        del query
        return ()

    def plain_texts(self, query: Query) -> tuple[str, ...]:
        """Texts whose features `score` asks for as the network gives them, before any scaling."""
        del query
        return ()

    def score(self, question: Question) -> Terms:
        """Score every proposal before any direction acts."""
        raise NotImplementedError

    def guide(self, question: Question, terms: Terms) -> Judgement | None:
        """What the method itself does to the order of the scores; None where it does nothing."""
        del question, terms
        return None
