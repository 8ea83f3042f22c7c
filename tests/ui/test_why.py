"""The why-view and the bars: what is shown of a candidate's terms adds up to its total."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel

from tas_desktop.ui.candidates.bars import BarScale, paint_bar
from tas_desktop.ui.candidates.terms import CAPTION, MASK, NEGATIVE, SPATIAL, TERMS, VISUAL
from tests.support.colour_pipeline import EveryPictureIsStrange
from tests.ui.driving import type_and_wait

ROUNDING = 0.0005  # of each figure with three decimals
BAR_WIDTH = 1000


def shown_figures(window) -> list[float]:
    """Every figure of the why-view from top to bottom: the terms, then the total."""
    labels = [label for label in window.candidates.why.findChildren(QLabel) if label.isVisible()]
    figures = []
    for label in sorted(labels, key=lambda label: label.geometry().top()):
        try:
            figures.append(float(label.text().replace("\N{MINUS SIGN}", "-")))
        except ValueError:
            continue
    return figures


def test_the_figures_shown_sum_to_the_total_shown_for_every_candidate(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    ranking = opened.workspace.ranking
    opened.candidates.why_button.setChecked(True)
    for candidate in ranking.ranking.candidates:
        *terms, total = shown_figures(opened)
        assert len(terms) == len(TERMS)
        assert total == pytest.approx(candidate.total, abs=ROUNDING)
        assert sum(terms) == pytest.approx(total, abs=ROUNDING * (len(terms) + 1))
        qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    first, *_, last = ranking.ranking.candidates
    assert {first.prior > 0, first.v > 0, last.spatial < 0} == {True}, "no term is idle in this ranking"


def test_the_mask_row_says_where_its_figure_comes_from(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    texts = [label.text() for label in opened.candidates.why.findChildren(QLabel)]
    assert "its mask is trusted" in texts
    assert "its colour and usual size" not in texts


@pytest.mark.parametrize("recogniser", [EveryPictureIsStrange()], ids=["unknown-picture"])
def test_where_no_network_knows_the_picture_colour_and_size_make_the_total(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    opened.candidates.why_button.setChecked(True)
    texts = [label.text() for label in opened.candidates.why.findChildren(QLabel)]
    assert "its colour and usual size" in texts
    candidate = opened.workspace.ranking.selected
    assert [term.value_of(candidate) for term in (VISUAL, CAPTION, NEGATIVE, SPATIAL)] == [0, 0, 0, 0]
    assert MASK.value_of(candidate) == pytest.approx(candidate.total)
    assert candidate.total > 0, "it is red"


def test_the_bar_right_of_zero_less_the_bar_left_of_it_is_the_total(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    candidates = opened.workspace.ranking.ranking.candidates
    tones, scale = opened.theme.tones, BarScale.of(candidates)
    unit = BAR_WIDTH / (scale.positive + scale.negative)
    for candidate in candidates:
        strip = QImage(BAR_WIDTH, 1, QImage.Format.Format_RGB32)
        painter = QPainter(strip)
        paint_bar(painter, QRectF(0, 0, BAR_WIDTH, 1), candidate, scale, tones)
        painter.end()
        colours = [strip.pixelColor(x, 0) for x in range(BAR_WIDTH)]
        for term in TERMS:
            painted = colours.count(QColor(term.colour_in(tones)))
            assert painted == pytest.approx(abs(term.value_of(candidate)) * unit, abs=2)
