"""SIGKILL at hundreds of moments: is everything that was committed still there?

    python tools/kill_test.py [--kills 200] [--seed 1] [--only accept,export] [--json FILE]

Real processes: the real window offscreen for accepting and editing, the real commands for exporting and for
the batch. A third of the victims end themselves by SIGKILL at a chosen statement or file operation, so
that moments inside a transaction are surely hit; the others are killed from outside at random moments.
After each kill the project is opened, checked and compared with everything any victim reported as
committed. Printed: what each kill hit. Exit code 1 when anything was lost, unreadable or half-written.
The networks are replaced by ones that only look at colours, which changes nothing of what is written.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

SHARES = {"accept": 0.35, "edit": 0.25, "export": 0.2, "batch": 0.2}


def main() -> int:
    """Kill, check and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(SHARES), help="scenarios, separated by commas")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    if not hasattr(os, "fork"):
        print("This system has no SIGKILL")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    names = arguments.only.split(",")
    with tempfile.TemporaryDirectory(prefix="tas-kill-") as home:
        os.environ["TAS_DESKTOP_DATA_DIR"] = str(Path(home) / "data")
        summary = run(Path(home), kills=arguments.kills, names=names, rng=random.Random(arguments.seed))
    if arguments.json:
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return 0 if not summary["faults"] else 1


def run(home: Path, *, kills: int, names: list[str], rng: random.Random) -> dict[str, object]:
    """All kills; returns the summary."""
    from killing.batches import BatchCheck
    from killing.ledger import ExportCheck, Ledger
    from killing.projects import make_annotated, make_small, make_undecided
    from killing.victims import kill_one

    preload()
    small = make_small(home / "small")
    annotated, annotations = make_annotated(home / "annotated")
    batched = make_undecided(home / "batched")
    projects = {"accept": small, "edit": small, "export": annotated, "batch": batched}
    ledgers = {file: Ledger.begin(file, reports_all=file != batched) for file in (small, annotated, batched)}
    export = ExportCheck(annotated.parent / "out" / "instances.json", annotations=annotations)
    batch = BatchCheck(batched)
    total = sum(SHARES[name] for name in names)
    tally: Counter[str] = Counter()
    faults: list[str] = []
    for name in names:
        for number in range(max(1, round(kills * SHARES[name] / total))):
            file = projects[name]
            death = kill_one(name, file.parent, home / "data", chosen=number % 3 == 0, rng=rng)
            found = [death.error] if death.error else []
            found += ledgers[file].settle(death)
            found += export.settle() if name == "export" else batch.settle() if name == "batch" else []
            tally.update([name, *(["in transaction"] if death.in_transaction else [])])
            place = sum(tally[other] for other in names)
            how = "at a step  " if death.chosen else "at a moment"
            verdict = "; ".join(found)[:400] or "ok"
            print(f"{place:4d} {name:<7} {how} {death.hit:<52} {verdict}", flush=True)
            faults += [f"{name} {number}: {fault}" for fault in found]
    if "batch" in names:
        faults += batch.finish()
    strays = [path.name for path in (annotated.parent / "out").glob(".*.part")]
    count = {name: tally[name] for name in names}
    print(f"{sum(count.values())} kills: {count}, {tally['in transaction']} of them between BEGIN and COMMIT")
    print(
        f"{sum('lost' in f for f in faults)} committed decisions lost, "
        f"{sum('unreadable' in f or 'damaged' in f for f in faults)} unreadable projects, "
        f"{sum('half-written' in f for f in faults)} half-written exports, {len(faults)} faults in all; "
        f"{len(strays)} temporary files left beside exports"
    )
    return {"kills": count, "in_transaction": tally["in transaction"], "faults": faults}


def preload() -> None:
    """Import once what every victim needs; they are forked from here, before any thread exists."""
    for module in (
        *("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtTest", "cv2", "rich.progress"),
        *("tas_desktop.app", "tas_desktop.cli", "tas_desktop.storage.project", "tas_desktop.batch.runner"),
        *("tas_desktop.ui.main_window", "tas_desktop.formats.coco.writing", "tests.support.colour_pipeline"),
    ):
        importlib.import_module(module)


if __name__ == "__main__":
    sys.exit(main())
