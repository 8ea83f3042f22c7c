"""What may be an expression."""

from __future__ import annotations

import pytest

from tas_desktop.domain.errors import ExpressionRefused
from tas_desktop.domain.expression import LONGEST_EXPRESSION, check_expression


@pytest.mark.parametrize("text", ["", " \t\n\u3000", "x" * (LONGEST_EXPRESSION + 1), "caf\udce9"])
def test_what_no_one_means_is_refused_with_a_next_step(text):
    with pytest.raises(ExpressionRefused) as refused:
        check_expression(text)
    assert refused.value.next_step


@pytest.mark.parametrize("text", ["x", "the red mug", "😀" * LONGEST_EXPRESSION, "e\u0301", "\u202eder"])
def test_anything_else_may_be_meant(text):
    check_expression(text)
