"""The loop: what it resumes, what it leaves out, and that nothing counts twice."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.capabilities import MethodUnfit
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.methods import METHODS
from tas_desktop.evaluation.answering.given import GivenAnswers
from tas_desktop.evaluation.answering.methods import RankedMethods
from tas_desktop.evaluation.labels.refer import read_refer_labels
from tas_desktop.evaluation.proposers import ProposalsFrom
from tas_desktop.evaluation.protocol import Empties, Protocol, Size
from tas_desktop.evaluation.report import reports_of
from tas_desktop.evaluation.run_folder import FILE_NAME, opened_run
from tas_desktop.evaluation.running import MISSING, UNREADABLE, run_evaluation
from tests.engine.conftest import GivenMasks, Painting
from tests.support.patience import PATIENCE_S

WHOLE = Painting([("red", 0, 0, 160, 120)]).masks


@pytest.fixture
def labels(refer_folder):
    return read_refer_labels(refer_folder)


class CountingProposer(GivenMasks):
    calls = 0

    def propose(self, image_rgb, *, control):
        self.calls += 1
        return super().propose(image_rgb, control=control)


def ranked(names=("tas",), *, proposer=None, protocol=None, proposals=ProposalsFrom.GROUND_TRUTH):
    components = Painting([]).components()
    if proposer is not None:
        components = dataclasses.replace(components, proposer=proposer)
        proposals = ProposalsFrom.MODEL
    methods = {name: METHODS[name] for name in names}
    return RankedMethods(methods, components, protocol=protocol or Protocol(), proposals=proposals)


def figures(run):
    return [report.to_json() for report in reports_of(run, proposals="model")]


def test_methods_share_one_analysis_of_each_image(labels):
    proposer = CountingProposer(WHOLE)
    names = ["tas", "clip-only", "text-only", "largest-k"]
    run = run_evaluation(labels, [ranked(names, proposer=proposer)], Protocol())
    assert proposer.calls == len(labels.images) == 2
    assert list(run.contenders) == names
    assert all(len(one.samples) == labels.unit_count == 5 for one in run.contenders.values())


def test_a_method_that_the_models_cannot_serve_is_refused(labels):
    with pytest.raises(MethodUnfit, match="painted-colour"):
        run_evaluation(labels, [ranked(["grad-cam"])], Protocol())


def test_a_run_that_was_stopped_goes_on_and_counts_nothing_twice(labels, tmp_path):
    token = CancelToken()
    stop = lambda done, _total: done == 1 and token.cancel()  # noqa: E731
    with pytest.raises(Cancelled), opened_run(tmp_path) as folder:
        run_evaluation(labels, [ranked()], Protocol(), folder=folder, control=Control(token), on_image=stop)
    proposer = CountingProposer(WHOLE)
    with opened_run(tmp_path) as folder:
        run = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
        again = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
        run_evaluation(labels, [ranked(proposer=proposer)], Protocol(), folder=folder)
    assert (run.resumed, again.resumed) == (1, 2)
    assert figures(run) == figures(again) == figures(run_evaluation(labels, [ranked()], Protocol()))
    assert [s.unit_id for s in again.contenders["tas"].samples] == [
        unit.unit_id for image in labels.images for unit in image.units
    ]
    assert proposer.calls == 2, "another proposer is another contender"


def test_a_line_that_a_kill_cut_short_is_measured_anew(labels, tmp_path):
    with opened_run(tmp_path) as folder:
        run = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    file = tmp_path / FILE_NAME
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + lines[1][: len(lines[1]) // 2])
    with opened_run(tmp_path) as folder:
        again = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    assert again.resumed == 1
    assert figures(again) == figures(run)
    assert len(file.read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: b"{}",
        lambda line: b"\xff" + line,
        lambda line: json.dumps(json.loads(line) | {"samples": []}).encode(),
        lambda line: line.replace(b'"counts":"', b'"counts":"zzz'),
        lambda line: line.replace(b'"intersection":', b'"intersection":-'),
    ],
)
def test_lines_that_are_not_ours_are_measured_anew(labels, tmp_path, damage):
    with opened_run(tmp_path) as folder:
        run = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    file = tmp_path / FILE_NAME
    first, *rest = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([damage(first), *rest, b""]))
    with opened_run(tmp_path) as folder:
        again = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    assert again.resumed == 1
    assert figures(again) == figures(run)


def test_another_protocol_or_other_labels_take_nothing_over(labels, tmp_path):
    with opened_run(tmp_path) as folder:
        run_evaluation(labels, [ranked()], Protocol(), folder=folder)
        squared = Protocol(size=Size.SQUARE_480)
        assert run_evaluation(labels, [ranked()], squared, folder=folder).resumed == 0
        skipping = Protocol(empties=Empties.SKIP)
        assert run_evaluation(labels, [ranked()], skipping, folder=folder).resumed == 2
        image = labels.images[0]
        fewer = dataclasses.replace(labels, images=(dataclasses.replace(image, units=image.units[:1]),))
        assert run_evaluation(fewer, [ranked()], Protocol(), folder=folder).resumed == 0


def test_a_further_method_costs_that_method_only(labels, tmp_path):
    with opened_run(tmp_path) as folder:
        run_evaluation(labels, [ranked(["tas"])], Protocol(), folder=folder)
        run = run_evaluation(labels, [ranked(["tas", "tas-code"])], Protocol(), folder=folder)
    assert set(run.contenders) == {"tas", "tas-code"}
    assert len((tmp_path / FILE_NAME).read_bytes().splitlines()) == 4


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    with opened_run(tmp_path), pytest.raises(TargetNotWritable, match="process"), opened_run(tmp_path):
        pass
    assert not (tmp_path / ".samples.lock").exists()


def test_missing_and_foreign_images_are_counted_named_and_tried_again(labels, tmp_path):
    first, second = labels.images
    elsewhere = dataclasses.replace(first, path=tmp_path / "gone.png")
    gone = dataclasses.replace(labels, images=(elsewhere, second))
    with opened_run(tmp_path / "run") as folder:
        run = run_evaluation(gone, [ranked()], Protocol(), folder=folder)
        assert [(loss.what, loss.count) for loss in run.left_out] == [(MISSING, len(first.units))]
        assert run.left_out[0].examples == (first.name,)
        assert len(run.contenders["tas"].samples) == len(second.units)
        assert run.image_ids == (second.image_id,)
        whole = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    assert whole.left_out == ()
    assert len(whole.contenders["tas"].samples) == 5
    foreign = dataclasses.replace(first, content_hash="0" * 64)
    run = run_evaluation(dataclasses.replace(labels, images=(foreign,)), [ranked()], Protocol())
    assert run.left_out[0].what == UNREADABLE


def test_nothing_to_score_is_refused_with_the_reason(labels):
    with pytest.raises(InputRefused, match="no sentence with a mask"):
        run_evaluation(dataclasses.replace(labels, images=()), [ranked()], Protocol())
    with pytest.raises(InputRefused, match="two contenders"):
        run_evaluation(labels, [ranked(), ranked()], Protocol())


def given_all(labels, *, but=()):
    return {
        unit.unit_id: None if unit.unit_id in but else unit.truth(Protocol().truth)
        for image in labels.images
        for unit in image.units
    }


def test_empty_predictions_count_as_nothing_or_not_at_all(labels):
    unit_ids = [unit.unit_id for image in labels.images for unit in image.units]
    masks = given_all(labels, but=unit_ids[:1])
    masks[unit_ids[1]] = Mask.empty(height=120, width=160)
    source = GivenAnswers("peer", masks)
    zero = figures(run_evaluation(labels, [source], Protocol()))[0]
    skip = figures(run_evaluation(labels, [source], Protocol(empties=Empties.SKIP)))[0]
    assert (zero["n"], zero["miou"]) == (5, 0.6)
    assert (skip["n"], skip["miou"]) == (3, 1.0)
    assert zero["oracle_miou"] is None


def test_predictions_need_no_picture(labels, tmp_path):
    blind = dataclasses.replace(
        labels,
        images=tuple(dataclasses.replace(image, path=tmp_path / "none") for image in labels.images),
    )
    run = run_evaluation(blind, [GivenAnswers("peer", given_all(labels))], Protocol())
    assert run.left_out == ()
    assert figures(run)[0]["miou"] == 1.0


def test_at_480_the_overlap_is_that_of_resized_arrays(labels):
    shifted = {}
    for image in labels.images:
        for unit in image.units:
            shifted[unit.unit_id] = Mask.from_array(
                np.roll(unit.truth(Protocol().truth).to_array(), 7, axis=1)
            )
    protocol = Protocol(size=Size.SQUARE_480)
    run = run_evaluation(labels, [GivenAnswers("shifted", shifted)], protocol)
    rows, columns = (np.floor((np.arange(480) + 0.5) * n / 480).astype(int) for n in (120, 160))
    for image in labels.images:
        for unit in image.units:
            true = unit.truth(protocol.truth).to_array()[np.ix_(rows, columns)]
            predicted = shifted[unit.unit_id].to_array()[np.ix_(rows, columns)]
            sample = next(s for s in run.contenders["shifted"].samples if s.unit_id == unit.unit_id)
            assert sample.intersection_px == (true & predicted).sum()
            assert sample.union_px == (true | predicted).sum()


KILLED = """
import os, signal, sys
from pathlib import Path
from tas_desktop.engine.methods import METHODS
from tas_desktop.evaluation.labels.refer import read_refer_labels
from tas_desktop.evaluation.protocol import Protocol
from tas_desktop.evaluation.run_folder import opened_run
from tas_desktop.evaluation.running import run_evaluation
from tests.evaluation.test_running import ranked

def kill_at_the_second(done, _total):
    if done == 1:
        os.kill(os.getpid(), signal.SIGKILL)

with opened_run(Path(sys.argv[2])) as folder:
    labels = read_refer_labels(Path(sys.argv[1]))
    run_evaluation(labels, [ranked()], Protocol(), folder=folder, on_image=kill_at_the_second)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_run_that_was_killed_goes_on(refer_folder, labels, tmp_path):
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED, str(refer_folder), str(tmp_path / "run")]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    ended = subprocess.run(command, cwd=root, env=environment, check=False, timeout=PATIENCE_S)
    assert ended.returncode == -signal.SIGKILL
    with opened_run(tmp_path / "run") as folder:
        run = run_evaluation(labels, [ranked()], Protocol(), folder=folder)
    assert run.resumed == 1
    assert figures(run) == figures(run_evaluation(labels, [ranked()], Protocol()))
