"""labelme, X-AnyLabeling and our window, measured in one run by the shared peers' benchmark.

    python benchmarks/peers/run.py --data DIR --out FILE.jsonl [--labelme PYTHON] [--xanylabeling PYTHON]
        [--only cold,folder,step,big,save,bad,crash] [--repeat 5] [--kills 25]
        [--shared ../shared/tools/peers]

PYTHON are interpreters of environments with the peers installed (see peer-baselines.md, section 5). The
shared programs are copied into a temporary folder, our adapter beside them; a calibration line before and
one after say how busy the machine was. ``table.py`` turns FILE.jsonl into ``docs/peers.md``.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
SHARED = ROOT.parent / "shared" / "tools" / "peers"
SCENARIOS = "cold,folder,step,big,save,bad,crash"


def main() -> int:
    """Run every scenario for every tool."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="made here by make_data.py where missing")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--labelme", help="interpreter of labelme's environment")
    parser.add_argument("--xanylabeling", help="interpreter of X-AnyLabeling's environment")
    parser.add_argument("--only", default=SCENARIOS)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--kills", type=int, default=25, help="for each tool and size of the masks")
    parser.add_argument("--sizes", default="1000,10000,100000", help="pictures of the folders")
    parser.add_argument("--shared", type=Path, default=SHARED)
    arguments = parser.parse_args()
    if not (arguments.data / "bad").is_dir():
        subprocess.run(
            [sys.executable, arguments.shared / "make_data.py", arguments.data, "--sizes", arguments.sizes],
            check=True,
        )
    tools = {
        "tas-desktop": sys.executable,
        "labelme": arguments.labelme,
        "xanylabeling": arguments.xanylabeling,
    }
    installed = {name: python for name, python in tools.items() if python}
    # pip compiled the peers when it installed them; PYTHONDONTWRITEBYTECODE may keep a checkout from it.
    compileall.compile_dir(ROOT / "tas_desktop", quiet=1)
    note_calibration(arguments.out)
    with tempfile.TemporaryDirectory() as scratch:
        driver = gather(Path(scratch), arguments.shared)
        for scenario in arguments.only.split(","):
            for name, python in installed.items():
                drive(driver, name, python, scenario, arguments)
    note_calibration(arguments.out)
    return 0


def gather(scratch: Path, shared: Path) -> Path:
    """The shared programs with our adapter beside them; returns the driver."""
    for name in ("drive.py", "probe.py"):
        shutil.copy(shared / name, scratch)
    shutil.copy(shared / "adapters.py", scratch / "shared_adapters.py")
    shutil.copy(HERE / "adapter.py", scratch / "adapters.py")
    shutil.copy(HERE / "polygons.py", scratch)
    return scratch / "drive.py"


def drive(driver: Path, name: str, python: str, scenario: str, arguments: argparse.Namespace) -> None:
    """One tool through one scenario; ours through ``folder`` twice, without and with a project there."""
    ours = name == "tas-desktop"
    if ours and scenario == "crash":
        sys.path[:0] = [str(HERE), str(ROOT)]
        from killing import kill_ours

        kill_ours(driver, data=arguments.data, out=arguments.out, kills=arguments.kills)
        return
    rounds = ("1", "") if ours and scenario == "folder" else ("1",)
    for fresh in rounds:
        environment = dict(os.environ, TAS_SCENARIO=scenario, TAS_FRESH=fresh)
        if ours:
            environment["PYTHONPATH"] = str(ROOT)
        subprocess.run(
            [
                *(sys.executable, driver, "--tool", f"{name}={python}", "--data", arguments.data),
                *("--out", arguments.out, "--only", scenario, "--repeat", str(arguments.repeat)),
                *("--kills", str(arguments.kills), "--modes", "gui"),
            ],
            env=environment,
            check=True,
        )
        if ours and scenario == "folder":
            with arguments.out.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"scenario": "note", "project": "new" if fresh else "known"}) + "\n")


def note_calibration(out: Path) -> None:
    """A line about the machine, for the record and for people."""
    from calibration import calibration_ms

    line = {"scenario": "calibration", "ms": round(calibration_ms(), 1), "load": round(os.getloadavg()[0], 2)}
    print(json.dumps(line), flush=True)
    with out.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    sys.exit(main())
