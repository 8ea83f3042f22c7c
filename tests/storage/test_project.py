"""What a project keeps: images, expressions, decisions, referents."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.errors import ExpressionRefused, InputRefused
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, ExpressionSource, ExpressionStatus, ImageMatch, ImageStatus
from tests.storage.storage_values import FULL_DECISION, accept, box_mask, stored_images


def reopened(store):
    return ProjectStore.open(store.file)


def test_images_are_kept_by_relative_path_once(store, tmp_path):
    added = store.add_images(
        [store.folder / "a.jpg", tmp_path / "elsewhere" / "c.jpg", store.folder / "x" / ".." / "d.jpg"],
        annotator="ann",
    )
    assert (added.added, added.known, added.refused) == (2, 1, ())
    assert [row.path for row in store.list_images()] == ["a.jpg", "sub/b.png", "../elsewhere/c.jpg", "d.jpg"]
    assert store.image_path("../elsewhere/c.jpg") == tmp_path / "elsewhere" / "c.jpg"
    assert [row.image_id for row in store.list_images(offset=1, limit=2)] == [2, 3]


def test_a_name_that_is_no_utf8_is_refused_and_the_others_stay(store):
    odd = store.folder / os.fsdecode(b"caf\xe9.jpg")
    added = store.add_images([odd, store.folder / "caf\u00e9.jpg"], annotator="ann")
    assert added.added == 1
    assert added.refused[0][0] == "caf\\udce9.jpg"


def test_identity_of_an_image_is_kept_and_a_replaced_file_is_noticed(store):
    facts = {"width": 100, "height": 60}
    assert store.note_image(1, content_hash="aa", orientation=6, **facts) is ImageMatch.FIRST_SEEN
    assert store.note_image(1, content_hash="aa", **facts) is ImageMatch.SAME
    assert store.note_image(1, content_hash="bb", width=5, height=5) is ImageMatch.REPLACED
    with reopened(store) as again:
        row = again.list_images()[0]
    assert (row.content_hash, row.width, row.height, row.orientation) == ("aa", 100, 60, 6)


def test_expressions_keep_their_order_and_source(store):
    first = store.add_expression(1, text="the mug", annotator="ann")
    bulk = store.add_expressions([(2, "the cup"), (1, "it"), (1, "左の猫")], annotator="ann")
    rows = store.list_expressions(1)
    assert [(row.expression_id, row.text, row.position) for row in rows] == [
        (first, "the mug", 0),
        (bulk[1], "it", 1),
        (bulk[2], "左の猫", 2),
    ]
    assert [row.source for row in rows] == [
        ExpressionSource.PERSON,
        ExpressionSource.IMPORT,
        ExpressionSource.IMPORT,
    ]
    assert all(row.status is ExpressionStatus.UNDECIDED for row in rows)


def test_the_list_can_be_put_into_another_order_and_back(store):
    first, second, third = store.add_expressions([(1, "a"), (1, "b"), (1, "c")], annotator="ann")
    seq = store.order_expressions(1, [third, first], annotator="ann")
    later = store.add_expression(1, text="d", annotator="ann")

    def listed():
        return [row.expression_id for row in store.list_expressions(1)]

    assert listed() == [third, first, second, later]
    other = store.order_expressions(1, [later, second, first, third], annotator="bob")
    assert listed() == [later, second, first, third]
    store.undo(seq, annotator="ann")  # an earlier order: the newest that stands stays
    assert listed() == [later, second, first, third]
    store.undo(other, annotator="bob")
    assert listed() == [first, second, third, later]
    store.redo(seq, annotator="ann")
    assert listed() == [third, first, second, later]
    with pytest.raises(ValueError, match="not expressions of image 2"):
        store.order_expressions(2, [first], annotator="ann")


@pytest.mark.parametrize("text", ["", " \t\n", "x" * 2001, "\ud83d"])
def test_texts_that_are_no_expression_are_refused_and_nothing_is_written(store, text):
    with pytest.raises(ExpressionRefused) as caught:
        store.add_expressions([(1, "fine"), (1, text)], annotator="ann")
    assert caught.value.next_step
    assert store.list_expressions(1) == []
    expression = store.add_expression(1, text="x" * 2000, annotator="ann")
    with pytest.raises(ExpressionRefused):
        store.record_decision(accept(expression, box_mask(0), text=text))
    with pytest.raises(ExpressionRefused):
        store.edit_expression(expression, text=text, annotator="ann")


def test_a_decision_comes_back_as_it_was_made(store):
    expression = store.add_expression(1, text="the car", annotator="ann")
    made = replace(FULL_DECISION, expression_id=expression)
    recorded = store.record_decision(made)
    with reopened(store) as again:
        (row,) = again.list_decisions(expression)
    assert row.decision == made
    assert row.referent_ids == recorded.referent_ids == (1, 2)
    assert row.event_seq == recorded.event_seq
    assert row.created_at.tzinfo is not None
    (listed,) = store.list_expressions(1)
    assert (listed.text, listed.status) == (made.text, ExpressionStatus.ACCEPTED)
    assert listed.referent_ids == (1, 2)


@pytest.mark.parametrize(
    ("action", "status", "image_status"),
    [
        (DecisionAction.NO_TARGET, ExpressionStatus.NO_TARGET, ImageStatus.DONE),
        (DecisionAction.SKIP, ExpressionStatus.SKIPPED, ImageStatus.DONE),
        (DecisionAction.FLAG, ExpressionStatus.FLAGGED, ImageStatus.FLAGGED),
    ],
)
def test_decisions_without_a_mask(store, action, status, image_status):
    expression = store.add_expression(1, text="the mug", annotator="ann")
    store.record_decision(Decision(expression, action, "the mug", "ann", note="why"))
    assert store.list_expressions(1)[0].status is status
    assert store.list_images()[0].status is image_status
    assert store.list_referents(1) == []
    assert not any(image.objects for image in stored_images(store))


def test_masks_and_actions_have_to_agree():
    with pytest.raises(ValueError, match="accept has 0 masks"):
        Decision(1, DecisionAction.ACCEPT, "x", "ann")
    with pytest.raises(ValueError, match="skip has 1 masks"):
        Decision(1, DecisionAction.SKIP, "x", "ann", (ChosenMask(box_mask(0)),))


def test_an_empty_mask_is_refused(store):
    expression = store.add_expression(1, text="the mug", annotator="ann")
    with pytest.raises(InputRefused, match="mask is empty"):
        store.record_decision(accept(expression, box_mask(0, width=0)))
    assert store.list_decisions(expression) == []


def test_the_status_dot_follows(store):
    assert store.list_images()[0].status is ImageStatus.UNTOUCHED
    store.mark_proposed([1])
    assert store.list_images()[0].status is ImageStatus.PROPOSED
    told = store.last_event_seq()
    store.mark_proposed([1])
    assert store.last_event_seq() == told  # others are told once
    first, second = store.add_expressions([(1, "a mug"), (1, "a cup")], annotator="ann")
    store.record_decision(accept(first, box_mask(0), text="a mug"))
    assert store.list_images()[0].status is ImageStatus.PARTLY_DONE
    store.record_decision(accept(second, box_mask(60), text="a cup"))
    assert store.list_images()[0].status is ImageStatus.DONE
    assert store.counts() == (2, 1, 2, 2, 2, 2)


def test_nearly_the_same_mask_joins_the_referent(store):
    first, second, third = store.add_expressions([(1, "a"), (1, "b"), (1, "c")], annotator="ann")
    store.record_decision(accept(first, box_mask(10), text="a"))
    joined = store.record_decision(accept(second, box_mask(11), text="b", category="bowl"))  # IoU .905
    apart = store.record_decision(accept(third, box_mask(13), text="c"))  # IoU .82
    assert joined.joined == joined.referent_ids == (1,)
    assert (apart.joined, apart.referent_ids) == ((), (2,))
    referent, _ = store.list_referents(1)
    assert referent.expression_ids == (first, second)
    assert referent.category == "cup"
    assert referent.mask == box_mask(11)


def test_a_referent_is_per_image(store):
    first, second = store.add_expressions([(1, "a"), (2, "b")], annotator="ann")
    store.record_decision(accept(first, box_mask(10), text="a"))
    assert store.record_decision(accept(second, box_mask(10), text="b")).joined == ()
    assert [image.image_id for image in stored_images(store)] == [1, 2]


def test_a_repaired_mask_is_not_lost_to_a_later_proposal(store):
    first, second = store.add_expressions([(1, "a"), (1, "b")], annotator="ann")
    repaired = box_mask(10, holes=5)
    store.record_decision(accept(first, repaired, text="a", masks=(ChosenMask(repaired, edited=True),)))
    store.record_decision(accept(second, box_mask(10), text="b"))
    assert store.list_referents(1)[0].mask == repaired


def test_deciding_again_replaces_and_keeps_the_history(store):
    expression = store.add_expression(1, text="a", annotator="ann")
    store.record_decision(accept(expression, box_mask(10), text="a"))
    again = store.record_decision(accept(expression, box_mask(11), text="a"))
    assert (again.referent_ids, again.joined) == ((1,), ())
    moved = store.record_decision(accept(expression, box_mask(70), text="a"))
    assert moved.referent_ids == (2,)
    assert [row.referent_id for row in store.list_referents(1)] == [2]
    assert len(store.list_decisions(expression)) == 3


def test_two_masks_of_one_decision_are_two_referents(store):
    expression = store.add_expression(1, text="both", annotator="ann")
    both = (ChosenMask(box_mask(10)), ChosenMask(box_mask(11)))
    assert store.record_decision(accept(expression, box_mask(0), text="both", masks=both)).referent_ids == (
        1,
        2,
    )


def test_editing_the_text_makes_the_expression_undecided_until_it_is_that_text_again(store):
    expression = store.add_expression(1, text="a mug", annotator="ann")
    store.record_decision(accept(expression, box_mask(10), text="a mug"))
    edited = store.edit_expression(expression, text="a cup", annotator="ann")
    (row,) = store.list_expressions(1)
    assert (row.text, row.status) == ("a cup", ExpressionStatus.UNDECIDED)
    assert store.list_referents(1) == []
    store.undo(edited, annotator="ann")
    (row,) = store.list_expressions(1)
    assert (row.text, row.status) == ("a mug", ExpressionStatus.ACCEPTED)


def test_a_removed_expression_takes_its_referent_along_and_undo_brings_both_back(store):
    expression = store.add_expression(1, text="a", annotator="ann")
    store.record_decision(accept(expression, box_mask(10), text="a"))
    removed = store.remove_expression(expression, annotator="ann")
    assert store.list_expressions(1) == []
    assert stored_images(store) == []
    assert store.list_images()[0].expression_count == 0
    store.undo(removed, annotator="ann")
    assert store.list_referents(1)[0].expression_ids == (expression,)


def test_the_category_can_be_changed_and_undone(store):
    expression = store.add_expression(1, text="a", annotator="ann")
    store.record_decision(accept(expression, box_mask(10), text="a"))
    first = store.set_category(1, category="vase", annotator="ann")
    second = store.set_category(1, category="bowl", annotator="ann")
    store.undo(first, annotator="ann")
    assert store.list_referents(1)[0].category == "bowl"
    store.undo(second, annotator="ann")
    assert store.list_referents(1)[0].category == "cup"


def test_annotations_carry_the_accepted_texts_in_list_order(store):
    first, second = store.add_expressions([(1, "a"), (1, "b")], annotator="ann")
    store.record_decision(accept(second, box_mask(10), text="b, typed anew"))
    store.record_decision(accept(first, box_mask(10), text="a"))
    store.note_image(1, content_hash="aa", width=100, height=60)
    (image,) = stored_images(store)
    assert (image.image_id, image.file_name, image.height, image.width) == (1, "a.jpg", 60, 100)
    (known,) = image.objects
    assert known.mask == box_mask(10)
    (reference,) = image.references
    assert [sentence.text for sentence in reference.sentences] == ["a", "b, typed anew"]
    assert (reference.reference_id, reference.object_ids) == (first, (known.object_id,))


def test_the_log_tells_everything_in_order(store):
    before = store.last_event_seq()
    expression = store.add_expression(1, text="a", annotator="ann")
    recorded = store.record_decision(accept(expression, box_mask(10), text="a"))
    undone = store.undo(recorded.event_seq, annotator="bob")
    events = store.events_since(before)
    assert [event.kind for event in events] == [
        EventKind.EXPRESSION_ADDED,
        EventKind.DECIDED,
        EventKind.UNDONE,
    ]
    assert (events[2].seq, events[2].target_seq, events[2].annotator) == (undone, recorded.event_seq, "bob")
    assert store.last_event_seq() == undone
    assert store.events_since(undone) == ()


def test_what_cannot_be_undone_is_a_bug(store):
    expression = store.add_expression(1, text="a", annotator="ann")
    recorded = store.record_decision(accept(expression, box_mask(10), text="a"))
    with pytest.raises(ValueError, match="cannot be undone"):
        store.undo(1, annotator="ann")  # the images
    with pytest.raises(ValueError, match="not undone"):
        store.redo(recorded.event_seq, annotator="ann")
    undone = store.undo(recorded.event_seq, annotator="ann")
    with pytest.raises(ValueError, match="already undone"):
        store.undo(recorded.event_seq, annotator="ann")
    with pytest.raises(ValueError, match="cannot be undone"):
        store.undo(undone, annotator="ann")


def test_the_undo_stack_is_rebuilt_per_annotator_after_a_restart(store):
    mine = store.add_expression(1, text="mine", annotator="ann")
    theirs = store.add_expression(1, text="theirs", annotator="bob")
    first = store.record_decision(accept(mine, box_mask(10), text="mine"))
    store.record_decision(accept(theirs, box_mask(60), text="theirs", annotator="bob"))
    second = store.record_decision(accept(mine, box_mask(30), text="mine"))
    store.undo(second.event_seq, annotator="ann")
    store.undo(first.event_seq, annotator="ann")
    with reopened(store) as again:
        history = again.undo_history("ann")
        assert [event.expression_id for event in history.done] == [mine]
        assert [event.seq for event in history.undone] == [second.event_seq, first.event_seq]
        again.redo(first.event_seq, annotator="ann")
        history = again.undo_history("ann")
        assert [event.seq for event in history.undone] == [second.event_seq]
        third = again.record_decision(accept(mine, box_mask(5), text="mine"))
        history = again.undo_history("ann", limit=50)
        assert history.undone == ()
        assert [event.seq for event in history.done][-1] == third.event_seq


def test_undoing_one_decision_leaves_another_persons_later_one_standing(store):
    expression = store.add_expression(1, text="a", annotator="ann")
    mine = store.record_decision(accept(expression, box_mask(10), text="a"))
    theirs = store.record_decision(accept(expression, box_mask(60), text="a", annotator="bob"))
    store.undo(mine.event_seq, annotator="ann")
    assert store.list_expressions(1)[0].decision_id == theirs.decision_id
