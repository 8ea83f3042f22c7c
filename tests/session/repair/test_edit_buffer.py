"""The mask under repair: whatever is done to it, undo and redo walk through the same masks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.patch import Patch
from tas_desktop.engine.painting import brush_line
from tas_desktop.session.repair.edit_buffer import EditBuffer

HEIGHT, WIDTH = 9, 11
full = arrays.arrays(bool, (HEIGHT, WIDTH))


@st.composite
def patches(draw):
    x, y = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    shape = draw(st.integers(1, HEIGHT - y)), draw(st.integers(1, WIDTH - x))
    return Patch(x, y, draw(arrays.arrays(bool, shape)))


actions = st.one_of(
    st.tuples(st.just("paint"), st.lists(st.tuples(patches(), st.booleans()), min_size=1, max_size=3)),
    st.tuples(st.just("replace"), full),
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
        assert np.array_equal(buffer.array_hw, past[-1].to_array())
        assert (len(buffer.done), len(buffer.undone)) == (len(past) - 1, len(future))


def do(buffer, action, content):
    before = buffer.to_mask()
    if action == "replace":
        made = buffer.replace(Mask.from_array(content), how="point")
        assert np.array_equal(buffer.array_hw, content)
    elif action == "holes":
        made = buffer.fill_holes(how="holes")
    else:
        expected = before.to_array().copy()
        buffer.open_step("brush")
        for patch, add in content:
            buffer.paint(patch, add=add)
            x, y, w, h = patch.box_xywh
            expected[y : y + h, x : x + w][patch.inside_hw] = add
        made = buffer.close_step()
        assert np.array_equal(buffer.array_hw, expected)
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


def test_a_stroke_on_a_large_picture_remembers_little():
    buffer = EditBuffer(Mask.from_array(np.zeros((4000, 6000))))
    buffer.open_step("brush")
    for step in range(50):
        line = brush_line((step * 9, 20), (step * 9 + 9, 20), diameter=40, height=4000, width=6000)
        buffer.paint(line, add=True)
    buffer.close_step()
    kept = sum(change.before.nbytes + change.after.nbytes for change in buffer.done[0].changes)
    assert kept < 100_000
    assert buffer.to_mask().area > 15_000
