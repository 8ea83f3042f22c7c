"""The words and tables of ``docs/ablation.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.evaluation.report import Report

_KINDS: Final = ("attribute", "position", "superlative", "ordinal", "relation", "exclusion")


class _Part(NamedTuple):
    """A part of the method: rows that differ by it alone, and the likely cause where it does not help."""

    name: str
    steps: tuple[tuple[str, str], ...]
    cause: str


_PARTS: Final = (
    _Part(
        name="Trust in masks",
        steps=(("V, masks not trusted", "V"),),
        cause="true masks are all trusted alike, and so is every mask of a proposer that is always sure.",
    ),
    _Part(
        name="P",
        steps=(("V", "V+P"), ("V+N", "V+P+N")),
        cause="the captioner sees the same object as the encoder, and its caption goes through the same text "
        "tower: P repeats V's evidence, with the captioner's mistakes added.",
    ),
    _Part(
        name="N",
        steps=(("V", "V+N"), ("V+P", "V+P+N")),
        cause="the negatives name kinds of things that V tells from the target already, their mean costs all "
        "candidates of the target's kind nearly the same, and a referent that its own caption names "
        "wrongly becomes a negative of itself.",
    ),
    _Part(
        name="The released rectifier",
        steps=(("V", "V + released rectifier"), ("V+P+N", "V+P+N + released rectifier")),
        cause="it acts only where the parse has the one form it reads, knows no bottom, middle or ordinals, "
        "and takes the best-scoring candidate of half a picture.",
    ),
    _Part(
        name="Our rectifier",
        steps=(("V", "V + our rectifier"), ("V+P+N", "V+P+N + our rectifier (`tas`)")),
        cause="these sentences do not turn on directions.",
    ),
)


def page_head(components: Iterable[ComponentId]) -> str:
    """Title, how to read the tables, and what took part."""
    parts = "\n".join(f"- {part.role}: {part.name} ({part.revision})" for part in components)
    return f"""# Which term helps

Written by `tas-desktop evaluate DATASET --ablation docs/ablation.md --handwritten DATASET`; every row is
a run. P@X counts IoU >= X; kinds and unseen words are mIoU; the oracle takes the best candidate of each
sentence. The first rows use our wording (direction words, what they are measured from and what is ruled out
are taken out of the text that V and P compare); the presets compare the whole sentence, as upstream does.
With the networks' proposals the presets also filter as upstream does: a floor of 2000 pixels and the
larger of two nested masks leave few candidates of pictures of 384 x 384 pixels.

{parts}
"""


def section(title: str, rows: Mapping[str, Report]) -> str:
    """One table, a row for each method, and what each part of the method added."""
    reports = list(rows.values())
    first, last = reports[0], reports[-1]
    kinds = [kind for kind in _KINDS if kind in first.by_kind]
    counts = (
        f"{first.overall.n} sentences on {first.images} images; {first.proposals_per_image:.1f} candidates "
        f"an image, {last.proposals_per_image:.1f} for the presets."
    )
    lines = [
        f"## {title}",
        "",
        counts,
        "",
        f"| | mIoU | oIoU | P@.5 | P@.7 | P@.9 | oracle | {' | '.join(kinds)} | unseen |",
        "|---|" + "---|" * (7 + len(kinds)),
        *(_row(name, report, kinds) for name, report in rows.items()),
        "",
        *(_gain(part, rows) for part in _PARTS),
        "",
    ]
    return "\n".join(lines)


def _row(name: str, report: Report, kinds: Sequence[str]) -> str:
    overall, by_kind = report.overall, report.by_kind
    unseen = report.by_unseen.get("unseen")
    figures = [overall.miou, overall.oiou, *overall.precision, overall.oracle_miou]
    figures += [by_kind[kind].miou for kind in kinds]
    cells = [f"{figure:.3f}" for figure in figures] + [f"{unseen.miou:.3f}" if unseen else "-"]
    return f"| {name} | " + " | ".join(cells) + " |"


def _gain(part: _Part, rows: Mapping[str, Report]) -> str:
    """What one part added to mIoU, and the likely cause where that is nothing."""
    gains = [rows[after].overall.miou - rows[before].overall.miou for before, after in part.steps]
    steps = zip(part.steps, gains, strict=True)
    text = "; ".join(f"{before} → {after} {gain:+.3f}" for (before, after), gain in steps)
    helps = sum(gains) > 0
    return f"- {part.name}: {text}." + (
        "" if helps else f" It does not help here; likely because {part.cause}"
    )
