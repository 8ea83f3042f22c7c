"""Label Studio's tasks: ours out and in again, its own in, and what is wrong with those of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.label_studio.brush_rle import encode_brush
from tas_desktop.formats.registry import find_format
from tests.support.datasets import RING, coco_dataset, datasets, listed, with_files, without_files

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset

FORMAT = find_format("label-studio")
LEFT = WriteOptions(image_files=ImageFiles.LEAVE)


def export(target: Path, dataset: Dataset, *, options: WriteOptions = LEFT):
    target.mkdir()
    return FORMAT.write(target, dataset, options=options)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def findings(folder: Path) -> list[str]:
    return [finding.check for finding in FORMAT.check(folder)]


def mask(inside: np.ndarray = RING) -> Mask:
    mask_hw = np.zeros((6, 8), bool)
    mask_hw[1 : 1 + inside.shape[0], 2 : 2 + inside.shape[1]] = inside
    return Mask.from_array(mask_hw)


SCENE = coco_dataset(
    [
        DatasetImage(
            image_id=7,
            file_name="räum & more/a#1?.png",
            height=6,
            width=8,
            objects=(DatasetObject(3, "cup", mask()), DatasetObject(9, "dog", mask(~RING), 0.5)),
            references=(
                Reference(1, (3,), (Sentence(1, "the cup"), Sentence(4, "the mug"))),
                Reference(2, (3, 9), (Sentence(2, "both things"),)),
                Reference(5, (), (Sentence(5, "右边的猫"),)),
            ),
            undecided=(Sentence(6, "the other dog"),),
            split="testA",
        )
    ]
)


def told(dataset: Dataset) -> list[tuple]:
    """What a dataset says, without the ids of sentences, which the format does not keep."""
    return [
        (
            image.image_id,
            image.file_name,
            image.height,
            image.width,
            image.objects,
            sorted((known.object_ids, tuple(s.text for s in known.sentences)) for known in image.references),
            [sentence.text for sentence in image.undecided],
            image.split,
        )
        for image in dataset.images()
    ]


def test_everything_but_the_ids_of_sentences_comes_back(tmp_path):
    losses = export(tmp_path / "out", SCENE)

    assert losses == ()
    assert told(FORMAT.read(tmp_path / "out")) == told(SCENE)


def test_the_images_lie_where_their_addresses_lead(tmp_path):
    dataset = with_files(SCENE, tmp_path / "in")

    export(tmp_path / "out", dataset, options=WriteOptions())

    task = json.loads((tmp_path / "out" / "tasks.json").read_text("ascii"))[0]
    assert task["data"]["image"] == "/data/local-files/?d=images/r%C3%A4um%20%26%20more/a%231%3F.png"
    [image] = FORMAT.read(tmp_path / "out").images()
    assert image.source is not None
    assert image.source.read_bytes() == (tmp_path / "in" / image.file_name).read_bytes()
    assert findings(tmp_path / "out") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dataset=datasets(with_scores=True))
def test_from_the_second_export_on_the_bytes_are_the_same(dataset, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trip")
    export(folder / "one", dataset)
    export(folder / "two", FORMAT.read(folder / "one"))
    export(folder / "three", FORMAT.read(folder / "two"))

    assert content(folder / "two") == content(folder / "three")
    assert set(findings(folder / "one")) <= {"image-file"}
    for before, after in zip(dataset.images(), FORMAT.read(folder / "one").images(), strict=True):
        assert after.objects == before.objects
        assert after.split == before.split


def test_a_plural_text_of_two_sets_of_objects_names_them_all(tmp_path):
    objects = tuple(DatasetObject(number, "dog", mask()) for number in (1, 2, 3))
    references = (
        Reference(1, (1, 2), (Sentence(1, "the dogs"), Sentence(2, "the dogs"))),
        Reference(3, (2, 3), (Sentence(3, "the dogs"),)),
    )
    image = DatasetImage(1, "a.png", 6, 8, objects, references)

    losses = export(tmp_path / "out", coco_dataset([image]))

    assert [(loss.count, loss.examples) for loss in losses] == [(1, ("the dogs",)), (1, ("the dogs",))]
    [read] = FORMAT.read(tmp_path / "out").images()
    assert [known.object_ids for known in read.references] == [(1, 2, 3)]


def write_tasks(folder: Path, *tasks: object, indent: int | None = None) -> Path:
    file = folder / "project-1.json"
    file.write_text(json.dumps(tasks, indent=indent), encoding="utf-8")
    return file


def brush(region_id: str = "Xa1", **more: object) -> dict:
    region = {
        "id": region_id,
        "type": "brushlabels",
        "from_name": "tag",
        "to_name": "image",
        "original_width": 8,
        "original_height": 6,
        "value": {"format": "rle", "rle": encode_brush(mask()), "brushlabels": ["Airplane"]},
    }
    return region | more


def text(region_id: str, *texts: str, control: str = "caption") -> dict:
    return {
        "id": region_id,
        "type": "textarea",
        "from_name": control,
        "to_name": "image",
        "original_width": 8,
        "original_height": 6,
        "value": {"text": list(texts)},
    }


def task(*results: dict, **more: object) -> dict:
    data = {"image": "/data/upload/4/6c1-foo.jpg"}
    return {"id": 12, "data": data, "annotations": [{"result": list(results)}]} | more


@pytest.mark.parametrize("indent", [None, 2])
def test_label_studios_own_export_is_read(tmp_path, indent):
    polygon = {
        "id": "poly",
        "type": "polygonlabels",
        "original_width": 8,
        "original_height": 6,
        "value": {"points": [[0, 0], [50, 0], [50, 50], [0, 50]], "polygonlabels": ["cat"]},
    }
    box = {"id": "box", "type": "rectanglelabels", "value": {"x": 1, "y": 1, "width": 3, "height": 3}}
    file = write_tasks(
        tmp_path,
        task(
            brush(), text("Xa1", "the plane", "it"), polygon, box, text("box", "a box"), text("t", "a place")
        ),
        indent=indent,
    )

    dataset = FORMAT.read(file)
    [image] = dataset.images()

    assert image.file_name == "data/upload/4/6c1-foo.jpg"
    assert [(item.category, item.mask.area) for item in image.objects] == [("Airplane", 10), ("cat", 12)]
    assert [[s.text for s in known.sentences] for known in image.references] == [["the plane", "it"]]
    assert [sentence.text for sentence in image.undecided] == ["a box", "a place"]
    assert [loss.count for loss in dataset.losses] == [1]
    assert dataset.categories.named("Airplane") is not None


def test_of_several_annotations_the_ground_truth_counts(tmp_path):
    def annotation(said: str, **more: object) -> dict:
        return {"result": [brush(), text("Xa1", said)]} | more

    annotations = [annotation("one"), annotation("truth", ground_truth=True), annotation("last")]
    cancelled = [annotation("kept"), annotation("dropped", was_cancelled=True)]
    predictions = [annotation("model")]
    file = write_tasks(
        tmp_path,
        task(annotations=annotations),
        task(annotations=cancelled),
        task(annotations=[], predictions=predictions),
    )

    said = [image.references[0].sentences[0].text for image in FORMAT.read(file).images()]

    assert said == ["truth", "kept", "model"]


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ({"data": {"image": "/data/local-files/?d=../../etc/passwd"}}, "task 1.*leads out of its folder"),
        ({"data": {"image": "x.png", "file_name": "/etc/passwd"}}, "task 1.*absolute"),
        ({"data": {"file_name": "x.png"}, "annotations": []}, "task 1.*how large"),
        ({"data": {}}, "task 1.*no 'image'"),
        ({"data": []}, "task 1, data.*not a record"),
        ({"annotations": 3}, "task 1.*not a list"),
        ({"annotations": [{"result": [brush(original_width=10**9)]}]}, "task 1.*width"),
        ({"annotations": [{"result": [brush(original_width=9)]}]}, "task 1, region 'Xa1'.*is of 192 bytes"),
        ({"annotations": [{"result": [text("a", "\ud800")]}]}, "task 1, result 1.*half a character"),
        ({"annotations": [{"result": [brush(score="high")]}]}, "task 1, result 1.*score"),
        ({"annotations": [{"result": [brush(value=None)]}]}, "task 1, result 1.*not a record"),
    ],
)
def test_damaged_tasks_are_refused_by_name(tmp_path, damage, fault):
    file = write_tasks(tmp_path, task(brush()) | damage)

    with pytest.raises(InputRefused, match=rf"(?s)project-1\.json.*{fault}"):
        listed(FORMAT.read(file))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{}", "not a list"),
        ('[\n{"data": {"image": "x", "height": 1, "width": 1}},\n', "ends in the middle, after task 1"),
        ('[\n{"data": {"image": "x", "height": 1, "width": 1}}\n]\n[]', "follows the end"),
        ('[\n{"id": NaN}\n]', "task 1.*NaN"),
        ("", "no JSON"),
    ],
)
def test_files_that_are_no_list_of_tasks_are_refused(tmp_path, text, fault):
    file = tmp_path / "tasks.json"
    file.write_text(text)

    with pytest.raises(InputRefused, match=fault):
        listed(FORMAT.read(file))


def test_a_byte_order_mark_and_windows_newlines_do_not_matter(tmp_path):
    export(tmp_path / "out", SCENE)
    file = tmp_path / "out" / "tasks.json"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert told(FORMAT.read(file)) == told(SCENE)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda task: task["data"].pop("image"), "image-given"),
        (lambda task: task.update(data=3), "task-sound"),
        (lambda task: task["annotations"][0]["result"][0].pop("from_name"), "result-fields"),
        (lambda task: task["annotations"][0]["result"][0].update(from_name="other"), "control-known"),
        (
            lambda task: task["annotations"][0]["result"][0]["value"].update(brushlabels=["ufo"]),
            "label-known",
        ),
        (lambda task: task["annotations"][0]["result"][0].pop("original_width"), "size-given"),
        (lambda task: task["annotations"][0]["result"][1].update(id="lost"), "text-has-region"),
        (lambda task: task["annotations"][0]["result"][3].update(id="object-3"), "regions-unique"),
    ],
)
def test_each_breach_is_found(tmp_path, change, check):
    export(tmp_path / "out", with_files(SCENE, tmp_path / "in"), options=WriteOptions())
    file = tmp_path / "out" / "tasks.json"
    tasks = json.loads(file.read_text("ascii"))
    change(tasks[0])
    file.write_text(json.dumps(tasks))

    assert check in findings(tmp_path / "out")


def test_tasks_with_one_id_and_files_that_are_missing_are_found(tmp_path):
    export(tmp_path / "out", SCENE)
    file = tmp_path / "out" / "tasks.json"
    tasks = json.loads(file.read_text("ascii"))
    file.write_text(json.dumps(tasks * 2))
    (tmp_path / "out" / "labeling_config.xml").unlink()

    assert set(findings(tmp_path / "out")) == {"config-there", "image-file", "ids-unique"}


@pytest.mark.parametrize("xml", ["<View", '<!DOCTYPE a [<!ENTITY b "c">]><View name="&b;"/>', "\0"])
def test_a_hostile_configuration_is_refused(tmp_path, xml):
    export(tmp_path / "out", SCENE)
    (tmp_path / "out" / "labeling_config.xml").write_text(xml)

    with pytest.raises(InputRefused, match=r"labeling_config\.xml"):
        findings(tmp_path / "out")


def test_the_ids_of_other_files_are_replaced_where_they_do_not_fit(tmp_path):
    file = write_tasks(
        tmp_path, task(brush("object-4"), brush("b")), task(brush("object-4"), brush("object-09"))
    )

    images = listed(FORMAT.read(file)).listed

    assert [image.image_id for image in images] == [1, 2]
    assert [[item.object_id for item in image.objects] for image in images] == [[4, 5], [6, 7]]
    assert without_files(FORMAT.read(file)).listed == images
