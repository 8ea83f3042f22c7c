"""The dataset card: a Markdown page with the head that Hugging Face reads, made from counts alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable
    from pathlib import Path

    from tas_desktop.formats.format import Format, Loss
    from tas_desktop.projects.exporting.card_facts import CardFacts
    from tas_desktop.projects.exporting.counting import DatasetCounts

PAGE: Final = "README.md"
_MOST_CATEGORIES: Final = 30
_HEAD: Final = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SIZES: Final = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_ACTIONS: Final = {
    "accept": "the first or selected candidate accepted",
    "pick": "a candidate picked by its number",
    "draw": "a mask drawn by hand",
    "no-target": "found to name nothing in the image",
}
_SOURCES: Final = {
    "person": "written by a person here",
    "import": "imported",
    "model": "suggested by a model",
}


def card_place(target: Path) -> Path:
    """Where the card of an export that is one file lies; a folder has it as its ``README.md``."""
    return target.with_name(f"{target.stem}.card.md")


def make_card(
    counts: DatasetCounts,
    facts: CardFacts,
    losses: Iterable[Loss],
    *,
    chosen: Format,
    name: str,
    licence: str,
) -> str:
    """The page.

    Args:
        counts: what of the project is in the files.
        facts: words, categories, origins.
        losses: what the files do not hold.
        chosen: the format they are in.
        name: of the dataset.
        licence: as given; the page says so where none was.
    """
    parts = [
        f"---\n{_head(counts, name=name, licence=licence)}---\n",
        f"# {name}\n",
        f"Referring expressions with masks, in the format “{chosen.title}”, exported by TAS Desktop.\n",
        f"Licence, as given by who exported it: {licence or 'none was given'}.\n",
        _table("Counts", _count_rows(counts)),
        _table("Splits, in images", _split_rows(counts)),
        _table("Words", _word_rows(facts)),
        _table("Objects by category", _category_rows(facts)),
        _table("How the labels were made, in expressions", _label_rows(facts)),
        _left_out(losses),
    ]
    return "\n".join(part for part in parts if part)


def add_to_page(page: str, card: str) -> str:
    """The card before a page that the format has written, with one head that has what either says."""
    own, given = _HEAD.match(page), _HEAD.match(card)
    if own is None or given is None:
        return f"{card}\n{page}"
    known = {line.partition(":")[0] for line in own[1].splitlines() if line[:1].isalpha()}
    added = [block for block in _blocks(given[1]) if block.partition(":")[0] not in known]
    head = "\n".join([own[1], *added])
    return f"---\n{head}\n---\n{card[given.end() :]}\n{page[own.end() :].lstrip()}"


def _blocks(head: str) -> list[str]:
    """The entries of a front matter's top level, each with its further lines."""
    return re.split(r"\n(?=[a-z])", head)


def _head(counts: DatasetCounts, *, name: str, licence: str) -> str:
    size = next((text for limit, text in _SIZES if counts.sentences < limit), "1M<n<10M")
    lines = [f"pretty_name: {json.dumps(name)}"]
    if licence:
        lines.append(f"license: {json.dumps(licence)}")
    lines += [
        "task_categories:",
        "- image-segmentation",
        "tags:",
        "- referring-expressions",
        "size_categories:",
        f"- {size}",
    ]
    return "\n".join(lines) + "\n"


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    lines = [f"| {_cell(left)} | {_cell(right)} |" for left, right in rows]
    return "\n".join([f"## {title}\n", "| | |", "|---|---:|", *lines, ""])


def _cell(text: str) -> str:
    """A table's cell that shows the text as it is, whatever is in it."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


def _count_rows(counts: DatasetCounts) -> list[tuple[str, str]]:
    return [
        ("images", f"{counts.images:,}"),
        ("objects with a mask", f"{counts.objects:,}"),
        ("references", f"{counts.references:,}"),
        ("expressions", f"{counts.sentences:,}"),
        ("of them naming several objects", f"{counts.several:,}"),
        ("of them naming nothing in the image", f"{counts.no_target:,}"),
    ]


def _split_rows(counts: DatasetCounts) -> list[tuple[str, str]]:
    splits = counts.splits or {}
    return [(name or "in none", f"{count:,}") for name, count in splits.items()] if any(splits) else []


def _word_rows(facts: CardFacts) -> list[tuple[str, str]]:
    if not facts.sentences:
        return []
    return [
        ("words an expression, mean", f"{facts.words_a_sentence:.2f}"),
        ("different words", f"{len(facts.words):,}"),
        ("expressions that name a side of the image (left, top, middle, ...)", f"{facts.side_share:.1%}"),
    ]


def _category_rows(facts: CardFacts) -> list[tuple[str, str]]:
    rows = _by_count(facts.categories)
    shown = [(name, f"{count:,}") for name, count in rows[:_MOST_CATEGORIES]]
    rest = rows[_MOST_CATEGORIES:]
    more = [(f"{len(rest)} more categories", f"{sum(count for _, count in rest):,}")] if rest else []
    return shown + more


def _label_rows(facts: CardFacts) -> list[tuple[str, str]]:
    rows = [(_ACTIONS.get(name, name), f"{count:,}") for name, count in _by_count(facts.actions)]
    if not rows:
        return []
    rows.append(("with a mask repaired by hand", f"{facts.edited:,}"))
    rows += [(_SOURCES.get(name, name), f"{count:,}") for name, count in _by_count(facts.sources)]
    rows += [(f"decided on a ranking by {name}", f"{count:,}") for name, count in _by_count(facts.methods)]
    return [*rows, ("people who decided", f"{len(facts.annotators):,}")]


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _left_out(losses: Iterable[Loss]) -> str:
    lines = [f"- {_cell(loss.what)}: {loss.count:,}" for loss in losses]
    return "\n".join(["## Not in these files\n", *lines, ""]) if lines else ""
