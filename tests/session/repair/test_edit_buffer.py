"""The mask under repair: whatever is done to it, undo and redo walk through the same masks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.domain import tiles
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.patch import Patch
from tas_desktop.domain.tiles import is_full
from tas_desktop.engine.painting import brush_line
from tas_desktop.session.repair import edit_buffer
from tas_desktop.session.repair.edit_buffer import EditBuffer

HEIGHT, WIDTH, TILE = 17, 19, 8
full = arrays.arrays(bool, (HEIGHT, WIDTH))


@pytest.fixture(autouse=True, scope="module")
def small_tiles():
    """Several tiles in a picture of a few pixels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tiles, "SIDE", TILE)
        patch.setattr(edit_buffer, "SIDE", TILE)
        yield


@st.composite
def patches(draw):
    x, y = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    shape = draw(st.integers(1, HEIGHT - y)), draw(st.integers(1, WIDTH - x))
    return Patch(x, y, draw(arrays.arrays(bool, shape)))


actions = st.one_of(
    st.tuples(st.just("paint"), st.lists(st.tuples(patches(), st.booleans()), min_size=1, max_size=3)),
    st.tuples(st.just("mask"), st.lists(st.tuples(full, st.booleans()), min_size=1, max_size=2)),
    st.tuples(st.just("holes"), st.none()),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
)


@given(full, st.lists(actions, max_size=12))
def test_undo_and_redo_walk_through_the_same_masks(start, done):
    buffer = EditBuffer(Mask.from_array(start))
    past, future = [Mask.from_array(start)], []
    for action, content in done:
        if action == "undo":
            assert (buffer.undo() is not None) == (len(past) > 1)
            if len(past) > 1:
                future.append(past.pop())
        elif action == "redo":
            assert (buffer.redo() is not None) == bool(future)
            if future:
                past.append(future.pop())
        elif do(buffer, action, content):
            past.append(buffer.to_mask())
            future.clear()
        assert buffer.to_mask() == past[-1]
        assert np.array_equal(shown(buffer), past[-1].to_array())
        assert (len(buffer.done), len(buffer.undone)) == (len(past) - 1, len(future))


def shown(buffer):
    """What the canvas reads."""
    return buffer.part(rows=range(HEIGHT), columns=range(WIDTH))


def do(buffer, action, content):
    expected = buffer.to_mask().to_array().copy()
    if action == "holes":
        return buffer.fill_holes(how="holes")
    buffer.open_step(action)
    for covered, add in content:
        if action == "mask":
            buffer.paint_mask(Mask.from_array(covered), add=add)
            expected[covered] = add
        else:
            buffer.paint(covered, add=add)
            x, y, w, h = covered.box_xywh
            expected[y : y + h, x : x + w][covered.inside_hw] = add
    assert np.array_equal(shown(buffer), expected)  # also while the step is open
    made = buffer.close_step()
    assert np.array_equal(shown(buffer), expected)
    return made


def test_every_change_has_a_revision_of_its_own_and_no_change_has_none():
    buffer = EditBuffer(Mask.from_array(np.zeros((HEIGHT, WIDTH))))
    dot = brush_line((3, 3), (3, 3), diameter=2, height=HEIGHT, width=WIDTH)
    seen = [buffer.revision]
    for add in (True, True, False):
        buffer.open_step("brush")
        buffer.paint(dot, add=add)
        buffer.close_step()
        seen.append(buffer.revision)
    assert [after - before for before, after in pairwise(seen)] == [1, 0, 1]
    assert [step.how for step in buffer.done] == ["brush", "brush"]


def test_painting_takes_an_open_step():
    buffer = EditBuffer(Mask.from_array(np.zeros((HEIGHT, WIDTH))))
    with pytest.raises(RuntimeError):
        buffer.paint(Patch(0, 0, np.ones((1, 1), bool)), add=True)
    with pytest.raises(RuntimeError):
        buffer.paint_mask(Mask.from_array(np.ones((HEIGHT, WIDTH))), add=True)


def test_steps_on_a_large_picture_remember_little(monkeypatch):
    for module in (tiles, edit_buffer):
        monkeypatch.setattr(module, "SIDE", 256)
    height, width = 4000, 6000
    buffer = EditBuffer(Mask.from_array(np.zeros((height, width))))
    buffer.open_step("brush")
    for step in range(50):
        line = brush_line((step * 9, 20), (step * 9 + 9, 20), diameter=40, height=height, width=width)
        buffer.paint(line, add=True)
    buffer.close_step()
    assert buffer.to_mask().area > 15_000
    large = Mask.from_window(np.ones((2500, 3500), bool), x=700, y=900, height=height, width=width)
    buffer.open_step("union")
    buffer.paint_mask(large, add=True)
    buffer.close_step()
    stroke, union = (sum(written(tile) for tile in step.after.values()) for step in buffer.done)
    assert stroke <= 2 * 256**2
    assert union <= 50 * 256**2  # the outline's tiles, of 8,750,000 pixels


def written(tile):
    """Bytes that a tile takes."""
    return 0 if tile is None or is_full(tile) else tile.nbytes
