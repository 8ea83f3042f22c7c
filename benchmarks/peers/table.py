"""``docs/peers.md`` from what ``run.py`` has written.

    python benchmarks/peers/table.py FILE.jsonl > docs/peers.md

Each figure is the median of the runs, with the smallest and the largest; the row's winner is bold.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOOLS = {"tas-desktop": "TAS Desktop", "labelme": "labelme", "xanylabeling": "X-AnyLabeling"}
Row = tuple[str, str, Callable[[dict[str, Any]], Any], Callable[[dict[str, Any]], bool]]


def main() -> int:
    """Print the page."""
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    mark_projects(lines)
    calibrations = [line for line in lines if line["scenario"] == "calibration"]
    notes = ", ".join(f"{line['ms']:.0f} ms at load {line['load']}" for line in calibrations)
    print(HEAD.format(notes))
    print("| measure | " + " | ".join(TOOLS.values()) + " |")
    print("|---" * (len(TOOLS) + 1) + "|")
    for row in ROWS:
        cells = figures_of(row, lines)
        if cells is not None:
            print(f"| {row[0]} | " + " | ".join(cells) + " |")
    print(KILL_HEAD)
    print("| masks of the picture | " + " | ".join(TOOLS.values()) + " |")
    print("|---" * (len(TOOLS) + 1) + "|")
    for size, what in (("crash_small", "20 polygons"), ("crash_large", "200 polygons x 500 points")):
        print(f"| {what} | " + " | ".join(kills_of(lines, tool=tool, size=size) for tool in TOOLS) + " |")
    print(BAD_HEAD)
    print("| input | " + " | ".join(TOOLS.values()) + " |")
    print("|---" * (len(TOOLS) + 1) + "|")
    for name in sorted({line["tag"] for line in lines if line["scenario"] == "bad"}):
        cells = [walk_of(lines, tool=tool, name=name) for tool in TOOLS]
        print(f"| {name.replace('_', ' ')} | " + " | ".join(cells) + " |")
    return 0


def mark_projects(lines: list[dict[str, Any]]) -> None:
    """Tell our runs on folders without a project from those on folders that have one."""
    pending: list[dict[str, Any]] = []
    for line in lines:
        if line["scenario"] == "folder" and line["tool"] == "tas-desktop":
            pending.append(line)
        elif line["scenario"] == "note":
            for one in pending:
                one["project"] = line["project"]
            pending.clear()


def figures_of(row: Row, lines: list[dict[str, Any]]) -> list[str] | None:
    """A row's cells, the best one bold; None where nothing was measured."""
    _, unit, read, wanted = row
    found: list[tuple[float, str]] = []
    for tool in TOOLS:
        values = []
        for line in lines:
            if line.get("tool") == tool and wanted(line):
                try:
                    values.append(float(read(line)))
                except (KeyError, TypeError):
                    continue
        if not values:
            found.append((float("inf"), "–"))
            continue
        middle, low, high = statistics.median(values), min(values), max(values)
        spread = f" ({low:.3g}-{high:.3g})" if len(values) > 1 else ""
        found.append((middle, f"{middle:.3g}{spread} {unit}"))
    best = min(found)[0]
    if best == float("inf"):
        return None
    return [f"**{text}**" if value == best else text for value, text in found]


def walk_of(lines: list[dict[str, Any]], *, tool: str, name: str) -> str:
    """Where two presses of Next lead from the picture before a bad one, and what dialogs came up."""
    for line in lines:
        if line["scenario"] == "bad" and line.get("tool") == tool and line["tag"] == name:
            states = line.get("states", [])
            way = " → ".join(f"{Path(file).stem}{'' if size else ' (no picture)'}" for file, size in states)
            dialogs = len({dialog["text"] for dialog in line.get("dialogs", [])})
            crashed = "" if line["rc"] == 0 else f"; ended with {line['rc']}"
            return f"{way}{f'; {dialogs} modal dialogs' if dialogs else ''}{crashed}"
    return "–"


def kills_of(lines: list[dict[str, Any]], *, tool: str, size: str) -> str:
    """What a tool's kills left behind."""
    for line in lines:
        if line["scenario"] == "crash" and line["tool"] == tool and line["size"] == size:
            lost = line.get("lost", 0) + line.get("missing", 0)
            return (
                f"{line['runs']} kills ({line['killed_inside_save']} inside a save): "
                f"{line['unreadable']} unreadable, {lost} lost, {line['stray_files']} left files behind"
            )
    return "–"


def of_folder(count: int, project: str) -> Callable[[dict[str, Any]], bool]:
    """Lines about a folder of so many pictures; for our window with or without a project there."""

    def wanted(line: dict[str, Any]) -> bool:
        right = line["scenario"] == "folder" and line["arg"] == f"folder_{count}"
        return right and line.get("project", project) == project

    return wanted


def of(scenario: str, **facts: Any) -> Callable[[dict[str, Any]], bool]:
    """Lines of one scenario with these facts."""
    return lambda line: line["scenario"] == scenario and all(line.get(k) == v for k, v in facts.items())


ROWS: list[Row] = [
    (
        "cold start to the exposed window, page cache warm",
        "s",
        lambda x: x["t_exposed_s"],
        of("cold", tag="warm_cache"),
    ),
    ("processor time until then", "s", lambda x: x["cpu_exposed_s"], of("cold", tag="warm_cache")),
    ("cold start, page cache dropped", "s", lambda x: x["t_exposed_s"], of("cold", tag="dropped_cache")),
    ("first run, empty home", "s", lambda x: x["t_exposed_s"], of("cold", tag="first_run_empty_home")),
    ("resident memory 3 s later", "MB", lambda x: x["rss_after_3s"], of("cold", tag="warm_cache")),
]
for _count in (1_000, 10_000, 100_000):
    for _project in ("new", "known"):
        _name = f"open {_count:,} pictures ({_project} project): "
        _wanted = of_folder(_count, _project)
        ROWS += [
            (f"{_name}first picture", "s", lambda x: x["first_image_painted_s"], _wanted),
            (f"{_name}list usable", "s", lambda x: x["usable_s"], _wanted),
            (f"{_name}longest time without an answer", "ms", lambda x: x["max_gap_ms"], _wanted),
            (
                f"{_name}next picture in that folder",
                "ms",
                lambda x: x["next_in_folder"]["median_ms"],
                _wanted,
            ),
            (f"{_name}resident memory", "MB", lambda x: x["rss_open"], _wanted),
        ]
for _folder, _what in (("next", "640x480"), ("next12", "12 MP")):
    for _dwell in (0, 300):
        _facts = of("step", arg=_folder, dwell_ms=_dwell)
        _pause = f", {_dwell} ms pause" if _dwell else ", no pause"
        ROWS += [
            (f"next picture, {_what}, 20 polygons{_pause}", "ms", lambda x: x["next"]["median_ms"], _facts),
            ("the same, 95th percentile", "ms", lambda x: x["next"]["p95_ms"], _facts),
        ]
_big = of("big")
ROWS += [
    ("24 MP, 200 polygons: open to paint", "s", lambda x: x["open_to_paint_s"], _big),
    (
        "zoom in from fit, to the first paint",
        "ms",
        lambda x: x["zoom_in_from_fit"]["to_first_paint"]["median_ms"],
        _big,
    ),
    (
        "pan when zoomed in, to the first paint",
        "ms",
        lambda x: x["pan_zoomed"]["to_first_paint"]["median_ms"],
        _big,
    ),
    (
        "zoom out to fit, to the first paint",
        "ms",
        lambda x: x["zoom_out_to_fit"]["to_first_paint"]["median_ms"],
        _big,
    ),
    ("full repaint at fit", "ms", lambda x: x["repaint_at_fit"]["median_ms"], _big),
    ("resident memory then (24 MP)", "MB", lambda x: x["rss_open"], _big),
]
for _tag, _what in (
    ("crash_small", "20 polygons"),
    ("crash_large", "200 polygons x 500 points"),
    ("folder_10000", "20 polygons, 10,000 pictures open"),
):
    _saved = of("save", tag=_tag)
    ROWS += [
        (f"save after an edit, {_what}: the call", "ms", lambda x: x["autosave_call"]["median_ms"], _saved),
        (
            f"save after an edit, {_what}: on the disk",
            "ms",
            lambda x: x["autosave_done"]["median_ms"],
            _saved,
        ),
        ("longest time without an answer then", "ms", lambda x: x["max_gap_ms"], _saved),
    ]

HEAD = """# Beside labelme and X-AnyLabeling

One run of `benchmarks/peers/run.py` for all three tools on one machine (the shared peers' benchmark under
Xvfb, window 1600 x 1000, software painting), printed by `benchmarks/peers/table.py`. Median
(smallest-largest); the best of a row is bold. Quote ratios, not seconds: calibration (fixed numpy workload,
about 87 ms where nothing else runs) {0}.

Our window ran as it is, models loading beside it, for starting and opening folders. For stepping, painting
and saving its masks come from the same JSON polygons that the other tools load. "Save" is one decision with
its mask, committed with fsync; labelme writes without fsync.
"""
KILL_HEAD = """
## Kill

SIGKILL at a random moment after a save has begun. Lost: something that the tool had called saved.
"""
BAD_HEAD = """
## Bad input

A folder of a good picture, the bad one and another good one; Next is pressed twice.
"""

if __name__ == "__main__":
    sys.exit(main())
