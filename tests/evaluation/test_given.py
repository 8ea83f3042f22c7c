"""Predictions made elsewhere: how they find their sentences, and what is said of those that do not."""

from __future__ import annotations

import json

import pytest

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.errors import InputRefused
from tas_desktop.evaluation.answering.given import (
    UNANSWERED,
    UNMATCHED,
    WRONG_SIZE,
    read_imported,
    read_predictions,
)
from tas_desktop.evaluation.labels.project import read_project_labels
from tas_desktop.evaluation.labels.refer import read_refer_labels
from tas_desktop.evaluation.protocol import Protocol, Truth
from tas_desktop.evaluation.report import reports_of
from tas_desktop.evaluation.running import run_evaluation
from tas_desktop.projects.importing.options import ImportKind, ImportOptions
from tas_desktop.projects.importing.running import import_files
from tests.evaluation.test_labels import box, decide, store  # noqa: F401 - a fixture


@pytest.fixture
def labels(refer_folder):
    return read_refer_labels(refer_folder)


def coco(file, images):
    """A COCO file: ``{image name: [(text, mask), ...]}``."""
    records, annotations = [], []
    for number, (name, said) in enumerate(images.items(), start=1):
        height, width = (said[0][1].height, said[0][1].width) if said else (120, 160)
        records.append({"id": number, "file_name": name, "height": height, "width": width})
        for text, mask in said:
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": number,
                    "category_id": 1,
                    "segmentation": mask.to_rle(),
                    "bbox": list(mask.box_xywh),
                    "area": mask.area,
                    "iscrowd": 0,
                    "expressions": [text],
                }
            )
    categories = [{"id": 1, "name": "object"}]
    file.write_text(json.dumps({"images": records, "annotations": annotations, "categories": categories}))
    return file


def truths(image):
    return [(unit.raw, unit.truth(Truth.UNION)) for unit in image.units]


def told(answers):
    return {loss.what: loss.count for loss in answers.losses}


def test_predictions_are_found_by_image_and_text(labels, tmp_path):
    first, second = labels.images
    said = [(text.upper(), mask) for text, mask in truths(first)]
    file = coco(tmp_path / "peer.json", {f"elsewhere/{first.name}": said, second.name: truths(second)[:1]})
    answers = read_predictions(file, labels, format_name="coco")
    assert answers.names == ("peer",)
    assert told(answers) == {UNANSWERED: 1}
    report = reports_of(run_evaluation(labels, [answers], Protocol()), proposals="")[0].to_json()
    assert (report["n"], report["miou"]) == (5, 0.8)


def test_what_fits_nothing_is_counted(labels, tmp_path):
    first = labels.images[0]
    small = box(1, 1, 5, 5)
    images = {first.name: [("no such sentence", truths(first)[0][1])], "nowhere.png": [("the mug", small)]}
    answers = read_predictions(coco(tmp_path / "a.json", images), labels, format_name="coco", name="peer")
    assert answers.names == ("peer",)
    assert told(answers) == {UNMATCHED: 2, UNANSWERED: 5}
    text = first.units[0].raw
    answers = read_predictions(
        coco(tmp_path / "b.json", {first.name: [(text, small)]}), labels, format_name="coco"
    )
    assert told(answers) == {WRONG_SIZE: 1, UNANSWERED: 5}


def test_no_file_and_no_format_are_refused(labels, tmp_path):
    with pytest.raises(InputRefused):
        read_predictions(tmp_path / "none.json", labels, format_name="coco")
    with pytest.raises(InputRefused, match="format"):
        read_predictions(tmp_path, labels, format_name="none")


def test_the_predictions_of_a_project_are_contenders(store, tmp_path):  # noqa: F811
    decide(store, "the mug", DecisionAction.DRAW, [box(1, 1, 10, 10)])
    decide(store, "the bowl", DecisionAction.DRAW, [box(30, 5, 8, 8)])
    for name, width in (("half", 5), ("whole", 10)):
        file = coco(tmp_path / f"{name}.json", {"a.png": [("the mug", box(1, 1, width, 10))]})
        import_files(store, ImportOptions(file, "coco", ImportKind.PREDICTIONS, "ann", name=name))
    labels = read_project_labels(store)
    sources = read_imported(store, labels)
    assert [source.names for source in sources] == [("half",), ("whole",)]
    assert [told(source) for source in sources] == [{UNANSWERED: 1}] * 2
    reports = reports_of(run_evaluation(labels, sources, Protocol()), proposals="")
    assert [report.overall.miou for report in reports] == [pytest.approx(0.25), pytest.approx(0.5)]
