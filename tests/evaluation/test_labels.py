"""Labels: what they are read from, and that what is wrong is counted and named, never passed over."""

from __future__ import annotations

import json
import pickle

import numpy as np
import pytest

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction, Provenance
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.evaluation.answering.given import GivenAnswers
from tas_desktop.evaluation.comparison import compare
from tas_desktop.evaluation.intervals import Resampling
from tas_desktop.evaluation.labels.dataset import NO_PIXELS, NO_TARGET, read_dataset_labels
from tas_desktop.evaluation.labels.project import read_project_labels
from tas_desktop.evaluation.labels.refer import DAMAGED, TWICE, read_refer_labels
from tas_desktop.evaluation.protocol import Protocol, Truth
from tas_desktop.evaluation.running import BAD_MASK, run_evaluation
from tas_desktop.evaluation.writing.page import favour_sentence
from tas_desktop.storage.project import ProjectStore

SQUARE = [[2, 2, 8, 2, 8, 8, 2, 8]]
OTHER = [[4, 4, 10, 4, 10, 8, 4, 8]]


def ref(ref_id, ann_id=1, *, sent_id=None, text="the mug", image_id=1, **changes):
    sent_id = ref_id if sent_id is None else sent_id
    sentence = {"sent_id": sent_id, "sent": text.lower(), "raw": text, "tokens": text.split()}
    made = {
        "ref_id": ref_id,
        "ann_id": ann_id,
        "image_id": image_id,
        "category_id": 1,
        "split": "val",
        "sent_ids": [sent_id],
        "sentences": [sentence],
    }
    return made | changes


def annotation(number, segmentation=SQUARE, *, image_id=1):
    return {"id": number, "image_id": image_id, "segmentation": segmentation, "bbox": [2, 2, 6, 6]}


def write(root, refs, *, annotations=None, images=None):
    folder = root / "refcoco"
    folder.mkdir(exist_ok=True)
    instances = {
        "images": images or [{"id": 1, "file_name": "a.jpg", "height": 10, "width": 12}],
        "annotations": annotations or [annotation(1), annotation(2, OTHER)],
    }
    (folder / "instances.json").write_text(json.dumps(instances))
    (folder / "refs(unc).p").write_bytes(pickle.dumps(refs, protocol=2))
    return root


def told(losses):
    return {loss.what: (loss.count, loss.examples) for loss in losses}


def test_what_is_wrong_with_single_entries_is_counted_and_named(tmp_path):
    refs = [
        ref(1, text="The mug on the left!"),
        ref(1, sent_id=90),  # an id twice
        ref(3, sent_id=1),  # a sentence id twice
        ref(4, ann_id=9),  # no such annotation
        ref(5, image_id=7),  # no such image
        ref(6, sentences=[]),
        ref(7, sentences="none"),
        ref(8, text="x" * 2001),
        ref(9, ann_id=2),
        "no record",
    ]
    annotations = [annotation(1), annotation(2, OTHER), annotation(2), annotation(3, image_id=44)]
    labels = read_refer_labels(write(tmp_path, refs, annotations=annotations))
    units = labels.images[0].units
    assert [unit.unit_id for unit in units] == ["1/1", "9/9"]
    assert (units[0].raw, units[0].sent, units[0].kind) == (
        "The mug on the left!",
        "the mug on the left!",
        "position",
    )
    counts = {what: count for what, (count, _) in told(labels.left_out).items()}
    assert counts == {
        TWICE: 3,
        DAMAGED: 6,
        "sentences that are blank, too long or no valid text": 1,
    }
    assert "annotation 2: its id is there twice" in told(labels.left_out)[TWICE][1]
    assert any("annotation 9 is not in instances.json" in text for text in told(labels.left_out)[DAMAGED][1])


def test_a_file_that_is_sound_leaves_nothing_out(refer_folder):
    labels = read_refer_labels(refer_folder)
    assert (labels.left_out, labels.beside, labels.unit_count) == ((), (), 5)
    assert labels.first_images(1).unit_count == 3
    assert [unit.kind for unit in labels.images[0].units] == ["position", "attribute", "position"]


def test_an_empty_split_and_no_dataset_are_refused(tmp_path):
    write(tmp_path, [ref(1)])
    with pytest.raises(InputRefused, match="testA"):
        read_refer_labels(tmp_path, split="testA")
    with pytest.raises(InputRefused, match="no REFER"):
        read_refer_labels(tmp_path / "refcoco" / "nothing")


def test_overlapping_polygons_follow_the_switch(tmp_path):
    labels = read_refer_labels(write(tmp_path, [ref(1)], annotations=[annotation(1, [*SQUARE, *OTHER])]))
    truth = labels.images[0].units[0].truth
    assert truth(Truth.UNION).area == 36 + 24 - 16
    assert truth(Truth.EXACTLY_ONE).area == 36 + 24 - 32


def test_a_damaged_mask_costs_its_own_sentences_only(tmp_path):
    annotations = [annotation(1), annotation(2, [[1, 2, 3]])]
    labels = read_refer_labels(write(tmp_path, [ref(1), ref(2, ann_id=2)], annotations=annotations))
    run = run_evaluation(labels, [GivenAnswers("none", {})], Protocol())
    assert len(run.contenders["none"].samples) == 1
    assert told(run.left_out)[BAD_MASK][0] == 1


@pytest.fixture
def store(tmp_path):
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.png", store.folder / "b.png"], annotator="ann")
        yield store


def say(store, text, image_id=1):
    return store.add_expression(image_id, text=text, annotator="ann")


def decide(store, text, action, masks=(), *, image_id=1):
    expression_id = say(store, text, image_id)
    chosen = tuple(ChosenMask(mask) for mask in masks)
    store.record_decision(Decision(expression_id, action, text, "ann", chosen))
    return expression_id


def box(x, y, w, h):
    mask_hw = np.zeros((40, 60), bool)
    mask_hw[y : y + h, x : x + w] = True
    return Mask.from_array(mask_hw)


def test_a_projects_labels_are_what_was_accepted(store):
    accepted = decide(store, "the mug on the left", DecisionAction.DRAW, [box(1, 1, 9, 9)])
    both = decide(store, "both mugs", DecisionAction.DRAW, [box(1, 1, 9, 9), box(30, 5, 8, 8)])
    decide(store, "the cow", DecisionAction.NO_TARGET)
    decide(store, "later", DecisionAction.SKIP)
    say(store, "nobody decided this")
    labels = read_project_labels(store)
    assert [unit.unit_id for unit in labels.images[0].units] == [str(accepted), str(both)]
    assert len(labels.images) == 1
    assert labels.images[0].units[1].truth(Truth.UNION).area == 81 + 64
    assert len(labels.images[0].every_mask(Truth.UNION)) == 2
    assert {what: count for what, (count, _) in told(labels.beside).items()} == {
        NO_TARGET: 1,
        "expressions that nobody has decided": 1,
        "expressions that were skipped": 1,
    }
    assert labels.left_out == ()
    assert labels.images[0].units[0].kind == "position"


def test_masks_that_a_method_proposed_are_counted_for_it(store):
    for text, rank, edited in (
        ("one", 1, False),
        ("two", 3, False),
        ("three", 1, True),
        ("four", None, False),
    ):
        mask = box(1, 1, 9, 9 + len(text))
        chosen = ChosenMask(mask, mask, candidate_rank=rank, edited=edited)
        expression_id = say(store, text)
        provenance = Provenance("r", "tas-code", "starter")
        action = DecisionAction.DRAW if rank is None else DecisionAction.ACCEPT
        store.record_decision(Decision(expression_id, action, text, "ann", (chosen,), provenance=provenance))
    labels = read_project_labels(store)
    assert labels.favoured == (("tas-code", 2),)
    comparison = compare(run_evaluation(labels, [GivenAnswers("tas-code", {})], Protocol()), Resampling(10))
    assert favour_sentence(comparison).startswith("Of 4 labels, 2 of tas-code are masks")
    assert comparison.to_json()["favoured"] == {"tas-code": 2}


def test_an_undecided_project_has_nothing_to_score(store):
    say(store, "the mug")
    labels = read_project_labels(store)
    with pytest.raises(InputRefused, match="no sentence with a mask") as refused:
        run_evaluation(labels, [GivenAnswers("none", {})], Protocol())
    assert "1 expressions that nobody has decided" in refused.value.next_step


def test_any_of_our_formats_gives_labels(tmp_path):
    content = {
        "images": [{"id": 1, "file_name": "a.png", "height": 10, "width": 12}],
        "categories": [{"id": 1, "name": "mug"}],
        "annotations": [
            annotation(1) | {"category_id": 1, "expressions": ["The mug", "the second mug from the left"]},
            annotation(2, {"size": [10, 12], "counts": [120]})
            | {"category_id": 1, "expressions": ["nothing"]},
        ],
    }
    file = tmp_path / "labels.json"
    file.write_text(json.dumps(content))
    labels = read_dataset_labels(file, format_name="coco")
    assert [unit.raw for unit in labels.images[0].units] == ["The mug", "the second mug from the left"]
    assert labels.images[0].units[1].kind == "ordinal"
    assert told(labels.left_out) == {NO_PIXELS: (1, ("a.png: nothing",))}
    with pytest.raises(InputRefused, match="format"):
        read_dataset_labels(file, format_name="cocoa")
