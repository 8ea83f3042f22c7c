"""Distil a small parser: the teacher labels sentences, a new pipeline learns its labels."""

from __future__ import annotations

import random
import time
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_desktop.starter.parser.architecture import META_KEY, new_pipeline
from tas_desktop.starter.parser.drills import drill_sentences
from tas_desktop.starter.parser.pruning import save_pruned
from tas_desktop.starter.parser.teacher import load_teacher, parse_with
from tas_desktop.starter.parser.variation import Recombiner, mistyped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example


@dataclass(frozen=True, slots=True)
class ParserRecipe:
    """Sizes of a training run.

    Attributes:
        steps: optimiser steps; the learning rate falls to zero over them.
        batch_words: words in a batch, roughly.
        recombined: new sentences for each given one.
        drills: sentences of our own about drawn scenes.
        mistyped_share: share of the batch's sentences that get a slip of the keyboard.
        peak_rate: Adam's highest learning rate, reached after 2 % of the steps.
        dropout: dropout of the token encoder.
        seed: of everything random; equal seeds on one machine give equal weights.
        checkpoint_seconds: how often the weights so far are saved.
    """

    steps: int = 12000
    batch_words: int = 600
    recombined: float = 3.0
    drills: int = 6000
    mistyped_share: float = 0.06
    peak_rate: float = 2e-3
    dropout: float = 0.1
    seed: int = 20261121
    checkpoint_seconds: float = 240.0


SMOKE = ParserRecipe(steps=60, batch_words=200, recombined=0.5, drills=200)
"""A run of seconds that shows that the recipe works."""


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """How far a run is; ``losses`` are sums by component since the last report."""

    step: int
    steps: int
    seconds: float
    losses: dict[str, float]


def train(
    teacher: str | Path,
    texts: Sequence[str],
    out: str | Path,
    *,
    recipe: ParserRecipe | None = None,
    progress: Callable[[TrainingProgress], None] | None = None,
) -> Path:
    """Train the starter parser and save it, pruned of every word of ``texts``.

    Args:
        teacher: pipeline name or folder, see ``load_teacher``.
        texts: unlabelled sentences.
        out: folder to write; its sibling ``<out>-checkpoint`` keeps the weights so far.
        recipe: sizes of the run; the default is the shipped one.
        progress: called about once a second.

    Returns:
        The folder written.

    Raises:
        InputRefused: the teacher cannot be used, or there are too few sentences to learn from.
    """
    chosen = recipe or ParserRecipe()
    labelled = label_sentences(load_teacher(teacher), texts, recipe=chosen)
    return train_on(labelled, out, recipe=chosen, progress=progress, teacher_name=Path(teacher).name)


def label_sentences(teacher: Language, texts: Sequence[str], *, recipe: ParserRecipe) -> list[Doc]:
    """The teacher's parses of the sentences, of recombinations of them, and of drills of our own."""
    given = list(parse_with(teacher, (text.lower() for text in texts)))
    recombined = Recombiner(given, seed=recipe.seed).sentences(round(recipe.recombined * len(given)))
    drills = drill_sentences(recipe.drills, seed=recipe.seed)
    return given + list(parse_with(teacher, chain(recombined, drills)))


def train_on(
    labelled: Sequence[Doc],
    out: str | Path,
    *,
    recipe: ParserRecipe,
    teacher_name: str,
    progress: Callable[[TrainingProgress], None] | None = None,
) -> Path:
    """Train on sentences that carry the teacher's tags, parts of speech and heads."""
    from thinc.api import fix_random_seed

    fix_random_seed(recipe.seed)
    pipeline = new_pipeline()
    optimizer = _optimizer(recipe)
    pipeline.initialize(lambda: examples_for(pipeline, labelled), sgd=optimizer)
    started = saved = reported = time.monotonic()
    losses: dict[str, float] = {}
    for step, batch in zip(
        range(1, recipe.steps + 1), _batches(pipeline, labelled, recipe=recipe), strict=False
    ):
        optimizer.learn_rate = _rate(step, recipe)
        pipeline.update(batch, sgd=optimizer, drop=recipe.dropout, losses=losses)
        now = time.monotonic()
        if progress is not None and (now - reported >= 1.0 or step == recipe.steps):
            progress(TrainingProgress(step, recipe.steps, now - started, dict(losses)))
            losses, reported = {}, now
        if now - saved >= recipe.checkpoint_seconds:
            saved = now
            with pipeline.use_params(optimizer.averages):
                pipeline.to_disk(Path(f"{out}-checkpoint"))
    _describe(pipeline, recipe=recipe, teacher_name=teacher_name, sentences=len(labelled))
    with pipeline.use_params(optimizer.averages):
        return save_pruned(pipeline, out)


def _optimizer(recipe: ParserRecipe) -> Any:
    """Adam that also keeps a running average of the weights; the average is what ships."""
    from thinc.api import Adam

    return Adam(recipe.peak_rate, L2=0.0, grad_clip=1.0, use_averages=True)


def _rate(step: int, recipe: ParserRecipe) -> float:
    warm = max(1, recipe.steps // 50)
    return recipe.peak_rate * min(step / warm, (recipe.steps - step + 1) / (recipe.steps - warm + 1))


def examples_for(pipeline: Language, docs: Sequence[Doc]) -> list[Example]:
    """Training pairs: the bare text in the pipeline's vocabulary, and the parse to learn."""
    return [_example(pipeline, doc) for doc in docs]


def _example(pipeline: Language, doc: Doc) -> Example:
    from spacy.tokens import Doc as NewDoc
    from spacy.training import Example

    words = [token.text for token in doc]
    blank = NewDoc(pipeline.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    for token in blank[1:]:
        token.is_sent_start = False
    return Example(blank, doc)


def _batches(pipeline: Language, docs: Sequence[Doc], *, recipe: ParserRecipe) -> Iterator[list[Example]]:
    """Endless batches of about ``batch_words`` words, sentences in a new order each round."""
    rng = random.Random(recipe.seed)
    order = list(range(len(docs)))
    batch: list[Example] = []
    words = 0
    while True:
        rng.shuffle(order)
        for index in order:
            doc = docs[index]
            if rng.random() < recipe.mistyped_share:
                doc = mistyped(doc, rng=rng) or doc
            batch.append(_example(pipeline, doc))
            words += len(doc)
            if words >= recipe.batch_words:
                yield batch
                batch, words = [], 0


def _describe(pipeline: Language, *, recipe: ParserRecipe, teacher_name: str, sentences: int) -> None:
    pipeline.meta["description"] = "Tagger and dependency parser for referring expressions, distilled"
    pipeline.meta["spacy_version"] = ">=3.8,<4"  # the layers it uses are the same in all of them
    pipeline.meta[META_KEY] = {
        "single_sentence": True,
        "lower_case": True,
        "teacher": teacher_name,
        "sentences": sentences,
        "recipe": asdict(recipe),
    }
