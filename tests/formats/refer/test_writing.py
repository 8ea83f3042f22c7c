"""RefCOCO and gRefCOCO exports as readers that keep to formats.md see them."""

from __future__ import annotations

import json
import os
import pickle
import pickletools
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence, SentenceOrigin
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import ImageFiles, ImageNames, WriteOptions
from tas_desktop.formats.refer.checking import check_grefcoco, check_refcoco
from tas_desktop.formats.refer.pickling import PickledList
from tas_desktop.formats.refer.reading import read_grefcoco, read_refcoco
from tas_desktop.formats.refer.sentences import plain, spoken
from tas_desktop.formats.refer.writing import write_grefcoco, write_refcoco
from tests.support.datasets import CORNERS, RING, coco_dataset, datasets, listed, texts, with_files
from tests.support.patience import PATIENCE_S
from tests.support.refer_rules import GrefRules, ReferRules, digest

LEAVE = WriteOptions(image_files=ImageFiles.LEAVE)
RULES = Path(__file__).parent.parent.parent / "support" / "refer_rules.py"


def placed(shape_hw, *, height=9, width=12, y=2, x=3):
    mask_hw = np.zeros((height, width), bool)
    mask_hw[y : y + shape_hw.shape[0], x : x + shape_hw.shape[1]] = shape_hw
    return Mask.from_array(mask_hw)


def park(**changes):
    """One image with a ring, diagonal pixels, and every kind of reference."""
    image = DatasetImage(
        image_id=5,
        file_name="fotos/schöner Park.jpg",
        height=9,
        width=12,
        objects=(
            DatasetObject(3, "dog", placed(RING)),
            DatasetObject(4, "person", placed(CORNERS, y=5, x=8)),
            DatasetObject(8, "gizmo", placed(np.ones((2, 2), bool), y=0, x=0)),
        ),
        references=(
            Reference(1, (3,), (Sentence(1, "The dog's RING!"), Sentence(7, "右边的狗"))),
            Reference(2, (4,), (Sentence(2, "man\tin ||red||\n"),)),
            Reference(5, (3, 4), (Sentence(5, "both"),)),
            Reference(6, (), (Sentence(6, "the cat"),)),
        ),
        undecided=(Sentence(9, "later"),),
        split="testA",
    )
    return replace(image, **changes)


def export(write, folder, dataset, options=LEAVE):
    """The export's losses by what they are."""
    folder.mkdir(parents=True)
    return {loss.what: loss for loss in write(folder, dataset, options=options)}


def content(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def loss_named(losses, words):
    [found] = [loss for what, loss in losses.items() if words in what]
    return found


def masks_by_id(dataset):
    return {known.object_id: known.mask for image in dataset.images() for known in image.objects}


def test_refs_are_what_refer_has(tmp_path):
    losses = export(write_refcoco, tmp_path / "out", coco_dataset([park()]))
    refs = pickle.loads((tmp_path / "out/refcoco/refs(unc).p").read_bytes())
    assert refs[0] == {
        "ref_id": 1,
        "ann_id": 3,
        "category_id": 18,
        "image_id": 5,
        "file_name": "fotos/schöner Park_3.jpg",
        "split": "testA",
        "sent_ids": [1, 7],
        "sentences": [
            {
                "tokens": ["the", "dogs", "ring"],
                "raw": "The dog's RING!",
                "sent_id": 1,
                "sent": "the dogs ring",
            },
            {"tokens": ["右边的狗"], "raw": "右边的狗", "sent_id": 7, "sent": "右边的狗"},
        ],
    }
    assert [s["raw"] for s in refs[1]["sentences"]] == ["man in |red| "]
    assert len(refs) == 2
    assert loss_named(losses, "several objects").examples == ("both",)
    assert loss_named(losses, "name nothing").examples == ("the cat",)
    assert loss_named(losses, "nobody decided").examples == ("later",)
    assert loss_named(losses, "mended").count == 1
    instances = json.loads((tmp_path / "out/refcoco/instances.json").read_bytes().decode("ascii"))
    assert [known["id"] for known in instances["annotations"]] == [3, 4, 8]
    assert max(known["id"] for known in instances["categories"] if known["name"] == "gizmo") > 90


def test_grefs_are_what_grefcoco_has(tmp_path):
    losses = export(write_grefcoco, tmp_path / "out", coco_dataset([park()]))
    refs = json.loads((tmp_path / "out/grefcoco/grefs(unc).json").read_bytes().decode("ascii"))
    chosen = [(ref["ann_id"], ref["category_id"], ref["no_target"]) for ref in refs]
    assert chosen == [
        ([3], [18], False),
        ([4], [1], False),
        ([3, 4], [18, 1], False),
        ([-1], [-1], True),
    ]
    assert refs[3]["file_name"] == "fotos/schöner Park.jpg"
    assert not [what for what in losses if "several" in what or "name nothing" in what]


@settings(max_examples=150)
@given(datasets())
def test_both_rules_see_each_mask_pixel_by_pixel(dataset):
    with tempfile.TemporaryDirectory() as name:
        write_refcoco(Path(name), dataset, options=LEAVE)
        rules = ReferRules(name)
        masks = masks_by_id(dataset)
        for ref_id, ref in rules.refs.items():
            expected_hw = masks[ref["ann_id"]].to_array()
            assert np.array_equal(rules.summed_mask(ref_id), expected_hw)
            assert np.array_equal(rules.merged_mask(ref_id), expected_hw)
        single = [r for i in dataset.images() for r in i.references if len(r.object_ids) == 1]
        said = {s.sentence_id: spoken(s.text) for r in single for s in r.sentences}
        assert {number: s["raw"] for number, s in rules.sentences.items()} == {
            number: known.raw for number, known in said.items() if known
        }
        assert {i for split in ("train", "val", "test") for i in rules.ref_ids(split)} == set(rules.refs)
        assert not list(check_refcoco(Path(name)))


@settings(max_examples=100)
@given(datasets())
def test_grefcocos_rule_sees_each_union(dataset):
    with tempfile.TemporaryDirectory() as name:
        write_grefcoco(Path(name), dataset, options=LEAVE)
        rules = GrefRules(name)
        masks = masks_by_id(dataset)
        written = 0
        for image in dataset.images():
            for reference in image.references:
                if not any(spoken(sentence.text) for sentence in reference.sentences):
                    continue
                written += 1
                union_hw = np.zeros((image.height, image.width), bool)
                for number in reference.object_ids:
                    union_hw |= masks[number].to_array()
                assert np.array_equal(rules.mask(reference.reference_id), union_hw)
        assert written == len(rules.refs)
        assert not list(check_grefcoco(Path(name)))


@pytest.mark.parametrize("names", list(ImageNames))
@pytest.mark.parametrize("folder", ["refcoco", "refcoco+", "refcocog", "refclef"])
def test_a_reader_in_the_c_locale_sees_the_same(tmp_path, folder, names):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    options = WriteOptions(dataset=folder, image_names=names)
    export(write_refcoco, tmp_path / "out", dataset, options)
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    run = subprocess.run(
        [sys.executable, str(RULES), str(tmp_path / "out"), folder],
        env=bare,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    seen = json.loads(run.stdout)
    masks = masks_by_id(dataset)
    assert {number: ref["raw"] for number, ref in seen.items()} == {
        "1": ["The dog's RING!", "右边的狗"],
        "2": ["man in |red| "],
    }
    for ref_id, object_id in (("1", 3), ("2", 4)):
        assert seen[ref_id]["summed"] == seen[ref_id]["merged"] == digest(masks[object_id].to_array())
        # A file system in the C locale has no name for an umlaut; COCO's pattern needs none.
        assert seen[ref_id]["file"] or names is ImageNames.OWN


@settings(max_examples=100)
@given(datasets(with_scores=True, with_origins=True), st.sampled_from([write_refcoco, write_grefcoco]))
def test_exports_are_equal_from_the_second_on(dataset, write):
    read = read_refcoco if write is write_refcoco else read_grefcoco
    options = replace(LEAVE, with_origin=True)
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(3)]
        for folder in folders:
            folder.mkdir()
        write(folders[0], dataset, options=options)
        first = listed(read(folders[0]))
        write(folders[1], first, options=options)
        losses = write(folders[2], listed(read(folders[1])), options=options)
        assert content(folders[1]) == content(folders[2])
        assert losses == ()
        assert masks_by_id(first) == masks_by_id(dataset)
        origins = {
            s.sentence_id: s.origin for i in dataset.images() for r in i.references for s in r.sentences
        }
        for image in first.images():
            for reference in image.references:
                for sentence in reference.sentences:
                    assert sentence.origin == origins[sentence.sentence_id]


@settings(max_examples=100)
@given(datasets(undecided=False, splits=("train", "val", "testB")))
def test_grefcoco_keeps_everything_decided(dataset):
    with tempfile.TemporaryDirectory() as name:
        losses = write_grefcoco(Path(name), dataset, options=LEAVE)
        if not losses:
            kept = [image for image in dataset.listed if image.objects or image.references]
            assert list(read_grefcoco(Path(name)).images()) == kept


def test_own_names_come_back_from_coco_names(tmp_path):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    export(write_refcoco, tmp_path / "out", dataset, WriteOptions(image_names=ImageNames.COCO))
    image_file = tmp_path / "out/images/mscoco/images/train2014/COCO_train2014_000000000005.jpg"
    [image] = read_refcoco(tmp_path / "out").images()
    assert image.file_name == "fotos/schöner Park.jpg"
    assert image.source == image_file
    assert image_file.read_bytes() == (tmp_path / "photos" / image.file_name).read_bytes()
    refs = pickle.loads((tmp_path / "out/refcoco/refs(unc).p").read_bytes())
    assert refs[0]["file_name"] == "COCO_train2014_000000000005_3.jpg"
    mdetr = "_".join(refs[0]["file_name"].split("_")[:-1]) + ".jpg"
    assert mdetr == image_file.name
    assert not list(check_refcoco(tmp_path / "out"))


def test_files_are_linked_or_left(tmp_path):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    export(write_grefcoco, tmp_path / "linked", dataset, WriteOptions(image_files=ImageFiles.LINK))
    linked = tmp_path / "linked/images/train2014/fotos/schöner Park.jpg"
    assert linked.samefile(tmp_path / "photos/fotos/schöner Park.jpg")
    export(write_grefcoco, tmp_path / "left", dataset)
    assert not (tmp_path / "left/images").exists()
    assert "images/mscoco/images/train2014" in (tmp_path / "left/README.md").read_text()
    [image] = read_grefcoco(tmp_path / "left").images()
    assert image.source is None


def test_refclefs_images_lie_where_refer_has_them(tmp_path):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    export(write_refcoco, tmp_path / "out", dataset, WriteOptions(dataset="refclef"))
    assert (tmp_path / "out/images/saiapr_tc-12/fotos/schöner Park.jpg").is_file()
    assert "CARIS" not in (tmp_path / "out/README.md").read_text()
    [image] = read_refcoco(tmp_path / "out").images()
    assert image.source is not None
    assert not list(check_refcoco(tmp_path / "out"))


def test_an_image_without_its_file_is_left_out(tmp_path):
    dataset = with_files(coco_dataset([park(), lake()]), tmp_path / "photos")
    (tmp_path / "photos/lake.png").write_bytes(b"")
    losses = export(write_refcoco, tmp_path / "out", dataset, WriteOptions())
    assert loss_named(losses, "could not be placed").examples == ("lake.png",)
    assert [image.image_id for image in read_refcoco(tmp_path / "out").images()] == [5]
    assert not list(check_refcoco(tmp_path / "out"))


def lake(**changes):
    whole = Mask.from_array(np.ones((4, 4), bool))
    image = DatasetImage(
        image_id=6,
        file_name="lake.png",
        height=4,
        width=4,
        objects=(DatasetObject(20, "boat", whole),),
        references=(Reference(30, (20,), (Sentence(30, "the boat"),)),),
    )
    return replace(image, **changes)


@pytest.mark.parametrize(
    ("split", "written", "words"),
    [
        ("", "train", "without a split"),
        ("validation", "val", "as the layout has them"),
        ("testB", "testB", ""),
        ("TESTA", "testA", "as the layout has them"),
        ("holdout", None, "readers refuse"),
    ],
)
def test_splits_are_refers_own(tmp_path, split, written, words):
    losses = export(write_refcoco, tmp_path / "out", coco_dataset([lake(split=split)]))
    refs = pickle.loads((tmp_path / "out/refcoco/refs(unc).p").read_bytes())
    assert [ref["split"] for ref in refs] == ([written] if written else [])
    assert [what for what in losses if words and words in what] == list(losses)


def test_what_no_client_reads_is_left_out(tmp_path):
    empty = DatasetObject(21, "boat", Mask.from_array(np.zeros((4, 4), bool)))
    other = DatasetObject(22, "boat", Mask.from_array(np.ones((4, 5), bool)))
    whole = lake()
    image = replace(
        whole,
        objects=(*whole.objects, empty, other),
        references=(*whole.references, Reference(31, (21,), (Sentence(31, "nothing"),))),
    )
    losses = export(write_refcoco, tmp_path / "out", coco_dataset([image]))
    assert loss_named(losses, "empty mask").count == 1
    assert loss_named(losses, "another size").count == 1
    assert loss_named(losses, "expressions of objects").examples == ("nothing",)
    assert list(masks_by_id(read_refcoco(tmp_path / "out"))) == [20]


def test_references_to_one_object_are_one_ref(tmp_path):
    image = lake(
        references=(
            Reference(30, (20,), (Sentence(30, "the boat"),)),
            Reference(33, (20,), (Sentence(33, "it"),)),
        )
    )
    export(write_refcoco, tmp_path / "out", coco_dataset([image]))
    rules = ReferRules(tmp_path / "out")
    assert rules.ref_of_annotation[20]["sent_ids"] == [30, 33]


def test_two_names_that_differ_in_case_only_stay_apart(tmp_path):
    other = lake(
        image_id=9,
        file_name="LAKE.png",
        objects=(replace(lake().objects[0], object_id=90),),
        references=(Reference(91, (90,), (Sentence(91, "a boat"),)),),
    )
    export(write_refcoco, tmp_path / "out", coco_dataset([lake(), other]))
    instances = json.loads((tmp_path / "out/refcoco/instances.json").read_text())
    assert [known["file_name"] for known in instances["images"]] == ["lake.png", "LAKE-9.png"]
    assert [image.file_name for image in read_refcoco(tmp_path / "out").images()] == ["lake.png", "LAKE.png"]


def test_other_names_than_refers_are_refused(tmp_path):
    with pytest.raises(InputRefused, match="mine"):
        write_refcoco(tmp_path, coco_dataset([lake()]), options=WriteOptions(dataset="mine"))


def test_a_turned_photo_is_written_upright(tmp_path):
    photo = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (6, 3)).save(photo, exif=exif)
    mask = Mask.from_array(np.ones((6, 3), bool))
    image = lake(height=6, width=3, objects=(DatasetObject(20, "boat", mask),), source=photo)
    losses = export(write_refcoco, tmp_path / "out", coco_dataset([image]), WriteOptions())
    assert loss_named(losses, "upright").count == 1
    with Image.open(tmp_path / "out/images/mscoco/images/train2014/lake.png") as written:
        assert written.size == (3, 6)


def test_origins_are_told_when_asked(tmp_path):
    origin = SentenceOrigin("person", "ann", "pick", seconds_spent=2.5, candidate_rank=2)
    image = lake(references=(Reference(30, (20,), (Sentence(30, "the boat", origin),)),))
    export(write_refcoco, tmp_path / "with", coco_dataset([image]), replace(LEAVE, with_origin=True))
    export(write_refcoco, tmp_path / "without", coco_dataset([image]))
    [told] = [r.sentences[0].origin for i in read_refcoco(tmp_path / "with").images() for r in i.references]
    [silent] = [
        r.sentences[0].origin for i in read_refcoco(tmp_path / "without").images() for r in i.references
    ]
    assert (told, silent) == (origin, None)


plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(plain_values, max_size=5))
def test_the_pickle_is_what_pickle_reads(values):
    with tempfile.TemporaryFile() as stream:
        with PickledList(stream) as pickled:
            for value in values:
                pickled.append(value)
        stream.seek(0)
        written = stream.read()
    assert pickle.loads(written) == values
    assert {opcode.proto for opcode, _, _ in pickletools.genops(written)} <= {0, 1, 2}


def test_a_pickle_takes_plain_values_only(tmp_path):
    with (
        pytest.raises(TypeError, match="int64"),
        (tmp_path / "refs.p").open("wb") as stream,
        PickledList(stream) as pickled,
    ):
        pickled.append({"ref_id": np.int64(3)})


@given(texts())
def test_sentences_have_all_forms(text):
    said = spoken(text)
    if said is None:
        assert not any(character.isprintable() and not character.isspace() for character in text)
        return
    assert said.raw.strip()
    assert said.sent.strip()
    assert said.tokens == said.sent.split()
    assert not {"\t", "\n", "\r"} & set(said.raw + said.sent)
    assert "||" not in said.raw
    assert plain(said.sent) == said.sent
    assert spoken(said.raw) == said


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Man's, red HAT!", "mans red hat"),
        ("mid-size #2", "mid size 2"),
        ("Öl café é", "öl café é"),
        ("हिन्दी।", "हिन्दी"),
        ("🙂", "🙂"),
        ("...", "..."),
    ],
)
def test_plain_sentences_keep_letters(text, sent):
    assert plain(text) == sent
