"""The REFER folder: what clients demand of it, and how it is written."""

from __future__ import annotations

import json
import pickle

import cv2
import numpy as np
import pytest
from pycocotools import mask as coco_mask
from pycocotools.coco import COCO
from typer.testing import CliRunner

from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.formats.refer.labelled import read_refer
from tas_desktop.starter.scenes import Split, generate_scene, speak, write_refer_dataset
from tas_desktop.starter.scenes.handwriting import load_handwritten
from tas_desktop.starter.scenes.refer_layout import DATASET_DIR, IMAGE_DIR

COUNT = 6


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    out = tmp_path_factory.mktemp("scenes") / "out"
    write_refer_dataset(out, split=Split.TEST, count=COUNT)
    return out


@pytest.fixture(scope="module")
def refs(dataset):
    return pickle.loads((dataset / DATASET_DIR / "refs(unc).p").read_bytes())


@pytest.fixture(scope="module")
def instances(dataset):
    return json.loads((dataset / DATASET_DIR / "instances.json").read_text("ascii"))


@pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")  # pycocotools under numpy 2
def test_masks_come_back_exactly(dataset, instances):
    coco = COCO(dataset / DATASET_DIR / "instances.json")
    for image in instances["images"]:
        scene = generate_scene(image["id"] - 1, split=Split.TEST)
        found = coco.loadAnns(coco.getAnnIds(imgIds=image["id"]))
        assert len(found) == len(scene.objects)
        for index, annotation in enumerate(found):
            mask_hw = coco.annToMask(annotation)
            assert np.array_equal(mask_hw.astype(bool), scene.mask_hw(index))
            rle = coco.annToRLE(annotation)
            assert all(len(part) >= 8 for part in annotation["segmentation"])
            assert annotation["area"] == coco_mask.area(rle) == mask_hw.sum()
            assert annotation["bbox"] == list(coco_mask.toBbox(rle))
            assert annotation["iscrowd"] == 0
            category = coco.cats[annotation["category_id"]]["name"]
            assert category == scene.objects[index].category


def test_ids_are_plain_and_unique(instances, refs):
    for rows, key in (
        (instances["images"], "id"),
        (instances["annotations"], "id"),
        (instances["categories"], "id"),
        (refs, "ref_id"),
    ):
        ids = [row[key] for row in rows]
        assert all(type(number) is int and number >= 1 for number in ids)
        assert len(set(ids)) == len(ids)
    sentence_ids = [number for ref in refs for number in ref["sent_ids"]]
    assert len(set(sentence_ids)) == len(sentence_ids)


def test_refs_say_what_the_grammar_said(instances, refs):
    annotations = {row["id"]: row for row in instances["annotations"]}
    assert len({ref["ann_id"] for ref in refs}) == len(refs)  # one ref per object
    said = []
    for ref in refs:
        annotation = annotations[ref["ann_id"]]
        assert (ref["image_id"], ref["category_id"]) == (annotation["image_id"], annotation["category_id"])
        assert ref["split"] == "test"
        assert ref["file_name"] == f"COCO_train2014_{ref['image_id']:012d}_{ref['ann_id']}.jpg"
        assert ref["sent_ids"] == [sentence["sent_id"] for sentence in ref["sentences"]]
        for sentence in ref["sentences"]:
            assert sentence["sent"] == " ".join(sentence["tokens"])
            assert sentence["sent"] == sentence["sent"].lower()
            assert not set(sentence["sent"]) & set(",.'\t\n|")
            said.append((ref["image_id"], sentence["raw"], sentence["kind"], tuple(sentence["unseen"])))
    expected = [
        (seed + 1, e.text, e.kind.value, tuple(map(str, e.unseen)))
        for seed in range(COUNT)
        for e in speak(generate_scene(seed, split=Split.TEST))
    ]
    assert sorted(said) == sorted(expected)


def test_the_pickle_holds_builtins_only(dataset):
    payload = (dataset / DATASET_DIR / "refs(unc).p").read_bytes()

    class Strict(pickle.Unpickler):
        def find_class(self, module, name):
            pytest.fail(f"{module}.{name} in the pickle")

    import io

    assert payload[:2] == b"\x80\x02"
    assert Strict(io.BytesIO(payload)).load()


def test_pictures_are_the_scenes(dataset, instances):
    for image in instances["images"]:
        read = cv2.imread(str(dataset / IMAGE_DIR / image["file_name"]))[..., ::-1]
        scene = generate_scene(image["id"] - 1, split=Split.TEST)
        assert read.shape == (image["height"], image["width"], 3)
        assert np.abs(read.astype(int) - scene.image_rgb).mean() < 4


def test_a_taken_target_is_refused_untouched(tmp_path):
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(TargetNotWritable, match="not an empty folder"):
        write_refer_dataset(tmp_path, split=Split.TEST, count=1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_taken(tmp_path):
    write_refer_dataset(tmp_path / "new" / "deep", split=Split.TRAIN, count=1)
    empty = tmp_path / "empty"
    empty.mkdir()
    write_refer_dataset(empty, split=Split.TRAIN, count=1)
    assert (empty / DATASET_DIR / "instances.json").is_file()


def test_a_file_in_the_way_is_refused(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(TargetNotWritable):
        write_refer_dataset(blocker / "below", split=Split.TEST, count=1)


def test_cancelling_leaves_nothing(tmp_path):
    token = CancelToken()

    def stop_after_two(done, _total):
        if done == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        write_refer_dataset(
            tmp_path / "out", split=Split.TEST, count=9, progress=stop_after_two, cancel=token
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("split", "count", "handwritten"), [(Split.TEST, 0, False), (Split.TRAIN, 5, True)])
def test_impossible_requests(tmp_path, split, count, handwritten):
    with pytest.raises(InputRefused):
        write_refer_dataset(tmp_path / "out", split=split, count=count, handwritten=handwritten)
    assert list(tmp_path.iterdir()) == []


def test_our_own_importer_reads_it_back(dataset, refs):
    read = read_refer(dataset, split="test")
    assert len(read.images) == COUNT
    assert [(ref.ref_id, len(ref.sentences)) for ref in read.refs] == [
        (ref["ref_id"], len(ref["sentences"])) for ref in refs
    ]
    first = read.refs[0]
    assert read.images[first.image_id].path.is_file()
    assert (first.sentences[0].kind, list(first.sentences[0].unseen)) == (
        refs[0]["sentences"][0]["kind"],
        refs[0]["sentences"][0]["unseen"],
    )


def test_hand_written_sentences_are_written_on_their_own_scenes(tmp_path):
    write_refer_dataset(tmp_path / "out", split=Split.TEST, count=4, handwritten=True)
    refs = pickle.loads((tmp_path / "out" / DATASET_DIR / "refs(unc).p").read_bytes())
    rows = load_handwritten()
    first = sorted({row.seed for row in rows})[:4]
    said = sorted((ref["image_id"] - 1, s["raw"]) for ref in refs for s in ref["sentences"])
    assert said == sorted((row.seed, row.text) for row in rows if row.seed in first)
    assert {s["template"] for ref in refs for s in ref["sentences"]} == {"handwritten"}


def test_the_command_prints_the_card(tmp_path):
    from tas_desktop.cli.starter import app

    runner = CliRunner()
    shown = runner.invoke(app, ["scenes", str(tmp_path / "a"), "--split", "validation", "--count", "3"])
    assert shown.exit_code == 0
    assert "occluded by 10-60 %" in shown.output
    told = runner.invoke(
        app, ["scenes", str(tmp_path / "b"), "--split", "validation", "--count", "3", "--json"]
    )
    card = json.loads(told.stdout)
    assert card["scenes"] == 3
    assert card == json.loads((tmp_path / "b" / "scene_card.json").read_text())
