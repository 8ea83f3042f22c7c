"""Render every screen of the real window, with the shipped weights and samples, to PNG files.

    python tools/screenshots.py docs/pictures
    python tools/screenshots.py docs/pictures --only window settings --languages en

Each picture is what a person would see: the window is driven by the same keys, waits for the same signals,
and nothing is drawn for the occasion. English lies in the folder itself, other languages below it; names end
in the theme; those that end in ``-200`` are drawn at 200 % by a run of their own, which the command starts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pictures.screens import Screen
    from tas_desktop.ui.main_window import MainWindow

LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
ACCEPTED = 9  # expressions of the sample project, so that the statistics have something to show
SCALE = "QT_SCALE_FACTOR"
SCREEN = {"screens": [{"name": "desk", "x": 0, "y": 0, "width": 2560, "height": 1600, "dpi": 96}]}
"""The desk's screen; without a word the offscreen platform has one of 800 by 800."""


def main() -> int:
    """Draw the screens into the folder named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", help="names of screens; all where omitted")
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    from pictures.making_up import ANNOTATOR, PLACE, neutral_home

    if PLACE.exists():
        parser.error(f"{PLACE} is there: another run is under way, or one was killed; then remove it")
    with neutral_home() as home:
        os.environ["LOGNAME"] = ANNOTATOR
        screen = home / "screen.json"
        screen.write_text(json.dumps(SCREEN), encoding="utf-8")
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
        os.environ["TAS_DESKTOP_DATA_DIR"] = str(home)
        Album(
            arguments.out, only=arguments.only, languages=arguments.languages, scaled=arguments.scaled
        ).draw()
    if not arguments.scaled and arguments.only is None:
        draw_scaled(arguments.out)
    return 0


def draw_scaled(out: Path) -> None:
    """Some screens at 200 %: the scale is read once, when a program starts."""
    from pictures.screens import LARGE_TEXT

    command = [sys.executable, __file__, str(out), "--scaled", "--languages", "en", "--only", *LARGE_TEXT]
    subprocess.run(command, check=True, env={**os.environ, SCALE: "2"})


class Album:
    """Starts the program once and takes every picture.

    Args:
        out: folder of the pictures.
        only: names of screens; all where None.
        languages: codes of languages.
        scaled: the pictures are drawn larger, and named so.
    """

    def __init__(
        self, out: Path, *, only: Sequence[str] | None, languages: Sequence[str], scaled: bool
    ) -> None:
        from pictures.making_up import Clock
        from tas_desktop.app import build_window, make_application, profile_surroundings
        from tas_desktop.config.paths import find_paths

        self._out, self._only, self._languages, self._scaled = out, only, languages, scaled
        self._clock, paths = Clock(), find_paths()
        surroundings = replace(profile_surroundings(paths), clock=self._clock)
        self._window: MainWindow = build_window(make_application(), paths, surroundings=surroundings)

    def draw(self) -> None:
        """All screens, in the order in which a person comes to them."""
        from pictures.driving import wait_for
        from pictures.screens import BEFORE, DECIDED, USUAL, WORKING, begin
        from pictures.situations import BARE, MORE_DECIDED, MORE_WORKING, ONCE, begin_bare

        window, working, decided = self._window, {**WORKING, **MORE_WORKING}, {**DECIDED, **MORE_DECIDED}
        window.resize(USUAL)
        window.show()
        wait_for(lambda: window.workspace.source.loaded is not None)
        self._draw_screens(BEFORE)
        begin(window)
        once = [language for language in self._languages if language == LANGUAGES[0]]
        self._draw_screens(working)
        self._draw_screens(ONCE, languages=once)
        if self._wanted(decided):
            self._decide()
            self._draw_screens(decided)
        if once and self._wanted(BARE):
            begin_bare(window)
            self._draw_screens(BARE, languages=once)
        window.close()
        window.workspace.close()

    def _decide(self) -> None:
        """Accept some expressions as an annotator does, after a batch over all pictures."""
        from PySide6.QtCore import Qt

        from pictures.driving import press, settle, wait_for, wait_undecided

        window = self._window
        window.actions_by_name["propose-all"].trigger()
        batch = window.workspace.batch
        wait_for(lambda: batch.is_running)
        wait_for(lambda: not batch.is_running)
        for count in range(1, ACCEPTED + 1):
            wait_undecided(window)
            settle()  # what has just come first would ask once more
            self._clock.pass_time()
            press(window, Qt.Key.Key_Return)
            wait_for(partial(self._has_decided, count))

    def _has_decided(self, count: int) -> bool:
        project = self._window.workspace.project
        return not project.is_saving and project.counts.decided >= count

    def _draw_screens(self, screens: Mapping[str, Screen], *, languages: Sequence[str] | None = None) -> None:
        from pictures.driving import save, settle

        wanted = self._wanted(screens)
        for language in (self._languages if languages is None else languages) if wanted else ():
            self._window.workspace.preferences.keep("general", "language", language)
            for theme in THEMES:
                self._window.workspace.preferences.keep("general", "theme", theme)
                self._window.box.setFocus()
                for name in wanted:
                    with screens[name](self._window) as widget:
                        settle()
                        save(widget, self._file(name, theme=theme, language=language))

    def _wanted(self, screens: Mapping[str, Screen]) -> list[str]:
        return [name for name in screens if self._only is None or name in self._only]

    def _file(self, name: str, *, theme: str, language: str) -> Path:
        folder = self._out if language == "en" else self._out / language
        return folder / f"{name}-{theme}{'-200' if self._scaled else ''}.png"


if __name__ == "__main__":
    sys.exit(main())
