"""``tas-desktop demo``: the window's job on the sample pictures, without a window.

Every sample expression is ranked and its first candidate taken, unseen by a person: the COCO file that
comes out is a proposal, and the summary says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.dataset import DatasetImage
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.components import Components

METHOD = "tas"
PROFILE = "starter"


class RankedSample(NamedTuple):
    """One sample picture with a ranking for each of its expressions."""

    path: Path
    image: LoadedImage
    rankings: tuple[Ranking, ...]

    def overlay_name(self, number: int) -> str:
        """File name of the overlay of the ``number``-th expression, from 1."""
        return f"{self.path.stem}-{number}.png"


def demo(
    out: Annotated[Path, typer.Argument(help="Folder for what comes out.", file_okay=False)] = Path(
        "out/demo"
    ),
) -> None:
    """Run the whole pipeline on the sample pictures and say where its files are."""
    run_headless_demo(out)


def run_headless_demo(out: Path) -> None:
    """Rank every sample expression; write overlays, ``annotations.json`` and ``summary.md`` to ``out``.

    Raises:
        TargetNotWritable: ``out`` cannot be written to.
        WeightsDamaged: the starter pack is incomplete.
    """
    from tas_desktop.backends.loading import load_components
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.config.resources import resource_path
    from tas_desktop.formats.expression_list import read_expression_list

    samples = resource_path("samples")
    by_image: dict[str, list[str]] = {}
    for row in read_expression_list(samples / "samples.csv"):
        by_image.setdefault(row.image, []).append(row.expression)
    with waiting("Loading the models"):
        components = load_components(load_profile(PROFILE))
    ranked = [_rank_sample(samples / name, texts, components) for name, texts in by_image.items()]
    _write_overlays(out, ranked)
    _write_annotations(out, ranked)
    _write_summary(out, ranked)
    typer.echo(
        f"{len(ranked)} pictures, {sum(len(sample.rankings) for sample in ranked)} expressions:\n"
        f"  {out / 'summary.md'}\n  {out / 'annotations.json'}\n  {out / 'overlays'}"
    )


def _rank_sample(path: Path, texts: Sequence[str], components: Components) -> RankedSample:
    from tas_desktop.cli.terminal import stages_bar
    from tas_desktop.engine.methods import method_named
    from tas_desktop.engine.pipeline import analyse, rank
    from tas_desktop.formats.image_reading import read_image

    method = method_named(METHOD)
    image = read_image(path)
    with stages_bar(path.name) as control:
        analysis = analyse(image, components, method.analysis, control=control)
    rankings = tuple(
        rank(
            analysis,
            text,
            method.ranking,
            encoder=components.encoder,
            parser=components.parser,
            synonyms=components.synonyms,
        )
        for text in texts
    )
    return RankedSample(path, image, rankings)


def _write_overlays(out: Path, ranked: Sequence[RankedSample]) -> None:
    from tas_desktop.formats.overlay import write_overlay

    for sample in ranked:
        for number, ranking in enumerate(sample.rankings, start=1):
            place = out / "overlays" / sample.overlay_name(number)
            write_overlay(place, sample.image.pixels_rgb, ranking, top=1)


def _write_annotations(out: Path, ranked: Sequence[RankedSample]) -> None:
    from tas_desktop.config.categories import load_coco_categories
    from tas_desktop.config.writing import written_aside
    from tas_desktop.domain.dataset import ListedDataset
    from tas_desktop.formats.coco.writing import write_coco
    from tas_desktop.formats.format import WriteOptions

    categories = load_coco_categories()
    images: list[DatasetImage] = []
    next_id = 1
    for number, sample in enumerate(ranked, start=1):
        image = _first_candidates(sample, number, first_id=next_id, categories=categories)
        next_id += len(sample.rankings)
        images.append(image)
    with written_aside(out / "annotations.json") as aside:
        write_coco(aside, ListedDataset(categories, tuple(images)), options=WriteOptions())


def _first_candidates(
    sample: RankedSample, image_id: int, *, first_id: int, categories: CategoryTable
) -> DatasetImage:
    """An object for each proposal that came first; expressions that share it make one reference."""
    from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence

    by_proposal: dict[int, list[tuple[Sentence, Ranking]]] = {}
    for sentence_id, ranking in enumerate(sample.rankings, start=first_id):
        if ranking.candidates:
            said = Sentence(sentence_id, ranking.expression)
            by_proposal.setdefault(ranking.candidates[0].proposal_index, []).append((said, ranking))
    objects, references = [], []
    for named in by_proposal.values():
        number, ranking = named[0][0].sentence_id, named[0][1]
        category = categories.find(ranking.understood.head).name
        objects.append(DatasetObject(number, category, ranking.candidates[0].proposal.mask))
        references.append(Reference(number, (number,), tuple(sentence for sentence, _ in named)))
    return DatasetImage(
        image_id=image_id,
        file_name=sample.path.name,
        height=sample.image.height,
        width=sample.image.width,
        objects=tuple(objects),
        references=tuple(references),
    )


def _write_summary(out: Path, ranked: Sequence[RankedSample]) -> None:
    from tas_desktop.config.writing import replace_file

    lines = [
        "# Sample pictures",
        "",
        f"Method {METHOD}, profile {PROFILE}. First candidates as ranked; no person has looked at them.",
        "",
        "| picture | expression | V | P | N | place | margin | caption of the first |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for sample in ranked:
        for number, ranking in enumerate(sample.rankings, start=1):
            link = f"[{sample.path.name}](overlays/{sample.overlay_name(number)})"
            lines.append(f"| {link} | {ranking.expression} | {_summary_cells(ranking)} |")
    replace_file(out / "summary.md", ("\n".join(lines) + "\n").encode())


def _summary_cells(ranking: Ranking) -> str:
    if not ranking.candidates:
        return " | ".join(["-"] * 5 + ["no candidates"])
    first = ranking.candidates[0]
    scores = (first.v, first.p, first.n, first.spatial)
    return " | ".join([*(f"{score:+z.3f}" for score in scores), f"{ranking.margin:.3f}", first.caption])
