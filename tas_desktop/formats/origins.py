"""How a sentence came to its mask, as JSON and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.dataset import SentenceOrigin
from tas_desktop.domain.decision import Provenance
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_list, as_number, as_record, as_text, as_whole

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_LIST: Final = 1_000


def origin_as_json(origin: SentenceOrigin) -> dict[str, Any]:
    """A record that ``as_origin`` reads back as it was."""
    record: dict[str, Any] = {
        "source": origin.source,
        "annotator": origin.annotator,
        "action": origin.action,
        "seconds_spent": origin.seconds_spent,
        "edited": origin.edited,
        "candidate_rank": origin.candidate_rank,
        "scores": dict(origin.scores),
    }
    ground = origin.provenance
    if ground is not None:
        record["provenance"] = {
            "ranking_id": ground.ranking_id,
            "method": ground.method,
            "profile": ground.profile,
            "components": [[part.role, part.name, part.revision] for part in ground.components],
            "params": dict(ground.params),
        }
    return record


def as_origin(value: Any, *, item: str) -> SentenceOrigin:
    """The origin in a record from a file.

    Raises:
        ItemRefused: it is none.
    """
    record = as_record(value, item=f"{item}, its origin")
    rank, edited = record.get("candidate_rank"), record.get("edited", False)
    if type(edited) is not bool:
        raise ItemRefused(item, f"edited is {shown(edited)}, not true or false")
    return SentenceOrigin(
        source=_text(record, "source", item),
        annotator=_text(record, "annotator", item),
        action=_text(record, "action", item),
        seconds_spent=as_number(record.get("seconds_spent", 0.0), item=item, name="seconds_spent", least=0),
        edited=edited,
        candidate_rank=None
        if rank is None
        else as_whole(rank, item=item, name="candidate_rank", least=1, most=1_000_000),
        scores=tuple(
            (name, as_number(number, item=item, name="a score"))
            for name, number in _entries(record, "scores", item)
        ),
        provenance=_provenance(record["provenance"], item) if "provenance" in record else None,
    )


def _provenance(value: Any, item: str) -> Provenance:
    record = as_record(value, item=f"{item}, its provenance")
    components = as_list(record.get("components", []), item=item, name="components", longest=_LONGEST_LIST)
    return Provenance(
        ranking_id=_text(record, "ranking_id", item),
        method=_text(record, "method", item),
        profile=_text(record, "profile", item),
        components=tuple(_component(part, item) for part in components),
        params=tuple((name, _param(param, item)) for name, param in _entries(record, "params", item)),
    )


def _component(value: Any, item: str) -> ComponentId:
    parts = as_list(value, item=item, name="a component", longest=3)
    if len(parts) != 3:
        raise ItemRefused(item, f"a component is {shown(value)}, not role, name and revision")
    role, name, revision = (
        as_text(part, item=item, name="a component's part", longest=500) for part in parts
    )
    return ComponentId(role, name, revision)


def _param(value: Any, item: str) -> str | int | float | bool:
    check: dict[type, Callable[[], str | int | float | bool]] = {
        str: lambda: as_text(value, item=item, name="a parameter", longest=2_000),
        int: lambda: as_whole(value, item=item, name="a parameter", least=-(2**53), most=2**53),
        float: lambda: as_number(value, item=item, name="a parameter"),
        bool: lambda: bool(value),
    }
    if type(value) not in check:
        raise ItemRefused(item, f"a parameter is {shown(value)}")
    return check[type(value)]()


def _entries(record: dict[str, Any], name: str, item: str) -> list[tuple[str, Any]]:
    entries = as_record(record.get(name, {}), item=f"{item}, its {name}")
    if len(entries) > _LONGEST_LIST:
        raise ItemRefused(item, f"{name} has {len(entries):,} entries")
    return [(as_text(key, item=item, name="a name", longest=200), value) for key, value in entries.items()]


def _text(record: dict[str, Any], name: str, item: str) -> str:
    return as_text(record.get(name, ""), item=item, name=name, longest=500)
