"""Lists of expressions, as people write and export them."""

from __future__ import annotations

import pytest

from tas_desktop.config.resources import resource_path
from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.expression_list import read_expression_list
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
        ("list.csv", "image,expression\na.jpg,schön\n".encode("latin-1"), "decode"),
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
