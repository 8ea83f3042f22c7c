"""JSON lines, CSV and text: what is written comes back, what others write is read, damage is named."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import WriteOptions
from tas_desktop.formats.lists.checking import check_csv, check_jsonl
from tas_desktop.formats.lists.csv_reading import read_csv
from tas_desktop.formats.lists.csv_writing import write_csv
from tas_desktop.formats.lists.jsonl_reading import read_jsonl
from tas_desktop.formats.lists.jsonl_writing import write_jsonl
from tas_desktop.formats.lists.text_reading import read_text_list
from tests.support.datasets import coco_dataset, datasets, listed, with_files, without_files

PROPERTY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
MASK = Mask.from_array(np.pad(np.ones((2, 3), bool), 2))


def small():
    return coco_dataset(
        [
            DatasetImage(
                4,
                "fotos/schöne Tasse.jpg",
                6,
                7,
                objects=(DatasetObject(7, "cup", MASK), DatasetObject(9, "dog", MASK, score=0.25)),
                references=(
                    Reference(1, (7,), (Sentence(1, "the mug"), Sentence(2, 'a "mug",\nleft'))),
                    Reference(3, (7, 9), (Sentence(3, "both"),)),
                    Reference(5, (), (Sentence(5, "the elephant"),)),
                ),
                undecided=(Sentence(6, "=perhaps()"),),
                split="val",
            ),
            DatasetImage(5, "leer.png", 3, 3, undecided=(Sentence(8, "?"),)),
        ]
    )


@PROPERTY
@given(datasets(with_origins=True, with_scores=True))
def test_json_lines_hold_everything(tmp_path, dataset):
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    options = WriteOptions(with_origin=True)
    assert write_jsonl(first, dataset, options=options) == ()
    read = read_jsonl(first)
    assert read.categories == dataset.categories
    assert listed(read) == dataset
    write_jsonl(second, read, options=options)
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().isascii()
    assert list(check_jsonl(first)) == []


@PROPERTY
@given(datasets(with_scores=True))
def test_tables_hold_everything_but_origins(tmp_path, dataset):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    assert write_csv(first, dataset, options=WriteOptions()) == ()
    read = read_csv(first)
    assert listed(read).listed == dataset.listed
    write_csv(second, read, options=WriteOptions())
    assert first.read_bytes() == second.read_bytes()
    assert list(check_csv(first)) == []


def test_origins_are_written_on_request_only(tmp_path):
    write_jsonl(tmp_path / "a.jsonl", small(), options=WriteOptions())
    assert "origin" not in (tmp_path / "a.jsonl").read_text()


def test_a_table_is_plain_csv(tmp_path):
    write_csv(tmp_path / "a.csv", small(), options=WriteOptions())
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["expression"], row["target"], row["object_id"]) for row in rows] == [
        ("the mug", "object", "7"),
        ('a "mug",\nleft', "object", "7"),
        ("both", "object", "7"),
        ("both", "object", "9"),
        ("the elephant", "none", ""),
        ("=perhaps()", "undecided", ""),
        ("?", "undecided", ""),
    ]
    assert (rows[0]["x"], rows[0]["y"], rows[0]["w"], rows[0]["h"]) == ("2", "2", "3", "2")
    assert rows[3]["score"] == "0.25"


def test_image_files_beside_a_list_are_found(tmp_path):
    dataset = with_files(small(), tmp_path / "images")
    write_csv(tmp_path / "a.csv", dataset, options=WriteOptions())
    write_jsonl(tmp_path / "a.jsonl", dataset, options=WriteOptions())
    for read in (read_csv(tmp_path / "a.csv"), read_jsonl(tmp_path / "a.jsonl")):
        assert all(image.source.samefile(tmp_path / "images" / image.file_name) for image in read.images())
        assert without_files(read).listed == small().listed


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lists_of_others(tmp_path, newline, mark):
    rows = ["Image,Expression,note", "b.jpg,the mug,x", "", 'a.jpg,"the ""big"" dog",', "b.jpg,left one,y"]
    (tmp_path / "a.csv").write_text(mark + newline.join(rows), encoding="utf-8", newline="")
    images = list(read_csv(tmp_path / "a.csv").images())
    assert [(image.image_id, image.file_name) for image in images] == [(1, "b.jpg"), (2, "a.jpg")]
    assert [sentence.text for sentence in images[0].undecided] == ["the mug", "left one"]
    assert [sentence.text for sentence in images[1].undecided] == ['the "big" dog']
    assert len({sentence.sentence_id for image in images for sentence in image.undecided}) == 3


def test_json_lines_of_others_with_masks_of_any_kind(tmp_path):
    lines = [
        {"file_name": "a.jpg", "text": "the mug", "segmentation": MASK.to_rle(), "score": 0.5},
        {"image": "b.jpg", "expression": "it", "width": 9, "height": 8, "mask": [[1, 1, 5, 1, 5, 5, 1, 5]]},
        {"image": "b.jpg", "caption": "later", "extra": [1]},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    first, second = read_jsonl(tmp_path / "a.jsonl").images()
    assert (first.height, first.width, first.objects[0].mask, first.objects[0].score) == (6, 7, MASK, 0.5)
    assert first.references[0].object_ids == (first.objects[0].object_id,)
    assert (second.objects[0].mask.area, second.objects[0].category) == (16, "object")
    assert [sentence.text for sentence in second.undecided] == ["later"]


def test_text_with_tabs_and_text_beside_its_image(tmp_path):
    (tmp_path / "list.txt").write_text("a.jpg\tthe mug\n\nsub/b.jpg\tleft\tone\n", encoding="utf-8")
    first, second = read_text_list(tmp_path / "list.txt").images()
    assert (first.file_name, first.undecided[0].text) == ("a.jpg", "the mug")
    assert (second.file_name, second.undecided[0].text) == ("sub/b.jpg", "left\tone")
    folder = tmp_path / "folder"
    with_files(coco_dataset([DatasetImage(1, "x.png", 2, 2), DatasetImage(2, "y.png", 2, 2)]), folder)
    (folder / "x.txt").write_text("one\r\ntwo\r\n")
    (folder / "y.txt").write_text("three")
    images = list(read_text_list(folder).images())
    assert [[sentence.text for sentence in image.undecided] for image in images] == [
        ["one", "two"],
        ["three"],
    ]
    assert images[1].source == folder / "y.png"


HEAD = '{"tas_desktop":1,"categories":[{"id":1,"name":"cup"}]}\n'
IMAGE = {"id": 1, "file_name": "a.png", "height": 6, "width": 7}
CUP = {"id": 1, "category": "cup", "segmentation": MASK.to_rle()}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "no rows|lacks a column"),
        ("a.csv", b"picture,expression\na,b\n", "line 1"),
        ("a.csv", b"image,expression,text,expression\n", "twice"),
        ("a.csv", b"image,expression\na.jpg\n", "line 2"),
        ("a.csv", b"image,expression\n../a.jpg,x\n", "line 2"),
        ("a.csv", b"image,expression\n/etc/passwd,x\n", "line 2"),
        ("a.csv", b"image,expression\nC:\\a.jpg,x\n", "line 2"),
        ("a.csv", b'image,expression\na.jpg,"x\n', "no CSV"),
        ("a.csv", b"image,expression\na.jpg,\xff\n", "UTF-8"),
        ("a.csv", b"image,expression\na.jpg,a\x00b\n", "NUL"),
        ("a.csv", "image,expression\na.jpg,x\n".encode("utf-16"), "UTF-16"),
        ("a.csv", b"image,width,height\na.jpg,-1,5\n", "width"),
        ("a.csv", b"image,width,height\na.jpg,99999999,99999999\n", "line 2"),
        ("a.csv", b"image,image_id\na.jpg,1\nb.jpg,1\n", "another name"),
        ("a.csv", b"image,split\na.jpg,val\na.jpg,test\n", "split"),
        ("a.csv", b"image,object_id\na.jpg,1\n", "no width"),
        ("a.csv", b"image,width,height,object_id,mask\na.jpg,7,6,1,0\n", "do not fill"),
        ("a.csv", b"image,width,height,object_id,mask\na.jpg,7,6,1,{\n", "JSON"),
        ("a.csv", b"image,expression,target\na.jpg,x,object\n", "contradicts"),
        ("a.csv", b"image,score,object_id\na.jpg,inf,1\n", "score"),
        ("a.csv", b"image,expression,expression_id\na.jpg,x,1\nb.jpg,x,1\n", "another image"),
        ("a.csv", b"image,expression,expression_id\na.jpg,x,1\na.jpg,y,1\n", "another"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"[]\n", "line 1"),
        ("a.jsonl", b'{"image": "a.jpg", "expression": 5}\n', "line 1"),
        ("a.jsonl", b'{"image": "a.jpg", "expression": NaN}\n', "line 1"),
        ("a.jsonl", b'{"tas_desktop": 2}\n', "newer program"),
        ("a.jsonl", HEAD + json.dumps(IMAGE) + "\n" + json.dumps(IMAGE), "line 3.*twice"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"objects": [CUP, CUP]}), "twice"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"objects": [CUP | {"category": "dog"}]}), "first line"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"objects": [CUP | {"id": 1.0}]}), "id is 1.0"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"height": 5, "objects": [CUP]}), "size"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"undecided": [{"id": 1}]}), "no 'text'"),
        ("a.jsonl", HEAD + json.dumps(IMAGE | {"file_name": "../b.png"}), "line 2"),
        ("a.jsonl", "[" * 100_000, "deep|JSON"),
        ("a.txt", b"the mug\n", "no image"),
        ("a.txt", b"..\\b.jpg\tx\n", "out of its folder"),
        ("a.txt", b"", "no rows"),
    ],
)
def test_damaged_lists_are_refused_by_line(tmp_path, name, content, said):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    read = {".csv": read_csv, ".jsonl": read_jsonl, ".txt": read_text_list}[file.suffix]
    with pytest.raises(InputRefused, match=said) as caught:
        list(read(file).images())
    assert caught.value.next_step
    assert str(tmp_path) in caught.value.message


def test_a_checker_says_what_a_reader_refuses(tmp_path):
    (tmp_path / "a.csv").write_text("image,score,object_id\na.jpg,inf,1\n")
    (finding,) = check_csv(tmp_path / "a.csv")
    assert (finding.check, finding.item) == ("readable", "a.csv")
    assert "line 2" in finding.message
    with pytest.raises(InputRefused):
        list(check_jsonl(tmp_path / "b.jsonl"))
