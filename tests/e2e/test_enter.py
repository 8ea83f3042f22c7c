"""Enter at every 5 ms: what is decided is what was on the screen, for the text that was in the box.

A witness independent of the program's own bookkeeping records what each paint of the canvas really drew.
Real keys, real timers, real paints; only the networks are replaced, by ones that look at colours.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest
from PIL import Image
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QGraphicsView

from tas_desktop.session.annotation_session import Prompt
from tas_desktop.session.ranking_desk import DEBOUNCE_MS
from tas_desktop.ui.canvas.mask_items import SelectedMaskItem
from tas_desktop.ui.canvas.view import CanvasView
from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS, wait_ready, wait_saved

STEP_MS = 5
AFTER_DEBOUNCE_MS = 220  # ranking, paint, and the 200 ms in which a newcomer asks once more
BLOCKS = {"red": (20, 20, 50, 40), "blue": (150, 30, 60, 60), "green": (30, 100, 70, 40)}


@dataclass
class Moment:
    """What was so when a decision was made: drawn box, text in the box, picture."""

    drawn: tuple[float, float, float, float] | None
    text: str
    image: str


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Boxes of the selected masks that the last paint really drew; in force before any item is made."""
    boxes: list[tuple[float, float, float, float]] = []
    real_paint, real_event = SelectedMaskItem.paint, CanvasView.paintEvent

    def paint(item, painter, option, widget=None):
        if item._mask is not None:
            boxes.append(item._mask.box.getRect())
        real_paint(item, painter, option, widget)

    def paint_event(view, event):
        boxes.clear()
        real_event(view, event)

    monkeypatch.setattr(SelectedMaskItem, "paint", paint)
    monkeypatch.setattr(CanvasView, "paintEvent", paint_event)
    return boxes


class Screen:
    """Says what was on the screen when a decision was made."""

    def __init__(self, window, drawn):
        self.moments: list[Moment] = []
        self._window, self._drawn = window, drawn
        window.canvas.view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        window.workspace.session.accepted.connect(self._on_accepted)

    def _on_accepted(self, _proposal_index):
        session = self._window.workspace.session
        box = self._drawn[-1] if self._drawn else None
        self.moments.append(Moment(box, self._window.box.text().strip(), session.image.path))


@pytest.fixture
def folder(tmp_path):
    """Two pictures with the same three blocks in other places."""
    place = tmp_path / "blocks"
    place.mkdir()
    for name, shift in (("one.png", 0), ("two.png", 9)):
        blocks = [(colour, x + shift, y + shift, w, h) for colour, (x, y, w, h) in BLOCKS.items()]
        Image.fromarray(block_picture(blocks)).save(place / name)
    return place


@pytest.fixture
def screen(opened, drawn):
    return Screen(opened, drawn)


def decisions_by_text(window):
    """Text and box of every standing decision of the project, from the disk."""
    store = window.workspace.project.store
    found = {}
    for image in store.list_images():
        for row in store.list_expressions(image.image_id):
            if row.decision_id is not None:
                decision = store.list_decisions(row.expression_id)[-1].decision
                found[decision.text] = (decision.masks[0].mask.box_xywh, image.path)
    return found


def check_decisions(window, screen):
    """Each decision has the text that was in the box and the mask that was drawn when it was made."""
    stored = decisions_by_text(window)
    assert len(stored) == len(screen.moments)
    for moment in screen.moments:
        box, path = stored[moment.text]
        assert box == moment.drawn, f"{moment.text}: another mask than the one on the screen"
        assert path == moment.image
        colour = next(word for word in moment.text.split() if word in BLOCKS)
        shift = 0 if path == "one.png" else 9
        x, y, w, h = BLOCKS[colour]
        assert box == (x + shift, y + shift, w, h), f"{moment.text}: not what it names"
    return stored


@pytest.mark.slow
def test_enter_at_every_5_ms_after_the_last_letter(qtbot, opened, screen):
    session, box = opened.workspace.session, opened.box
    outcomes = {"accepted": 0, "held": 0, "asked again": 0}
    colours = list(BLOCKS)
    texts = []
    for number, delay in enumerate(range(0, DEBOUNCE_MS + AFTER_DEBOUNCE_MS, STEP_MS)):
        text = f"{colours[number % 3]} block {number}"
        texts.append(text)
        box.setFocus()
        box.clear()
        qtbot.keyClicks(box, text)
        pressed = press_after(qtbot, box, delay)
        qtbot.waitUntil(lambda p=pressed: p != [], timeout=WAIT_MS)
        prompt = session.prompt
        if prompt is Prompt.NEWCOMER:
            outcomes["asked again"] += 1
            qtbot.waitUntil(lambda: session.painted == session.to_paint, timeout=WAIT_MS)
            qtbot.keyClick(box, Qt.Key.Key_Return)
        else:
            outcomes["held" if prompt is Prompt.HOLDING else "accepted"] += 1
        wait_saved(qtbot, opened, decided=number + 1)
    assert set(check_decisions(opened, screen)) == set(texts), "an Enter was lost"
    assert outcomes["held"] >= DEBOUNCE_MS // STEP_MS // 2, outcomes
    assert sum(outcomes.values()) == len(texts)


def press_after(qtbot, box, delay):
    """Enter after so many milliseconds; a list that is filled once it was pressed."""
    pressed: list[float] = []
    clock = QElapsedTimer()
    clock.start()

    def press():
        qtbot.keyClick(box, Qt.Key.Key_Return)
        pressed.append(clock.elapsed())

    timer = QTimer(box)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(press)
    timer.start(delay)
    return pressed


@pytest.mark.slow
def test_typing_on_at_every_5_ms_takes_a_held_enter_back(qtbot, opened, screen):
    """The letters after Enter change what was asked for: nothing may be decided for the shorter text."""
    session, box = opened.workspace.session, opened.box
    colours = list(BLOCKS)
    for number, delay in enumerate(range(0, DEBOUNCE_MS, STEP_MS)):
        first, second = colours[number % 3], colours[(number + 1) % 3]
        before = len(screen.moments)
        box.setFocus()
        box.clear()
        qtbot.keyClicks(box, f"{first} block {number}")
        qtbot.keyClick(box, Qt.Key.Key_Return)
        typed: list[bool] = []

        def type_on(tail=f" no {second} block", typed=typed, before=before):
            typed.append(len(screen.moments) == before)
            if typed[-1]:
                qtbot.keyClicks(box, tail)

        QTimer.singleShot(delay, box, type_on)
        qtbot.waitUntil(lambda typed=typed: typed != [], timeout=WAIT_MS)
        if typed == [True]:
            whole = f"{first} block {number} no {second} block"
            qtbot.waitUntil(
                lambda whole=whole: session.ranking.is_current and session.ranking.text == whole,
                timeout=WAIT_MS,
            )
            qtbot.waitUntil(lambda: session.painted == session.to_paint, timeout=WAIT_MS)
            assert len(screen.moments) == before
            assert session.prompt is not Prompt.HOLDING
    wait_saved(qtbot, opened, decided=len(screen.moments))
    check_decisions(opened, screen)


STAGES = ("read", "propose", "encode", "caption")


class Gates:
    """One gate before each stage of a picture's way to the desk."""

    def __init__(self):
        self.gates = {stage: threading.Event() for stage in STAGES}
        self.reached = {stage: threading.Event() for stage in STAGES}
        self.open_all()

    def open_all(self):
        for gate in self.gates.values():
            gate.set()

    def close_all(self):
        for stage in STAGES:
            self.gates[stage].clear()
            self.reached[stage].clear()

    def guard(self, stage, function):
        """The function, once its stage's gate is open."""

        def guarded(*arguments, **options):
            self.reached[stage].set()
            assert self.gates[stage].wait(60)
            return function(*arguments, **options)

        return guarded


@pytest.fixture
def gated(opened, monkeypatch):
    """Gates in the readers and networks of the open window."""
    gates = Gates()
    parts = opened.workspace.source.loaded._components
    pictures = opened.workspace._pictures
    pictures._read = gates.guard("read", pictures._read)
    for stage, part, name in (
        ("propose", parts.proposer, "propose"),
        ("encode", parts.encoder, "encode_images"),
        ("caption", parts.captioner, "caption"),
    ):
        monkeypatch.setattr(part, name, gates.guard(stage, getattr(part, name)))
    yield gates
    gates.open_all()


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_enter_at_every_5_ms_of_each_stage_of_a_picture(qtbot, no_work_ahead, opened, screen, gated, stage):
    """The picture comes to the desk while Enter is pressed: once for each 5 ms of a stage's first 100 ms."""
    session, box, workspace = opened.workspace.session, opened.box, opened.workspace
    wait_ready(qtbot, opened)
    colours, texts = list(BLOCKS), []
    for number, delay in enumerate(range(0, 100, STEP_MS)):
        workspace._pictures.forget_all()
        workspace.analyses.forget_all()
        gated.close_all()
        there = next(
            row.image_id for row in workspace.project.store.list_images() if row.path != session.image.path
        )
        session.go_to_image(there)
        qtbot.waitUntil(lambda: session.expressions.rows is not None, timeout=WAIT_MS)
        for earlier in STAGES[: STAGES.index(stage)]:
            qtbot.waitUntil(gated.reached[earlier].is_set, timeout=WAIT_MS)
            gated.gates[earlier].set()
        qtbot.waitUntil(gated.reached[stage].is_set, timeout=WAIT_MS)
        text = f"{colours[number % 3]} block {stage} {number}"
        texts.append(text)
        box.setFocus()
        box.clear()
        qtbot.keyClicks(box, text)
        pressed = press_after(qtbot, box, delay)
        qtbot.waitUntil(lambda p=pressed: p != [], timeout=WAIT_MS)
        gated.open_all()
        accept_in_the_end(qtbot, opened, screen, number + 1)
    assert set(check_decisions(opened, screen)) == set(texts), "an Enter was lost"


def accept_in_the_end(qtbot, window, screen, count):
    """A held Enter is applied by itself; one that was asked again is pressed again."""
    session = window.workspace.session

    def is_accepted():
        if session.prompt is Prompt.NEWCOMER and session.painted == session.to_paint:
            qtbot.keyClick(window.box, Qt.Key.Key_Return)
        return len(screen.moments) == count

    qtbot.waitUntil(is_accepted, timeout=WAIT_MS)
    wait_saved(qtbot, window, decided=count)
    wait_ready(qtbot, window)
