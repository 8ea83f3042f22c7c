"""Parses, text features and synonym answers, remembered between keystrokes.

Keys hold the component's identity; components of equal identity give equal results (``ComponentId``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.engine.memo import LruMemo
from tas_desktop.engine.ports import GivesPlainTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.ports import ExpressionParser, ImageTextEncoder, SynonymSource

_PARSES: Final[LruMemo[Understanding]] = LruMemo(2048)
_FEATURES: Final[LruMemo[NDArray[np.float32]]] = LruMemo(8192)
_NEAR: Final[LruMemo[tuple[bool]]] = LruMemo(65536)


def forget() -> None:
    """Remember nothing any more: whoever measures what a text costs wants it done anew."""
    for memo in (_PARSES, _FEATURES, _NEAR):
        memo.clear()


def understand(parser: ExpressionParser, text: str) -> Understanding:
    """The parse of a text."""
    return _PARSES.get_or_make((parser.component, text), lambda: parser.understand(text))


def encode(encoder: ImageTextEncoder, texts: Iterable[str]) -> dict[str, NDArray[np.float32]]:
    """Unit feature of each text, shape (D,); those not remembered are encoded in one call."""
    return _remembered(encoder, texts, encoder.encode_texts, kind="")


def encode_plain(encoder: ImageTextEncoder, texts: Iterable[str]) -> dict[str, NDArray[np.float32]]:
    """Feature of each text as the network gives it; the unit feature where the encoder gives no other."""
    if not isinstance(encoder, GivesPlainTexts):
        return encode(encoder, texts)
    return _remembered(encoder, texts, encoder.encode_texts_plain, kind="plain")


def _remembered(
    encoder: ImageTextEncoder,
    texts: Iterable[str],
    make: Callable[[Sequence[str]], NDArray[np.float32]],
    *,
    kind: str,
) -> dict[str, NDArray[np.float32]]:
    rows = {text: _FEATURES.get((encoder.component, kind, text)) for text in texts}
    missing = [text for text, row in rows.items() if row is None]
    if missing:
        for text, row in zip(missing, make(missing), strict=True):
            _FEATURES.put((encoder.component, kind, text), row)
            rows[text] = row
    return {text: row for text, row in rows.items() if row is not None}


def are_near(synonyms: SynonymSource, phrase: str, target: str, *, rule: str) -> bool:
    """Whether a phrase names the target's kind; WordNet takes milliseconds, so answers are kept."""
    key = (synonyms.component, phrase, target, rule)
    return _NEAR.get_or_make(key, lambda: (synonyms.are_near(phrase, target, rule=rule),))[0]
