"""A batch over a real project: what it writes, what it leaves alone, how it goes on."""

from __future__ import annotations

import pytest
from PIL import Image

from tas_desktop.batch.runner import run_batch
from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.domain.errors import BackendFailed
from tas_desktop.engine.control import CancelToken
from tas_desktop.engine.methods import RectifierRule, method_named
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.errors import ProjectReadOnly
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus, ImageStatus
from tests.batch.colour_models import colour_models
from tests.batch.conftest import EXPRESSIONS, PICTURES
from tests.support.colour_pipeline import ColourCaptioner, ConnectedColours, block_picture

ALL = sum(map(len, EXPRESSIONS.values()))


class CountingProposer(ConnectedColours):
    """Counts the pictures it was asked for."""

    def __init__(self):
        self.asked = 0

    def propose(self, image_rgb, *, control):
        self.asked += 1
        return super().propose(image_rgb, control=control)


def image_id(store, name):
    return next(row.image_id for row in store.list_images() if row.path == name)


def predictions(store):
    """Text and box of each prediction, by image."""
    found = {}
    for row in store.list_images():
        for made in store.predictions.of_image(row.image_id):
            found[made.prediction.text] = made.prediction.mask.box_xywh
    return found


def test_every_image_is_analysed_and_every_expression_ranked(store, models):
    report = run_batch(store, models)
    assert (report.images, report.proposed, report.known, report.expressions) == (3, 3, 0, ALL)
    assert (report.failures, report.changed, report.cancelled, report.left) == ((), (), False, 0)
    assert {row.status for row in store.list_images()} == {ImageStatus.PROPOSED}
    assert predictions(store) == {
        "red block on the left": (20, 30, 50, 40),
        "blue block": (150, 40, 60, 60),
        "yellow block": (130, 60, 70, 50),
        "purple block": (60, 40, 90, 70),
        "orange block on the right": (170, 20, 40, 40),
    }
    assert all(row.content_hash for row in store.list_images())


def test_a_prediction_tells_how_sure_it_is(store, models):
    run_batch(store, models)
    first, second = store.predictions.of_image(image_id(store, "one.png"))
    assert first.prediction.rivals == second.prediction.rivals == 2, "two other blocks, whatever their colour"
    assert first.prediction.expression_kind == "position"
    assert second.prediction.expression_kind == "attribute"
    assert first.setup == models.recipe.setup
    for row in (first, second):
        assert row.prediction.margin == pytest.approx(row.prediction.totals[0] - row.prediction.totals[1])
        assert 0.0 <= row.prediction.disagreement <= 1.0


def test_a_second_run_finds_nothing_to_do(store):
    proposer = CountingProposer()
    models = colour_models(proposer=proposer)
    run_batch(store, models)
    seen = store.last_event_seq()
    report = run_batch(store, models)
    assert (report.proposed, report.known, report.expressions) == (0, 3, 0)
    assert proposer.asked == 3
    assert store.last_event_seq() == seen


def test_only_what_is_new_is_done(store, models):
    run_batch(store, models)
    store.add_expression(image_id(store, "two.png"), text="green block", annotator="ann")
    report = run_batch(store, models)
    assert (report.proposed, report.known, report.expressions) == (1, 2, 1)
    assert predictions(store)["green block"] == (30, 30, 60, 60)


def test_an_edited_text_is_ranked_anew(store, models):
    run_batch(store, models)
    (row,) = store.list_expressions(image_id(store, "two.png"))
    store.edit_expression(row.expression_id, text="green block", annotator="ann")
    assert run_batch(store, models).expressions == 1
    assert predictions(store)["green block"] == (30, 30, 60, 60)


def test_other_parameters_are_other_work_and_the_masks_are_not_drawn_again(store, tmp_path):
    proposer = CountingProposer()
    cache = AnalysisCache(tmp_path / "cache", limit_bytes=10**8)
    run_batch(store, colour_models(proposer=proposer, cache=cache))
    other = method_named("tas").with_ranking(lam=5.0)
    report = run_batch(store, colour_models(proposer=proposer, cache=cache, method=other))
    assert (report.proposed, report.expressions) == (3, ALL)
    assert proposer.asked == 3


def test_a_run_with_another_method_reports_which_first_mask_changed(store, models):
    blind = colour_models(method=method_named("tas").with_ranking(rectifier=RectifierRule.OFF))
    store.add_expression(image_id(store, "one.png"), text="red block on the right", annotator="ann")
    run_batch(store, blind)
    before = predictions(store)["red block on the right"]
    report = run_batch(store, models)
    (changed,) = [row for row in report.changed if row.text == "red block on the right"]
    assert (changed.path, changed.iou) == ("one.png", 0.0)
    assert before != predictions(store)["red block on the right"] == (170, 115, 30, 30)
    assert run_batch(store, models, again=True).changed == ()


def test_what_a_person_decided_is_not_touched(store, models):
    one, two = store.list_expressions(image_id(store, "one.png"))
    decision = Decision(
        expression_id=one.expression_id, action=DecisionAction.NO_TARGET, text=one.text, annotator="ann"
    )
    store.record_decision(decision)
    report = run_batch(store, models, again=True)
    assert report.expressions == ALL - 1
    rows = store.list_expressions(one.image_id)
    assert [row.status for row in rows] == [ExpressionStatus.NO_TARGET, ExpressionStatus.UNDECIDED]
    assert [made.prediction.expression_id for made in store.predictions.of_image(one.image_id)] == [
        two.expression_id
    ]
    assert store.undo_history("ann").done[-1].decision_id is not None, "it is still theirs to undo"


def test_what_is_decided_while_the_batch_runs_is_left_alone(store, models):
    rows = store.list_expressions(image_id(store, "three.png"))

    def decide(progress):
        if progress.done == 1:
            decision = Decision(
                expression_id=rows[0].expression_id,
                action=DecisionAction.SKIP,
                text=rows[0].text,
                annotator="ann",
            )
            store.record_decision(decision)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tas_desktop.batch.tally.REPORT_EVERY_S", 0.0)
        report = run_batch(store, models, on_progress=decide)
    assert report.expressions == ALL - 1
    assert store.list_expressions(rows[0].image_id)[0].status is ExpressionStatus.SKIPPED


def test_bad_pictures_are_listed_and_the_others_done(store, models):
    (store.folder / "one.png").write_bytes(b"no picture")
    (store.folder / "three.png").unlink()
    report = run_batch(store, models)
    assert (report.proposed, report.left) == (1, 0)
    assert [failure.path for failure in report.failures] == ["one.png", "three.png"]
    assert all(failure.cause and failure.next_step for failure in report.failures)


def test_a_failing_network_concerns_one_picture_only(store):
    class Moody(ColourCaptioner):
        def caption(self, crops_rgb, *, control):
            if len(crops_rgb) == 2:
                raise BackendFailed("Out of memory", next_step="Use a smaller profile")
            return super().caption(crops_rgb, control=control)

    report = run_batch(store, colour_models(captioner=Moody()))
    (failure,) = report.failures
    assert (failure.path, failure.cause, failure.next_step) == (
        "two.png",
        "Out of memory",
        "Use a smaller profile",
    )
    assert run_batch(store, colour_models()).proposed == 1, "the next run tries it again"


def test_a_bug_is_logged_and_listed(store, caplog):
    class Broken(ColourCaptioner):
        def caption(self, crops_rgb, *, control):
            if len(crops_rgb) == 2:
                raise ZeroDivisionError("oops")
            return super().caption(crops_rgb, control=control)

    report = run_batch(store, colour_models(captioner=Broken()))
    assert "ZeroDivisionError" in report.failures[0].cause
    assert "Traceback" in caplog.text
    assert report.proposed == 2


@pytest.mark.parametrize("known", [False, True])
def test_a_replaced_picture_is_not_taken_for_the_old_one(store, models, known):
    if known:
        run_batch(store, models)
    else:
        store.note_image(image_id(store, "two.png"), content_hash="0" * 64, width=240, height=160)
    Image.fromarray(block_picture([("red", 5, 5, 40, 40)])).save(store.folder / "two.png")
    report = run_batch(store, models)
    (failure,) = report.failures
    assert failure.path == "two.png"
    assert "no longer the picture" in failure.cause
    assert len(predictions(store)) == (ALL if known else ALL - 1)


def test_cancel_stops_within_a_picture_and_the_next_run_goes_on(store):
    token = CancelToken()

    class Cancelling(ColourCaptioner):
        def caption(self, crops_rgb, *, control):
            if len(crops_rgb) == 2:
                token.cancel()
            return super().caption(crops_rgb, control=control)

    report = run_batch(store, colour_models(captioner=Cancelling()), token=token)
    assert (report.cancelled, report.proposed, report.left) == (True, 1, 2)
    assert len(predictions(store)) == 2
    after = run_batch(store, colour_models())
    assert (after.proposed, after.known) == (2, 1)


def test_a_project_that_cannot_be_written_is_refused(store, models):
    store.read_only_reason = "the disk is a CD"
    with pytest.raises(ProjectReadOnly, match="CD"):
        run_batch(store, models)


def test_an_evicted_analysis_comes_back_from_the_project(store, tmp_path):
    """Without the user's cache the project's own outline spares drawing masks and writing captions."""
    run_batch(store, colour_models())
    proposer = CountingProposer()
    report = run_batch(store, colour_models(proposer=proposer), again=True)
    assert (report.proposed, report.changed, proposer.asked) == (3, (), 0)


def test_progress_tells_pace_and_what_is_left(store, models, monkeypatch):
    monkeypatch.setattr("tas_desktop.batch.tally.REPORT_EVERY_S", 0.0)
    (store.folder / "two.png").unlink()
    seen = []
    run_batch(store, models, on_progress=seen.append)
    assert [progress.done for progress in seen] == [0, 1, 2, 3, 3]
    assert seen[0].seconds_left is None
    assert seen[1].images_per_second > 0
    assert seen[1].seconds_left > seen[-1].seconds_left == 0.0
    assert [i for progress in seen for i in progress.finished] == [
        image_id(store, "one.png"),
        image_id(store, "three.png"),
    ]
    assert [f.path for progress in seen for f in progress.failures] == ["two.png"]


def test_a_project_without_images_is_done_at_once(tmp_path, models):
    with ProjectStore.create(tmp_path / "empty") as store:
        report = run_batch(store, models)
    assert (report.images, report.cancelled) == (0, False)
    assert len(PICTURES) == 3


def test_it_can_begin_at_the_image_at_the_screen(store, models, monkeypatch):
    monkeypatch.setattr("tas_desktop.batch.tally.REPORT_EVERY_S", 0.0)
    seen = []
    run_batch(store, models, begin_at=image_id(store, "two.png"), on_progress=seen.append)
    order = [done for progress in seen for done in progress.finished]
    assert order == [image_id(store, name) for name in ("two.png", "three.png", "one.png")]
    assert run_batch(store, models, begin_at=12345).known == 3
