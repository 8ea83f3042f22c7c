"""What a batch leaves per expression, what it still has to do, and what a second run changed."""

from __future__ import annotations

from datetime import UTC, datetime

from tas_desktop.domain.component import ComponentId
from tas_desktop.storage.prediction_rows import ChangedFirst, Prediction, Setup
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, ImageStatus, Origin
from tests.storage.storage_values import accept, box_mask

SMALL = Setup("tas", "starter", (ComponentId("encoder", "clip", "1"),), (("alpha", 0.1), ("use_p", True)))
LARGE = Setup("tas", "large", (ComponentId("encoder", "clip", "2"),))


def predict(expression_id, place, *, text, margin=0.5):
    totals = (0.9, 0.4, 0.3, 0.2, 0.1, 0.05)
    return Prediction(expression_id, "r" * 32, text, box_mask(place), totals, margin, 2, 0.25, "direction")


def test_a_prediction_comes_back_as_it_was_written(store):
    mug, cup, none = store.add_expressions([(1, "a mug"), (2, "a cup"), (2, "it")], annotator="ann")
    nothing = Prediction(none, "q" * 32, "it", None, (), 0.0)
    start = datetime.now(UTC)
    assert store.predictions.write(SMALL, [predict(mug, 3, text="a mug"), nothing]) == ()
    with ProjectStore.open(store.file) as again:
        (row,) = again.predictions.of_image(1)
        (empty,) = again.predictions.of_image(2)
    assert row.prediction.mask == box_mask(3)
    assert row.prediction.totals == (0.9, 0.4, 0.3, 0.2, 0.1)
    assert (row.image_id, row.setup, row.is_current) == (1, SMALL, True)
    assert start <= row.created_at <= datetime.now(UTC)
    assert empty.prediction == nothing
    assert [image.status for image in store.list_images()] == [ImageStatus.PROPOSED] * 2
    assert store.predictions.count() == 2
    assert [row.expression_id for row in store.predictions.unpredicted(SMALL)] == [cup]


def test_what_a_run_has_to_rank(store):
    ids = store.add_expressions(
        [(1, "same"), (1, "edited"), (1, "decided"), (1, "removed"), (2, "new")], annotator="ann"
    )
    same, edited, decided, removed, new = ids
    store.predictions.write(SMALL, [predict(same, 3, text="same")])
    store.predictions.write(SMALL, [predict(edited, 3, text="edited")])
    store.edit_expression(edited, text="edited since", annotator="ann")
    store.record_decision(accept(decided, box_mask(3), text="decided"))
    store.remove_expression(removed, annotator="ann")
    left = store.predictions.unpredicted(SMALL)
    assert [(row.expression_id, row.image_id, row.text) for row in left] == [
        (edited, 1, "edited since"),
        (new, 2, "new"),
    ]
    assert store.predictions.count_unpredicted(SMALL) == 2
    assert [row.expression_id for row in store.predictions.unpredicted(SMALL, image_id=2)] == [new]
    assert store.predictions.count_unpredicted(SMALL, undecided_only=False) == 3
    assert [row.expression_id for row in store.predictions.unpredicted(LARGE)] == [same, edited, new]
    assert [row.is_current for row in store.predictions.of_image(1)] == [True, False]
    assert store.predictions.count() == 1


def test_the_same_setup_is_found_whatever_its_order():
    turned = Setup(SMALL.method, SMALL.profile, SMALL.components, SMALL.params[::-1])
    assert turned.fingerprint == SMALL.fingerprint != LARGE.fingerprint


def test_a_second_run_says_what_it_changed_and_leaves_decisions_alone(store):
    mug, cup, it = store.add_expressions([(1, "mug"), (1, "cup"), (2, "it")], annotator="ann")
    store.predictions.write(
        SMALL, [predict(n, 3, text=t) for n, t in ((mug, "mug"), (cup, "cup"), (it, "it"))]
    )
    store.record_decision(accept(mug, box_mask(3), text="mug"))
    decided = store.list_decisions(mug)
    start = datetime.now(UTC)
    second = [predict(mug, 50, text="mug"), predict(cup, 3, text="cup"), predict(it, 70, text="it")]
    assert store.predictions.write(LARGE, second) == (mug, it)
    assert store.list_decisions(mug) == decided
    assert store.list_referents(1)[0].mask == box_mask(3)
    changes = store.predictions.changed(since=start)
    assert changes == [
        ChangedFirst(mug, 1, "mug", box_mask(3), box_mask(50)),
        ChangedFirst(it, 2, "it", box_mask(3), box_mask(70)),
    ]
    assert store.predictions.changed(since=datetime.now(UTC)) == []


def test_a_prediction_for_another_text_is_no_change(store):
    (mug,) = store.add_expressions([(1, "mug")], annotator="ann")
    store.predictions.write(SMALL, [predict(mug, 3, text="mug")])
    store.edit_expression(mug, text="cup", annotator="ann")
    assert store.predictions.write(SMALL, [predict(mug, 60, text="cup")]) == ()
    assert store.predictions.changed() == []


def test_expressions_removed_meanwhile_are_left_out(store):
    mug, cup = store.add_expressions([(1, "mug"), (2, "cup")], annotator="ann")
    store.remove_expression(mug, annotator="ann")
    store.predictions.write(SMALL, [predict(mug, 3, text="mug")])
    assert store.list_images()[0].status is ImageStatus.UNTOUCHED
    store.predictions.write(SMALL, [predict(mug, 3, text="mug"), predict(cup, 3, text="cup")])
    assert store.predictions.count() == 1
    assert store.predictions.of_image(1) == []


def test_others_notice_a_batch_and_nobody_undoes_it(store):
    before = store.last_event_seq()
    mug, cup = store.add_expressions([(1, "mug"), (2, "cup")], annotator="ann")
    seen = store.last_event_seq()
    both = [predict(mug, 3, text="mug"), predict(cup, 3, text="cup")]
    store.predictions.write(SMALL, both, annotator="ann")
    events = store.events_since(seen)
    assert [(e.kind, e.image_id, e.origin) for e in events] == [
        (EventKind.PREDICTED, 1, Origin.BATCH),
        (EventKind.PREDICTED, 2, Origin.BATCH),
    ]
    assert store.undo_history("ann").done == ()  # the import is no step of a person's either
    assert store.last_event_seq() == before + 4


def test_many_predictions_at_once(store):
    ids = store.add_expressions([(1 + n % 2, f"t{n}") for n in range(1_200)], annotator="ann")
    store.predictions.write(SMALL, [predict(n, 3, text=f"t{i}") for i, n in enumerate(ids)])
    assert store.predictions.count() == 1_200
    assert store.predictions.count_unpredicted(SMALL) == 0


def test_an_analysis_is_kept_per_image_under_its_key(store):
    store.analyses.put(1, key="k1", content=b"old")
    store.analyses.put(1, key="k2", content=b"newer")
    assert store.analyses.get(1, key="k1") is None
    assert store.analyses.get(1, key="k2") == b"newer"
    assert (store.analyses.list_keys(), store.analyses.size_bytes()) == ({1: "k2"}, 5)
    store.analyses.clear()
    assert (store.analyses.list_keys(), store.analyses.size_bytes()) == ({}, 0)
