"""Which decisions come again, and what is hidden from who decides them."""

from __future__ import annotations

import pytest

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.domain.ranking import Candidate, NegativeCost, Ranking, Region
from tas_desktop.domain.understanding import Understanding
from tas_desktop.session.review.blinding import blinded
from tas_desktop.session.review.columns import QueueColumns
from tas_desktop.session.review.due_checks import BackCheckPlan, find_due
from tas_desktop.storage.rows import ExpressionStatus
from tests.session.review.rows import expression, picture

NOW = 1_000_000.0
ALL = BackCheckPlan(share=1.0, minutes=30)


def decided(number, *, minutes_ago=60, status=ExpressionStatus.ACCEPTED, check=0):
    return expression(
        number,
        number,
        status=status,
        decision_id=1000 + number,
        decided_at=NOW - 60 * minutes_ago,
        check=check,
    )


def due(rows, plan=ALL, **options):
    columns = QueueColumns.build([picture(row.image_id) for row in rows], rows)
    return [check.expression_id for check in find_due(columns, plan, now=NOW, **options)]


def test_decisions_with_an_object_or_none_at_all_come_again():
    rows = [
        decided(1),
        decided(2, status=ExpressionStatus.NO_TARGET),
        decided(3, status=ExpressionStatus.SKIPPED),
        decided(4, status=ExpressionStatus.FLAGGED),
        expression(5, 5),
    ]
    assert sorted(due(rows)) == [1, 2]


def test_a_check_names_its_decision():
    columns = QueueColumns.build([picture(7)], [decided(7)])
    (check,) = find_due(columns, ALL, now=NOW)
    assert (check.image_id, check.expression_id, check.decision_id) == (7, 7, 1007)


def test_young_and_future_decisions_rest():
    rows = [decided(1, minutes_ago=29), decided(2, minutes_ago=31), decided(3, minutes_ago=-600)]
    assert due(rows) == [2]
    assert sorted(due(rows, whatever_age=True)) == [1, 2, 3]


def test_what_was_checked_does_not_come_a_third_time():
    assert due([decided(1, check=1), decided(2, check=2), decided(3)]) == [3]


def test_the_share_is_about_kept_and_the_same_each_time():
    rows = [decided(number) for number in range(1, 2001)]
    tenth = due(rows, BackCheckPlan(share=0.1))
    assert 150 < len(tenth) < 250
    assert tenth == due(rows, BackCheckPlan(share=0.1))
    assert set(tenth) <= set(due(rows, BackCheckPlan(share=0.2)))
    assert set(tenth) != set(due(rows, BackCheckPlan(share=0.1, seed=1)))
    assert tenth != sorted(tenth), "not in the order that they were decided in"
    assert due(rows, BackCheckPlan()) == []


@pytest.mark.parametrize(("share", "gap"), [(0.0, 0), (0.05, 10), (0.1, 5), (0.5, 1), (1.0, 1)])
def test_checks_keep_their_distance(share, gap):
    assert BackCheckPlan(share=share).gap == gap


def make_ranking(count):
    proposal = Proposal(Mask(4, 4, "08"), 0.9, ProposalSource.GIVEN)
    candidates = tuple(
        Candidate(
            proposal_index=10 + rank,
            proposal=proposal,
            rank=rank,
            rank_before=count + 1 - rank,
            total=1.0 / rank,
            v=0.5,
            p=0.2,
            n=-0.1,
            spatial=0.1,
            kept=rank < 3,
            caption=f"caption {rank}",
            negatives=(NegativeCost("a dog", -0.1),),
            prior=0.3,
        )
        for rank in range(1, count + 1)
    )
    region = (Region((0, 0, 1, 1)),)
    return Ranking("id", "x", "tas", candidates, Understanding("x", "x", ""), regions=region, margin=0.5)


def test_a_blinded_ranking_gives_nothing_away():
    ranking = make_ranking(20)
    blind = blinded(ranking, seed=4)
    told = {(c.total, c.v, c.p, c.n, c.spatial, c.prior, c.kept, c.negatives) for c in blind.candidates}
    assert told == {(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, True, ())}
    assert [c.rank for c in blind.candidates] == [c.rank_before for c in blind.candidates] == [*range(1, 21)]
    assert (blind.margin, blind.regions, blind.rectified, blind.rivals) == (0.0, (), False, None)
    assert (blind.expression, blind.ranking_id) == (ranking.expression, ranking.ranking_id)


def test_a_blinded_order_depends_on_the_seed_and_not_on_the_ranking():
    ranking = make_ranking(20)
    order = [c.proposal_index for c in blinded(ranking, seed=4).candidates]
    assert sorted(order) == [c.proposal_index for c in ranking.candidates]
    assert order != sorted(order)
    assert order == [c.proposal_index for c in blinded(blinded(ranking, seed=9), seed=4).candidates]
    assert order != [c.proposal_index for c in blinded(ranking, seed=5).candidates]
