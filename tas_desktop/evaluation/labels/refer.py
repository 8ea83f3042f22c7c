"""Labels from a dataset in REFER's layout: RefCOCO, RefCOCO+, RefCOCOg."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from tas_desktop.evaluation.labels.labels import LabelledImage, Labels, Tally, Unit
from tas_desktop.evaluation.statistics.kinds import kind_by_words
from tas_desktop.formats.refer.labelled import read_refer
from tas_desktop.formats.untrusted.refusals import ItemTwice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.domain.mask import Mask
    from tas_desktop.evaluation.protocol import Truth
    from tas_desktop.formats.refer.labelled import Ref, ReferDataset, ReferImage, Sentence
    from tas_desktop.formats.untrusted.refusals import ItemRefused

TWICE: Final = "entries whose id is there twice; the first of each was taken"
_REMEMBERED: Final = 64  # masks: images are worked through one after the other
DAMAGED: Final = "entries that are damaged or lead to no image or annotation"


def read_refer_labels(root: Path, *, split: str = "") -> Labels:
    """Read a dataset folder or refs file; what is wrong with single entries is counted and left out.

    Raises:
        InputRefused: it is no REFER dataset, a file as a whole is damaged, or the split is empty.
    """
    tally = Tally()

    def note(fault: ItemRefused) -> None:
        tally.left_out.note(TWICE if isinstance(fault, ItemTwice) else DAMAGED, example=fault.message)

    return labels_of(read_refer(root, split=split, on_fault=note), tally=tally)


def labels_of(dataset: ReferDataset, *, tally: Tally | None = None) -> Labels:
    """The labels of a dataset that was read, with what was counted on the way."""
    tally = tally or Tally()
    reader = _Reader(dataset, tally)
    by_image: dict[int, list[Ref]] = defaultdict(list)
    for ref in dataset.refs:
        by_image[ref.image_id].append(ref)
    images = [reader.image(dataset.images[number], refs) for number, refs in by_image.items()]
    sayable = tuple(image for image in images if image.units)
    return Labels(dataset.name, sayable, tally.left_out.all(), tally.beside.all())


class _Reader:
    """Makes units whose masks are decoded when they are asked for; those of an image are remembered."""

    def __init__(self, dataset: ReferDataset, tally: Tally) -> None:
        self._dataset, self._tally = dataset, tally
        self._decode = lru_cache(maxsize=_REMEMBERED)(self._decode_anew)

    def image(self, image: ReferImage, refs: Sequence[Ref]) -> LabelledImage:
        """An image with the sentences that can be ranked."""
        return LabelledImage(
            image_id=image.image_id,
            name=image.path.name,
            path=image.path,
            height=image.height,
            width=image.width,
            units=tuple(
                self._unit(ref, sentence)
                for ref in refs
                for sentence in ref.sentences
                if self._tally.can_say(sentence.raw or sentence.sent, where=image.path.name)
            ),
            every_mask=partial(self._every_mask, image.ann_ids),
        )

    def _unit(self, ref: Ref, sentence: Sentence) -> Unit:
        return Unit(
            unit_id=f"{ref.ref_id}/{sentence.sent_id}",
            sentence_id=sentence.sent_id,
            raw=sentence.raw or sentence.sent,
            sent=sentence.sent or sentence.raw,
            kind=sentence.kind or kind_by_words(sentence.sent or sentence.raw),
            truth=partial(self._mask, ref.ann_id),
            unseen=sentence.unseen,
        )

    def _mask(self, ann_id: int, truth: Truth) -> Mask:
        return self._decode(ann_id, truth)

    def _every_mask(self, ann_ids: Sequence[int], truth: Truth) -> list[Mask]:
        return [self._decode(ann_id, truth) for ann_id in ann_ids]

    def _decode_anew(self, ann_id: int, truth: Truth) -> Mask:
        return self._dataset.mask(ann_id, rule=truth.rule)
