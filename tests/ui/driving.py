"""Driving the window as a person does, and waiting for what the screen shows."""

from __future__ import annotations

WAIT_MS = 15000


def wait_ready(qtbot, window):
    """Wait until the current picture is analysed and its outlines are traced."""
    desk = window.workspace.desk
    qtbot.waitUntil(lambda: desk.phase.name == "READY" and len(desk.outlines) > 0, timeout=WAIT_MS)


def wait_painted(qtbot, window, text):
    """Wait until the first candidate for a text is on the screen."""
    session = window.workspace.session

    def is_painted():
        painted = session.painted
        return painted is not None and painted == session.to_paint and painted.text == text

    qtbot.waitUntil(is_painted, timeout=WAIT_MS)


def type_text(qtbot, window, text):
    """Type into the emptied box."""
    window.box.setFocus()
    window.box.clear()
    qtbot.keyClicks(window.box, text)


def type_and_wait(qtbot, window, text):
    """Type into the box and wait for the candidate."""
    type_text(qtbot, window, text)
    wait_painted(qtbot, window, text)


def wait_saved(qtbot, window, *, decided):
    """Wait until so many expressions are decided on disk."""
    project = window.workspace.project
    qtbot.waitUntil(lambda: project.counts.decided == decided and not project.is_saving, timeout=WAIT_MS)


def decisions(window, expression_id=None):
    """Standing decisions of the current image, or all decisions on one expression, from the disk."""
    project = window.workspace.project
    store = project.store
    if expression_id is not None:
        return [row.decision for row in store.list_decisions(expression_id)]
    image = window.workspace.session.image
    rows = store.list_expressions(image.image_id)
    return [
        store.list_decisions(row.expression_id)[-1].decision for row in rows if row.decision_id is not None
    ]
