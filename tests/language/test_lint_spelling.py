from __future__ import annotations

import csv

import pytest

from tas_desktop.domain.lint import LintCode, apply_finding
from tas_desktop.language.lint.spelling import find_misspellings


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("rightest guyin black", LintCode.GLUED, "rightest guy in black"),
        ("the strpied mug", LintCode.MISSPELLED, "the striped mug"),
        ("giraffee on lft", LintCode.MISSPELLED, "giraffe on lft"),
        ("man on rigth", LintCode.MISSPELLED, "man on right"),
        ("brocolli", LintCode.MISSPELLED, "broccoli"),
        ("bottomright slice", LintCode.GLUED, "bottom right slice"),
        ("infront of the car", LintCode.GLUED, "in front of the car"),
    ],
)
def test_a_slip_is_found_and_mended(text, code, mended):
    finding = find_misspellings(text)[0]
    assert finding.code is code
    assert text[finding.start : finding.end] == finding.subject
    assert apply_finding(text, finding) == mended


@pytest.mark.parametrize(
    "text",
    [
        "the man's grey t-shirt, colour of the centre",
        "guy with tshirt and hoodie 2nd from left",
        "TV next to the iPad",
        "zebra facing us",
        "girl in UGG boots",
        "红色的杯子",
        "die grüne Tasse",
        "12 o'clock slice",
        "backmost skateboarder",
        "",
    ],
)
def test_what_people_write_of_pictures_passes(text):
    assert find_misspellings(text) == ()


def test_every_finding_names_where_it_is():
    text = "womn left of hrse"
    first, second = find_misspellings(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("womn", "hrse")


def test_of_peoples_sentences_few_words_are_flagged(shared_data):
    """Recall is judged by eye (benchmarks/lint.py lists the words); a flood would make the hint worthless."""
    with (shared_data / "expressions" / "refcoco_unc_val.csv").open(encoding="utf-8") as stream:
        texts = [row["sent"] for row in csv.DictReader(stream)][:3000]
    words = sum(len(text.split()) for text in texts)
    flagged = sum(len(find_misspellings(text)) for text in texts)
    assert 0.005 < flagged / words < 0.03
