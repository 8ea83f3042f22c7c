"""References and their sentences as JSON and back, as our COCO files and JSON lines have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.dataset import Reference, Sentence
from tas_desktop.formats.origins import as_origin, origin_as_json
from tas_desktop.formats.untrusted.refusals import ItemRefused
from tas_desktop.formats.untrusted.values import as_id, as_list, as_record, as_text, field

if TYPE_CHECKING:
    from collections.abc import Container

_MOST_TARGETS: Final = 10_000
_MOST_SENTENCES: Final = 100_000


def reference_as_json(reference: Reference, *, with_origin: bool) -> dict[str, Any]:
    """A record that ``as_reference`` reads back."""
    return {
        "id": reference.reference_id,
        "object_ids": list(reference.object_ids),
        "sentences": [
            sentence_as_json(sentence, with_origin=with_origin) for sentence in reference.sentences
        ],
    }


def sentence_as_json(sentence: Sentence, *, with_origin: bool) -> dict[str, Any]:
    """A record that ``as_sentence`` reads back."""
    record: dict[str, Any] = {"id": sentence.sentence_id, "text": sentence.text}
    if with_origin and sentence.origin is not None:
        record["origin"] = origin_as_json(sentence.origin)
    return record


class ReferenceReader:
    """Reads references of one file and sees that no id is there twice."""

    def __init__(self) -> None:
        self._reference_ids: set[int] = set()
        self._sentence_ids: set[int] = set()

    def reference(self, value: Any, *, item: str, object_ids: Container[int]) -> Reference:
        """A reference from a file, its objects among those of its image.

        Raises:
            ItemRefused: it is none, an id is there twice or leads nowhere.
        """
        record = as_record(value, item=f"{item}, a reference")
        number = as_id(record.get("id"), item=f"{item}, a reference")
        here = f"reference {number}"
        if number in self._reference_ids:
            raise ItemRefused(here, "its id is there twice")
        self._reference_ids.add(number)
        targets = as_list(
            field(record, "object_ids", item=here), item=here, name="object_ids", longest=_MOST_TARGETS
        )
        ids = tuple(as_id(target, item=f"{here}, an object") for target in targets)
        for target in ids:
            if target not in object_ids:
                raise ItemRefused(here, f"its object {target} is not on its image")
        if len(set(ids)) < len(ids):
            raise ItemRefused(here, "it names an object twice")
        sentences = self.sentences(field(record, "sentences", item=here), item=here)
        if not sentences:
            raise ItemRefused(here, "it has no sentence")
        return Reference(number, ids, sentences)

    def sentences(self, value: Any, *, item: str) -> tuple[Sentence, ...]:
        """Sentences from a file.

        Raises:
            ItemRefused: one is none, or an id is there twice.
        """
        listed = as_list(value, item=item, name="its sentences", longest=_MOST_SENTENCES)
        return tuple(self._sentence(one, item=item) for one in listed)

    def _sentence(self, value: Any, *, item: str) -> Sentence:
        record = as_record(value, item=f"{item}, a sentence")
        number = as_id(record.get("id"), item=f"{item}, a sentence")
        here = f"sentence {number}"
        if number in self._sentence_ids:
            raise ItemRefused(here, "its id is there twice")
        self._sentence_ids.add(number)
        text = as_text(field(record, "text", item=here), item=here, name="its text")
        return Sentence(number, text, as_origin(record["origin"], item=here) if "origin" in record else None)
