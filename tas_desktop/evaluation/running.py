"""The loop of an evaluation: image by image, every contender on the same sentences."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.errors import ImageMissing, InputRefused
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.engine.capabilities import MethodUnfit
from tas_desktop.engine.control import Control
from tas_desktop.evaluation.labels.labels import unit_fingerprint
from tas_desktop.evaluation.metrics import Sample, overlap_px
from tas_desktop.evaluation.run_folder import MeasuredImage
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.evaluation.answering.answers import AnswerSource, ImageAnswers, UnitAnswer
    from tas_desktop.evaluation.labels.labels import LabelledImage, Labels, Unit
    from tas_desktop.evaluation.protocol import Protocol
    from tas_desktop.evaluation.run_folder import RunFolder
    from tas_desktop.formats.format import Loss

SAMPLES_VERSION: Final = 1
"""Part of every stored line; goes up when the meaning of a sample changes."""

MISSING: Final = "sentences of images that are missing"
UNREADABLE: Final = "sentences of images that cannot be used"
BAD_MASK: Final = "sentences with a damaged mask among their image's labels"


@dataclass(eq=False)
class Measured:
    """What is known of one contender.

    Attributes:
        samples: one for each unit of the images done, in the order of the labels.
        proposals: candidates of each image, where known.
        analysis_seconds: of the images that were analysed in this run.
        kept: images whose analysis was not made in this run either, but read.
    """

    samples: list[Sample] = field(default_factory=list)
    proposals: list[int] = field(default_factory=list)
    analysis_seconds: list[float] = field(default_factory=list)
    kept: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """What an evaluation gives before anything is summed up.

    Attributes:
        labels: what was scored against.
        protocol: how.
        contenders: what each gave, in the order in which they were named.
        image_ids: of the images that were scored, in order.
        resumed: how many of those were measured before, by every contender.
        left_out: sentences of the labels that could not be scored, and what was wrong with the labels.
    """

    labels: Labels
    protocol: Protocol
    contenders: dict[str, Measured]
    image_ids: tuple[int, ...]
    resumed: int
    left_out: tuple[Loss, ...]

    def measured_samples(self) -> list[list[Sample]]:
        """The samples of each contender, all in the same order of sentences."""
        return [one.samples for one in self.contenders.values()]


def ignore_image(_done: int, _total: int) -> None:
    """Take progress and drop it."""


def run_evaluation(
    labels: Labels,
    sources: Sequence[AnswerSource],
    protocol: Protocol,
    *,
    folder: RunFolder | None = None,
    control: Control | None = None,
    on_image: Callable[[int, int], None] = ignore_image,
) -> Run:
    """Score every contender on every sentence.

    An image that is missing, damaged or not the one that was labelled is counted and named, and counts for
    no contender; the next run over the same folder tries it again.

    Args:
        labels: what is true.
        sources: who answers.
        protocol: how answers are compared with what is true.
        folder: where each image is kept as soon as it is measured, and looked for before; None keeps nothing.
        control: the cancel flag; progress inside an image goes to its ``report``.
        on_image: called with images done and images in all.

    Raises:
        InputRefused: there is nothing to score, or two contenders have one name.
        MethodUnfit: the models do not give what a method needs.
        TargetNotWritable: the folder cannot be written.
        BackendFailed: a network could not do its work; what is in the folder stays.
        Cancelled: the flag was set; likewise.
    """
    names = [name for source in sources for name in source.names]
    if len(set(names)) < len(names):
        raise InputRefused(
            f"There are two contenders of one name among {', '.join(names)}", next_step="Name each once"
        )
    if not labels.images:
        raise InputRefused(
            f"{labels.name} has no sentence with a mask to score against", next_step=_why_empty(labels)
        )
    loop = _Loop(sources, protocol, folder, control or Control())
    for done, image in enumerate(labels.images):
        on_image(done, len(labels.images))
        loop.take(image)
    on_image(len(labels.images), len(labels.images))
    loop.left_out.extend(labels.left_out)
    for source in sources:
        name = ", ".join(source.names)
        loop.left_out.extend(replace(loss, what=f"{name}: {loss.what}") for loss in source.losses)
    return Run(
        labels=labels,
        protocol=protocol,
        contenders={name: loop.measured[name] for name in names},
        image_ids=tuple(loop.image_ids),
        resumed=loop.resumed,
        left_out=loop.left_out.all(),
    )


@dataclass
class _Loop:
    sources: Sequence[AnswerSource]
    protocol: Protocol
    folder: RunFolder | None
    control: Control
    measured: dict[str, Measured] = field(default_factory=lambda: defaultdict(Measured))
    image_ids: list[int] = field(default_factory=list)
    resumed: int = 0
    left_out: Losses = field(default_factory=Losses)

    def take(self, image: LabelledImage) -> None:
        """Measure an image for all contenders, or for none."""
        self.control.token.check()
        sound = self._sound(image)
        if sound is None:
            return
        labels = unit_fingerprint(sound, self.protocol.truth)
        try:
            found = [one for source in self.sources for one in self._of_source(sound, source, labels)]
        except MethodUnfit:
            raise
        except ImageMissing:
            self.left_out.note(MISSING, example=image.name, count=len(sound.units))
        except InputRefused as error:
            why = error.message.replace(str(image.path), image.name)
            self.left_out.note(UNREADABLE, example=why, count=len(sound.units))
        else:
            self._keep(sound, found)

    def _sound(self, image: LabelledImage) -> LabelledImage | None:
        """The image without the units whose mask is none; None where no unit is left."""
        units = []
        for unit in image.units:
            try:
                unit.truth(self.protocol.truth)
            except InputRefused as error:
                self.left_out.note(BAD_MASK, example=f"{image.name}: {unit.raw}: {error.message}")
            else:
                units.append(unit)
        return replace(image, units=tuple(units)) if units else None

    def _of_source(
        self, image: LabelledImage, source: AnswerSource, labels: str
    ) -> Iterable[tuple[str, MeasuredImage, tuple[Sample, ...], bool]]:
        """Name, line, samples, and whether they were there before, for each contender of a source."""
        keys = {name: self._key(source, name) for name in source.names}
        before = {name: self._before(image, labels, key) for name, key in keys.items()}
        wanted = [name for name, known in before.items() if known is None]
        made = {}
        if wanted:
            truths = _Truths(image, self.protocol)
            for answers in source.answer(image, wanted, control=self.control):
                samples = truths.score(answers)
                line = MeasuredImage.of(
                    samples,
                    labels=labels,
                    contender=keys[answers.name],
                    image_id=image.image_id,
                    proposals=None if answers.proposals is None else len(answers.proposals),
                    analysis_seconds=answers.analysis_seconds,
                )
                made[answers.name] = line, samples
                if self.folder is not None:
                    self.folder.add(line)
        for name, known in before.items():
            yield (name, *known, True) if known is not None else (name, *made[name], False)

    def _key(self, source: AnswerSource, name: str) -> str:
        return fingerprint(SAMPLES_VERSION, self.protocol.shaping, source.identity(name))

    def _before(
        self, image: LabelledImage, labels: str, key: str
    ) -> tuple[MeasuredImage, tuple[Sample, ...]] | None:
        line = None if self.folder is None else self.folder.find(labels, key, image.image_id)
        samples = None if line is None else line.unpack(image)
        return None if line is None or samples is None else (line, samples)

    def _keep(
        self, image: LabelledImage, found: Sequence[tuple[str, MeasuredImage, tuple[Sample, ...], bool]]
    ) -> None:
        self.image_ids.append(image.image_id)
        self.resumed += all(was_there for *_, was_there in found)
        for name, line, samples, was_there in found:
            one = self.measured[name]
            one.samples += samples
            if line.proposals is not None:
                one.proposals.append(line.proposals)
            if was_there:
                continue
            if line.analysis_seconds is None:
                one.kept += 1
            else:
                one.analysis_seconds.append(line.analysis_seconds)


class _Truths:
    """The true masks of one image at the protocol's size; proposals are resized once for all sentences."""

    def __init__(self, image: LabelledImage, protocol: Protocol) -> None:
        self._image, self._size = image, protocol.size
        self._truths = [self._size.of(unit.truth(protocol.truth)) for unit in image.units]

    def score(self, answers: ImageAnswers) -> tuple[Sample, ...]:
        """The samples of one contender."""
        best = self._best(answers.proposals)
        return tuple(
            self._sample(unit, true, answer=answers.answers[place], best=best[place])
            for place, (unit, true) in enumerate(zip(self._image.units, self._truths, strict=True))
        )

    def _sample(self, unit: Unit, true: Mask, *, answer: UnitAnswer, best: float | None) -> Sample:
        predicted = answer.mask if answer.mask is not None and answer.mask.area else None
        intersection, union = overlap_px(None if predicted is None else self._size.of(predicted), true)
        return Sample(
            intersection_px=intersection,
            union_px=union,
            oracle_iou=best,
            kind=unit.kind,
            unseen=unit.unseen,
            rectified=answer.rectified,
            method_seconds=answer.seconds,
            image_id=self._image.image_id,
            unit_id=unit.unit_id,
            predicted=predicted,
        )

    def _best(self, proposals: Sequence[Mask] | None) -> list[float | None]:
        """The best IoU that any candidate has with each true mask."""
        if proposals is None:
            return [None] * len(self._truths)
        ious = pairwise_iou([self._size.of(mask) for mask in proposals], self._truths)
        return [float(column.max()) if column.size else 0.0 for column in ious.T]


def _why_empty(labels: Labels) -> str:
    said = [f"{loss.count:,} {loss.what}" for loss in (*labels.left_out, *labels.beside)]
    return "; ".join(said) if said else "Accept expressions first, or name another split"
