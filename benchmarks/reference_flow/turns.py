"""Both flows over the same tasks, turn by turn in one process, with a clock and a memory gauge."""

from __future__ import annotations

import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reference_flow.script_order import ScriptOrder
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.pipeline import analyse, rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from benchmarks.reference_flow.pictures import Task
    from benchmarks.reference_flow.script_order import Answer, Picture
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.control import Control

METHOD = METHODS["tas-code"]
COLD, SENTENCE, REMEMBERED = "picture", "sentence", "sentence, features remembered"
SCRIPT, OURS = "script order", "ours"


@dataclass
class Turns:
    """What was measured.

    Attributes:
        seconds: of each turn, by flow and kind of turn.
        peak_mb: most memory of the process during a turn, by the same.
        masks: how many of each picture were kept, by flow.
        largest_difference: between the two flows' V, P, N of any mask, both in float32.
        timed_difference: the same, ours in the precision that was timed.
        same_first: for each sentence whether both chose the same mask.
    """

    seconds: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    peak_mb: dict[tuple[str, str], float] = field(default_factory=dict)
    masks: dict[str, list[int]] = field(default_factory=dict)
    largest_difference: float = 0.0
    timed_difference: float = 0.0
    same_first: list[bool] = field(default_factory=list)

    def median(self, flow: str, kind: str) -> float:
        """Median seconds of a kind of turn."""
        return statistics.median(self.seconds[flow, kind])

    @contextmanager
    def turn(self, flow: str, kind: str, gauge: Gauge) -> Iterator[None]:
        """Time what is done within."""
        gauge.restart()
        start = time.perf_counter()
        yield
        self.seconds.setdefault((flow, kind), []).append(time.perf_counter() - start)
        self.peak_mb[flow, kind] = max(self.peak_mb.get((flow, kind), 0.0), gauge.read_mb())


class Gauge:
    """Peak memory since the last look: of the device where there is one, else of the process (Linux)."""

    def __init__(self, device: str) -> None:
        self._is_cuda = device.startswith("cuda")

    def restart(self) -> None:
        """Count from now on."""
        if self._is_cuda:
            import torch

            torch.cuda.reset_peak_memory_stats()
        elif Path("/proc/self/clear_refs").exists():
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    def read_mb(self) -> float:
        """Megabytes at most since `restart`; 0 where nobody counts."""
        if self._is_cuda:
            import torch

            return torch.cuda.max_memory_allocated() / 1e6
        status = Path("/proc/self/status")
        if not status.exists():
            return 0.0
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        peak = next((line for line in lines if line.startswith("VmHWM")), "VmHWM: 0 kB")
        return int(peak.split()[1]) / 1e3


def take_turns(
    tasks: Sequence[Task],
    *,
    ours: Components,
    script: Components,
    draw_masks: Callable[[NDArray[np.uint8]], list[Proposal]],
    gauge: Gauge,
) -> Turns:
    """Run both flows over every task; who goes first changes with each picture.

    Args:
        tasks: pictures with sentences; the first one is run before anything is measured.
        ours: parts that our engine uses.
        script: parts that the script order uses, the same models in float32.
        draw_masks: how the script order draws masks.
        gauge: measures memory.
    """
    measured = Turns()
    warming = replace(tasks[0], sentences=tasks[0].sentences[:1])
    for number, task in enumerate([warming, *tasks]):
        turns = measured if number else Turns()
        _Round(task, turns, gauge, ours=ours, script=script, draw_masks=draw_masks).play(
            script_first=number % 2 == 1
        )
    return measured


class _Round:
    """One task by both flows."""

    def __init__(
        self,
        task: Task,
        turns: Turns,
        gauge: Gauge,
        *,
        ours: Components,
        script: Components,
        draw_masks: Callable[[NDArray[np.uint8]], list[Proposal]],
    ) -> None:
        self._task, self._turns, self._gauge = task, turns, gauge
        self._ours, self._script = ours, script
        self._plain = ScriptOrder(script, draw_masks)
        self._remembering = ScriptOrder(script, draw_masks, remember_pictures=True)

    def play(self, *, script_first: bool) -> None:
        if script_first:
            picture, analysis = self._open_by_script(), self._open_by_us()
        else:
            analysis, picture = self._open_by_us(), self._open_by_script()
        self._turns.masks.setdefault(SCRIPT, []).append(len(picture.masks_hw))
        self._turns.masks.setdefault(OURS, []).append(len(analysis.proposals))
        if [p.mask for p in picture.proposals] != [p.mask for p in analysis.proposals]:
            # Another generator drew other masks: ours looks at those, too, before sentences are compared.
            analysis = analysis_of(self._task, picture, self._ours)
        exact = analysis if self._ours is self._script else analysis_of(self._task, picture, self._script)
        self._remembering.answer(picture, self._task.sentences[0])  # the picture's features are made here
        for sentence in self._task.sentences:
            self._compare(sentence, picture, analysis=analysis, exact=exact)

    def _open_by_script(self) -> Picture:
        with self._turns.turn(SCRIPT, COLD, self._gauge):
            return self._plain.open_picture(self._task.image.pixels_rgb)

    def _open_by_us(self) -> ImageAnalysis:
        with self._turns.turn(OURS, COLD, self._gauge):
            return analyse(self._task.image, self._ours, METHOD.analysis)

    def _compare(
        self, sentence: str, picture: Picture, *, analysis: ImageAnalysis, exact: ImageAnalysis
    ) -> None:
        turns = self._turns
        with turns.turn(SCRIPT, SENTENCE, self._gauge):
            answer = self._plain.answer(picture, sentence)
        with turns.turn(SCRIPT, REMEMBERED, self._gauge):
            self._remembering.answer(picture, sentence)
        with turns.turn(OURS, SENTENCE, self._gauge):
            ranking = rank_by(self._ours, analysis, sentence)
        turns.timed_difference = max(turns.timed_difference, difference(answer, ranking))
        if exact is not analysis:
            ranking = rank_by(self._script, exact, sentence)
        turns.largest_difference = max(turns.largest_difference, difference(answer, ranking))
        if ranking.candidates:
            turns.same_first.append(ranking.candidates[0].proposal_index == answer.winner)


def analysis_of(task: Task, picture: Picture, parts: Components) -> ImageAnalysis:
    """Our analysis of the masks that the script kept."""
    return analyse(task.image, replace(parts, proposer=Given(picture.proposals)), METHOD.analysis)


def rank_by(parts: Components, analysis: ImageAnalysis, sentence: str) -> Ranking:
    """Our ranking of a sentence."""
    return rank(
        analysis,
        sentence,
        METHOD.ranking,
        encoder=parts.encoder,
        parser=parts.parser,
        synonyms=parts.synonyms,
    )


class Given:
    """A proposer that gives the masks that it was given."""

    component = ComponentId("proposals", "given", "1")

    def __init__(self, proposals: list[Proposal]) -> None:
        self._proposals = proposals

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """See ``engine.ports.MaskProposer``."""
        del image_rgb, control
        return self._proposals


def difference(answer: Answer, ranking: Ranking) -> float:
    """How far V, P and N of a sentence lie apart at most."""
    return max(
        (
            abs(ours - theirs)
            for one in ranking.candidates
            for ours, theirs in (
                (one.v, answer.v[one.proposal_index]),
                (one.p, answer.p[one.proposal_index]),
                (one.n, answer.n[one.proposal_index]),
            )
        ),
        default=0.0,
    )
