"""The text in the box against the image's other expressions and accepted objects."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.domain.lint import LintCode
from tas_desktop.domain.mask import Mask
from tas_desktop.session.expressions.comparison import ambiguous_rows, compare_with_image, find_joined
from tas_desktop.storage.rows import ExpressionRow, ExpressionSource, ExpressionStatus, ReferentRow


def block(x, y, w=20, h=20) -> Mask:
    mask_hw = np.zeros((60, 80), dtype=bool)
    mask_hw[y : y + h, x : x + w] = True
    return Mask.from_array(mask_hw)


def row(number, text, *referents) -> ExpressionRow:
    status = ExpressionStatus.ACCEPTED if referents else ExpressionStatus.UNDECIDED
    return ExpressionRow(number, 1, number, text, ExpressionSource.PERSON, status, None, tuple(referents))


def referent(number, mask, *expressions) -> ReferentRow:
    texts = tuple(f"text {i}" for i in expressions)
    return ReferentRow(number, 1, "object", mask, tuple(expressions), texts)


LEFT, RIGHT = block(0, 10), block(50, 10)
EXPRESSIONS = [row(1, "the mug", 7), row(2, "red cup"), row(3, "a jug", 8)]
REFERENTS = [referent(7, LEFT, 1), referent(8, RIGHT, 3)]


def compare(text, mask, *, own=None):
    found = compare_with_image(
        text, own_expression=own, mask=mask, expressions=EXPRESSIONS, referents=REFERENTS
    )
    return [(finding.code, finding.subject) for finding in found]


def test_a_mask_like_an_accepted_one_is_joined():
    nearly = block(0, 10, h=19)
    assert compare("something else", nearly) == [(LintCode.SAME_REFERENT, "text 1")]
    joined, overlap = find_joined(nearly, REFERENTS, own_expression=None)
    assert joined.referent_id == 7
    assert overlap == pytest.approx(0.95)


def test_below_nine_tenths_nothing_is_joined():
    assert compare("something else", block(0, 10, h=17)) == []


def test_the_expressions_own_object_is_no_other():
    assert compare("the mug", LEFT, own=1) == []


def test_a_mask_of_another_size_is_compared_with_nothing():
    other = Mask.from_array(np.ones((10, 10), dtype=bool))
    assert find_joined(other, REFERENTS, own_expression=None) is None


def test_one_text_for_another_object_is_ambiguous():
    assert compare("The  MUG.", RIGHT) == [
        (LintCode.SAME_REFERENT, "text 3"),
        (LintCode.AMBIGUOUS, "the mug"),
    ]


def test_one_text_for_the_same_object_is_a_duplicate():
    assert compare("the mug", LEFT) == [(LintCode.SAME_REFERENT, "text 1"), (LintCode.DUPLICATE, "the mug")]


def test_without_a_mask_texts_alone_are_compared():
    assert compare("the mug", None) == [(LintCode.DUPLICATE, "the mug")]
    assert compare("cup, red", None) == [(LintCode.NEAR_DUPLICATE, "red cup")]
    assert compare("", None) == []


def test_rows_with_one_text_and_two_objects():
    rows = [*EXPRESSIONS, row(4, "The mug", 8), row(5, "red cup", 9), row(6, "a jug", 8)]
    assert ambiguous_rows(rows) == {1, 4}
    assert ambiguous_rows(EXPRESSIONS) == frozenset()
