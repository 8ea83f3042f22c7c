"""What is odd about an expression, as notice codes: it is ranked all the same, and the user is told."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression

NO_TARGET = "expression-no-noun"
OTHER_LANGUAGE = "expression-other-language"
SYMBOLS = "expression-symbols"
NO_PHRASES = "parser-no-phrases"

TEXTS = {
    NO_TARGET: "No noun was found in the expression, so the whole text was taken as the target",
    OTHER_LANGUAGE: "The expression does not look like English; the parser knows English only",
    SYMBOLS: "Emoji and other symbols in the expression were not understood",
    NO_PHRASES: "The chosen parser finds no noun phrases: it sets no parts of speech",
}
"""One sentence for people for each code."""

# Words that are frequent in the language and none in English (nor slang in it).
_FOREIGN_WORDS = word_set(
    "der das und mit auf dem den ein eine einen rechts oben unten neben rote roter rotes blaue "
    "grüne tasse becher le les une avec sur gauche droite rouge bleu bleue verte tasse chien "
    "homme femme dans qui est el los las una del rojo roja azul izquierda derecha arriba abajo "
    "perro hombre mujer taza en la de con que il gli della nel rosso rossa sinistra destra sopra "
    "sotto cane uomo donna het een de met rode blauwe linker rechter naast hond vrouw o um uma na "
    "no vermelho vermelha azul esquerda direita cachorro homem mulher"
)
_ALSO_ENGLISH = word_set("o no de la en um que con il den est sur le el las los na los")
_FOREIGN_SHARE = 0.5


def find_oddities(parsed: ParsedExpression, *, head: str) -> tuple[str, ...]:
    """Codes of everything odd, in a fixed order; ``TEXTS`` has their sentences."""
    found = []
    if parsed.pos_missing:
        found.append(NO_PHRASES)
    if _looks_foreign(parsed):
        found.append(OTHER_LANGUAGE)
    if any(unicodedata.category(c) in {"So", "Sk", "Cn", "Co", "Cs"} for c in parsed.text if c not in "^`´¨"):
        found.append(SYMBOLS)
    if not head:
        found.append(NO_TARGET)
    return tuple(found)


def _looks_foreign(parsed: ParsedExpression) -> bool:
    letters = [c for c in parsed.text if c.isalpha()]
    if not letters:
        return False
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    if latin < len(letters) * (1 - _FOREIGN_SHARE):
        return True
    words = [word for word in parsed.words if word.isalpha()]
    sure = sum(word in _FOREIGN_WORDS - _ALSO_ENGLISH for word in words)
    possible = sum(word in _ALSO_ENGLISH or not word.isascii() for word in words)
    return sure + possible >= max(2, round(len(words) * _FOREIGN_SHARE)) and sure >= 1
