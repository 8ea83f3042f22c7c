"""``tas-desktop queue``: the review queue without the window."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tas_desktop.session.review.orders import QueueOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.session.review.columns import QueueColumns
    from tas_desktop.session.review.selecting import Selection
    from tas_desktop.storage.project import ProjectStore


def queue(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    filter_text: Annotated[
        str, typer.Argument(metavar="[FILTER]", help='As above the image list: "status:todo margin<0.05".')
    ] = "",
    order: Annotated[QueueOrder, typer.Option(help="What comes first.")] = QueueOrder.DATASET,
    seed: Annotated[int, typer.Option(help="Of the random order.", min=0)] = 0,
    limit: Annotated[int, typer.Option(help="Expressions to list; 0 lists all.", min=0)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object on each line.")] = False,
) -> None:
    """List the expressions that pass a filter, in the order in which the window goes through them."""
    from tas_desktop.session.review.category_guess import CategoryGuess
    from tas_desktop.session.review.columns import QueueColumns
    from tas_desktop.session.review.filter_terms import QueueFilter
    from tas_desktop.session.review.selecting import select
    from tas_desktop.storage.project import ProjectStore

    wanted = QueueFilter.parse(filter_text)
    with ProjectStore.open(project) as store:
        guess = CategoryGuess(store.categories.table())
        with store.review.stream() as (images, expressions):
            columns = QueueColumns.build(images, expressions, guess=guess)
        selection = select(columns, wanted, order=order, seed=seed)
        rows = _rows(store, selection)
        for row in islice(rows, limit or None):
            typer.echo(json.dumps(row) if as_json else _as_text(row))
    if not as_json:
        typer.echo(
            f"{len(selection.places):,} pictures, {selection.open_count:,} expressions left to decide",
            err=True,
        )


def _rows(store: ProjectStore, selection: Selection) -> Iterator[dict[str, Any]]:
    """The expressions of each picture in turn."""
    from tas_desktop.session.review.selecting import rank_on_image

    columns = selection.columns
    for place in selection.places.tolist():
        image_id = int(columns.images.ids[place])
        ranked = rank_on_image(selection, columns, image_id)
        if not ranked:
            continue
        listed = {row.expression_id: row for row in store.list_expressions(image_id)}
        (image,) = store.read_images([image_id])
        for number in ranked:
            if number in listed:
                row = listed[number]
                yield {
                    "image": image.path,
                    "expression_id": number,
                    "expression": row.text,
                    "status": row.status.value,
                    **_numbers(columns, place, number),
                }


def _numbers(columns: QueueColumns, place: int, number: int) -> dict[str, float | None]:
    """What the prediction said; None without one."""
    rows = columns.rows_of(place)
    table = columns.expressions
    at = rows.start + table.expression_ids[rows].tolist().index(number)
    values = {"margin": table.margins, "rivals": table.rivals, "disagreement": table.disagreements}
    # NaN, which is unequal to itself, stands for "no prediction" and is no JSON.
    return {
        name: round(value, 6) if (value := float(column[at])) == value else None
        for name, column in values.items()
    }


def _as_text(row: dict[str, Any]) -> str:
    margin = "–" if row["margin"] is None else f"{row['margin']:.3f}"
    line = f"{margin:>7}  {row['status']:<10}  {row['image']}  {row['expression']}"
    return "".join(letter if letter.isprintable() else "�" for letter in line)
