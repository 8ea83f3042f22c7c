"""Inside the victim: what it is busy with when it is killed. The real window, and the real commands."""

from __future__ import annotations

import itertools
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from killing.batches import run_batch_command
from killing.spinning import spin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from killing.witness import Witness
    from tas_desktop.ui.main_window import MainWindow

PATIENCE_S = 60.0
COLOURS = ("red", "blue", "green", "yellow", "purple", "orange")


def accept(project: Path, home: Path, witness: Witness) -> None:
    """Type, wait for the mask, press Enter, and so on through the pictures."""
    window = open_window(project, home, witness)
    for number in itertools.count():
        accept_one(window, witness, text=unique_text(number))
        if number == 0:
            witness.arm()
        if number % 4 == 3:
            step_image(window)


def edit(project: Path, home: Path, witness: Witness) -> None:
    """Accept, take back, do again, mend a mask with the brush, take an expression off the list."""
    window = open_window(project, home, witness)
    session = window.workspace.session
    for number in itertools.count():
        accept_one(window, witness, text=unique_text(number))
        if number == 0:
            witness.arm()
        for name in ("undo", "redo", "undo", "redo"):
            write(window, witness, name, window.actions_by_name[name].trigger)
        repair_one(window, witness, text=f"green block {os.getpid()}.{number} mended")
        row = session.expressions.rows[0]
        session.go_to_expression(row.expression_id)
        write(window, witness, "remove", window.actions_by_name["remove-expression"].trigger)
        if number % 3 == 2:
            step_image(window)


def export(project: Path, home: Path, witness: Witness) -> None:
    """``tas-desktop export``, over the file of the last time."""
    del home
    from tas_desktop.cli import main

    target = project / "out" / "instances.json"
    witness.watch_files(target.parent)
    for masks in itertools.cycle(("polygons", "rle")):
        witness.arm()
        witness.tell("op", name=f"export {masks}")
        main(["export", str(project), str(target), "--masks", masks])
        witness.tell("exported")


def batch(project: Path, home: Path, witness: Witness) -> None:
    """``tas-desktop batch`` on what is left, then over all of it again."""
    del home
    witness.watch_files(project)
    witness.arm()
    for options in itertools.chain([()], itertools.repeat(("--again",))):
        witness.tell("op", name=" ".join(("batch", *options)))
        run_batch_command(project, *options)
        witness.tell("batched")


SCENARIOS: dict[str, Callable[[Path, Path, Witness], None]] = {
    "accept": accept,
    "edit": edit,
    "export": export,
    "batch": batch,
}


def open_window(project: Path, home: Path, witness: Witness) -> MainWindow:
    """The real window on the project, over networks that only look at colours."""
    from tas_desktop.app import build_window, make_application, profile_surroundings
    from tas_desktop.config.paths import find_paths
    from tests.support.colour_pipeline import colour_pipeline

    paths = find_paths(home)
    surroundings = replace(profile_surroundings(paths), load_pipeline=lambda _token: colour_pipeline())
    window = build_window(make_application(), paths, surroundings=surroundings)
    window.show()
    window.workspace.project.annotator = "kill test"
    window.workspace.open_path(project)
    spin(lambda: window.workspace.project.store is not None, seconds=PATIENCE_S)
    wait_ready(window)
    store = window.workspace.project.store
    witness.tell("opened", seq=store.last_event_seq() if store is not None else -1)
    return window


def wait_ready(window: MainWindow) -> None:
    """Wait until the picture is analysed."""
    desk = window.workspace.desk
    spin(lambda: desk.phase.name == "READY" and len(desk.outlines) > 0, seconds=PATIENCE_S)


def unique_text(number: int) -> str:
    """An expression that no other victim types."""
    return f"{COLOURS[number % 6]} block {os.getpid()}.{number}"


def step_image(window: MainWindow) -> None:
    """The next picture, and from the last one back to the first."""
    session = window.workspace.session
    if not session.step_image(1):
        session.go_to_image(1)
    wait_ready(window)


def show_one(window: MainWindow, text: str) -> None:
    """Type a text and wait until its mask is on the screen."""
    from PySide6.QtTest import QTest

    session = window.workspace.session
    session.go_to_expression(None)
    window.box.setFocus()
    QTest.keyClicks(window.box, text)
    spin(
        lambda: (
            session.painted is not None
            and session.painted == session.to_paint
            and session.painted.text == text
        ),
        seconds=PATIENCE_S,
    )


def accept_one(window: MainWindow, witness: Witness, *, text: str) -> None:
    """Type a text, wait until its mask is on the screen, press Enter (twice where it is asked for)."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    show_one(window, text)
    session = window.workspace.session
    selected = session.ranking.selected
    counts = "" if selected is None else selected.proposal.mask.counts

    def press() -> None:
        QTest.keyClick(window.box, Qt.Key.Key_Return)
        if session.prompt.name == "NEWCOMER":
            QTest.keyClick(window.box, Qt.Key.Key_Return)

    write(window, witness, "accept", press, text=text, counts=counts)


def repair_one(window: MainWindow, witness: Witness, *, text: str) -> None:
    """Type a text, open its mask for repair, paint a stroke, press Enter."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtTest import QTest

    show_one(window, text)
    session, view = window.workspace.session, window.canvas.view
    selected = session.ranking.selected
    if selected is None:
        return
    QTest.keyClick(window.box, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_B)
    x, y, w, h = selected.proposal.mask.box_xywh
    here, there = (view.mapFromScene(QPointF(x + place, y + h / 2)) for place in (w - 2, w + 12))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view.viewport(), there)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    buffer = session.repair.buffer
    counts = "" if buffer is None else buffer.to_mask().counts
    write(window, witness, "mend", lambda: QTest.keyClick(view, Qt.Key.Key_Return), text=text, counts=counts)


def write(window: MainWindow, witness: Witness, name: str, act: Callable[[], object], **facts: Any) -> None:
    """Say what comes, do it, wait until the program says that it is saved, and report what the log has."""
    project = window.workspace.project
    store = project.store
    if store is None:
        raise RuntimeError("no project is open")
    before = store.last_event_seq()
    witness.tell("op", name=name, **facts)
    act()
    spin(lambda: not project.is_saving and store.last_event_seq() > before, seconds=PATIENCE_S)
    events = [[e.seq, e.kind.value, e.expression_id, e.value] for e in store.events_since(before)]
    witness.tell("committed", events=events)
