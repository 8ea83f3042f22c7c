"""Making one category table of what files say in several places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category, CategoryTable

if TYPE_CHECKING:
    from collections.abc import Iterable


def table_from(categories: Iterable[Category]) -> CategoryTable:
    """A table of them: of one name the first is kept, ids that are none or taken are replaced.

    ``object`` is added where it is missing.
    """
    by_name: dict[str, Category] = {}
    for category in categories:
        by_name.setdefault(category.name, category)
    by_name.setdefault(FALLBACK_CATEGORY, Category(0, FALLBACK_CATEGORY, FALLBACK_CATEGORY))
    free = max(category.id for category in by_name.values()) + 1
    taken: set[int] = set()
    made = []
    for category in by_name.values():
        number = category.id if category.id > 0 and category.id not in taken else free
        free = max(free, number + 1)
        taken.add(number)
        made.append(replace(category, id=number))
    return CategoryTable(tuple(made))
