"""Reading the refs of REFER and gRefCOCO from files that anybody may have written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.origins import as_origin
from tas_desktop.formats.refer.records import NO_TARGET
from tas_desktop.formats.untrusted.json_reading import iterate_json_list
from tas_desktop.formats.untrusted.pickle_reading import read_plain_pickle
from tas_desktop.formats.untrusted.refusals import ItemRefused, ItemTwice, in_file, refuse_all, shown
from tas_desktop.formats.untrusted.values import as_id, as_list, as_record, as_text, field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tas_desktop.domain.dataset import SentenceOrigin
    from tas_desktop.formats.untrusted.refusals import OnFault

_LONGEST_SPLIT = 100


@dataclass(frozen=True, slots=True)
class RefSentence:
    """One sentence of a ref.

    Attributes:
        sent_id: unique over the file; may be 0.
        raw, sent: as typed, and lower-cased without punctuation; one of them may be empty.
        origin: how it came to its object, where the file says so.
        more: keys beyond REFER's and ours.
    """

    sent_id: int
    raw: str
    sent: str
    origin: SentenceOrigin | None
    more: dict[str, Any]

    @property
    def text(self) -> str:
        """As typed, where the file has that."""
        return self.raw if self.raw.strip() else self.sent


@dataclass(frozen=True, slots=True)
class Ref:
    """One ref with the file's own ids, which may be 0.

    Attributes:
        ann_ids: the objects it names; none where nothing is meant.
        sentences: those with a text; a file may hold blank ones.
    """

    ref_id: int
    ann_ids: tuple[int, ...]
    image_id: int
    split: str
    sentences: tuple[RefSentence, ...]


def read_refs(
    path: Path, *, several: bool = False, tick: Tick = never_stop, on_fault: OnFault = refuse_all
) -> tuple[Ref, ...]:
    """Read a refs file, a pickle or JSON by its name.

    Args:
        path: the file.
        several: whether a ref names a list of objects (gRefCOCO) rather than one.
        tick: called for each ref.
        on_fault: given each ref that is none, or that has an id of one before it.

    Raises:
        InputRefused: it holds something else than refs, or an id is none or is there twice.
    """
    refs: list[Ref] = []
    ref_ids: set[int] = set()
    sent_ids: set[int] = set()
    with in_file(path):
        for number, entry in enumerate(_entries(path, tick)):
            tick()
            try:
                ref = _as_ref(entry, number, several=several)
                _take(ref.ref_id, ref_ids, item=f"ref {ref.ref_id}")
                for sentence in ref.sentences:
                    _take(sentence.sent_id, sent_ids, item=f"ref {ref.ref_id}, sentence {sentence.sent_id}")
            except ItemRefused as fault:
                on_fault(fault)
            else:
                refs.append(ref)
    return tuple(refs)


def _entries(path: Path, tick: Tick) -> Iterable[Any]:
    if path.suffix == ".json":
        return iterate_json_list(path)
    return as_list(read_plain_pickle(path, tick=tick), item="", name="the file")


def _take(number: int, taken: set[int], *, item: str) -> None:
    if number in taken:
        raise ItemTwice(item)
    taken.add(number)


def _as_ref(entry: Any, number: int, *, several: bool) -> Ref:
    record = as_record(entry, item=f"entry {number} of the refs")
    ref_id = as_id(record.get("ref_id"), item=f"entry {number} of the refs", least=0)
    item = f"ref {ref_id}"
    sentences = as_list(field(record, "sentences", item=item), item=item, name="its list of sentences")
    read = [_as_sentence(entry, item=f"{item}, sentence {place}") for place, entry in enumerate(sentences)]
    targets = _targets(field(record, "ann_id", item=item), several=several, item=item)
    return Ref(
        ref_id=ref_id,
        ann_ids=targets,
        image_id=as_id(record.get("image_id"), item=f"{item}, its image", least=0),
        split=as_text(record.get("split", ""), item=item, name="its split", longest=_LONGEST_SPLIT),
        sentences=tuple(sentence for sentence in read if sentence.text.strip()),
    )


def _targets(value: Any, *, several: bool, item: str) -> tuple[int, ...]:
    """Ids of the objects; gRefCOCO's files have a list, a few a plain id (its own script takes both)."""
    if not several or type(value) is int:
        return (as_id(value, item=f"{item}, its annotation", least=0),)
    ids = as_list(value, item=item, name="its list of annotations")
    if ids == [NO_TARGET]:
        return ()
    targets = tuple(as_id(number, item=f"{item}, its annotation", least=0) for number in ids)
    if not targets or len(set(targets)) < len(targets):
        raise ItemRefused(item, f"its annotations are {shown(value)}; nobody is [-1]")
    return targets


_OWN_KEYS = frozenset({"sent_id", "raw", "sent", "tokens", "origin"})


def _as_sentence(entry: Any, *, item: str) -> RefSentence:
    record = as_record(entry, item=item)
    return RefSentence(
        sent_id=as_id(record.get("sent_id"), item=item, least=0),
        raw=as_text(record.get("raw", ""), item=item, name="its text"),
        sent=as_text(record.get("sent", ""), item=item, name="its text"),
        origin=as_origin(record["origin"], item=item) if "origin" in record else None,
        more={key: record[key] for key in record.keys() - _OWN_KEYS},
    )
