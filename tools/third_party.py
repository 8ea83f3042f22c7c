"""Write THIRD_PARTY.md: every library the program needs, with its licence.

    python tools/third_party.py           # writes THIRD_PARTY.md; fails where a licence does not fit
    python tools/third_party.py --check   # fails too where the file is out of date

Exit code 1, and nothing written, where a licence is GPL, AGPL, LGPL of anything but Qt, or unknown.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tas_desktop.config.licences import Verdict, list_libraries  # noqa: E402 - from the checkout beside us

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.config.licences import Library

TARGET = ROOT / "THIRD_PARTY.md"
HEAD = """# Third parties

TAS Desktop is under the Apache License 2.0. It contains no code of others; it needs these libraries, which
pip installs beside it. `make third-party` makes this page from the libraries' own metadata and fails where a
licence is GPL, AGPL or unknown. All but Qt's are permissive or, as certifi's and tqdm's MPL 2.0, bind only
changes to their own files.

**Qt and PySide6** are used under the **LGPL 3.0**: they are installed unchanged from the package index,
loaded at run time, and can be exchanged for another build (`pip install PySide6==…`). Their source is at
<https://code.qt.io>.

**Inside the wheels of others**, beside their own licences: opencv-python brings FFmpeg (LGPL 2.1) and, on
Linux, Qt 5 (LGPL 3.0); numpy and scipy bring OpenBLAS (BSD) and GCC's run-time libraries (GPL 3.0 with the
run-time library exception); torch's CUDA builds install NVIDIA's libraries under NVIDIA's own terms, its CPU
build does not.

**The starter pack's weights** in `resources/starter` were trained by us on scenes drawn by us and are under
the Apache License 2.0 too; `resources/starter/README.md` says how.

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    libraries = list_libraries(project["dependencies"])
    misfits = find_misfits(libraries)
    for misfit in misfits:
        print(misfit, file=sys.stderr)
    if misfits:
        return 1
    page = render(libraries)
    if not check:
        TARGET.write_text(page, encoding="utf-8")
    elif not TARGET.is_file() or direct_part(TARGET.read_text(encoding="utf-8")) != direct_part(page):
        print("THIRD_PARTY.md is out of date: run make third-party", file=sys.stderr)
        return 1
    return 0


def find_misfits(libraries: Sequence[Library]) -> list[str]:
    """What must not be a dependency, in words."""
    fits = (Verdict.PERMISSIVE, Verdict.QT_LIBRARY)
    return [
        f"{library.name} {library.version}: {library.licence or 'no licence that can be understood'}"
        for library in libraries
        if library.verdict not in fits
    ]


def render(libraries: Sequence[Library]) -> str:
    """The page; without versions, which differ from one installation to the next."""
    direct = [library for library in libraries if library.is_direct]
    others = [library for library in libraries if not library.is_direct]
    return (
        f"{HEAD}## Named in pyproject.toml\n\n{_table(direct)}\n"
        f"## Needed by those\n\nOn Linux with Python 3.11; elsewhere there may be a few more or fewer.\n\n"
        f"{_table(others)}"
    )


def direct_part(page: str) -> str:
    """What is the same on every system: all before the libraries' own libraries."""
    return page.partition("## Needed by those")[0]


def _table(libraries: Sequence[Library]) -> str:
    rows = [f"| {_link(library)} | {_used_as(library)} |" for library in libraries]
    return "\n".join(["| library | licence |", "|---|---|", *rows, ""])


def _link(library: Library) -> str:
    return f"[{library.name}]({library.home})" if library.home.startswith("http") else library.name


def _used_as(library: Library) -> str:
    if library.verdict is Verdict.QT_LIBRARY:
        return f"LGPL-3.0-only (of {library.licence})"
    return library.licence


if __name__ == "__main__":
    sys.exit(main())
