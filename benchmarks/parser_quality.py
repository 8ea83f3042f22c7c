"""Measure the starter parser against a teacher and against heads labelled by hand.

    python benchmarks/parser_quality.py --shared ../shared/data

Prints agreement on every held-out sentence, head accuracy of our rules and of the bare trees, the
median time of a parse, and the size on disk.
"""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path

from tas_desktop.config.resources import resource_path
from tas_desktop.language.pipeline import SpacyPipeline
from tas_desktop.starter.parser.corpus import read_sentences
from tas_desktop.starter.parser.measure import (
    compare,
    head_accuracy,
    root_head,
    rule_head,
    seconds_each,
    size_of,
)
from tas_desktop.starter.parser.teacher import register_legacy_tok2vec

LABELS = Path(__file__).parent.parent / "tests" / "language" / "data" / "head_labels.json"


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--shared", type=Path, required=True, help="folder with expressions/ and a teacher"
    )
    arguments.add_argument("--parser", type=Path, default=resource_path("starter", "parser"))
    options = arguments.parse_args()
    register_legacy_tok2vec()
    teacher = SpacyPipeline(options.shared / "en_core_web_sm" / "model", single_sentence=True)
    parse_as_teacher = partial(teacher.parse, lower=True)
    parse = SpacyPipeline(options.parser).parse
    sentences = read_sentences(options.shared / "expressions")
    seen = {sentence.text for sentence in sentences if not sentence.held_out}
    held_out = [sentence.text for sentence in sentences if sentence.held_out]
    print("held out:", compare(parse, parse_as_teacher, held_out))
    print(
        "of them not seen word for word:",
        compare(parse, parse_as_teacher, [t for t in held_out if t not in seen]),
    )
    texts = {(s.source, s.uid): s.text for s in sentences}
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["labels"]
    labelled = [(texts[label["file"], label["uid"]], label["head_word"]) for label in labels]
    named = [pair for pair in labelled if pair[1] is not None]
    for name, pairs in (("all", labelled), ("those that name a thing", named)):
        print(f"head right, {name} ({len(pairs)}):")
        print(f"  starter parser and our rules  {head_accuracy(parse, pairs, head=rule_head):.3f}")
        print(f"  starter parser, bare tree     {head_accuracy(parse, pairs, head=root_head):.3f}")
        print(f"  teacher, bare tree            {head_accuracy(parse_as_teacher, pairs, head=root_head):.3f}")
        print(f"  teacher and our rules         {head_accuracy(parse_as_teacher, pairs, head=rule_head):.3f}")
    milliseconds = 1000 * seconds_each(parse, held_out[:500])
    print(f"parse: {milliseconds:.2f} ms, size: {size_of(options.parser) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
