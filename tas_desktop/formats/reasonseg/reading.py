"""Reading ReasonSeg folders: LISA's own, with an image for each file, and our exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.category_tables import table_from
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.reasonseg.drawing import Shape, as_shapes, draw_shapes
from tas_desktop.formats.reasonseg.files import Query, find_queries, read_query
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable


def read_reasonseg(path: Path, *, tick: Tick = never_stop) -> ReasonSegFolder:
    """Open a folder, or one file; shapes are drawn image by image.

    Raises:
        InputRefused: there is none, a file is damaged, or an id is there twice.
    """
    files = find_queries(path)
    queries, categories = [], set()
    for file in files:
        tick()
        query, shapes = read_query(file, root=path)
        queries.append(query)
        with in_file(file):
            categories |= set(_categories(shapes))
    if not all(query.image_id for query in queries):
        queries = [_numbered(query, number) for number, query in enumerate(queries, start=1)]
    return ReasonSegFolder(
        path, _by_image(queries), table_from(Category(0, name, name) for name in sorted(categories))
    )


def _numbered(query: Query, number: int) -> Query:
    """A foreign file is an image of its own; its ids are counted."""
    return replace(query, image_id=number, ref_id=None, sent_ids=())


def _categories(shapes: Any) -> Iterator[str]:
    for shape in shapes if isinstance(shapes, list) else ():
        if isinstance(shape, dict) and "category" in shape:
            yield category_name(shape["category"], item="a shape")


def _by_image(queries: list[Query]) -> dict[int, list[Query]]:
    """Queries of each image, ids given to those that have none.

    Raises:
        InputRefused: an id is there twice, or an image has two sizes.
    """
    found: dict[int, list[Query]] = {}
    ref_ids: set[int] = set()
    sent_ids: set[int] = set()
    counted = 0
    for query in queries:
        with in_file(query.path):
            if query.ref_id is None:
                first = counted + 1
                counted += len(query.texts)
                query = replace(query, ref_id=first, sent_ids=tuple(range(first, counted + 1)))  # noqa: PLW2901
            same = found.setdefault(query.image_id or 0, [])
            if same and _image_of(same[0]) != _image_of(query):
                raise ItemRefused(f"image {query.image_id}", "another file says otherwise of it")
            if query.ref_id in ref_ids:
                raise ItemRefused(f"ref {query.ref_id}", "its id is there twice")
            if sent_ids & set(query.sent_ids) or len(set(query.sent_ids)) < len(query.sent_ids):
                raise ItemRefused(f"ref {query.ref_id}", "an id of its sentences is there twice")
            ref_ids.add(query.ref_id or 0)
            sent_ids |= set(query.sent_ids)
            same.append(query)
    return found


def _image_of(query: Query) -> tuple[str, int, int, str]:
    return query.file_name, query.height, query.width, query.split


@dataclass(frozen=True)
class ReasonSegFolder:
    """A folder whose shapes are read and drawn image by image; a text without shapes is undecided.

    Attributes:
        queries: by image id.
    """

    root: Path
    queries: dict[int, list[Query]]
    categories: CategoryTable

    @property
    def image_count(self) -> int:
        """Images, each with one query or more."""
        return len(self.queries)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id; raises ``InputRefused`` where a shape is none, or an object has two masks."""
        owners: dict[int, int] = {}
        for image_id in sorted(self.queries):
            queries = sorted(self.queries[image_id], key=lambda known: known.ref_id or 0)
            first = queries[0]
            objects: dict[int, DatasetObject] = {}
            references: list[Reference] = []
            undecided: list[Sentence] = []
            for query in queries:
                with in_file(query.path):
                    ids = self._take_objects(query, objects, owners)
                sentences = tuple(map(Sentence, query.sent_ids, query.texts))
                if ids:
                    references.append(Reference(query.ref_id or 0, ids, sentences))
                else:
                    undecided += sentences
            yield DatasetImage(
                image_id=image_id,
                file_name=first.file_name,
                height=first.height,
                width=first.width,
                objects=tuple(objects[number] for number in sorted(objects)),
                references=tuple(references),
                undecided=tuple(undecided),
                split=first.split,
                source=first.picture,
            )

    def _take_objects(
        self, query: Query, objects: dict[int, DatasetObject], owners: dict[int, int]
    ) -> tuple[int, ...]:
        """The objects of a query, added to those of its image; their ids in the file's order."""
        _, value = read_query(query.path, root=self.root)
        shapes = as_shapes(value, height=query.height, width=query.width, item="")
        by_object: dict[int, list[Shape]] = {}
        if all("object_id" in shape.record for shape in shapes):
            for shape in shapes:
                by_object.setdefault(as_id(shape.record["object_id"], item="a shape's object"), []).append(
                    shape
                )
        else:
            by_object[query.ref_id or 0] = shapes
        for number, drawn in by_object.items():
            known = _as_object(number, drawn, query)
            if owners.setdefault(number, query.image_id or 0) != query.image_id:
                raise ItemRefused(f"object {number}", "it is on another image too")
            if objects.setdefault(number, known) != known:
                raise ItemRefused(f"object {number}", "another file says otherwise of it")
        return tuple(by_object)


def _as_object(number: int, shapes: list[Shape], query: Query) -> DatasetObject:
    mask = Mask.from_array(draw_shapes(shapes, height=query.height, width=query.width))
    record = shapes[0].record
    category = record.get("category")
    score = record.get("score")
    item = f"object {number}"
    return DatasetObject(
        object_id=number,
        category=FALLBACK_CATEGORY if category is None else category_name(category, item=item),
        mask=mask,
        score=None if score is None else as_number(score, item=item, name="its score"),
    )
