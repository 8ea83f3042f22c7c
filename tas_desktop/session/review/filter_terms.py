"""The language of the filter above the image list.

A filter is words and terms between blanks. Words must occur in the file's path or in the expression.
A term names a field, compares and gives a value: ``status:todo``, ``margin<0.05``, ``split:train,val``.
A ``-`` in front turns it round, quotation marks keep blanks and colons together. Several terms on one
field with ``:`` widen, everything else narrows. All is asked of one expression at a time: a picture is
shown when at least one of its expressions passes everything.
"""

from __future__ import annotations

import difflib
import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping


class FilterFault(StrEnum):
    """Why a filter cannot be read; the window words it in the user's language."""

    FIELD = "field"  # no such field
    NUMBER = "number"  # a number field wants < 0.05 or the like
    VALUE = "value"  # the field has words of its own and this is none of them
    COMPARISON = "comparison"  # a word field only knows ":"
    QUOTE = "quote"  # a quotation mark is not closed


class FilterRefused(InputRefused):
    """The filter cannot be read.

    Attributes:
        fault: what kind of thing is wrong.
        term: the part of the text that is wrong.
        hint: what would be right: a field, the words of a field, an example; may be empty.
    """

    def __init__(self, fault: FilterFault, *, term: str, hint: str = "") -> None:
        self.fault, self.term, self.hint = fault, term, hint
        super().__init__(
            _MESSAGES[fault].format(term), next_step=_NEXT_STEPS[fault].format(hint) if hint else ""
        )


_MESSAGES = {
    FilterFault.FIELD: "The filter knows no “{0}”",
    FilterFault.NUMBER: "“{0}” wants a number",
    FilterFault.VALUE: "The filter does not know “{0}”",
    FilterFault.COMPARISON: "“{0}” compares words as if they were numbers",
    FilterFault.QUOTE: "A quotation mark is not closed: {0}",
}
_NEXT_STEPS = {
    FilterFault.FIELD: "Known: {0}; quotation marks keep a text with a colon together",
    FilterFault.NUMBER: "For instance {0}",
    FilterFault.VALUE: "Known: {0}",
    FilterFault.COMPARISON: "Write {0}",
    FilterFault.QUOTE: "{0}",
}

NUMBER_FIELDS = ("margin", "rivals", "disagreement", "expressions")
WORD_FIELDS: Mapping[str, tuple[str, ...] | None] = {
    "status": (
        *("todo", "untouched", "proposed", "partly", "done", "flagged"),
        *("undecided", "accepted", "no-target", "skipped"),
    ),
    "source": ("person", "import", "model"),
    "check": ("none", "same", "other", "replaced"),
    "split": None,
    "category": None,
    "kind": None,
    "name": None,
    "text": None,
}
FIELDS = (*WORD_FIELDS, *NUMBER_FIELDS)
EXAMPLES = {name: f"{name}<0.05" for name in NUMBER_FIELDS} | {
    "rivals": "rivals>1",
    "expressions": "expressions=0",
}

_TERM = re.compile(r"(?P<field>[^\W\d_]+)(?P<sign><=|>=|!=|[:<>=])(?P<value>.*)", re.DOTALL)
_PARTS = re.compile(r'-?(?:[^\s"]*"[^"]*"|[^\s"]+)+|-?[^\s"]*"[^"]*$')


@dataclass(frozen=True, slots=True)
class NumberTerm:
    """A comparison of a number field; ``sign`` is one of ``< <= > >= = !=``."""

    field: str
    sign: str
    value: float
    negated: bool = False


@dataclass(frozen=True, slots=True)
class WordTerm:
    """A field whose value must be one of the words, in lower case; the empty word asks for none at all."""

    field: str
    words: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TextTerm:
    """A text, in lower case, that must occur in the path or in the expression."""

    text: str
    negated: bool = False


Term = NumberTerm | WordTerm | TextTerm


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A filter that was read; everything passes one without terms."""

    terms: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not self.terms

    @classmethod
    def parse(cls, text: str) -> QueueFilter:
        """Read what was typed; a term whose value is still to come asks for nothing yet.

        Raises:
            FilterRefused: naming the term that cannot be read and what would be right.
        """
        terms = [_read_term(part) for part in _PARTS.findall(text.lower())]
        return cls(_widen([term for term in terms if term is not None]))


def _read_term(part: str) -> Term | None:
    if part == "-":
        return None
    negated = part.startswith("-")
    body = part[1:] if negated else part
    if body.count('"') % 2:
        raise FilterRefused(FilterFault.QUOTE, term=body)
    found = _TERM.fullmatch(body)
    if found is None:
        text = body.replace('"', "")
        return TextTerm(text, negated) if text else None
    field, sign, value = found["field"], found["sign"], found["value"].replace('"', "")
    if field in NUMBER_FIELDS:
        return _read_number(field, sign, value, negated=negated)
    if field in WORD_FIELDS:
        return _read_words(field, sign, value, negated=negated)
    near = difflib.get_close_matches(field, FIELDS, n=1)
    raise FilterRefused(FilterFault.FIELD, term=field, hint=near[0] if near else ", ".join(FIELDS))


def _read_number(field: str, sign: str, value: str, *, negated: bool) -> NumberTerm | None:
    if not value or value in {"-", ".", "-."}:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise FilterRefused(FilterFault.NUMBER, term=f"{field}{sign}{value}", hint=EXAMPLES[field])
    return NumberTerm(field, "=" if sign == ":" else sign, number, negated)


def _read_words(field: str, sign: str, value: str, *, negated: bool) -> WordTerm | None:
    if sign not in {":", "=", "!="}:
        raise FilterRefused(
            FilterFault.COMPARISON, term=f"{field}{sign}{value}", hint=f"{field}:{value or '…'}"
        )
    words = tuple(dict.fromkeys(value.split(",")))
    if len(words) > 1:
        words = tuple(word for word in words if word)
    if not any(words):
        return None
    known = WORD_FIELDS[field]
    if known is not None:
        words = _complete(field, words, known=known)
    # "none" asks for expressions without one, where the field itself has no such word.
    if known is None and field not in {"name", "text"}:
        words = tuple("" if word == "none" else word for word in words)
    return WordTerm(field, words, negated != (sign == "!="))


def _complete(field: str, words: tuple[str, ...], *, known: tuple[str, ...]) -> tuple[str, ...]:
    """The field's own words that each word begins: half a word is enough, and still being typed."""
    completed: dict[str, None] = {}
    for word in words:
        begun = [word] if word in known else [other for other in known if other.startswith(word)]
        if not begun:
            raise FilterRefused(FilterFault.VALUE, term=f"{field}:{word}", hint=", ".join(known))
        completed.update(dict.fromkeys(begun))
    return tuple(completed)


def _widen(terms: list[Term]) -> tuple[Term, ...]:
    """Join the terms ``status:a status:b`` into one that lets both through."""
    joined: list[Term] = []
    for term in terms:
        place = next(
            (
                i
                for i, before in enumerate(joined)
                if isinstance(term, WordTerm)
                and isinstance(before, WordTerm)
                and not (term.negated or before.negated)
                and before.field == term.field
                and term.field not in {"name", "text"}
            ),
            None,
        )
        before = None if place is None else joined[place]
        if place is not None and isinstance(before, WordTerm) and isinstance(term, WordTerm):
            joined[place] = WordTerm(term.field, tuple(dict.fromkeys(before.words + term.words)))
        else:
            joined.append(term)
    return tuple(joined)
