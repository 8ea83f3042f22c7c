"""Datasets into projects: what comes in, what is known, what is left out, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence, SentenceOrigin
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
from tas_desktop.projects.importing.running import import_dataset
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import EventKind, ExpressionSource, ExpressionStatus, Origin
from tests.support.datasets import ListedDataset, coco_dataset, datasets, with_files

HEIGHT, WIDTH = 12, 16


def box(x, y=2, *, width=4, height=5):
    mask_hw = np.zeros((HEIGHT, WIDTH), bool)
    mask_hw[y : y + height, x : x + width] = True
    return Mask.from_array(mask_hw)


def said(number, text="the mug", origin=None):
    return Sentence(number, text, origin)


def image(number=1, *, name=None, objects=(), references=(), undecided=(), split=""):
    return DatasetImage(
        number,
        name or f"{number}.png",
        HEIGHT,
        WIDTH,
        tuple(objects),
        tuple(references),
        tuple(undecided),
        split,
    )


def labelled(number=1, **changes):
    """An image with a mug that has two names, both things together, and nothing that is a dog."""
    objects = (DatasetObject(10 * number + 1, "cup", box(1)), DatasetObject(10 * number + 2, "car", box(8)))
    first = 100 * number
    references = (
        Reference(first + 1, (10 * number + 1,), (said(first + 1), said(first + 4, "the left mug"))),
        Reference(first + 2, (10 * number + 1, 10 * number + 2), (said(first + 2, "both things"),)),
        Reference(first + 3, (), (said(first + 3, "the dog"),)),
    )
    more = image(number, objects=objects, references=references, undecided=[said(first + 5, "the car")])
    return replace(more, **changes)


@pytest.fixture
def options(tmp_path):
    return ImportOptions(tmp_path / "set" / "labels.json", "jsonl", ImportKind.ACCEPTED, "ann")


@pytest.fixture
def store(tmp_path):
    with ProjectStore.create(tmp_path / "project") as made:
        yield made


def filed(tmp_path, *images):
    return with_files(coco_dataset(images), tmp_path / "set")


def contents(store):
    """Everything that a project shows."""
    return [
        (
            row.path,
            row.split,
            row.status,
            [expression[2:] for expression in store.list_expressions(row.image_id)],
        )
        for row in store.list_images()
    ]


def test_labels_come_in_as_decisions_of_the_import(store, tmp_path, options):
    report = import_dataset(store, filed(tmp_path, labelled(split="val")), options)
    assert (report.new_images, report.expressions, report.labels, report.referents) == (1, 5, 4, 2)
    (row,) = store.list_images()
    assert (row.image_id, row.path, row.split, row.width) == (1, "../set/1.png", "val", WIDTH)
    rows = store.list_expressions(1)
    assert [(one.expression_id, one.text, one.status) for one in rows] == [
        (101, "the mug", ExpressionStatus.ACCEPTED),
        (102, "both things", ExpressionStatus.ACCEPTED),
        (103, "the dog", ExpressionStatus.NO_TARGET),
        (104, "the left mug", ExpressionStatus.ACCEPTED),
        (105, "the car", ExpressionStatus.UNDECIDED),
    ]
    assert [one.referent_ids for one in rows] == [(11,), (11, 12), (), (11,), ()]
    referents = store.list_referents(1)
    assert [(one.referent_id, one.category, one.mask) for one in referents] == [
        (11, "cup", box(1)),
        (12, "car", box(8)),
    ]
    assert (row.expression_count, row.decided_count) == (5, 4)
    kinds = {event.kind for event in store.events_since(0) if event.origin is Origin.IMPORT}
    assert {EventKind.EXPRESSION_ADDED, EventKind.DECIDED, EventKind.CATEGORY_SET} <= kinds


def test_what_the_file_says_of_a_decision_is_kept(store, tmp_path, options):
    origin = SentenceOrigin(
        "person", "Zoë", "draw", 12.5, edited=True, candidate_rank=3, scores=(("v", 0.5),)
    )
    reference = Reference(1, (1,), (said(1, origin=origin),))
    one = image(objects=[DatasetObject(1, "cup", box(1))], references=[reference])
    import_dataset(store, filed(tmp_path, one), options)
    (row,) = store.list_decisions(1)
    decision = row.decision
    assert (decision.action, decision.annotator, decision.seconds_spent) == (DecisionAction.DRAW, "Zoë", 12.5)
    assert decision.masks == (ChosenMask(box(1), None, 3, True, (("v", 0.5),)),)
    assert store.list_expressions(1)[0].source is ExpressionSource.PERSON


def test_a_dry_run_says_the_same_and_writes_nothing(store, tmp_path, options):
    dataset = filed(tmp_path, labelled(), labelled(2))
    before = store.file.read_bytes()
    foreseen = import_dataset(store, dataset, options, dry_run=True)
    assert store.file.read_bytes() == before
    assert not store.list_images()
    done = import_dataset(store, dataset, options)
    assert replace(done, event_seq=None) == foreseen


def test_the_same_file_again_changes_nothing(store, tmp_path, options):
    dataset = filed(tmp_path, labelled(), labelled(2, split="test"))
    first = import_dataset(store, dataset, options)
    seq = store.last_event_seq()
    again = import_dataset(store, dataset, options)
    assert again.is_empty
    assert again.duplicates == first.expressions == 10
    assert store.last_event_seq() == seq


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(store, tmp_path, options):
    store.add_images([tmp_path / "other.png"], annotator="ann")
    before = contents(store)
    import_dataset(store, filed(tmp_path, labelled(split="val"), labelled(2)), options)
    after = contents(store)
    undone = store.undo_newest("ann")
    assert undone.kind is EventKind.IMPORTED
    assert [row for row in contents(store) if row[3] or row[1]] == []
    assert contents(store)[: len(before)] == before
    assert store.redo_newest("ann").kind is EventKind.IMPORTED
    assert contents(store) == after
    assert [one.mask for one in store.list_referents(1)] == []
    assert len(store.list_referents(2)) + len(store.list_referents(3)) == 4


def test_what_somebody_did_since_stays_when_the_import_is_taken_back(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled()), options)
    decision = Decision(105, DecisionAction.DRAW, "the car", "bob", (ChosenMask(box(9)),))
    store.record_decision(decision)
    edited = store.edit_expression(101, text="the red mug", annotator="bob")
    store.undo_newest("ann")
    assert [(one.text, one.status) for one in store.list_expressions(1)] == [
        ("the red mug", ExpressionStatus.UNDECIDED),
        ("the car", ExpressionStatus.ACCEPTED),
    ]
    store.undo(edited, annotator="bob")
    assert [one.text for one in store.list_expressions(1)] == ["the car"]
    store.redo_newest("ann")
    assert next(one.status for one in store.list_expressions(1)) is ExpressionStatus.ACCEPTED


def test_labels_fall_on_what_is_undecided_and_leave_alone_what_is_decided(store, tmp_path, options):
    dataset = filed(tmp_path, labelled())
    import_dataset(store, dataset, replace(options, kind=ImportKind.EXPRESSIONS))
    assert {one.status for one in store.list_expressions(1)} == {ExpressionStatus.UNDECIDED}
    other = Decision(101, DecisionAction.DRAW, "the mug", "bob", (ChosenMask(box(11)),))
    store.record_decision(other)
    report = import_dataset(store, dataset, options)
    assert (report.expressions, report.labels, report.duplicates) == (0, 3, 1)
    (loss,) = report.left_out
    assert (loss.count, loss.examples) == (1, ("1.png: the mug",))
    assert "decided otherwise" in loss.what
    assert [one.status for one in store.list_expressions(1)].count(ExpressionStatus.UNDECIDED) == 1
    assert store.list_decisions(101)[-1].decision.annotator == "bob"


def test_nearly_the_same_mask_is_the_same_object(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled()), options)
    mask_hw = np.array(box(8).to_array())
    mask_hw[2, 8] = False  # one of twenty pixels
    nearly = Mask.from_array(mask_hw)
    reference = Reference(900, (77,), (said(900, "the vehicle"),))
    later = image(objects=[DatasetObject(77, "truck", nearly)], references=[reference])
    report = import_dataset(store, filed(tmp_path, later), options)
    assert (report.labels, report.referents) == (1, 0)
    assert store.list_expressions(1)[-1].referent_ids == (12,)


def test_splits_come_in_where_there_were_none(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled(), labelled(2, split="val")), options)
    report = import_dataset(
        store, filed(tmp_path, labelled(split="test"), labelled(2, split="train")), options
    )
    assert (report.splits, report.expressions, report.is_empty) == (1, 0, False)
    assert [row.split for row in store.list_images()] == ["test", "val"]
    store.undo_newest("ann")
    assert [row.split for row in store.list_images()] == ["", "val"]


def test_two_objects_of_a_file_stay_two_however_alike(store, tmp_path, options):
    references = [Reference(1, (1,), (said(1, "this"),)), Reference(2, (2,), (said(2, "that"),))]
    alike = image(objects=[DatasetObject(n, "cup", box(1)) for n in (1, 2)], references=references)
    import_dataset(store, filed(tmp_path, alike), options)
    assert [one.referent_ids for one in store.list_expressions(1)] == [(1,), (2,)]


def test_predictions_come_to_be_reviewed(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled()), replace(options, kind=ImportKind.EXPRESSIONS))
    objects = [DatasetObject(1, "cup", box(1), 0.75), DatasetObject(2, "cup", box(8), 0.5)]
    references = [
        Reference(1, (1, 2), (said(1, "both things"),)),
        Reference(2, (1,), (said(2, "a new one"),)),
        Reference(3, (), (said(3, "the dog"),)),
    ]
    wanted = replace(options, kind=ImportKind.PREDICTIONS, name="LAVT")
    report = import_dataset(store, filed(tmp_path, image(objects=objects, references=references)), wanted)
    assert (report.predictions, report.expressions, report.labels) == (3, 1, 0)
    rows = {row.prediction.text: row for row in store.predictions.of_image(1)}
    both = rows["both things"]
    assert both.prediction.mask == Mask.from_array(box(1).to_array() | box(8).to_array())
    assert (both.prediction.totals, both.prediction.margin) == ((0.75, 0.5), 0.75)
    assert (both.setup.method, both.setup.profile) == ("imported", "LAVT")
    assert rows["the dog"].prediction.mask is None
    assert {one.status for one in store.list_expressions(1)} == {ExpressionStatus.UNDECIDED}


def test_predictions_for_what_is_there_can_be_taken_back(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled()), replace(options, kind=ImportKind.EXPRESSIONS))
    reference = Reference(2, (1, 2), (said(2, "both things"),))
    objects = [DatasetObject(1, "cup", box(8), 0.75), DatasetObject(2, "cup", box(1))]
    answers = filed(tmp_path, image(objects=objects, references=[reference]))
    import_dataset(store, answers, replace(options, kind=ImportKind.PREDICTIONS, name="LAVT"))
    expression_id = store.list_expressions(1)[1].expression_id
    given = store.answers.of_expression(expression_id)
    assert [(one.name, one.mask, one.score) for one in given] == [
        ("LAVT", box(8), 0.75),
        ("LAVT", box(1), None),
    ]
    assert store.answers.count() == 1
    store.undo_newest("ann")
    assert store.answers.of_expression(expression_id) == []
    assert len(store.list_expressions(1)) == 5
    store.redo_newest("ann")
    assert store.answers.of_expression(expression_id) == given
    import_dataset(store, answers, replace(options, kind=ImportKind.PREDICTIONS, name="LAVT"))
    assert store.answers.of_expression(expression_id) == given
    import_dataset(store, answers, replace(options, kind=ImportKind.PREDICTIONS, name="CRIS"))
    assert {one.name for one in store.answers.of_expression(expression_id)} == {"CRIS"}


def test_pictures_are_found_by_place_by_content_and_by_name(store, tmp_path, options):
    dataset = filed(tmp_path, labelled(), labelled(2), labelled(3))
    (tmp_path / "mine").mkdir()
    (tmp_path / "set" / "2.png").rename(tmp_path / "mine" / "other name.png")
    (tmp_path / "set" / "3.png").rename(tmp_path / "mine" / "3.png")
    store.add_images(
        [tmp_path / "set" / "1.png", tmp_path / "mine" / "other name.png", tmp_path / "mine" / "3.png"],
        annotator="ann",
    )
    (tmp_path / "set" / "2.png").write_bytes((tmp_path / "mine" / "other name.png").read_bytes())
    report = import_dataset(store, dataset, options)
    assert (report.images, report.new_images) == (3, 0)
    assert [row.expression_count for row in store.list_images()] == [5, 5, 5]


def test_pictures_of_another_size_or_missing_are_left_out_and_told(store, tmp_path, options):
    dataset = filed(tmp_path, labelled(), labelled(2), labelled(3))
    (tmp_path / "set" / "1.png").unlink()
    with_files(coco_dataset([replace(labelled(2), height=HEIGHT + 1)]), tmp_path / "set")
    (tmp_path / "set" / "3.png").write_bytes(b"no picture")
    report = import_dataset(store, dataset, options)
    assert report.is_empty
    assert {loss.what: loss.examples[0].split(":")[0] for loss in report.left_out} == {
        "pictures that were not found": "1.png",
        "pictures of another size than their masks": "2.png",
        "pictures that cannot be read": "3.png",
    }


def test_new_pictures_are_copied_beside_those_of_the_same_name(store, tmp_path, options):
    (store.folder / "images").mkdir()
    (store.folder / "images" / "1.png").write_bytes(b"something else")
    dataset = filed(tmp_path, labelled(), labelled(2, file_name="a/b.png"))
    import_dataset(store, dataset, replace(options, pictures=NewPictures.COPY))
    assert [row.path for row in store.list_images()] == ["images/1-2.png", "images/a/b.png"]
    assert (store.folder / "images" / "1-2.png").read_bytes() == (tmp_path / "set" / "1.png").read_bytes()


@pytest.mark.parametrize("pictures", [NewPictures.COPY, NewPictures.IN_PLACE])
def test_two_images_of_a_file_that_are_one_picture_are_one_here(store, tmp_path, options, pictures):
    dataset = filed(tmp_path, labelled(), labelled(2, file_name="1.png"))
    wanted = replace(options, pictures=pictures)
    foreseen = import_dataset(store, dataset, wanted, dry_run=True)
    report = import_dataset(store, dataset, wanted)
    assert (report.images, report.new_images, report.expressions) == (2, 1, 10)
    assert replace(report, event_seq=None) == foreseen
    assert len(store.list_images()) == 1


def test_a_copy_does_not_take_the_place_of_a_picture_that_is_gone(store, tmp_path, options):
    store.add_images([store.folder / "images" / "1.png"], annotator="ann")
    import_dataset(store, filed(tmp_path, labelled()), replace(options, pictures=NewPictures.COPY))
    assert [row.path for row in store.list_images()] == ["images/1.png", "images/1-2.png"]


def test_new_pictures_can_be_left_out(store, tmp_path, options):
    report = import_dataset(store, filed(tmp_path, labelled()), replace(options, pictures=NewPictures.LEAVE))
    assert report.is_empty
    assert report.left_out[0].what == "pictures that the project does not have"


def meanwhile(dataset, happen):
    """The dataset; something happens whenever all its images were gone through, with the number of times."""
    times = []

    class Watched(ListedDataset):
        def images(self):
            yield from super().images()
            times.append(None)
            happen(len(times))

    return Watched(dataset.categories, dataset.listed)


def refuse(_times):
    raise InputRefused("labels.json: line 7: it is no JSON")


def test_a_file_that_is_damaged_at_its_end_changes_nothing(store, tmp_path, options):
    broken = meanwhile(filed(tmp_path, labelled(), labelled(2)), refuse)
    with pytest.raises(InputRefused, match="line 7"):
        import_dataset(store, broken, replace(options, pictures=NewPictures.COPY))
    assert not store.list_images()
    assert [path for path in (store.folder / "images").rglob("*") if path.is_file()] == []


def test_what_somebody_does_meanwhile_is_heeded(store, tmp_path, options):
    import_dataset(store, filed(tmp_path, labelled()), replace(options, kind=ImportKind.EXPRESSIONS))

    def decide(times):
        if times == 1:
            with ProjectStore.open(store.file) as other:
                other.record_decision(
                    Decision(101, DecisionAction.DRAW, "the mug", "bob", (ChosenMask(box(11)),))
                )
                other.add_expression(1, text="something new", annotator="bob")

    dataset = filed(tmp_path, labelled(), labelled(2))
    report = import_dataset(store, meanwhile(dataset, decide), replace(options, pictures=NewPictures.COPY))
    assert (report.labels, report.new_images) == (7, 1)
    assert [one.examples for one in report.left_out] == [("1.png: the mug",)]
    assert [one.text for one in store.list_expressions(1)][-1] == "something new"
    assert store.list_decisions(101)[-1].decision.annotator == "bob"
    assert (store.folder / "images" / "2.png").is_file()


@pytest.mark.parametrize("steps", range(1, 9))
def test_a_cancelled_import_leaves_nothing(store, tmp_path, options, steps):
    token = CancelToken()
    seen = []

    def cancel_after(progress):
        seen.append(progress)
        if len(seen) == steps:
            token.cancel()

    dataset = filed(tmp_path, labelled(), labelled(2), labelled(3))
    control = WorkControl(token, cancel_after)
    before = store.last_event_seq()
    with pytest.raises(Cancelled):
        import_dataset(store, dataset, replace(options, pictures=NewPictures.COPY), control=control)
    assert store.last_event_seq() == before
    assert not [path for path in (store.folder / "images").rglob("*") if path.is_file()]


def test_categories_that_the_project_lacks_come_in_with_their_labels(store, tmp_path, options):
    categories = coco_dataset([]).categories
    more = replace(
        categories,
        categories=(
            *categories.categories,
            replace(categories.categories[0], id=500, name="Größe  X", synonyms=("tasse",)),
        ),
    )
    reference = Reference(1, (1,), (said(1),))
    one = image(objects=[DatasetObject(1, "Größe  X", box(1))], references=[reference])
    dataset = ListedDataset(more, filed(tmp_path, one).listed)
    report = import_dataset(store, dataset, options)
    assert report.categories == 1
    known = store.categories.table().named("größe x")
    assert (known.id, known.synonyms) == (500, ("tasse",))
    assert store.list_referents(1)[0].category == "größe x"
    store.undo_newest("ann")
    assert store.categories.table().named("größe x") is None


@given(datasets(with_origins=True))
@settings(max_examples=20)
def test_any_dataset_comes_in_whole(tmp_path_factory, dataset):
    folder = tmp_path_factory.mktemp("any")
    options = ImportOptions(folder / "set" / "x.json", "jsonl", ImportKind.ACCEPTED, "ann")
    filed_dataset = with_files(dataset, folder / "set")
    with ProjectStore.create(folder / "project") as store:
        report = import_dataset(store, filed_dataset, options)
        sentences = sum(
            len(one.undecided) + sum(len(reference.sentences) for reference in one.references)
            for one in dataset.images()
        )
        assert (report.images, report.expressions, report.duplicates) == (dataset.image_count, sentences, 0)
        again = import_dataset(store, filed_dataset, options)
        assert again.is_empty
        after = contents(store)
        store.undo_newest("ann")
        assert not any(row[3] for row in contents(store))
        store.redo_newest("ann")
        assert contents(store) == after
