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
        largest_difference: between the two flows' V, P, N of any mask.
        same_first: for each sentence whether both chose the same mask.
    """

    seconds: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    peak_mb: dict[tuple[str, str], float] = field(default_factory=dict)
    masks: dict[str, list[int]] = field(default_factory=dict)
    largest_difference: float = 0.0
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
    for number, task in enumerate([tasks[0], *tasks]):
        turns = measured if number else Turns()
        plain, remembering = (ScriptOrder(script, draw_masks, remember_pictures=on) for on in (False, True))

        def by_script(turns: Turns = turns, plain: ScriptOrder = plain, task: Task = task) -> Picture:
            with turns.turn(SCRIPT, COLD, gauge):
                return plain.open_picture(task.image.pixels_rgb)

        def by_us(turns: Turns = turns, task: Task = task) -> ImageAnalysis:
            with turns.turn(OURS, COLD, gauge):
                return analyse(task.image, ours, METHOD.analysis)

        if number % 2:
            picture, analysis = by_script(), by_us()
        else:
            analysis, picture = by_us(), by_script()
        turns.masks.setdefault(SCRIPT, []).append(len(picture.masks_hw))
        turns.masks.setdefault(OURS, []).append(len(analysis.proposals))
        if [p.mask for p in picture.proposals] != [p.mask for p in analysis.proposals]:
            # Another generator drew other masks: ours looks at those, too, before sentences are compared.
            analysis = analyse(task.image, replace(ours, proposer=Given(picture.proposals)), METHOD.analysis)
        if [p.mask for p in picture.proposals] != [p.mask for p in analysis.proposals]:
            raise SystemExit("the two flows kept different masks: nothing can be compared")
        remembering.answer(picture, task.sentences[0])  # the picture's features are made here
        for sentence in task.sentences:
            with turns.turn(SCRIPT, SENTENCE, gauge):
                answer = plain.answer(picture, sentence)
            with turns.turn(SCRIPT, REMEMBERED, gauge):
                remembering.answer(picture, sentence)
            with turns.turn(OURS, SENTENCE, gauge):
                ranking = rank(
                    analysis,
                    sentence,
                    METHOD.ranking,
                    encoder=ours.encoder,
                    parser=ours.parser,
                    synonyms=ours.synonyms,
                )
            compare(answer, ranking, turns)
    return measured


class Given:
    """A proposer that gives the masks that it was given."""

    component = ComponentId("proposals", "given", "1")

    def __init__(self, proposals: list[Proposal]) -> None:
        self._proposals = proposals

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """See ``engine.ports.MaskProposer``."""
        del image_rgb, control
        return self._proposals


def compare(answer: Answer, ranking: Ranking, turns: Turns) -> None:
    """Note how far the scores of a sentence lie apart, and whether the same mask comes first."""
    for candidate in ranking.candidates:
        i = candidate.proposal_index
        apart = (candidate.v - answer.v[i], candidate.p - answer.p[i], candidate.n - answer.n[i])
        turns.largest_difference = max(turns.largest_difference, *(abs(one) for one in apart))
    if ranking.candidates:
        turns.same_first.append(ranking.candidates[0].proposal_index == answer.winner)
