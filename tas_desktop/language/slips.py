"""How words of place are mistyped and clipped in hurried text."""

from __future__ import annotations

from tas_desktop.language.wordlists import word_list

_SHORT_SLIPS = {
    "left": "lft lfet letf lefft leftt leff lef lefr leftr lwft ledt elft leaft leeft",
    "right": "rt rgt rigt rigth rght righ rihgt rightt rght rite riht rhgt roght rught rigjt rigght rignt",
    "top": "tpo topp ttop",
    "upper": "uper uppper uppr upr",
    "lower": "lowr lwoer lwr",
    "front": "frnt fornt frt frotn forn frontt",
    "back": "bakc bck baack",
    "bottom": "botto bottm btm bttm bttom bottem bottum bototm botom",
    "middle": "midd middl midde mddle midle milddle midddle middel miidle midlle",
    "center": "cener cetner ctr cntr centr cente cneter",
    "from": "frm fom",
    "third": "thrid thir",
    "furthest": "futhest furtherest",
    "closest": "closests clostest",
    "behind": "behing behid behnd",
    "background": "bkgd backround backgroud",
    "foreground": "forground",
}
"""Clipped and mistyped forms by the word they stand for, where no rule tells them."""

_LONG_WORDS = word_list(
    "bottom middle center centre corner leftmost rightmost largest biggest smallest closest "
    "nearest furthest farthest between behind second background foreground"
)

_REAL_WORDS = frozenset({"closet", "corer", "centre", "center", "closets"})
"""Slips that are words in their own right."""


def _slips(word: str) -> set[str]:
    """One letter left out, doubled, or swapped with the next; the first letter stays."""
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[: i + 1] + word[i:] for i in range(len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    return (dropped | doubled | swapped) - {word}


MISTYPED = {slip: word for word in _LONG_WORDS for slip in _slips(word) - _REAL_WORDS if len(slip) > 4} | {
    slip: word for word, slips in _SHORT_SLIPS.items() for slip in slips.split()
}
"""Mistyped direction words in lower case, with what they stand for."""


def spelled(word: str) -> str:
    """The direction word that a mistyped one stands for; any other word as it is, in lower case."""
    lower = word.lower()
    return MISTYPED.get(lower, lower)
