"""Ten thousand damaged files for the importers: does one crash, hang or leave half an import behind?

    python tools/fuzz.py [--cases 10000] [--first 0] [--only refcoco,coco] [--coverage] [--json FILE]

Sound exports of our own writers are damaged, four of five by one value (a JSON path, a value of a pickle, a
CSV cell, a parquet row), the others by their bytes, names and links, and imported into an empty project in a
process with limited memory, where an import ends by force after ten seconds. Printed: faults with the number
of the case, which gives the same damage again (``--first N --cases 1``), outcomes by format and, with
``--coverage``, branch coverage of the importers. Exit code 1 where there is a fault.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

BATCH = 500
MEMORY = 4 * 2**30
SEED = 1
# All that runs between a file of somebody's and the project, and what takes it back.
IMPORTERS = ("formats/**", "projects/importing/**", "storage/importing/**")
_TOP = (
    *("ascii_checking", "check_by_reading", "coco_masks", "expression_list", "fitting", "format"),
    *(
        "json_writing",
        "losses",
        "outlines",
        "overlay",
        "pixel_conversion",
        "placed",
        "polygon",
        "ranking_json",
        "registry",
    ),
    "texts_by_object",
)
# What only exports, checks, evaluates, paints or opens pictures.
OTHERS = (
    *("**/writing.py", "**/*_writing.py", "**/checking.py", "**/*_checking.py", "**/layout.py"),
    *(f"formats/{name}.py" for name in _TOP),
    *("formats/image_*.py", "formats/images/**", "formats/hugging_face/shards.py", "formats/mdetr/spans.py"),
    *("formats/label_studio/controls.py", "formats/reasonseg/drawing.py"),
    *(f"formats/refer/{name}.py" for name in ("labelled", "page", "pickling", "records")),
    *("projects/importing/apart.py", "projects/importing/targets.py"),
)


def main() -> int:
    """Fuzz and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", default="", help="formats, separated by commas")
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        work(arguments)
        return 0
    with tempfile.TemporaryDirectory(prefix="tas-fuzz-") as home:
        summary = oversee(arguments, Path(home))
        if arguments.coverage:
            summary["coverage"] = report_coverage(Path(home))
    if arguments.json:
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return 1 if summary["faults"] else 0


def oversee(arguments: argparse.Namespace, home: Path) -> dict[str, Any]:
    """Let children do the cases; one that dies is replaced, and its case is a crash."""
    tally: Counter[tuple[str, str]] = Counter()
    structured, slowest = 0, 0.0
    faults: list[dict[str, Any]] = []
    number, last = arguments.first, arguments.first + arguments.cases
    while number < last:
        count = min(BATCH, last - number)
        command = [sys.executable, __file__, "--worker", str(home), "--first", str(number)]
        command += ["--cases", str(count), "--only", arguments.only]
        command += ["--coverage"] if arguments.coverage else []
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=BATCH * 20)
        verdicts = [json.loads(line) for line in done.stdout.splitlines()]
        if done.returncode:
            told = f"the process ended with {done.returncode}"
            place = number + len(verdicts)
            verdicts.append(
                {"number": place, "format_name": "?", "done": "?", "outcome": "crashed", "told": told}
            )
        for verdict in verdicts:
            tally[verdict["format_name"], verdict["outcome"]] += 1
            structured += verdict.get("structured", False)
            slowest = max(slowest, verdict.get("seconds", 0.0))
            if verdict["outcome"] not in ("imported", "refused"):
                faults.append(verdict)
                print(" ".join(str(verdict[name]) for name in ("number", "format_name", "done", "outcome")))
                print(verdict["told"], flush=True)
        number += len(verdicts)
        print(f"{number - arguments.first} of {arguments.cases} cases, {len(faults)} faults", flush=True)
    return summarise(tally, structured=structured, slowest=slowest, faults=faults)


def summarise(
    tally: Counter[tuple[str, str]], *, structured: int, slowest: float, faults: list[dict[str, Any]]
) -> dict[str, Any]:
    """Print the outcomes by format."""
    total = tally.total()
    for name in sorted({name for name, _ in tally}):
        outcomes = {outcome: count for (found, outcome), count in sorted(tally.items()) if found == name}
        print(f"{name:<16} {outcomes}")
    by_outcome = Counter(fault["outcome"] for fault in faults)
    print(
        f"{total} files, {structured} of them with one value changed: {by_outcome['crashed']} crashes, "
        f"{by_outcome['hung']} hangs over 10 s, {by_outcome['partial']} partial imports, "
        f"{by_outcome['unsound']} unsound projects; the slowest took {slowest:.1f} s"
    )
    outcomes = {f"{name} {outcome}": count for (name, outcome), count in sorted(tally.items())}
    return {
        "cases": total,
        "structured": structured,
        "outcomes": outcomes,
        "slowest_s": slowest,
        "faults": faults,
    }


def work(arguments: argparse.Namespace) -> None:
    """Do some cases and print a line for each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    measured = start_coverage(arguments.worker) if arguments.coverage else None
    from fuzzing.cases import run_case
    from fuzzing.seeds import write_seeds
    from tas_desktop.storage.project import ProjectStore

    names = frozenset(filter(None, arguments.only.split(",")))
    with tempfile.TemporaryDirectory(dir=arguments.worker) as folder:
        seeds = write_seeds(Path(folder) / "seeds", rng=random.Random(SEED), names=names)
        with ProjectStore.create(Path(folder) / "template", name="fuzz") as store:
            template = store.file
        for number in range(arguments.first, arguments.first + arguments.cases):
            verdict = run_case(number, seeds, template, Path(folder))
            print(json.dumps(asdict(verdict)), flush=True)
    if measured is not None:
        measured.stop()
        measured.save()


def start_coverage(home: Path) -> Any:
    """Measure branches from here on."""
    import coverage

    measured = coverage.Coverage(
        config_file=False,
        data_file=str(home / "coverage"),
        data_suffix=True,
        branch=True,
        include=_patterns(),
        omit=_omitted(),
    )
    measured.start()
    return measured


def report_coverage(home: Path) -> float:
    """Print the coverage of the importers; percent of the branches."""
    import coverage

    measured = coverage.Coverage(
        config_file=False, data_file=str(home / "coverage"), branch=True, include=_patterns(), omit=_omitted()
    )
    measured.combine([str(home)])
    both = float(measured.report(show_missing=True, skip_covered=True))
    told = home / "coverage.json"
    measured.json_report(outfile=str(told))
    totals = json.loads(told.read_text(encoding="utf-8"))["totals"]
    branches = float(100 * totals["covered_branches"] / totals["num_branches"])
    print(f"Importers: {branches:.1f} % of the branches, {both:.1f} % of statements and branches")
    return branches


def _patterns() -> list[str]:
    return [str(ROOT / "tas_desktop" / room / "*.py") for room in IMPORTERS]


def _omitted() -> list[str]:
    return [str(ROOT / "tas_desktop" / name) for name in OTHERS]


if __name__ == "__main__":
    sys.exit(main())
