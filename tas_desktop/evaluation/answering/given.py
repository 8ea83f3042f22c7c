"""Predictions that somebody else made: of a file in one of our formats, or imported into a project."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.component import fingerprint
from tas_desktop.evaluation.answering.answers import ImageAnswers, UnitAnswer
from tas_desktop.evaluation.labels.dataset import union
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.refer.sentences import plain
from tas_desktop.formats.registry import find_format

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage, Sentence
    from tas_desktop.domain.mask import Mask
    from tas_desktop.engine.control import Control
    from tas_desktop.evaluation.labels.labels import LabelledImage, Labels, Unit
    from tas_desktop.formats.format import Loss
    from tas_desktop.storage.project import ProjectStore

UNMATCHED: Final = "predictions for sentences or images that the labels do not have"
UNANSWERED: Final = "sentences without a prediction; they count as empty"
WRONG_SIZE: Final = "predictions of another size than their image; they count as empty"


class GivenAnswers:
    """Fills ``AnswerSource`` with one mask or none for each unit.

    Args:
        name: under which they are reported.
        masks: by unit id; no key for a sentence without a prediction.
        losses: what of the predictions was not taken, and what lacks one.
    """

    def __init__(self, name: str, masks: Mapping[str, Mask | None], *, losses: tuple[Loss, ...] = ()) -> None:
        self._name, self._masks, self._losses = name, dict(masks), losses

    @property
    def losses(self) -> tuple[Loss, ...]:
        """See ``AnswerSource``."""
        return self._losses

    def renamed(self, name: str) -> GivenAnswers:
        """The same under another name."""
        return GivenAnswers(name, self._masks, losses=self._losses)

    @property
    def names(self) -> tuple[str, ...]:
        """See ``AnswerSource``."""
        return (self._name,)

    def identity(self, name: str) -> str:
        """See ``AnswerSource``."""
        counts = {unit: None if mask is None else mask.counts for unit, mask in self._masks.items()}
        return fingerprint("given", name, sorted(counts.items()))

    def answer(self, image: LabelledImage, names: Sequence[str], *, control: Control) -> list[ImageAnswers]:
        """See ``AnswerSource``; the picture is not looked at."""
        control.token.check()
        answers = tuple(UnitAnswer(self._masks.get(unit.unit_id)) for unit in image.units)
        return [ImageAnswers(name, answers) for name in names]


def read_predictions(path: Path, labels: Labels, *, format_name: str, name: str = "") -> GivenAnswers:
    """Match a file's sentences with the labels': by image name, then by sentence id and text, then by text.

    An image is found by its file name, without its folder where that is needed to find it. A sentence with
    several masks is answered by their union.

    Args:
        path: a file or folder.
        labels: what it was predicted for.
        format_name: of ``formats.registry``.
        name: under which it is reported; the file's name where empty.

    Raises:
        InputRefused: there is no such format, nothing of the kind is there, or it is damaged.
    """
    finder = _Finder(labels)
    for image in find_format(format_name).read(path).images():
        finder.take(image)
    return finder.answers(name or path.stem)


def read_imported(store: ProjectStore, labels: Labels) -> list[GivenAnswers]:
    """The answers that a project holds, one contender for each program that gave some, by name."""
    found: dict[str, dict[str, list[Mask]]] = defaultdict(lambda: defaultdict(list))
    sizes = {unit.unit_id: image for image in labels.images for unit in image.units}
    losses: dict[str, Losses] = defaultdict(Losses)
    for answer in store.answers.iterate():
        unit_id = str(answer.expression_id)
        image = sizes.get(unit_id)
        if image is None:
            losses[answer.name].note(UNMATCHED, example=answer.text)
        elif (answer.mask.height, answer.mask.width) != (image.height, image.width):
            losses[answer.name].note(WRONG_SIZE, example=f"{image.name}: {answer.text}")
        else:
            found[answer.name][unit_id].append(answer.mask)
    made = []
    for name in sorted(found.keys() | losses.keys()):
        masks = {unit_id: union(parts) for unit_id, parts in found[name].items()}
        losses[name].note(UNANSWERED, count=labels.unit_count - len(masks))
        made.append(GivenAnswers(name, masks, losses=losses[name].all()))
    return made


class _Finder:
    """Finds the units that predictions are about."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._images = {image.name: image for image in labels.images}
        self._bare: dict[str, list[LabelledImage]] = defaultdict(list)
        for image in labels.images:
            self._bare[_bare(image.name)].append(image)
        self._masks: dict[str, Mask | None] = {}
        self._losses = Losses()

    def take(self, image: DatasetImage) -> None:
        """Take an image's predictions."""
        known = self._images.get(image.file_name)
        if known is None:
            same = self._bare.get(_bare(image.file_name), [])
            known = same[0] if len(same) == 1 else None
        self._losses.note("sentences that are listed without a prediction", count=len(image.undecided))
        masks = {one.object_id: one.mask for one in image.objects}
        for reference in image.references:
            mask = union([masks[number] for number in reference.object_ids]) if reference.object_ids else None
            for sentence in reference.sentences:
                self._take(sentence, mask, known, file_name=image.file_name)

    def _take(
        self, sentence: Sentence, mask: Mask | None, image: LabelledImage | None, *, file_name: str
    ) -> None:
        units = [] if image is None else _units_of(image, sentence)
        if image is None or not units:
            self._losses.note(UNMATCHED, example=f"{file_name}: {sentence.text}")
            return
        if mask is not None and (mask.height, mask.width) != (image.height, image.width):
            self._losses.note(WRONG_SIZE, example=f"{file_name}: {sentence.text}")
            return
        for unit in units:
            self._masks.setdefault(unit.unit_id, mask)

    def answers(self, name: str) -> GivenAnswers:
        """What was found."""
        for image in self._labels.images:
            for unit in image.units:
                if unit.unit_id not in self._masks:
                    self._losses.note(UNANSWERED, example=f"{image.name}: {unit.raw}")
        return GivenAnswers(name, self._masks, losses=self._losses.all())


def _units_of(image: LabelledImage, sentence: Sentence) -> list[Unit]:
    """The unit of the same id and text, else every unit of the same text."""
    words = plain(sentence.text)
    same = [unit for unit in image.units if words in (plain(unit.raw), unit.sent)]
    exact = [unit for unit in same if unit.sentence_id == sentence.sentence_id]
    return exact or same


def _bare(name: str) -> str:
    return name.rpartition("/")[2]
