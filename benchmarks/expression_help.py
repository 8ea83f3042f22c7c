"""How often the hints speak on people's sentences, and what the suggestions are worth on drawn scenes.

    python benchmarks/expression_help.py lint          # share of people's sentences with each hint
    python benchmarks/expression_help.py lint --words  # and the words that spelling flags
    python benchmarks/expression_help.py gaps          # what reading the word list does to the main thread
    python benchmarks/expression_help.py suggest --scenes scenes/ --count 40

Hints on sentences whose referent is known tell how often a hint would be wrong: "wrong side" should almost
never come where a person looked at the thing. For suggestions each true mask that a proposal covers (IoU 0.7
and up) is described; printed are the share of things with a text, how often the caption alone finds its mask,
the margins, rankings tried and seconds for one mask.
"""

from __future__ import annotations

import argparse
import ast
import csv
import random
import statistics
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.agreement import find_wrong_sides
from tas_desktop.language.lint.spelling import find_misspellings
from tas_desktop.language.lint.wording import find_position_words, find_repeats, is_only_pronoun

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking

TABLES = Path(__file__).parents[2] / "shared" / "data" / "expressions"
COVERED = 0.7
BEAT_S = 0.004
SEED = 7


def measure_lint(*, count: int, words: bool) -> None:
    """Print the share of sentences with each hint."""
    from tas_desktop.backends.loading import load_parser
    from tas_desktop.config.profiles import load_profile

    parser = load_parser(load_profile("starter").parser)
    flagged: Counter[str] = Counter()
    for table in ("refcoco_unc_val", "refcoco+_unc_val", "refcocog_umd_val"):
        with (TABLES / f"{table}.csv").open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        boxes: dict[str, dict[str, list[float]]] = defaultdict(dict)
        for row in rows:
            boxes[row["img_id"]][row["ref_id"]] = ast.literal_eval(row["bbox"])
        some = random.Random(SEED).sample(rows, min(count, len(rows)))
        said: Counter[str] = Counter()
        for row in some:
            understood = parser.understand(row["sent"])
            spelled = find_misspellings(row["sent"])
            flagged.update(finding.subject.lower() for finding in spelled)
            said["spelling"] += bool(spelled)
            said["repeated word"] += bool(find_repeats(row["sent"]))
            said["only a pronoun"] += is_only_pronoun(understood)
            said["position word"] += bool(find_position_words(understood))
            own, others = centres(boxes[row["img_id"]], row["ref_id"])
            said["wrong side"] += bool(find_wrong_sides(understood, centre_xy=own, others_xy=others))
        shares = ", ".join(f"{name} {number / len(some):.2%}" for name, number in said.items())
        print(f"{table}, {len(some)} sentences: {shares}")
    if words:
        print(*(f"{number:4d} {word}" for word, number in flagged.most_common()), sep="\n")


def centres(
    boxes: dict[str, list[float]], ref_id: str
) -> tuple[tuple[float, float], list[tuple[float, float]]]:
    """Centre of one referent and of the image's others, in [0, 1] of the extent of all of them.

    The tables do not say how large the picture is; the extent of its referents stands in for it.
    """
    width = max(x + w for x, _, w, _ in boxes.values())
    height = max(y + h for _, y, _, h in boxes.values())
    middle = {ref: ((x + w / 2) / width, (y + h / 2) / height) for ref, (x, y, w, h) in boxes.items()}
    return middle[ref_id], [centre for ref, centre in middle.items() if ref != ref_id]


def measure_suggestions(scenes: Path, *, count: int) -> None:
    """Print what suggestions find on the test split of drawn scenes."""
    from tas_desktop.backends.loading import load_components
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.engine.methods import method_named
    from tas_desktop.engine.pipeline import analyse, rank
    from tas_desktop.engine.suggesting import suggest_expressions
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.formats.refer.labelled import read_refer

    components, method = load_components(load_profile("starter")), method_named("tas")
    dataset = read_refer(scenes)
    wanted = list(dict.fromkeys(ref.image_id for ref in dataset.refs))[:count]
    things, described, by_caption, margins, seconds, tried = 0, 0, 0, [], [], []
    for image_id in wanted:
        image = dataset.images[image_id]
        analysis = analyse(read_image(image.path), components, method.analysis)

        def ranked(text: str) -> Ranking:
            tried[-1] += 1
            return rank(
                analysis,  # noqa: B023 - called before the next image
                text,
                method.ranking,
                encoder=components.encoder,
                parser=components.parser,
                synonyms=components.synonyms,
            )

        for mask in (dataset.mask(ann_id) for ann_id in image.ann_ids):
            overlaps = pairwise_iou([mask], [p.mask for p in analysis.proposals])[0]
            if overlaps.max(initial=0.0) < COVERED:
                continue
            things += 1
            tried.append(0)
            start = time.perf_counter()
            found = suggest_expressions(analysis, int(overlaps.argmax()), rank=ranked)
            seconds.append(time.perf_counter() - start)
            if found:
                described += 1
                by_caption += found[0].margin_before > 0.0
                margins.append((max(found[0].margin_before, 0.0), found[0].margin))
    print(f"{things} things on {len(wanted)} scenes: {described / things:.1%} have a text that finds them")
    print(f"by the caption alone: {by_caption / things:.1%}")
    before, after = (statistics.mean(column) for column in zip(*margins, strict=True))
    print(f"mean margin of the best text {after:.3f}; of the caption without its words {before:.3f}")
    print(f"rankings tried for one mask: {statistics.mean(tried):.1f}")
    print(f"seconds for one mask: median {statistics.median(seconds):.3f}, longest {max(seconds):.3f}")


def measure_gaps() -> None:
    """Print how long the main thread was kept from running while another one read the word list."""
    reader = threading.Thread(target=find_misspellings, args=("the strpied mug",))
    gaps: list[float] = []
    reader.start()
    start = last = time.perf_counter()
    while reader.is_alive():
        time.sleep(BEAT_S)
        now = time.perf_counter()
        gaps.append(now - last - BEAT_S)
        last = now
    print(f"longest gap {1000 * max(gaps):.0f} ms in {last - start:.2f} s of reading")


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("lint", "suggest", "gaps"))
    parser.add_argument("--count", type=int, default=3000, help="sentences of each table, or scenes")
    parser.add_argument("--words", action="store_true", help="list what spelling flags")
    parser.add_argument("--scenes", type=Path, help="folder of `tas-desktop starter scenes`")
    arguments = parser.parse_args()
    if arguments.what == "lint":
        measure_lint(count=arguments.count, words=arguments.words)
    elif arguments.what == "gaps":
        measure_gaps()
    elif arguments.scenes is None:
        parser.error("suggest needs --scenes")
    else:
        measure_suggestions(arguments.scenes, count=arguments.count)


if __name__ == "__main__":
    main()
