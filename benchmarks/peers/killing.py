"""SIGKILL shortly after a decision is sent to the disk: our window's part of the peers' kill row.

The peers keep a JSON file per picture, which the shared driver reads back itself. Our decisions go into a
project file, so this program opens it after each kill and looks for every decision that the window had
called saved. Same program, same moments (a seed), same counts as the driver's ``crash``.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOMENTS = (("crash_small", 0.030), ("crash_large", 0.8))
SEED = 3
SAVES_BEFORE = (2, 8)
PATIENCE_S = 60.0


def kill_ours(driver: Path, *, data: Path, out: Path, kills: int) -> None:
    """Kill our window again and again; append one line of counts for each size of the picture's masks."""
    rng = random.Random(SEED)
    with virtual_display() as display:
        for size, window_s in MOMENTS:
            tally: Counter[str] = Counter({"unreadable": 0, "lost": 0, "stray_files": 0})
            for _ in range(kills):
                _kill_once(
                    driver.with_name("probe.py"),
                    data / size,
                    display=display,
                    moment=(rng.randint(*SAVES_BEFORE), rng.uniform(0, window_s)),
                    tally=tally,
                )
            line = {"tool": "tas-desktop", "scenario": "crash", "mode": "gui", "size": size, **tally}
            print(json.dumps(line), flush=True)
            with out.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(line) + "\n")


@contextmanager
def virtual_display() -> Iterator[str]:
    """An X server of its own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as stream:
            yield f":{stream.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _kill_once(
    probe: Path, pictures: Path, *, display: str, moment: tuple[int, float], tally: Counter[str]
) -> None:
    """Kill it so many seconds after it has begun so many saves."""
    work = Path(tempfile.mkdtemp(prefix="peerkill"))
    home = Path(tempfile.mkdtemp(prefix="peerhome"))
    for file in pictures.iterdir():
        if file.suffix in {".jpg", ".json"}:
            shutil.copy(file, work)
    before = {file.name for file in work.iterdir()}
    victim = subprocess.Popen(
        [sys.executable, probe, "tas-desktop", "crash_loop", work],
        env=os.environ | _surroundings(display, home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert victim.stdout is not None
    wanted, wait_s = moment
    said, end = b"", time.monotonic() + PATIENCE_S
    while said.count(b"SAVE ") < wanted and time.monotonic() < end and victim.poll() is None:
        said += os.read(victim.stdout.fileno(), 4096)
    time.sleep(wait_s)
    os.killpg(victim.pid, signal.SIGKILL)
    said += victim.stdout.read()
    victim.wait()
    begun, done = said.count(b"SAVE "), said.count(b"DONE ")
    if not begun:
        raise SystemExit("The window saved nothing within a minute; is Xvfb there?")
    tally["runs"] += 1
    tally["killed_inside_save"] += begun > done
    _look(work, done=done, tally=tally)
    left = {file.name for file in work.iterdir()} - before
    tally["stray_files"] += any(not name.partition(".tas")[1] for name in left)
    shutil.rmtree(work)
    shutil.rmtree(home)


def _surroundings(display: str, home: Path) -> dict[str, str]:
    return {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_RUNTIME_DIR": str(home),
        "RESULT": os.devnull,
        "MODE": "gui",
        "T0": str(time.monotonic()),
        "TAS_SCENARIO": "crash_loop",
        "TAS_FRESH": "1",
    }


def _look(folder: Path, *, done: int, tally: Counter[str]) -> None:
    """Open the project as a person would after the crash, and look for what was called saved."""
    from tas_desktop.domain.errors import KnownError
    from tas_desktop.storage.project import ProjectStore

    try:
        with ProjectStore.open(folder) as store:
            kept = {text for _, text in store.list_texts()}
    except KnownError:
        tally["unreadable"] += 1
        return
    tally["lost"] += any(f"v{number}" not in kept for number in range(1, done + 1))
