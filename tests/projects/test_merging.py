"""Parts that are handed out and brought back: nothing lost, nothing told twice, conflicts kept."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.projects.agreement import by_pair, measure_agreement
from tas_desktop.projects.splitting import deal, split_project
from tas_desktop.storage.back_checks import BackCheck
from tas_desktop.storage.merging.merge import merge_project
from tas_desktop.storage.merging.outcomes import Agreement
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, ExpressionStatus, Origin
from tests.storage.storage_values import accept, box_mask


@pytest.fixture
def project(tmp_path):
    """Six images with an expression each; the first is decided already."""
    with ProjectStore.create(tmp_path / "whole" / "p", name="p") as store:
        store.add_images([tmp_path / "pictures" / f"{n}.jpg" for n in range(6)], annotator="ann")
        store.add_expressions([(n, f"thing {n}") for n in range(1, 7)], annotator="ann")
        store.record_decision(accept(1, box_mask(5), text="thing 1"))
        yield store


def parts_of(store, tmp_path, count=2, **options):
    written = split_project(store, count, out=tmp_path / "out", **options)
    return [ProjectStore.open(part.file) for part in written]


def listed(store):
    """What a project holds, image by image, whatever its ids are."""
    content = {}
    for image in store.list_images():
        rows = store.list_expressions(image.image_id)
        masks = {row.expression_id: [] for row in rows}
        for referent in store.list_referents(image.image_id):
            for expression in referent.expression_ids:
                masks[expression].append(referent.category)
        content[store.image_path(image.path)] = [
            (row.text, row.status, row.source, tuple(masks[row.expression_id])) for row in rows
        ]
    return content


def test_a_part_is_a_project_of_its_own_with_the_past_of_its_images(project, tmp_path):
    parts = parts_of(project, tmp_path)
    whole = listed(project)
    together = {}
    for part in parts:
        together |= listed(part)
        assert part.list_images()[0].path.startswith("../../pictures/")
        part.add_expression(part.list_images()[0].image_id, text="more", annotator="bob")
        with pytest.raises(Exception, match="append-only"), part.begin_writing() as session:
            session.connection().exec_driver_sql("DELETE FROM events")
        part.close()
    assert together == whole
    assert listed(project) == whole
    assert [len(listed(part)) for part in parts] == [3, 3]


def test_images_are_dealt_evenly_and_shared_ones_go_to_all(project, tmp_path):
    rows = project.list_images()
    common, dealt = deal(rows, 2, shared=1 / 3)
    assert [row.image_id for row in common] == [2, 5]
    assert [[row.image_id for row in hand] for hand in dealt] == [[1, 4], [3, 6]]
    assert deal(rows, 3, shared=1.0)[0] == rows
    with pytest.raises(InputRefused):
        deal(rows, 2, shared=1.5)


def test_what_cannot_be_split(project, tmp_path):
    with pytest.raises(InputRefused, match="6 images cannot be handed out in 7 parts"):
        split_project(project, 7, out=tmp_path / "out")
    for part in parts_of(project, tmp_path):
        part.close()
    with pytest.raises(TargetNotWritable, match="holds a project already"):
        split_project(project, 2, out=tmp_path / "out")


def test_the_work_of_all_parts_comes_back(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    with one, two:
        one.record_decision(accept(3, box_mask(30), text="thing 3", annotator="bob"))
        undone = one.record_decision(accept(5, box_mask(30), text="thing 5", annotator="bob"))
        one.undo(undone.event_seq, annotator="bob")
        added = two.add_expression(2, text="another", annotator="eve")
        two.record_decision(accept(added, box_mask(50), text="another", annotator="eve", category="car"))
        two.edit_expression(4, text="the fourth thing", annotator="eve")
        two.remove_expression(6, annotator="eve")
        two.order_expressions(2, [added, 2], annotator="eve")
        two.set_splits({2: "val"}, annotator="eve")
        first = merge_project(project, one, annotator="ann")
        second = merge_project(project, two, annotator="ann")
        assert (first.expressions, first.decisions, first.compared) == (0, 2, ())
        assert (second.expressions, second.decisions, second.compared) == (1, 1, ())
        whole = listed(project)
        for part in (one, two):
            for path, rows in listed(part).items():
                assert whole[path] == rows
    assert project.list_images()[1].split == "val"
    assert [row.text for row in project.list_expressions(2)] == ["another", "thing 2"]
    (decision,) = project.list_decisions(3)
    assert decision.decision.annotator == "bob"
    told = [e for e in project.events_since(0) if e.annotator in ("bob", "eve")]
    assert {event.origin for event in told} == {Origin.MERGE}
    assert project.undo_history("bob").done == ()


def test_merging_again_brings_only_what_is_new(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    with one, two:
        added = one.add_expression(1, text="new", annotator="bob")
        merge_project(project, one, annotator="ann")
        before, seq = listed(project), project.last_event_seq()
        again = merge_project(project, one, annotator="ann")
        assert (again.images, again.expressions, again.decisions, again.events) == (0, 0, 0, 0)
        assert (listed(project), project.last_event_seq()) == (before, seq)
        one.record_decision(accept(added, box_mask(3), text="new", annotator="bob"))
        third = merge_project(project, one, annotator="ann")
        assert (third.expressions, third.decisions) == (0, 1)
        assert project.list_expressions(1)[1].status is ExpressionStatus.ACCEPTED
        # And back into the part: what came from it is not told to it again.
        back = merge_project(one, project, annotator="bob")
        assert (back.images, back.expressions, back.decisions, back.compared) == (3, 3, 0, ())
        assert listed(one) == listed(project)


def both_decide(project, tmp_path, mine, theirs):
    """A conflict on expression 2: decided in the project and in a part."""
    one, two = parts_of(project, tmp_path)
    one.close()
    if mine is not None:
        project.record_decision(mine)
    two.record_decision(theirs)
    with two:
        return merge_project(project, two, annotator="chief")


NO_TARGET = Decision(2, DecisionAction.NO_TARGET, "thing 2", "bob")
MINE = accept(2, box_mask(10), text="thing 2")


@pytest.mark.parametrize(
    ("theirs", "agreement", "iou"),
    [
        (replace(MINE, masks=(ChosenMask(box_mask(40)),), annotator="bob"), Agreement.OTHER_MASK, 0.0),
        (NO_TARGET, Agreement.OTHER_DECISION, None),
        (replace(MINE, text="the other text", annotator="bob"), Agreement.OTHER_TEXT, 1.0),
    ],
)
def test_a_conflict_is_flagged_and_both_decisions_are_kept(project, tmp_path, theirs, agreement, iou):
    report = both_decide(project, tmp_path, MINE, theirs)
    (conflict,) = report.conflicts
    assert (conflict.agreement, conflict.iou, conflict.expression_id) == (agreement, iou, 2)
    (row,) = project.list_expressions(2)
    assert (row.text, row.status) == ("thing 2", ExpressionStatus.FLAGGED)
    decisions = [row.decision for row in project.list_decisions(2)]
    assert [(made.annotator, made.action) for made in decisions] == [
        ("ann", DecisionAction.ACCEPT),
        ("bob", theirs.action),
        ("chief", DecisionAction.FLAG),
    ]
    assert "ann: accepted" in decisions[2].note
    assert "bob: " in decisions[2].note
    assert project.undo_history("chief").done == ()
    with project.begin_dataset() as dataset:
        said = [known.sentences for image in dataset.images() for known in image.references]
    assert [[sentence.text for sentence in sentences] for sentences in said] == [["thing 1"]]
    project.record_decision(replace(MINE, annotator="chief"))
    assert project.list_expressions(2)[0].status is ExpressionStatus.ACCEPTED


def test_agreement_is_measured_where_both_decided(project, tmp_path):
    near = replace(MINE, masks=(ChosenMask(box_mask(11)),), annotator="bob")  # IoU 0.905
    report = both_decide(project, tmp_path, MINE, near)
    assert report.conflicts == ()
    (row,) = project.list_expressions(2)
    assert (row.status, len(row.referent_ids)) == (ExpressionStatus.ACCEPTED, 1)
    figures = measure_agreement(report.compared)
    assert (figures.compared, figures.same, figures.with_masks, figures.same_referent) == (1, 1, 1, 1)
    assert figures.iou_mean == figures.iou_median == pytest.approx(19 / 21)
    assert by_pair(report.compared) == {("ann", "bob"): figures}


def test_blind_checks_come_along_once(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    two.close()
    with one:
        recorded = one.record_decision(accept(3, box_mask(30), text="thing 3", annotator="bob"))
        for decision_id in (1, recorded.decision_id):
            one.back_checks.record(BackCheck(decision_id, DecisionAction.NO_TARGET, "eve"))
        project.record_decision(MINE)  # takes the number that bob's decision has in the part
        for _ in range(2):
            merge_project(project, one, annotator="ann")
    checks = project.back_checks.list_all()
    assert [(row.expression_id, row.decided_by, row.checked_by) for row in checks] == [
        (1, "ann", "eve"),
        (3, "bob", "eve"),
    ]


def test_nothing_to_measure(project, tmp_path):
    report = both_decide(project, tmp_path, None, NO_TARGET)
    assert report.compared == ()
    assert measure_agreement(report.compared) == (0, 0, 0, 0, None, None)


def test_what_one_removed_and_the_other_decided_is_brought_to_light(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    one.close()
    project.record_decision(MINE)
    two.remove_expression(2, annotator="bob")
    with two:
        report = merge_project(project, two, annotator="ann")
    assert [row.agreement for row in report.conflicts] == [Agreement.REMOVED_BY_ONE]
    assert project.list_expressions(2)[0].status is ExpressionStatus.FLAGGED


def test_a_foreign_project_is_matched_by_content_and_text(project, tmp_path):
    for image_id in (1, 2):
        project.note_image(image_id, content_hash=f"hash {image_id}", width=100, height=60)
    with ProjectStore.create(tmp_path / "foreign") as other:
        other.add_images([tmp_path / "x" / "renamed.jpg", tmp_path / "x" / "own.jpg"], annotator="zoe")
        other.note_image(1, content_hash="hash 2", width=100, height=60)
        other.note_image(2, content_hash="own", width=7, height=5, orientation=6)
        other.categories.add("buoy", annotator="zoe")
        same, new = other.add_expressions([(1, "thing 2"), (1, "a buoy")], annotator="zoe")
        gone = other.add_expression(1, text="gone", annotator="zoe")
        other.remove_expression(gone, annotator="zoe")
        other.record_decision(accept(same, box_mask(10), text="thing 2", annotator="zoe"))
        recorded = other.record_decision(accept(new, box_mask(60), text="a buoy", annotator="zoe"))
        other.set_category(recorded.referent_ids[0], category="buoy", annotator="zoe")
        report = merge_project(project, other, annotator="ann")
        assert (report.images, report.expressions, report.decisions) == (1, 1, 2)
    assert [row.text for row in project.list_expressions(2)] == ["thing 2", "a buoy"]
    assert {referent.category for referent in project.list_referents(2)} == {"cup", "buoy"}
    assert project.categories.table().find("buoys").name == "buoy"
    brought = project.list_images()[6]
    assert project.image_path(brought.path) == tmp_path / "x" / "own.jpg"
    assert (brought.content_hash, brought.width, brought.orientation) == ("own", 7, 6)


def test_what_a_part_learnt_of_an_image_comes_along(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    one.close()
    with two:
        two.note_image(2, content_hash="two", width=9, height=8, orientation=3)
        two.record_decision(replace(MINE, annotator="bob"))
        merge_project(project, two, annotator="ann")
    row = project.list_images()[1]
    assert (row.content_hash, row.width, row.height, row.orientation) == ("two", 9, 8, 3)


def test_new_categories_of_both_sides_keep_apart(project, tmp_path):
    one, two = parts_of(project, tmp_path)
    one.close()
    with two:
        ours = project.categories.add("tent", annotator="ann")
        theirs = two.categories.add("buoy", annotator="bob")
        assert ours.id == theirs.id
        two.categories.rename("cup", to="beaker", annotator="bob")
        two.categories.rename("buoy", to="marker", annotator="bob")
        merge_project(project, two, annotator="ann")
    table = project.categories.table()
    names = {category.name: category.id for category in table.categories}
    assert names["tent"] == ours.id
    assert names["marker"] == ours.id + 1
    assert {"cup", "buoy"}.isdisjoint(names)
    assert names["beaker"] == 47


def test_a_part_that_travelled_with_its_pictures(project, tmp_path):
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(6):
        (pictures / f"{number}.jpg").write_bytes(b"x%d" % number)
    one, two = parts_of(project, tmp_path, with_pictures=True)
    one.close()
    two.close()
    moved = tmp_path / "far" / "away"
    shutil.move(two.folder, moved)
    with ProjectStore.open(moved) as part:
        assert [row.path for row in part.list_images()] == [f"pictures/{n}.jpg" for n in (1, 3, 5)]
        assert part.image_path("pictures/1.jpg").read_bytes() == b"x1"
        part.record_decision(replace(MINE, annotator="bob"))
        report = merge_project(project, part, annotator="ann")
    assert (report.images, report.decisions) == (0, 1)
    assert project.list_expressions(2)[0].status is ExpressionStatus.ACCEPTED


def test_a_failed_merge_leaves_everything_as_it_was(project, tmp_path, monkeypatch):
    one, two = parts_of(project, tmp_path)
    one.close()
    two.record_decision(replace(MINE, annotator="bob"))
    before, seq = listed(project), project.last_event_seq()

    def fail(*_arguments, **_options):
        raise OSError("no")

    monkeypatch.setattr("tas_desktop.storage.merging.merge.matching.merged_value", fail)
    with two, pytest.raises(OSError, match="no"):
        merge_project(project, two, annotator="ann")
    assert (listed(project), project.last_event_seq()) == (before, seq)


def test_a_project_is_not_merged_into_itself(project):
    with ProjectStore.open(project.file) as same, pytest.raises(InputRefused, match="into itself"):
        merge_project(project, same, annotator="ann")


# Any work on disjoint parts comes back whole, in whatever order the parts are merged.

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "accept", "none", "edit", "remove", "undo", "redo"]),
        st.integers(0, 5),
        st.sampled_from(["red", "left", "mug"]),
        st.integers(0, 3),
    ),
    max_size=10,
)


def work(store, annotator, steps):
    """Do what the steps say on the part's images, as the window would."""
    for action, number, text, place in steps:
        image = store.list_images()[number % len(store.list_images())]
        rows = store.list_expressions(image.image_id)
        chosen = rows[place % len(rows)].expression_id if rows else None
        if action == "add" or chosen is None:
            store.add_expression(image.image_id, text=text, annotator=annotator)
        elif action == "accept":
            mask = box_mask(place * 20)
            store.record_decision(accept(chosen, mask, text=text, annotator=annotator))
        elif action == "none":
            store.record_decision(Decision(chosen, DecisionAction.NO_TARGET, text, annotator))
        elif action == "edit":
            store.edit_expression(chosen, text=text, annotator=annotator)
        elif action == "remove":
            store.remove_expression(chosen, annotator=annotator)
        elif action == "undo":
            store.undo_newest(annotator)
        else:
            store.redo_newest(annotator)


@settings(max_examples=15)
@given(first=STEPS, second=STEPS, more=STEPS, turned=st.booleans())
def test_all_work_on_parts_comes_back_once(tmp_path_factory, first, second, more, turned):
    folder = tmp_path_factory.mktemp("merge")
    with ProjectStore.create(folder / "p") as whole:
        whole.add_images([folder / f"{n}.jpg" for n in range(4)], annotator="ann")
        whole.add_expressions([(n, "mug") for n in (1, 2, 2, 3)], annotator="ann")
        work(whole, "ann", [("accept", 1, "mug", 1)])
        parts = [ProjectStore.open(part.file) for part in split_project(whole, 2, out=folder / "out")]
        work(parts[0], "bob", first)
        work(parts[1], "eve", second)
        order = parts[::-1] if turned else parts
        for part in order:
            assert merge_project(whole, part, annotator="ann").compared == ()
        work(parts[0], "bob", more)
        merge_project(whole, parts[0], annotator="ann")
        expected = {}
        for part in parts:
            expected |= listed(part)
        assert listed(whole) == expected
        seq = whole.last_event_seq()
        for part in order:
            merge_project(whole, part, annotator="ann")
            part.close()
        assert whole.last_event_seq() == seq
        merged = [e for e in whole.events_since(0) if e.annotator in ("bob", "eve")]
        assert all(event.origin is Origin.MERGE for event in merged)
        assert EventKind.SPLIT_OFF not in {event.kind for event in whole.events_since(0)}
    shutil.rmtree(folder)
