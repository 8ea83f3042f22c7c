"""What becomes of the sentences and masks of one image: new, known already, or left out with the reason."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.projects.importing.options import ImportKind
from tas_desktop.storage.answers import Answer
from tas_desktop.storage.importing.rows import ImportedExpression, ImportedLabel
from tas_desktop.storage.prediction_rows import Prediction
from tas_desktop.storage.rows import ExpressionSource

if TYPE_CHECKING:
    from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Sentence, SentenceOrigin
    from tas_desktop.projects.importing.report import Tally
    from tas_desktop.projects.importing.sentences import Said
    from tas_desktop.storage.importing.categories import ImportedCategories
    from tas_desktop.storage.importing.standing import Standing
    from tas_desktop.storage.importing.writer import ImportWriter

_LONGEST_NAME: Final = 200  # characters of an annotator's name
_MOST_SECONDS: Final = 1e6


class ImageLabels:
    """Brings what is on one image in.

    Args:
        image: the image of the dataset.
        image_id: the project's.
        standing: what the project had on it.
        writer: writes.
        tally: counts.
        categories: what the file's categories are called here.
        annotator: who imports.
        title: what the import is called.
    """

    def __init__(
        self,
        image: DatasetImage,
        *,
        image_id: int,
        standing: Standing,
        writer: ImportWriter,
        tally: Tally,
        categories: ImportedCategories,
        annotator: str,
        title: str,
    ) -> None:
        self._image, self._image_id, self._standing = image, image_id, standing
        self._writer, self._tally, self._categories = writer, tally, categories
        self._annotator, self._title = annotator, title
        self._objects = {known.object_id: known for known in image.objects}
        self._referents: dict[int, int] = {}
        self._seen: set[str] = set()
        self.predictions: list[Prediction] = []
        self.answers: list[Answer] = []

    def take(self, said: Said, kind: ImportKind) -> None:
        """Bring one sentence in."""
        if kind is ImportKind.PREDICTIONS and said.object_ids is not None:
            self._predict(said)
        elif kind is ImportKind.ACCEPTED and said.object_ids is not None:
            self._decide(said)
        else:
            self._list(said.sentence, once=kind is ImportKind.EXPRESSIONS)

    def note_unnamed(self) -> None:
        """Count the objects that no sentence names: a project keeps none of them."""
        named = {number for reference in self._image.references for number in reference.object_ids}
        unnamed = sum(known.object_id not in named for known in self._image.objects)
        self._tally.left_out.note("masks without an expression", example=self._image.file_name, count=unnamed)

    def _list(self, sentence: Sentence, *, once: bool) -> None:
        """A text to work on; ``once``: the same text again on the same image says nothing new."""
        if self._standing.take_any(sentence.text) or (once and sentence.text in self._seen):
            self._tally.count("duplicates")
            return
        self._seen.add(sentence.text)
        self._add(sentence)

    def _decide(self, said: Said) -> None:
        sentence, targets = said.sentence, self._targets(said)
        if targets is None:
            return
        masks = [known.mask for known in targets]
        same = (
            self._standing.take_same(sentence.text, masks)
            if masks
            else self._standing.take_no_target(sentence.text)
        )
        if same is not None:
            self._tally.count("duplicates")
            return
        undecided = self._standing.take_undecided(sentence.text)
        if undecided is not None:
            expression_id = undecided.expression_id
        elif self._standing.take_any(sentence.text) is not None:
            self._tally.left_out.note(
                "sentences that were decided otherwise here; what stands here stays",
                example=f"{self._image.file_name}: {sentence.text}",
            )
            return
        else:
            expression_id = self._add(sentence)
        self._label(sentence, targets, expression_id)
        self._tally.count("labels")

    def _label(self, sentence: Sentence, targets: list[DatasetObject], expression_id: int) -> None:
        origin = sentence.origin
        pairs = tuple((self._referent_of(known), known.mask) for known in targets)
        category = self._categories.name_of(targets[0].category) if targets else "object"
        self._writer.decide(
            ImportedLabel(
                image_id=self._image_id,
                expression_id=expression_id,
                text=sentence.text,
                action=_action(origin, has_mask=bool(pairs)),
                annotator=(origin.annotator.strip()[:_LONGEST_NAME] if origin else "") or self._annotator,
                masks=pairs,
                category=category,
                seconds_spent=_seconds(origin),
                edited=bool(origin and origin.edited),
                candidate_rank=origin.candidate_rank if origin else None,
                scores=tuple((name, value) for name, value in origin.scores if isfinite(value))
                if origin
                else (),
                provenance=origin.provenance if origin else None,
            )
        )

    def _predict(self, said: Said) -> None:
        sentence, targets = said.sentence, self._targets(said)
        if targets is None:
            return
        known = self._standing.take_any(sentence.text)
        expression_id = self._add(sentence) if known is None else known.expression_id
        scores = sorted((one.score for one in targets if one.score is not None), reverse=True)
        self.predictions.append(
            Prediction(
                expression_id=expression_id,
                ranking_id="",
                text=sentence.text,
                mask=union([one.mask for one in targets]),
                totals=tuple(scores),
                margin=scores[0] if scores else 0.0,  # one answer has no second: how sure it is stands for it
            )
        )
        self.answers += [
            Answer(expression_id, self._image_id, sentence.text, self._title, one.mask, one.score)
            for one in targets
        ]
        self._tally.count("predictions")

    def _targets(self, said: Said) -> list[DatasetObject] | None:
        """The objects that a sentence names; None where one of them has no pixel."""
        targets = [self._objects[number] for number in said.object_ids or ()]
        if all(known.mask.area for known in targets):
            return targets
        self._tally.left_out.note(
            "sentences whose mask covers no pixel", example=f"{self._image.file_name}: {said.sentence.text}"
        )
        return None

    def _referent_of(self, known: DatasetObject) -> int:
        """The project's object for one of the file; two of the file stay two."""
        if known.object_id not in self._referents:
            referent_id = self._standing.take_referent(known.mask)
            if referent_id is None:
                self._tally.count("referents")
                category = self._categories.name_of(known.category)
                referent_id = self._writer.add_referent(
                    self._image_id, category=category, wanted_id=known.object_id
                )
            self._referents[known.object_id] = referent_id
        return self._referents[known.object_id]

    def _add(self, sentence: Sentence) -> int:
        self._tally.count("expressions")
        position = self._standing.next_position
        self._standing.next_position += 1
        return self._writer.add_expression(
            ImportedExpression(
                self._image_id, position, sentence.text, _source(sentence.origin), sentence.sentence_id
            )
        )


def union(masks: list[Mask]) -> Mask | None:
    """All pixels of some masks; None of none."""
    from pycocotools import mask as coco_mask

    if len(masks) < 2:
        return masks[0] if masks else None
    return Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in masks]))


def _action(origin: SentenceOrigin | None, *, has_mask: bool) -> DecisionAction:
    """What the file says was done, where that fits what it has."""
    known = {action.value: action for action in DecisionAction}
    told = known.get(origin.action) if origin else None
    if not has_mask:
        return DecisionAction.NO_TARGET
    return told if told is not None and told.has_mask else DecisionAction.ACCEPT


def _source(origin: SentenceOrigin | None) -> ExpressionSource:
    known = {source.value: source for source in ExpressionSource}
    return known.get(origin.source, ExpressionSource.IMPORT) if origin else ExpressionSource.IMPORT


def _seconds(origin: SentenceOrigin | None) -> float:
    seconds = origin.seconds_spent if origin else 0.0
    return seconds if isfinite(seconds) and 0 <= seconds <= _MOST_SECONDS else 0.0
