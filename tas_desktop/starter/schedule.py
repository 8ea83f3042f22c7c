"""A training run planned by the clock or by steps, that can be stopped and goes on where it stopped."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch.nn.attention import SDPBackend, sdpa_kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

_REPORT_STEPS = 50
_WARM_UP_STEPS = 60
_FLOOR = 0.02
_CHECKPOINT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """How far a run is: steps done, seconds of training, share of the plan, smoothed loss, figures."""

    step: int
    seconds: float
    share: float
    loss: float
    figures: dict[str, float]


def ignore_training(_progress: TrainingProgress) -> None:
    """Take progress and drop it."""


class TrainingRun:
    """Clock, learning rate, checkpoints and smoothed loss of one run.

    Args:
        model: the network trained.
        minutes: planned training time; loading, measuring and earlier parts of the run counted apart.
        steps: so many steps instead, whatever time they take; for tests.
        peak_rate: highest learning rate; warm-up, then a cosine to 2 % over the plan.
        checkpoint: where to keep the state; taken up again when ``resume``.
        resume: go on from the checkpoint where there is one.
        slower: factors of the learning rate for parameters by the start of their names.
    """

    def __init__(
        self,
        model: torch.nn.Module,
        *,
        minutes: float,
        steps: int | None = None,
        peak_rate: float,
        checkpoint: Path | None = None,
        resume: bool = False,
        slower: Mapping[str, float] | None = None,
    ) -> None:
        self.model = model
        self.step = 0
        self.seconds = 0.0
        self.loss = 0.0
        self._limit = minutes * 60
        self._steps = steps
        self._peak = peak_rate
        self._checkpoint = checkpoint
        self._saved_at = 0.0
        groups = _group_parameters(model, slower or {})
        self.optimiser = torch.optim.AdamW(groups, lr=peak_rate, betas=(0.9, 0.98), fused=True)
        if resume and checkpoint is not None and checkpoint.is_file():
            self._load(checkpoint)

    @property
    def share(self) -> float:
        """Share of the plan that is over, 0-1."""
        done = self.seconds / self._limit if self._steps is None else self.step / self._steps
        return min(1.0, done)

    def steps(self) -> Iterator[int]:
        """Count steps until the plan is done; the time that each takes is training time."""
        while self.share < 1:
            started = time.perf_counter()
            yield self.step
            self.seconds += time.perf_counter() - started
            self.step += 1
            if self.seconds - self._saved_at > _CHECKPOINT_SECONDS:
                self.save()
        self.save()

    def descend(self, loss: torch.Tensor) -> None:
        """One optimiser step, gradients clipped to norm 1."""
        warm = min(1.0, (self.step + 1) / _WARM_UP_STEPS)
        cosine = 0.5 * (1 + math.cos(math.pi * self.share))
        for group in self.optimiser.param_groups:
            group["lr"] = group["factor"] * self._peak * warm * (_FLOOR + (1 - _FLOOR) * cosine)
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        value = float(loss.detach())
        self.loss = value if self.step == 0 else 0.98 * self.loss + 0.02 * value

    def progress(self, **figures: float) -> TrainingProgress:
        return TrainingProgress(self.step, self.seconds, self.share, self.loss, figures)

    def save(self) -> None:
        """Write the state beside the checkpoint, then put it in its place."""
        self._saved_at = self.seconds
        if self._checkpoint is None:
            return
        state: dict[str, Any] = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "loss": self.loss,
        }
        aside = self._checkpoint.with_suffix(".part")
        self._checkpoint.parent.mkdir(parents=True, exist_ok=True)
        torch.save(state, aside)
        aside.replace(self._checkpoint)

    def _load(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds, self.loss = state["step"], state["seconds"], state["loss"]
        self._saved_at = self.seconds


def follow(
    run: TrainingRun,
    *,
    loss_of: Callable[[int], torch.Tensor],
    measure: Callable[[], dict[str, float]],
    measure_seconds: float,
    progress: Callable[[TrainingProgress], None],
) -> None:
    """Carry a run through, told about now and then.

    Args:
        run: what is left of it is done.
        loss_of: the loss of a step, by its number.
        measure: figures on validation scenes; its time is not training time.
        measure_seconds: training time between two measurements.
        progress: told about every 50th step and every measurement.
    """
    measured_at = run.seconds
    for step in run.steps():
        run.descend(loss_of(step))
        if step % _REPORT_STEPS == 0:
            progress(run.progress())
        if run.seconds - measured_at > measure_seconds:
            measured_at = run.seconds
            progress(run.progress(**measure()))


def _group_parameters(model: torch.nn.Module, slower: Mapping[str, float]) -> list[dict[str, Any]]:
    """Parameters by decay (matrices only) and factor of the learning rate."""
    found: dict[tuple[bool, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        factor = next((f for start, f in slower.items() if name.startswith(start)), 1.0)
        found.setdefault((parameter.ndim >= 2, factor), []).append(parameter)
    return [
        {"params": parameters, "weight_decay": 0.05 if decays else 0.0, "factor": factor}
        for (decays, factor), parameters in found.items()
    ]


def attention_for_training() -> AbstractContextManager[None]:
    """Plain attention: the flash kernel's bf16 backward took 40 % of a step on CPU (starter-pack.md)."""
    return sdpa_kernel(SDPBackend.MATH)
