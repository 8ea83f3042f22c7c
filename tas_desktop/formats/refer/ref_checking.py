"""Looking through refs, one by one, for what real readers trip over (formats.md sections 0, 1 and 3)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from tas_desktop.formats.format import Finding
from tas_desktop.formats.refer.layout import JOINT_SPLITS, SPLITS
from tas_desktop.formats.refer.records import NO_TARGET
from tas_desktop.formats.refer.sentences import as_line, plain
from tas_desktop.formats.untrusted.refusals import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_REF_KEYS: Final = (
    "ref_id", "ann_id", "category_id", "image_id", "file_name", "split", "sent_ids", "sentences",
)  # fmt: skip
_SENTENCE_KEYS: Final = ("tokens", "raw", "sent_id", "sent")


class Targets(NamedTuple):
    """What refs may name, as instances.json has it.

    Attributes:
        image_names: by image id.
        annotations: image id and category id by annotation id.
    """

    image_names: dict[int, str]
    annotations: dict[int, tuple[Any, Any]]

    @classmethod
    def of(cls, document: Any) -> Self:
        """Of a document that need not be sound."""
        images = _records(document, "images")
        annotations = _records(document, "annotations")
        return cls(
            {
                record["id"]: record["file_name"]
                for record in images
                if type(record.get("id")) is int and isinstance(record.get("file_name"), str)
            },
            {
                record["id"]: (record.get("image_id"), record.get("category_id"))
                for record in annotations
                if type(record.get("id")) is int
            },
        )


def _records(document: Any, name: str) -> list[dict[str, Any]]:
    section = document.get(name) if isinstance(document, dict) else None
    return (
        [record for record in section or () if isinstance(record, dict)] if isinstance(section, list) else []
    )


class RefChecker:
    """Remembers what refs before had.

    Args:
        targets: what they may name.
        several: whether a ref names a list of objects (gRefCOCO).
    """

    def __init__(self, targets: Targets, *, several: bool) -> None:
        self._targets = targets
        self._several = several
        self._ref_ids: set[int] = set()
        self._sent_ids: set[int] = set()
        self._referred: dict[int, int] = {}
        self._splits: dict[int, str] = {}

    def check(self, ref: Any, number: int) -> Iterator[Finding]:
        """Breaches of one entry of the list."""
        item = f"entry {number} of the refs"
        if not isinstance(ref, dict):
            yield Finding("records", item, f"it is {shown(ref)}, not a record", "1")
            return
        ref_id = ref.get("ref_id")
        if type(ref_id) is not int or ref_id < 0:
            yield Finding("ids-plain", item, f"its ref_id is {shown(ref_id)}, not a whole number", "0.5")
        else:
            item = f"ref {ref_id}"
            if ref_id in self._ref_ids:
                yield Finding("ids-unique", item, "its ref_id is there twice", "0.5")
            self._ref_ids.add(ref_id)
        missing = [key for key in _REF_KEYS if key not in ref]
        if missing:
            yield Finding("ref-keys", item, f"it has no {', '.join(missing)}", "1")
        yield from self._check_split(ref, item)
        yield from self._check_targets(ref, item)
        yield from self._check_file_name(ref, item)
        yield from self._check_sentences(ref, item)

    def _check_split(self, ref: dict[str, Any], item: str) -> Iterator[Finding]:
        split, image_id = ref.get("split"), ref.get("image_id")
        if not isinstance(split, str) or split not in (*SPLITS, *JOINT_SPLITS):
            message = f"its split is {shown(split)}: REFER knows {', '.join(SPLITS)} and ends on others"
            yield Finding("split-name", item, message, "0.13")
        elif type(image_id) is int:
            first = self._splits.setdefault(image_id, split)
            if first != split:
                message = f"its split is {split}, another ref of image {image_id} is in {first}"
                yield Finding("split-by-image", item, message, "0.15")

    def _check_targets(self, ref: dict[str, Any], item: str) -> Iterator[Finding]:
        image_id = ref.get("image_id")
        if type(image_id) is not int or image_id not in self._targets.image_names:
            yield Finding("image-there", item, f"its image {shown(image_id)} is not in instances.json", "1")
        ann_ids, category_ids = ref.get("ann_id"), ref.get("category_id")
        if self._several:
            yield from self._check_lists(ann_ids, category_ids, ref, item)
            return
        yield from self._check_target(ann_ids, category_ids, image_id, item)
        if type(ann_ids) is int:
            first = self._referred.setdefault(ann_ids, ref.get("ref_id", 0))
            if first != ref.get("ref_id", 0):
                message = f"annotation {ann_ids} has ref {first} already: mmdetection keeps only the last"
                yield Finding("one-ref-per-object", item, message, "0.10")

    def _check_lists(
        self, ann_ids: Any, category_ids: Any, ref: dict[str, Any], item: str
    ) -> Iterator[Finding]:
        if not (isinstance(ann_ids, list) and isinstance(category_ids, list) and ann_ids):
            message = f"its ann_id is {shown(ann_ids)}, its category_id {shown(category_ids)}: both are lists"
            yield Finding("target-lists", item, message, "3")
            return
        if len(ann_ids) != len(category_ids):
            yield Finding("target-lists", item, "its ann_id and category_id differ in length", "3")
            return
        nobody = ann_ids == [NO_TARGET]
        if nobody != (category_ids == [NO_TARGET]) or ref.get("no_target", nobody) is not nobody:
            message = "its no_target, ann_id and category_id disagree; readers look at ann_id alone"
            yield Finding("no-target", item, message, "3")
        if not nobody:
            for ann_id, category_id in zip(ann_ids, category_ids, strict=True):
                yield from self._check_target(ann_id, category_id, ref.get("image_id"), item)

    def _check_target(self, ann_id: Any, category_id: Any, image_id: Any, item: str) -> Iterator[Finding]:
        if type(ann_id) is not int or ann_id not in self._targets.annotations:
            message = f"its annotation {shown(ann_id)} is not in instances.json: KeyError in REFER"
            yield Finding("annotation-there", item, message, "1")
            return
        known_image, known_category = self._targets.annotations[ann_id]
        if known_image != image_id or known_category != category_id:
            message = (
                f"annotation {ann_id} is on image {shown(known_image)} with category "
                f"{shown(known_category)}, the ref says {shown(image_id)} and {shown(category_id)}"
            )
            yield Finding("copies-agree", item, message, "1")

    def _check_file_name(self, ref: dict[str, Any], item: str) -> Iterator[Finding]:
        name = ref.get("file_name")
        image_id = ref.get("image_id")
        image_name = self._targets.image_names.get(image_id) if type(image_id) is int else None
        if not isinstance(name, str) or image_name is None:
            return  # told by ref-keys or image-there
        stem = str(PurePosixPath(image_name).with_suffix("")) if image_name.strip("/.") else image_name
        if self._several and name == image_name:
            return
        if name.rpartition("_")[0] != stem:
            message = f"{shown(name)} without its last part is not the image {shown(image_name)}: MDETR fails"
            yield Finding("ref-file-name", item, message, "0.12")

    def _check_sentences(self, ref: dict[str, Any], item: str) -> Iterator[Finding]:
        sentences, sent_ids = ref.get("sentences"), ref.get("sent_ids")
        if not isinstance(sentences, list) or not sentences:
            yield Finding("sentences", item, "it has no list of sentences", "1")
            return
        own = [sentence.get("sent_id") if isinstance(sentence, dict) else None for sentence in sentences]
        if sent_ids != own:
            message = "its sent_ids are not those of its sentences in order: LAVT and PolyFormer zip them"
            yield Finding("sent-ids-parallel", item, message, "0.11")
        for sentence, sent_id in zip(sentences, own, strict=True):
            here = f"{item}, sentence {shown(sent_id)}"
            if type(sent_id) is not int or sent_id < 0:
                yield Finding("ids-plain", here, "its sent_id is no whole number", "0.5")
            elif sent_id in self._sent_ids:
                yield Finding("ids-unique", here, "its sent_id is there twice", "0.5")
            else:
                self._sent_ids.add(sent_id)
            yield from check_sentence(sentence, here)


def check_sentence(sentence: Any, item: str) -> Iterator[Finding]:
    """Breaches of one sentence."""
    missing = [key for key in _SENTENCE_KEYS if not isinstance(sentence, dict) or key not in sentence]
    if missing:
        yield Finding("sentence-keys", item, f"it has no {', '.join(missing)}", "0.11")
        return
    raw, sent, tokens = sentence["raw"], sentence["sent"], sentence["tokens"]
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        yield Finding("tokens", item, f"its tokens are {shown(tokens)}, not words", "1")
    for key, text in (("raw", raw), ("sent", sent)):
        if not isinstance(text, str) or not text.strip():
            yield Finding("sentence-text", item, f"its {key} is {shown(text)}, not a text", "0.11")
        elif as_line(text) != text:
            message = f"its {key} has a tab, a line break or ||: PolyFormer and LISA fail"
            yield Finding("sentence-line", item, message, "0.11")
    if isinstance(sent, str) and sent.strip() and plain(sent) != sent:
        message = f"its sent {shown(sent)} is not lower case without punctuation"
        yield Finding("sent-plain", item, message, "1")
