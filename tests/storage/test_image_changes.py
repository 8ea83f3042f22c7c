"""Events about many images: splits, places and pictures that were taken, undone in any order."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.storage.errors import ProjectDamaged
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.review_values import CHECKS
from tas_desktop.storage.rows import EventKind, ExpressionStatus, Origin
from tests.storage.storage_values import accept, box_mask, stored_images

FIRST = PictureIdentity("a" * 64, 100, 60, 1)
RETOUCHED = PictureIdentity("b" * 64, 100, 60, 1)
LARGER = PictureIdentity("c" * 64, 200, 120, 6)


def splits(store):
    return [row.split for row in store.list_images()]


def paths(store):
    return [row.path for row in store.list_images()]


def test_putting_images_into_splits_is_one_event_that_can_be_undone(store):
    before = store.last_event_seq()
    seq = store.set_splits({1: "train", 2: " val "}, annotator="ann")
    assert splits(store) == ["train", "val"]
    assert [(e.kind, e.seq, e.value) for e in store.events_since(before)] == [
        (EventKind.SPLITS_SET, seq, "2")
    ]
    later = store.set_splits({1: "train", 2: ""}, annotator="bob")
    (told,) = store.events_since(seq)
    assert (told.image_id, store.images_of_event(later)) == (2, [2])
    assert store.set_splits({1: "train"}, annotator="bob") is None
    assert store.undo_newest("ann").seq == seq
    assert splits(store) == ["", ""]
    store.undo(later, annotator="bob")
    assert splits(store) == ["", ""]
    assert store.redo_newest("ann").seq == seq
    assert splits(store) == ["train", "val"]


DEALS = st.lists(
    st.dictionaries(st.integers(1, 3), st.sampled_from(["", "train", "val"]), min_size=1),
    min_size=1,
    max_size=5,
)


@given(deals=DEALS, steps=st.lists(st.integers(0, 4), max_size=8))
@settings(max_examples=25, deadline=None)
def test_splits_are_what_the_standing_events_say(tmp_path_factory, deals, steps):
    with ProjectStore.create(tmp_path_factory.mktemp("p")) as store:
        store.add_images([store.folder / f"{n}.png" for n in range(3)], annotator="ann")
        told, stands = [], {}
        for deal in deals:
            seq = store.set_splits(deal, annotator="ann")
            if seq is not None:
                told.append((seq, {n: deal[n] for n in store.images_of_event(seq)}))
                stands[seq] = True
        for step in steps:
            if step < len(told):
                seq = told[step][0]
                (store.undo if stands[seq] else store.redo)(seq, annotator="ann")
                stands[seq] = not stands[seq]
        expected = {1: "", 2: "", 3: ""}
        for seq, deal in told:
            if stands[seq]:
                expected |= deal
        assert splits(store) == list(expected.values())


def test_two_images_change_places_and_back(store):
    seq = store.relocate_images({1: store.folder / "sub/b.png", 2: store.folder / "a.jpg"}, annotator="ann")
    assert paths(store) == ["sub/b.png", "a.jpg"]
    store.undo(seq, annotator="ann")
    assert paths(store) == ["a.jpg", "sub/b.png"]


def test_undo_leaves_an_image_where_it_is_once_its_old_place_is_taken(store):
    seq = store.relocate_images({1: store.folder / "new.jpg"}, annotator="ann")
    store.add_images([store.folder / "a.jpg"], annotator="ann")
    store.undo(seq, annotator="ann")
    assert paths(store) == ["new.jpg", "sub/b.png", "a.jpg"]


def test_events_that_claim_one_place_when_undone_out_of_order(store):
    first = store.relocate_images({1: store.folder / "b"}, annotator="ann")
    store.relocate_images({2: store.folder / "a.jpg"}, annotator="ann")
    third = store.relocate_images({1: store.folder / "d", 2: store.folder / "y"}, annotator="ann")
    store.undo(first, annotator="ann")
    store.undo(third, annotator="ann")
    assert len(set(paths(store))) == 2
    assert "a.jpg" in paths(store)


def test_what_the_program_finds_by_itself_is_in_nobodys_undo(store):
    store.relocate_images({1: store.folder / "new.jpg"}, annotator="ann", origin=Origin.PROGRAM)
    assert store.undo_history("ann").done == ()
    assert store.relocate_images({}, annotator="ann") is None


@pytest.fixture
def annotated(store):
    """An image that was read, with a mask, a no-target and an undecided expression."""
    store.note_image(1, content_hash=FIRST.content_hash, width=100, height=60, orientation=1)
    store.add_expressions([(1, "the mug"), (1, "a ghost"), (1, "open")], annotator="ann")
    store.record_decision(accept(1, box_mask(5)))
    store.record_decision(Decision(2, DecisionAction.NO_TARGET, "a ghost", "ann"))
    return store


def statuses(store):
    return [row.status for row in store.list_expressions(1)]


ACCEPTED, NONE, OPEN = ExpressionStatus.ACCEPTED, ExpressionStatus.NO_TARGET, ExpressionStatus.UNDECIDED


def checks(store):
    return [CHECKS[row.check] for row in store.review.read(1)[1]]


def test_a_picture_of_the_same_size_keeps_its_masks_for_review(annotated):
    (foreseen,) = annotated.foresee_pictures({1: RETOUCHED})
    assert (foreseen.kept, foreseen.lost) == (2, 0)
    seq = annotated.take_pictures({1: RETOUCHED}, annotator="ann")
    assert statuses(annotated) == [ACCEPTED, NONE, OPEN]
    assert checks(annotated) == ["replaced", "replaced", "none"]
    assert annotated.list_images()[0].content_hash == RETOUCHED.content_hash
    annotated.record_decision(accept(1, box_mask(6)))
    assert checks(annotated) == ["none", "replaced", "none"]
    annotated.undo(seq, annotator="ann")
    assert checks(annotated) == ["none", "none", "none"]
    assert annotated.list_images()[0].content_hash == FIRST.content_hash


def test_masks_of_another_size_stand_no_more_until_undo(annotated):
    (foreseen,) = annotated.foresee_pictures({1: LARGER})
    assert (foreseen.kept, foreseen.lost) == (1, 1)
    seq = annotated.take_pictures({1: LARGER}, annotator="ann")
    image = annotated.list_images()[0]
    assert (image.width, image.height, image.orientation, image.decided_count) == (200, 120, 6, 1)
    assert statuses(annotated) == [OPEN, NONE, OPEN]
    assert stored_images(annotated)[0].objects == ()
    with ProjectStore.open(annotated.file) as again:
        assert again.undo_newest("ann").seq == seq
    assert statuses(annotated) == [ACCEPTED, NONE, OPEN]
    (there,) = stored_images(annotated)
    assert (there.width, there.height, len(there.objects)) == (100, 60, 1)


def test_undoing_to_an_older_decision_does_not_bring_a_mask_of_another_size(annotated):
    annotated.take_pictures({1: LARGER}, annotator="ann")
    newer = annotated.record_decision(Decision(1, DecisionAction.SKIP, "the mug", "ann"))
    annotated.undo(newer.event_seq, annotator="ann")
    assert statuses(annotated)[0] is OPEN


def test_pictures_that_were_never_read_or_are_the_same_have_nothing_to_take(annotated):
    assert annotated.take_pictures({1: FIRST, 2: LARGER}, annotator="ann") is None


def test_changes_cannot_be_rewritten_and_damage_is_named(annotated):
    seq = annotated.take_pictures({1: LARGER}, annotator="ann")
    for statement in ("DELETE FROM image_changes", "UPDATE image_changes SET after = '[]'"):
        with annotated.begin_writing() as session, pytest.raises(DatabaseError, match="append-only"):
            session.connection().exec_driver_sql(statement)
    for told in ("[]", json.dumps({"path": "x"}), "{"):
        with annotated.begin_writing() as session:
            session.connection().exec_driver_sql("DROP TRIGGER IF EXISTS image_changes_no_update")
            session.connection().exec_driver_sql("UPDATE image_changes SET before = ?", (told,))
        with pytest.raises(ProjectDamaged):
            annotated.undo(seq, annotator="ann")


def test_another_process_is_told_which_images_changed(annotated):
    with ProjectStore.open(annotated.file) as other:
        seq = annotated.set_splits({1: "train", 2: "val"}, annotator="ann")
        assert other.changes_of_others().image_ids == {1, 2}
        annotated.undo(seq, annotator="ann")
        assert other.changes_of_others().image_ids == {1, 2}
