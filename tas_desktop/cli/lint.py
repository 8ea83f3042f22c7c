"""``tas-desktop lint``: what may be wrong with a project's expressions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tas_desktop.domain.lint import Finding
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ExpressionRow

    Understand = Callable[[str], Understanding]

WORDS = {
    "misspelled": "“{0}” is not in the word list",
    "glued": "“{0}” is run together",
    "repeated-word": "“{0}” says a word twice",
    "only-pronoun": "names no kind of thing, only points",
    "position-word": "“{0}” says where in the picture it is",
    "duplicate": "the picture has it more than once",
    "near-duplicate": "says the same as “{0}”",
    "ambiguous": "names two objects of the picture",
}


class Hint(NamedTuple):
    """One finding on one expression."""

    image: str
    expression_id: int
    text: str
    finding: Finding


def lint(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    no_position_words: Annotated[
        bool, typer.Option("--no-position-words", help="Name places in the picture too (RefCOCO+).")
    ] = False,
    profile: Annotated[str, typer.Option(help="Whose parser to use.")] = "starter",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: a list of findings.")] = False,
) -> None:
    """Look through the expressions of a project for slips; nothing is changed.

    Spelling, run-together and repeated words, bare pronouns, duplicates and one text for two objects.

    Exit code 0: nothing found; 1: something found; 2: refused.
    """
    from tas_desktop.backends.loading import load_parser
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.storage.project import ProjectStore

    with waiting("Loading the parser"):
        understand = load_parser(load_profile(profile).parser).understand
    with ProjectStore.open(project) as store:
        hints = list(_look_through(store, understand, position_words=not no_position_words))
    if as_json:
        typer.echo(json.dumps([_as_json(hint) for hint in hints], ensure_ascii=False))
    else:
        for hint in hints:
            typer.echo(f"{hint.image}: “{hint.text}”: {_worded(hint.finding)}")
        typer.echo(f"{len(hints)} hints", err=True)
    raise typer.Exit(1 if hints else 0)


def _look_through(store: ProjectStore, understand: Understand, *, position_words: bool) -> Iterator[Hint]:
    from tas_desktop.domain.lint import Finding, LintCode
    from tas_desktop.language.lint.likeness import ambiguous_texts

    for image in store.list_images():
        if not image.expression_count:
            continue
        rows = store.list_expressions(image.image_id)
        twice = ambiguous_texts((row.expression_id, row.text, row.referent_ids) for row in rows)
        for place, row in enumerate(rows):
            found = list(_findings(row, rows[:place], understand, position_words=position_words))
            if row.expression_id in twice:
                found.insert(0, Finding(LintCode.AMBIGUOUS, subject=row.text))
            yield from (Hint(image.path, row.expression_id, row.text, finding) for finding in found)


def _findings(
    row: ExpressionRow, before: Sequence[ExpressionRow], understand: Understand, *, position_words: bool
) -> Iterator[Finding]:
    """What the text alone says, and the image's texts before it."""
    from tas_desktop.domain.lint import Finding, LintCode
    from tas_desktop.language.lint.likeness import find_duplicates
    from tas_desktop.language.lint.spelling import find_misspellings
    from tas_desktop.language.lint.wording import find_position_words, find_repeats, is_only_pronoun
    from tas_desktop.language.oddities import OTHER_LANGUAGE

    understood = understand(row.text)
    yield from find_duplicates(row.text, (other.text for other in before))
    if is_only_pronoun(understood):
        yield Finding(LintCode.ONLY_PRONOUN, 0, len(row.text), row.text)
    yield from find_repeats(row.text)
    if OTHER_LANGUAGE not in understood.notices:
        yield from find_misspellings(row.text)
    if not position_words:
        yield from find_position_words(understood)


def _worded(finding: Finding) -> str:
    text = WORDS[finding.code.value].replace("{0}", finding.subject)
    return f"{text}: “{finding.better[0]}”?" if finding.better else text


def _as_json(hint: Hint) -> dict[str, object]:
    finding = hint.finding
    return {
        "image": hint.image,
        "expression_id": hint.expression_id,
        "text": hint.text,
        "code": finding.code.value,
        "start": finding.start,
        "end": finding.end,
        "subject": finding.subject,
        "better": list(finding.better),
    }
