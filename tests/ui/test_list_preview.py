"""The list before the project: looked at while the project is made, decisions held until it is there."""

from __future__ import annotations

import threading

import pytest
from PIL import Image

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.session import project_opening
from tas_desktop.session.project_session import NEW_EXPRESSION
from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS, type_text, wait_painted, wait_ready, wait_saved


@pytest.fixture
def making(monkeypatch):
    """The making of a new project waits until this gate is opened."""
    gate = threading.Event()
    real = project_opening._create

    def create(*arguments, **options):
        assert gate.wait(60)
        return real(*arguments, **options)

    monkeypatch.setattr(project_opening, "_create", create)
    yield gate
    gate.set()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "pictures"
    place.mkdir()
    for number in range(12):
        pixels = block_picture([("red", 20 + number, 20, 50, 40), ("blue", 120, 60, 60, 60)])
        Image.fromarray(pixels).save(place / f"p{number}.png")
    return place


def test_pictures_are_looked_at_and_decided_while_the_project_is_made(qtbot, window, folder, making):
    project, session = window.workspace.project, window.workspace.session
    opened = []
    project.opened.connect(opened.append)
    window.workspace.open_path(folder)
    wait_ready(qtbot, window)
    assert opened == []
    assert project.store is None
    assert project.images.total == 12
    assert window.images.list.isVisible()
    type_text(qtbot, window, "red block")
    wait_painted(qtbot, window, "red block")
    mask = session.ranking.selected.proposal.mask
    session.press_enter()
    assert project.is_saving, "it is not on the disk yet, and says so"
    session.step_image(1)
    there = session.image
    making.set()
    wait_saved(qtbot, window, decided=1)
    assert session.image.image_id == there.image_id, "opening takes nobody away"
    first = project.store.list_images()[0]
    (row,) = project.store.list_expressions(first.image_id)
    decision = project.store.list_decisions(row.expression_id)[-1].decision
    assert (decision.text, decision.masks[0].mask) == ("red block", mask)
    assert first.content_hash is not None, "what was read meanwhile is noted"


def test_an_old_project_is_shown_before_its_folder_is_searched(qtbot, window, folder, monkeypatch):
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    Image.fromarray(block_picture([("green", 20, 20, 50, 40)])).save(folder / "p99.png")
    gate, real = threading.Event(), project_opening.find_images

    def find_images(*arguments, **options):
        assert gate.wait(60)
        return real(*arguments, **options)

    monkeypatch.setattr(project_opening, "find_images", find_images)
    project = window.workspace.project
    with qtbot.waitSignal(project.previewed, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    assert project.images.total == 12
    wait_ready(qtbot, window)
    with qtbot.waitSignal(project.opened, timeout=WAIT_MS):
        gate.set()
    assert project.images.total == 13
    assert window.workspace.session.image.path == "p0.png"


def test_where_no_project_can_be_made_the_list_goes_again(qtbot, window, folder, monkeypatch):
    def refuse(*_arguments, **_options):
        raise TargetNotWritable("The disk is full", next_step="Free some space")

    monkeypatch.setattr(project_opening, "_create", refuse)
    project = window.workspace.project
    with qtbot.waitSignals([project.previewed, project.open_failed], timeout=WAIT_MS):
        window.workspace.open_path(folder)
    assert project.images.total == 0
    assert window.workspace.session.image is None
    assert any("disk is full" in message.text for message in window.notices.messages)
    project.decide(1, Decision(NEW_EXPRESSION, DecisionAction.SKIP, "red block", "ann", ()))
    assert not project.is_saving


def test_names_that_cannot_be_stored_give_no_number_away(tmp_path):
    from tas_desktop.session.list_preview import preview_of_new

    preview = preview_of_new(tmp_path, [tmp_path / "a.png", tmp_path / "b\udcff.png", tmp_path / "c.png"])
    assert [(row.image_id, row.path) for row in preview.images] == [(1, "a.png"), (2, "c.png")]
