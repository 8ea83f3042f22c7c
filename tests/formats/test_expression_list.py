"""Lists of expressions, as people write and export them."""

from __future__ import annotations

import pytest

from tas_desktop.config.resources import resource_path
from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.expression_list import read_expression_list, scan_expression_list
from tas_desktop.formats.image_reading import read_image


def test_csv_with_quotes_other_columns_and_a_byte_order_mark(tmp_path):
    (tmp_path / "list.csv").write_bytes(
        '\ufeffsplit,image,expression\r\ntest,a.jpg,"the mug, left"\r\n\r\ntest,ü/b.png,das Auto\r\n'.encode()
    )
    assert read_expression_list(tmp_path / "list.csv") == [
        ("a.jpg", "the mug, left"),
        ("ü/b.png", "das Auto"),
    ]


def test_json_lines(tmp_path):
    (tmp_path / "list.jsonl").write_text(
        '{"image": "a.jpg", "expression": "it", "id": 3}\n\n', encoding="utf-8"
    )
    assert read_expression_list(tmp_path / "list.jsonl") == [("a.jpg", "it")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.csv", b"", "lacks expression and image"),
        ("list.csv", b"image;expression\na.jpg;it\n", "lacks"),
        ("list.csv", b"image,expression\na.jpg,it\nb.jpg\n", "line 3"),
        ("list.csv", b"image,expression\na.jpg, \n", "line 2"),
        ("list.csv", "image,expression\na.jpg,schön\n".encode("latin-1"), "line 2 is not valid UTF-8"),
        ("list.jsonl", b'{"image": "a.jpg", "expression": "it"}\n{', "line 2"),
        ("list.jsonl", b"[1]\n", "line 1 lacks"),
        ("list.jsonl", b'{"image": "a.jpg"}\n', "line 1"),
        ("list.jsonl", b"[" * 100_000, "line 1"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputRefused, match=said) as caught:
        read_expression_list(tmp_path / name)
    assert caught.value.next_step


def test_good_lines_are_kept_beside_bad_ones(tmp_path):
    (tmp_path / "list.csv").write_bytes(
        b'image,expression\na.jpg,it\nb.jpg\nc.jpg,caf\xe9\n"d\n.jpg",two lines\ne.jpg,\nf.jpg,that\n'
    )
    scanned = scan_expression_list(tmp_path / "list.csv")
    assert scanned.good == [(2, ("a.jpg", "it")), (6, ("d\n.jpg", "two lines")), (8, ("f.jpg", "that"))]
    assert scanned.bad == [
        (3, "lacks an image or an expression"),
        (4, "is not valid UTF-8"),
        (7, "lacks an image or an expression"),
    ]
    (tmp_path / "list.jsonl").write_text('{"image": 1}\n{\n\n{"image": "a", "expression": "b"}', "utf-8")
    scanned = scan_expression_list(tmp_path / "list.jsonl")
    assert scanned.good == [(4, ("a", "b"))]
    assert [line for line, _ in scanned.bad] == [1, 2]


def test_a_field_beyond_all_bounds_is_one_bad_line(tmp_path):
    (tmp_path / "list.csv").write_text(f"image,expression\na.jpg,{'x' * 200_000}\nb.jpg,it\n", "utf-8")
    scanned = scan_expression_list(tmp_path / "list.csv")
    assert [listed.image for _, listed in scanned.good] == ["b.jpg"]
    assert [line for line, _ in scanned.bad] == [2]


def test_a_missing_list(tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        read_expression_list(tmp_path / "list.csv")


def test_every_sample_picture_has_expressions_and_every_expression_a_picture():
    folder = resource_path("samples")
    listed = read_expression_list(folder / "samples.csv")
    pictures = {path.name for path in folder.iterdir() if path.suffix in (".jpg", ".png")}
    assert {line.image for line in listed} == pictures
    assert len(pictures) >= 6
    for name in pictures:
        assert read_image(folder / name).notices == ()
