"""The figures of the work, against counts made by hand."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.evaluation.statistics.counting import count_decisions
from tas_desktop.evaluation.statistics.figures import Quartiles, Share
from tas_desktop.evaluation.statistics.kinds import KINDS, kind_by_words
from tas_desktop.evaluation.statistics.plot_style import Plot, PlotTexts
from tas_desktop.evaluation.statistics.plots import draw_plot, render_rgba, write_plots
from tas_desktop.evaluation.statistics.tables import CSV_HEADER, statistics_to_csv, statistics_to_json
from tas_desktop.storage.back_checks import BackCheckRow
from tas_desktop.storage.decision_facts import DecisionFact
from tas_desktop.storage.rows import ExpressionSource

START = datetime(2026, 3, 2, 10, tzinfo=UTC)
ACCEPT, DRAW, NO_TARGET = DecisionAction.ACCEPT, DecisionAction.DRAW, DecisionAction.NO_TARGET


def fact(number=1, action=ACCEPT, *, rank=1, **changes):
    made = DecisionFact(
        decision_id=number,
        expression_id=number,
        text="the mug",
        action=action,
        annotator="ann",
        seconds_spent=2.0,
        created_at=START + timedelta(minutes=number),
        method="tas",
        source=ExpressionSource.IMPORT,
        kind="noun",
        rank=rank if action.has_mask and action is not DRAW else None,
        edited=False,
        mask_count=int(action.has_mask),
        first_iou=None,
    )
    return made._replace(**changes)


def check(iou, *, same, by="ann"):
    return BackCheckRow(1, 1, 1, "ann", by, ACCEPT, iou, same, START)


FACTS = [
    fact(1),
    fact(2, rank=2, seconds_spent=4.0, kind="relation"),
    fact(3, rank=5, edited=True, kind="relation", first_iou=0.5),
    fact(4, rank=9, first_iou=0.9, method="tas-paper"),
    fact(5, DRAW, method="", annotator="bea", seconds_spent=0.0),
    fact(6, NO_TARGET, kind="", text="second dog from the left"),
    fact(7, DecisionAction.SKIP),
    fact(8, DecisionAction.FLAG),
]


@pytest.fixture(scope="module")
def counted():
    return count_decisions(FACTS, [check(1.0, same=True), check(0.4, same=False, by="bea")])


def test_accepted_at_a_rank_is_out_of_what_names_a_referent(counted):
    assert counted.overall.decisions == 8
    assert counted.overall.accepted_at == (Share(1, 5), Share(2, 5), Share(3, 5))


def test_repairs_and_ways_to_name_nothing(counted):
    overall = counted.overall
    assert (overall.edited, overall.drawn) == (Share(1, 5), Share(1, 5))
    assert (overall.no_target, overall.skipped, overall.flagged) == (Share(1, 8), Share(1, 8), Share(1, 8))


def test_seconds_leave_out_what_was_not_measured(counted):
    assert counted.overall.seconds == Quartiles(2.0, 2.0, 2.0, 7)
    assert counted.overall.first_iou.value == pytest.approx(0.7)
    assert counted.overall.first_iou.count == 2


def test_the_same_by_kind_method_and_annotator(counted):
    assert [(g.name, g.decisions) for g in counted.by_kind] == [("noun", 5), ("ordinal", 1), ("relation", 2)]
    assert [(g.name, g.decisions) for g in counted.by_method] == [("none", 1), ("tas", 6), ("tas-paper", 1)]
    assert [(g.name, g.decisions) for g in counted.by_annotator] == [("ann", 7), ("bea", 1)]


def test_back_checks_are_counted_by_who_checked(counted):
    assert counted.agreement.same_referent == Share(1, 2)
    assert counted.agreement.iou.value == pytest.approx(0.7)
    assert [(a.name, a.same_referent) for a in counted.agreement_by_annotator] == [
        ("ann", Share(1, 1)),
        ("bea", Share(0, 1)),
    ]


@pytest.mark.parametrize(
    ("span", "length"),
    [
        (timedelta(0), timedelta(minutes=10)),
        (timedelta(hours=30), timedelta(hours=1)),
        (timedelta(days=30), timedelta(days=1)),
        (timedelta(days=200), timedelta(weeks=1)),
        (timedelta(days=2000), timedelta(weeks=4)),
    ],
)
def test_periods_are_as_long_as_can_be_read(span, length):
    periods = count_decisions([fact(1), fact(2, created_at=START + span)], []).over_time
    assert {period.length for period in periods} == {length}
    assert sum(period.group.decisions for period in periods) == 2
    assert all(period.start <= START + span for period in periods)


def test_nothing_decided_has_no_figures():
    nothing = count_decisions([], [])
    assert nothing.overall.decisions == 0
    assert nothing.overall.accepted_at[0].value is None
    assert nothing.overall.seconds is None
    assert nothing.over_time == ()
    assert nothing.agreement.iou is None


def test_counting_can_be_cancelled():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        count_decisions(FACTS, [], token=token)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_are_wilsons(hits, of, low, high):
    assert Share(hits, of).interval == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share(pair):
    share = Share(*pair)
    low, high = share.interval
    assert 0 <= low <= high <= 1
    if share.value is not None:
        assert low - 1e-12 <= share.value <= high + 1e-12


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the mug", "noun"),
        ("red mug", "attribute"),
        ("the man on the left", "position"),
        ("leftmost dog", "superlative"),
        ("second from the left", "ordinal"),
        ("cup left of the blue car", "relation"),
        ("!!", "other"),
    ],
)
def test_a_kind_is_found_by_words_alone(text, kind):
    assert kind_by_words(text) == kind
    assert kind in KINDS


def test_json_has_every_group_and_is_json(counted):
    told = json.loads(json.dumps(statistics_to_json(counted)))
    assert told["overall"]["accepted_at"]["3"]["hits"] == 2
    assert [group["name"] for group in told["by_kind"]] == ["noun", "ordinal", "relation"]
    assert told["back_checks"]["checks"] == 2
    assert sum(period["decisions"] for period in told["over_time"]) == 8


def test_csv_has_one_row_for_each_group(counted):
    rows = list(csv.reader(io.StringIO(statistics_to_csv(counted))))
    assert tuple(rows[0]) == CSV_HEADER
    assert {len(row) for row in rows} == {len(CSV_HEADER)}
    overall = dict(zip(rows[0], rows[1], strict=True))
    assert (overall["decisions"], overall["accepted_at_5"]) == ("8", "0.6")
    assert [row[1] for row in rows if row[0] == "annotator"] == ["ann", "bea"]


def test_a_name_that_is_a_formula_stays_text():
    formula = "=HYPERLINK(1)"
    text = statistics_to_csv(count_decisions([fact(1, annotator=formula)], []))
    assert f"'{formula}" in text
    assert f",{formula}" not in text


@pytest.mark.parametrize("plot", Plot)
@pytest.mark.parametrize("facts", [FACTS, FACTS[:1], []], ids=["some", "one", "none"])
def test_every_plot_can_be_drawn(plot, facts):
    checks = [check(0.9, same=True)] if facts else []
    figure = draw_plot(plot, count_decisions(facts, checks))
    pixels_rgba = render_rgba(figure, dpi=80)
    assert pixels_rgba.shape == (272, 512, 4)
    assert len(np.unique(pixels_rgba.reshape(-1, 4), axis=0)) > 20, "there is something on it"


def test_a_plot_without_figures_says_so():
    figure = draw_plot(Plot.OUTCOMES, count_decisions([], []), texts=PlotTexts(nothing="noch nichts"))
    assert "noch nichts" in [text.get_text() for text in figure.axes[0].texts]


def test_the_bars_are_the_figures(counted):
    axes = draw_plot(Plot.RANKS_BY_METHOD, counted).axes[0]
    heights = [[bar.get_height() for bar in bars] for bars in axes.containers if hasattr(bars, "patches")]
    assert heights == [[1 / 3, 0.0], [2 / 3, 0.0], [1.0, 0.0]], "drawn by hand has no method"


def test_the_ways_to_decide_fill_their_bars(counted):
    axes = draw_plot(Plot.OUTCOMES, counted).axes[0]
    tops = np.zeros(3)
    for bars in axes.containers:
        tops += [bar.get_height() for bar in bars]
    assert tops == pytest.approx(np.ones(3))


def test_files_are_pictures_and_the_same_each_time(counted, tmp_path):
    files = write_plots(tmp_path / "plots", counted)
    assert {file.name for file in files} == {f"{plot}.{form}" for plot in Plot for form in ("png", "svg")}
    with Image.open(tmp_path / "plots" / "over-time.png") as picture:
        assert picture.size == (1024, 544)
    assert ET.parse(tmp_path / "plots" / "over-time.svg").getroot().tag.endswith("svg")
    before = (tmp_path / "plots" / "outcomes-by-kind.png").read_bytes()
    write_plots(tmp_path / "plots", counted, formats=("png",))
    assert (tmp_path / "plots" / "outcomes-by-kind.png").read_bytes() == before
    assert not list((tmp_path / "plots").glob(".*"))


def test_a_place_that_cannot_be_written_is_refused(counted, tmp_path):
    (tmp_path / "plots").write_text("a file")
    with pytest.raises(TargetNotWritable):
        write_plots(tmp_path / "plots", counted)
