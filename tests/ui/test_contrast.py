"""What can be read and used in both themes: contrasts of the tones by WCAG 2.2."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from tas_desktop.config.resources import resource_path
from tas_desktop.ui.candidates.terms import TERMS
from tas_desktop.ui.theme import DARK, LIGHT

GROUNDS = ("window", "panel", "raised", "accent_soft")
TEXT, PART = 4.5, 3.0  # 1.4.3 for text, 1.4.11 for what must be seen of a control or a drawing
MARKS = {"check": "on_accent", "tick": "accent", "up": "muted", "down": "muted", "check-off": "muted"}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    shades = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shades]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
class TestTones:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("tone", ["text", "muted", "accent", "good", "warning", "error"])
    def test_text_can_be_read_on_every_ground(self, tones, tone, ground):
        assert contrast(getattr(tones, tone), getattr(tones, ground)) >= TEXT

    @pytest.mark.parametrize("severity", ["warning", "error"])
    def test_notices_can_be_read(self, tones, severity):
        ground = getattr(tones, f"{severity}_soft")
        assert contrast(tones.text, ground) >= TEXT
        assert contrast(getattr(tones, severity), ground) >= TEXT

    def test_what_stands_on_the_accent_can_be_read(self, tones):
        assert contrast(tones.on_accent, tones.accent) >= TEXT

    @pytest.mark.parametrize("ground", ["window", "panel", "raised"])
    def test_the_edge_of_a_control_can_be_seen(self, tones, ground):
        assert contrast(tones.edge, getattr(tones, ground)) >= PART

    @pytest.mark.parametrize("ground", ["panel", "accent_soft"])
    def test_every_part_of_a_bar_can_be_seen(self, tones, ground):
        for term in TERMS:
            assert contrast(term.colour_in(tones), getattr(tones, ground)) >= PART, term.letter

    @pytest.mark.parametrize("mark", MARKS)
    def test_the_marks_of_controls_have_the_tone_that_they_stand_for(self, tones, mark):
        file = resource_path("icons", "controls", "dark" if tones.is_dark else "light", f"{mark}.svg")
        (stroke,) = re.findall(r'stroke="(#\w+)"', file.read_text(encoding="utf-8"))
        assert stroke == getattr(tones, MARKS[mark])
