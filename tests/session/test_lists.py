"""The item models, checked by Qt's own model tester and by what they answer."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.domain.ranking import Candidate, Ranking
from tas_desktop.domain.understanding import Understanding
from tas_desktop.session.candidate_list import CandidateListModel, CandidateRole
from tas_desktop.session.expression_list import ExpressionListModel
from tas_desktop.session.image_list import ImageListModel, ImageRole
from tas_desktop.session.thumbnails import Thumbnails
from tas_desktop.storage.rows import ExpressionRow, ExpressionSource, ExpressionStatus, ImageRow, ImageStatus


def image_row(number, *, status=ImageStatus.UNTOUCHED, expressions=0, decided=0):
    return ImageRow(number, f"folder/img{number}.jpg", status, expressions, decided, None, None, None)


@pytest.fixture
def thumbnails(qtbot):
    made = Thumbnails(lambda path: np.zeros((4, 4, 3), dtype=np.uint8))
    yield made
    assert made.close()


@pytest.fixture
def images(thumbnails):
    return ImageListModel(thumbnails)


def fill(model, rows):
    model.set_rows(rows, resolve=lambda path: Path("/nowhere") / path)


def show(model, places, *, closed=()):
    is_open = np.ones(model.total, dtype=bool)
    is_open[list(closed)] = False
    model.show(np.array(places, dtype=np.int64), is_open=is_open)


def ranking_of(totals, *, text="x"):
    mask = Mask.from_array(np.eye(4))
    proposal = Proposal(mask, 0.9, ProposalSource.GIVEN)
    candidates = tuple(
        Candidate(index, proposal, rank, rank, total, total, 0.0, 0.0, 0.0, True, f"caption {index}")
        for rank, (index, total) in enumerate(sorted(enumerate(totals), key=lambda item: -item[1]), start=1)
    )
    return Ranking("id", text, "tas", candidates, Understanding(text, text, ""))


def test_image_list_is_a_sound_model(qtmodeltester, images):
    qtmodeltester.check(images)
    fill(images, [image_row(n) for n in range(1, 6)])
    qtmodeltester.check(images)
    show(images, [2, 0])
    qtmodeltester.check(images)
    images.replace_row(image_row(3, status=ImageStatus.DONE))
    qtmodeltester.check(images)


def test_candidate_list_is_a_sound_model(qtmodeltester, qtbot):
    model = CandidateListModel()
    qtmodeltester.check(model)
    model.set_ranking(ranking_of([0.1, 0.9, 0.5]))
    qtmodeltester.check(model)
    model.set_ranking(ranking_of([0.9, 0.1, 0.5]))
    qtmodeltester.check(model)
    assert model.data(model.index(0), CandidateRole.CANDIDATE).proposal_index == 0
    assert model.row_of(1) == 2
    model.set_ranking(None)
    assert model.rowCount() == 0


def expression_row(number, status=ExpressionStatus.UNDECIDED):
    return ExpressionRow(number, 1, number, f"text {number}", ExpressionSource.PERSON, status, None, ())


def test_expression_list_is_a_sound_model(qtmodeltester, qtbot):
    model = ExpressionListModel()
    qtmodeltester.check(model)
    model.set_rows([expression_row(1), expression_row(2, ExpressionStatus.ACCEPTED), expression_row(3)])
    qtmodeltester.check(model)


def test_next_undecided_goes_down_and_round(qtbot):
    model = ExpressionListModel()
    model.set_rows([expression_row(1), expression_row(2, ExpressionStatus.SKIPPED), expression_row(3)])
    assert model.next_undecided(None).expression_id == 1
    assert model.next_undecided(1).expression_id == 3
    assert model.next_undecided(3).expression_id == 1
    model.expect_status(1, ExpressionStatus.ACCEPTED)
    model.expect_status(3, ExpressionStatus.FLAGGED)
    assert model.next_undecided(1) is None


def test_decisions_on_their_way_show_as_made_until_the_disk_has_them(qtbot):
    model = ExpressionListModel()
    model.set_rows([expression_row(1), expression_row(2)])
    model.expect_status(1, ExpressionStatus.ACCEPTED)
    model.expect_status(2, ExpressionStatus.SKIPPED)
    model.set_rows([expression_row(1, ExpressionStatus.ACCEPTED), expression_row(2)])
    model.settle_oldest()
    assert [row.status for row in model.rows] == [ExpressionStatus.ACCEPTED, ExpressionStatus.SKIPPED]
    model.set_rows([expression_row(1), expression_row(2)])
    assert [row.status for row in model.rows] == [ExpressionStatus.UNDECIDED, ExpressionStatus.SKIPPED]
    model.forget_expected()
    model.set_rows([expression_row(1), expression_row(2)])
    assert model.next_undecided(1).expression_id == 2


def test_neighbours_follow_what_is_shown(images):
    fill(images, [image_row(n) for n in range(1, 7)])
    assert images.neighbour(None, step=1).image_id == 1
    assert images.neighbour(2, step=1).image_id == 3
    assert images.neighbour(6, step=1) is None
    show(images, [1, 3, 5])
    assert images.neighbour(2, step=1).image_id == 4
    assert images.neighbour(3, step=1).image_id == 4, "a hidden image counts from its place"
    assert images.neighbour(3, step=-1).image_id == 2
    assert images.neighbour(1, step=-1) is None
    show(images, [4, 0, 2])
    assert [images.image_at(row).image_id for row in range(3)] == [5, 1, 3]
    assert images.neighbour(5, step=1).image_id == 1
    assert images.neighbour(3, step=1) is None
    assert images.row_of(3) == 2
    assert images.row_of(2) is None
    assert images.position_of(2) == 1, "hidden or not, it has its place in the project"


def test_the_queue_says_what_is_left_to_decide(images):
    fill(images, [image_row(n, expressions=1) for n in range(1, 6)])
    show(images, [4, 3, 2, 1, 0], closed=[3, 1])
    assert images.neighbour(5, step=1, undecided=True).image_id == 3
    images.note_open(3, False)
    assert images.neighbour(5, step=1, undecided=True).image_id == 1
    images.note_open(4, True)
    assert images.neighbour(5, step=1, undecided=True).image_id == 4
    assert images.neighbour(1, step=-1, undecided=True).image_id == 4


def test_showing_the_same_again_resets_nothing(qtbot, images):
    fill(images, [image_row(n) for n in range(1, 4)])
    with qtbot.assertNotEmitted(images.modelReset):
        show(images, [0, 1, 2])
    with qtbot.waitSignal(images.modelReset):
        show(images, [2, 0])
    with qtbot.assertNotEmitted(images.modelReset):
        show(images, [2, 0])


def test_rows_that_are_new_are_appended_unless_the_queue_shows_a_choice(images):
    fill(images, [image_row(1), image_row(2)])
    images.merge_rows([image_row(2, status=ImageStatus.DONE), image_row(3)])
    assert images.rowCount() == images.total == 3
    assert images.image(2).status is ImageStatus.DONE
    show(images, [2])
    images.merge_rows([image_row(4)])
    assert (images.rowCount(), images.total) == (1, 4)
    assert images.row_of(4) is None
    show(images, [3, 2])
    assert images.row_of(4) == 0


def test_undecided_neighbours_pass_over_what_is_done(images):
    fill(
        images, [image_row(1), image_row(2, expressions=2, decided=2), image_row(3, expressions=2, decided=1)]
    )
    assert images.neighbour(1, step=1, undecided=True).image_id == 3
    assert images.neighbour(3, step=1, undecided=True) is None


def test_a_thumbnail_is_made_once_asked_for(qtbot, images, thumbnails):
    fill(images, [image_row(1)])
    index = images.index(0)
    with qtbot.waitSignals([thumbnails.ready, images.dataChanged], timeout=5000):
        assert images.data(index, ImageRole.THUMBNAIL) is None
    assert images.data(index, ImageRole.THUMBNAIL).shape == (4, 4, 3)


def test_display_and_accessible_texts(images):
    fill(images, [image_row(7, expressions=3, decided=1, status=ImageStatus.PARTLY_DONE)])
    index = images.index(0)
    assert images.data(index) == "img7.jpg"
    assert images.data(index, Qt.ItemDataRole.AccessibleTextRole) == "folder/img7.jpg, partly done, 1/3"


def test_hundred_thousand_rows_are_one_reset(images):
    rows = [image_row(n) for n in range(1, 100_001)]
    began = time.process_time()
    fill(images, rows)
    show(images, [99_998])
    assert images.rowCount() == 1
    show(images, range(100_000))
    assert images.row_of(100_000) == 99_999
    assert images.neighbour(50_000, step=1).image_id == 50_001
    assert time.process_time() - began < 30  # a hang, not a speed: speeds are in benchmarks/
